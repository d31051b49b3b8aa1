"""Has Pagefind index one part of a site: finished pages in, the files that browsers ask for out."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearthbook.errors import HearthbookError
from hearthbook.publish import finished
from hearthbook.publish.finished import Finished
from hearthbook.publish.search_pack import packed
from hearthbook.publish.search_parts import ENGINE
from hearthbook.publish.search_text import searched

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS: Final = "words.txt"
"""In a part's folder: how many of its communities use a word, and the word, one a line."""
SCRIPT: Final = "pagefind.js"

_MAKES: Final = (("pagefind_bin_extended", "pagefind-bin-extended"), ("pagefind_bin", "pagefind-bin"))
"""Module and distribution; the first one also finds the words of texts without spaces."""
_EMPTY: Final = '<!doctype html><html lang="{}"><body><p>0hearthbook0</p></body></html>'
"""Pagefind wants a word, so here is one that nobody looks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A part to index."""

    folder: str
    """Its folder below the site."""
    site: str
    """The folder of the site that holds the pages."""
    language: str
    """The language whose words it knows, a primary subtag."""
    slugs: tuple[str, ...] = ()
    """Its communities: every page below their folders."""
    pages: tuple[str, ...] = ()
    """The hub's pages, as paths below the site, for what all parts of a language need besides."""


@cache
def make() -> str:
    """Which Pagefind there is, for keys: one of another make writes other files."""
    for _, name in _MAKES:
        try:
            return f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
    return ""


@cache
def _program() -> str:
    for module, _ in _MAKES:
        try:
            return str(import_module(module).get_executable())
        except (ImportError, FileNotFoundError):
            continue
    hint = "install Hearthbook again, on a system that its package pagefind-bin is made for"
    raise HearthbookError("Pagefind, which makes the search, is not installed", hint=hint)


def index(job: Job) -> bytes:
    """A part's files, packed as a finished cell is; for the engine, the script that searches.

    Raises HearthbookError where Pagefind is missing or fails.
    """
    with tempfile.TemporaryDirectory(prefix="hearthbook-") as scratch:
        source, bundle = Path(scratch, "pages"), Path(scratch, "index")
        count = _write_pages(job, source)
        _run(source, bundle)
        if job.folder == ENGINE:
            files = {SCRIPT: (bundle / SCRIPT).read_bytes()}
        elif job.slugs:
            files = {**packed(bundle, job.language), WORDS: _listed(count)}
        else:
            files = {**packed(bundle, job.language), **_stems(bundle, job.language)}
    below = {f"{job.folder}/{name}": content for name, content in files.items()}
    return finished.packed(Finished(slug=job.folder, files=below))


def _stems(bundle: Path, language: str) -> dict[str, bytes]:
    """The WebAssembly that knows a language; what Pagefind has no stems for is searched word by word."""
    names = (f"wasm.{language}.pagefind", "wasm.unknown.pagefind")
    return {name: (bundle / name).read_bytes() for name in names if (bundle / name).is_file()}


def _write_pages(job: Job, source: Path) -> Counter[str]:
    """Writes what is searched of each page; returns how many communities use each word."""
    count: Counter[str] = Counter()
    for slug, names in _named(job):
        words: set[str] = set()
        for name in names:
            found = searched(Path(job.site, name).read_text(encoding="utf-8"), job.language)
            if found:
                target = source / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(found.document, encoding="utf-8")
                words |= found.words
        if slug:
            count.update(words)
    if not source.exists():
        source.mkdir()
        (source / "index.html").write_text(_EMPTY.format(job.language), encoding="utf-8")
    return count


def _named(job: Job) -> Iterable[tuple[str, list[str]]]:
    """Slug, or nothing for the hub -> the paths of its pages below the site."""
    yield "", list(job.pages)
    for slug in job.slugs:
        yield slug, pages_below(job.site, slug)


def pages_below(site: str, folder: str) -> list[str]:
    """The paths of the pages below a folder of the site, from the site, in order."""
    found = []
    for place, folders, names in os.walk(os.path.join(site, folder)):  # noqa: PTH118 - there are many
        folders.sort()
        way = os.path.relpath(place, site).replace(os.sep, "/")
        found += [f"{way}/{name}" for name in sorted(names) if name.endswith(".html")]
    return found


def _listed(count: Counter[str]) -> bytes:
    rows = sorted(count.items(), key=lambda row: (-row[1], row[0]))
    return "".join(f"{number} {word}\n" for word, number in rows).encode("utf-8")


def _run(source: Path, bundle: Path) -> None:
    command = [_program(), "--site", str(source), "--output-path", str(bundle), "--silent"]
    # its settings may also come from the environment and from files where it runs
    clean: dict[str, str] | None = {} if os.name == "posix" else None
    done = subprocess.run(  # noqa: S603 - the program is the one that was installed with us
        command, capture_output=True, cwd=source, env=clean, check=False, text=True, encoding="utf-8"
    )
    if done.returncode or not (bundle / "pagefind-entry.json").is_file():
        told = (done.stderr or done.stdout).strip().splitlines()
        hint = "the pages are there, only the search is not: build again"
        raise HearthbookError(f"Pagefind failed: {told[-1] if told else done.returncode}", hint=hint)
