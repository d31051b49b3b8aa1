"""`python -m bench.history`: how long it takes to find what changed in many communities over many commits."""

from __future__ import annotations

import re
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import click

from bench.archive import SEED, write_archive
from bench.lexicon import lexicon
from bench.report import figure
from hearthbook.model.archive import Defaults
from hearthbook.publish.configuration import default_theme
from hearthbook.publish.history import Past
from hearthbook.publish.history_kept import Kept
from hearthbook.publish.register import survey
from hearthbook.publish.stamps import Digests
from hearthbook.publish.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.publish.register import Register

MANY: Final = 1000
COMMITS: Final = 10_000
COLD: Final = 30.0
"""Seconds that are aimed at where nothing is known yet."""
WARM: Final = 1.0
"""The same where nothing changed since."""
JOBS: Final = 2
BEGINNING: Final = 1_700_000_000
"""The second of the first commit."""
APART: Final = 5000
"""Seconds from commit to commit."""
_SHARED: Final = 0.01
"""The share of commits that change a file which others extend."""
_ARTICLES: Final = 0.05
"""The share of commits that change an article."""
_CLOCK: Final = re.compile(r"\b([01]\d):([0-5]\d)\b")
_PROSE: Final = re.compile(r"^ +(?:- )?(?:\w+: )?[A-Z][a-z]+(?: [a-z]+){4}")
_WORD: Final = re.compile(r"(?<= )[a-z]{5,}(?= )")

_INTRODUCTION: Final = """\
The communities of the other tables, whose files were changed one after the other: a word, a time, a question more; a hundredth of the commits change what others extend, and a twentieth an article. "Nothing known" reads every version of every file; "one commit more" finds all others again; "nothing changed" only looks whether that is so. Seconds are those of the clock, with two processes.
"""  # noqa: E501 - one paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What it took."""

    communities: int
    commits: int
    cold: float
    more: float
    warm: float
    size: int
    """Bytes of what is kept."""
    events: int


def edited(text: str, chance: Random) -> str:
    """A text with a small change, as people make them: a word, an hour, an answer."""
    lines = text.split("\n")
    kind = chance.random()
    if kind < 0.1 and (clocks := [at for at, line in enumerate(lines) if _CLOCK.search(line)]):  # noqa: PLR2004
        at = chance.choice(clocks)
        lines[at] = _CLOCK.sub(lambda found: f"{chance.randrange(10, 20)}:{found[2]}", lines[at], count=1)
    elif kind < 0.2 and "faq:" in lines:  # noqa: PLR2004
        word = lexicon().noun.draw(chance)
        question = f'  - q: "Is there a {word} {chance.randrange(10_000)}?"'
        at = lines.index("faq:") + 1
        lines[at:at] = [question, f'    a: "There is one, beside the {lexicon().noun.draw(chance)}."']
    elif prose := [at for at, line in enumerate(lines) if _PROSE.match(line) and _WORD.search(line)]:
        at = chance.choice(prose)
        word = chance.choice(_WORD.findall(lines[at]))
        lines[at] = lines[at].replace(f" {word} ", f" {lexicon().adjective.draw(chance)} ", 1)
    return "\n".join(lines)


