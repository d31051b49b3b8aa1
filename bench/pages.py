"""What each kind of page weighs over the wire, in the example archive of the checkout."""

from __future__ import annotations

import gzip
import importlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench.ours import copy_program
from bench.process import run
from bench.weigh import KILO, asked_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bench.ours import Program

TARGET: Final = 60
"""Kilobytes of HTML, CSS and JavaScript, compressed, that no page may exceed."""
_WHOLE: Final = "handbook"
_HEAD: Final = ("page", "raw, kB", "gzip, kB", "brotli, kB", f"of {TARGET} kB")
_MEANING: Final = (
    "The HTML with the style sheets and scripts it names, as they are, after `gzip -9`, and after Brotli "
    "where that is installed; no fonts, no pictures. First the pages of the fullest community of the "
    "example archive, then the hub's, then the heaviest of all {count}."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a page comes to with all that it names, in kilobytes."""

    name: str
    """Its address without the community's, or with it where it is of no one kind."""
    raw: float
    packed: float
    """After `gzip -9`."""
    brotli: float | None
    """None where Brotli is not installed."""


def example_pages(checkout: Path) -> str:
    """The section about the checkout's own archive, which is built for it and gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="hearthbook-bench-") as name:
        room = Path(name).resolve()
        site = _example_site(copy_program(checkout, room / "program"), checkout, room / "example")
        return pages_section(weights(site), len(list(site.rglob("index.html"))))


def _example_site(program: Program, checkout: Path, room: Path) -> Path:
    for part in ("communities", "content"):
        shutil.copytree(checkout / part, room / part)
    shutil.copy2(checkout / "mkdocs.yml", room)
    cache = {"HEARTHBOOK_CACHE": str(room.with_name("cache"))}
    run([*program.command, "build"], room, program.environment | cache)
    return room / "site"


def weight(site: Path, page: Path, name: str) -> Weight:
    """A page's weight under a name."""
    contents = [file.read_bytes() for file in asked_for(site, page)]
    brotli = _brotli()
    return Weight(
        name=name,
        raw=sum(map(len, contents)) / KILO,
        packed=sum(len(gzip.compress(content)) for content in contents) / KILO,
        brotli=sum(len(brotli.compress(content)) for content in contents) / KILO if brotli else None,
    )


def _brotli() -> Any:  # noqa: ANN401 - a module without types, or None
    try:
        return importlib.import_module("brotli")
    except ImportError:
        return None


def weights(site: Path) -> list[Weight]:
    """Each kind of page in the fullest community, then the hub's, then the heaviest of all."""
    homes = [page.parent.parent for page in site.glob(f"*/{_WHOLE}/index.html")]
    full = max(homes, key=_pages_and_length)
    own = sorted(full.rglob("index.html"))
    hub = [site / "index.html", *(p for p in sorted(site.glob("*/index.html")) if p.parent not in homes)]
    found = [weight(site, page, _name(page, full)) for page in own]
    found += [weight(site, page, _name(page, site)) for page in hub]
    every = (weight(site, page, _name(page, site)) for page in sorted(site.rglob("index.html")))
    return [*found, max(every, key=lambda one: one.packed)]


def _pages_and_length(home: Path) -> tuple[int, int]:
    whole = (home / _WHOLE / "index.html").read_text(encoding="utf-8")
    return len(list(home.rglob("index.html"))), len(whole)


def _name(page: Path, root: Path) -> str:
    return f"/{page.parent.relative_to(root).as_posix()}/".replace("/./", "/")


def pages_section(found: Iterable[Weight], count: int) -> str:
    """The weights as a table in Markdown."""
    rows = [_HEAD, ("---", *["---:"] * (len(_HEAD) - 1)), *map(_row, found)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(["## A page over the wire\n", _MEANING.format(count=count) + "\n", *lines, ""])


def _row(one: Weight) -> tuple[str, ...]:
    brotli = "" if one.brotli is None else f"{one.brotli:.1f}"
    return (one.name, f"{one.raw:.1f}", f"{one.packed:.1f}", brotli, f"{one.packed / TARGET:.0%}")