def write_history(root: Path, commits: int, seed: int = SEED) -> None:
    """Makes a repository of an archive with so many commits, the first of which adds it all."""
    files = {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
    git = ("git", "-C", str(root), "-c", "init.defaultBranch=main", "-c", "core.autocrlf=false")
    subprocess.run([*git, "init", "-q"], check=True)
    stream = b"".join(_stream(files, commits, Random(f"{seed}: history")))
    subprocess.run([*git, "fast-import", "--quiet"], input=stream, check=True)
    # a clone gets its files packed like this
    subprocess.run([*git, "repack", "-adfq"], check=True)
    subprocess.run([*git, "reset", "-q", "--hard"], check=True)


def _stream(files: dict[str, str], commits: int, chance: Random) -> Iterator[bytes]:
    communities = [path for path in files if path.startswith("communities/") and "/_" not in path]
    shared = [path for path in files if path.startswith("communities/_")]
    articles = [path for path in files if path.startswith("content/") and path.count("/") > 1]
    yield _commit(0, "Begin", files)
    for number in range(1, commits):
        kind = chance.random()
        some = shared if kind < _SHARED else articles if kind < _SHARED + _ARTICLES else communities
        path = chance.choice(some or communities)
        files[path] = edited(files[path], chance)
        yield _commit(number, f"Say it better, for the {number}th time", {path: files[path]})


def _commit(number: int, message: str, files: dict[str, str]) -> bytes:
    who = f"A guest <guest@example.org> {BEGINNING + number * APART} +0000"
    rows = [f"commit refs/heads/main\ncommitter {who}\n".encode(), _data(message)]
    for path, text in files.items():
        rows += [f"M 100644 inline {path}\n".encode(), _data(text)]
    return b"".join(rows) + b"\n"


def _data(text: str) -> bytes:
    data = text.encode()
    return b"data %d\n%s\n" % (len(data), data)


def measure(communities: int = MANY, commits: int = COMMITS, seed: int = SEED) -> Measured:
    """Makes such an archive in a folder that is gone afterwards, and finds its changes three times."""
    with tempfile.TemporaryDirectory(prefix="hearthbook-bench-") as name:
        root, store = Path(name) / "archive", Store(Path(name) / "store")
        write_archive(root, communities, seed)
        write_history(root, commits - 1, seed)
        register = _register(root)
        cold, events = _found(root, register, store)
        path = min((root / "communities").glob("[a-z]*.yml"))
        changed = edited(path.read_text(encoding="utf-8"), Random(seed))
        path.write_text(changed, encoding="utf-8", newline="\n")
        who = ("-c", "user.name=A guest", "-c", "user.email=guest@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(root), *who, "commit", "-qam", "One more"], check=True)  # noqa: S607
        register = _register(root)
        more, _ = _found(root, register, store)
        warm, _ = _found(root, register, store)
        size = sum(each.stat().st_size for each in store.folder.rglob("*") if each.is_file())
    return Measured(
        communities=communities, commits=commits, cold=cold, more=more, warm=warm, size=size, events=events
    )


def _register(root: Path) -> Register:
    return survey(root, Defaults(zone="Europe/Berlin"), default_theme(), Digests(root))


def _found(root: Path, register: Register, store: Store) -> tuple[float, int]:
    """Seconds to know the digests of all communities' events, and how many events there are."""
    start = time.perf_counter()
    kept = Kept(store)
    past = Past(root, register, kept.history(root), kept, JOBS)
    found = past.digests
    seconds = time.perf_counter() - start
    return seconds, sum(len(past.events(slug)) for slug in found)


def section(found: Measured) -> str:
    """The figures as a section of Markdown."""
    rows = (
        ("nothing known", figure(found.cold)),
        ("one commit more", figure(found.more)),
        ("nothing changed", figure(found.warm)),
    )
    head = f"{found.communities:,} communities, {found.commits:,} commits, {found.events:,} events"
    lines = [f"| {head} | seconds |", "| --- | ---: |", *(f"| {' | '.join(row)} |" for row in rows)]
    goal = (
        f"Aimed for: {figure(COLD)} s with nothing known, {figure(WARM)} s with nothing changed. "
        f"Kept between builds: {figure(found.size / 1_000_000)} MB.\n"
    )
    return "\n".join(["## What changed\n", _INTRODUCTION, *lines, "", goal])


@click.command()
@click.argument("communities", type=click.IntRange(1), default=MANY)
@click.argument("commits", type=click.IntRange(2), default=COMMITS)
def main(communities: int, commits: int) -> None:
    """Print the table for so many COMMUNITIES and COMMITS.

    \b
    python -m bench.history 1000 10000
    """  # noqa: D301 - click reads the backspace
    click.echo(section(measure(communities, commits)))


if __name__ == "__main__":
    main()
