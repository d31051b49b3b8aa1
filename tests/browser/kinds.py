"""Which pages of the site to look at: each kind of page, and what makes pages differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL: Final = "hard-talks"
"""The community with everything that a file can hold."""
BARE: Final = "long"
"""The one with next to nothing, and with a name of 300 characters."""
ODD: Final = "lantern-walk"
"""The one with a colour that nobody could read as text."""
LOST: Final = "/nowhere/at/all/"
"""Where there is no page."""
_OF_ODD: Final = ("", "start-here", "rituals", "code-of-conduct", "articles/folding-a-lantern")
_ALIKE: Final = 1
"""How many pages of the hub's folders are looked at, beside the folder's own page."""


def addresses(site: Path) -> list[str]:
    """Every page of a site, from its root: `/`, `/oak/`, `/oak/faq/`."""
    found = (path.relative_to(site).parent.as_posix() for path in site.rglob("index.html"))
    return sorted("/" if path == "." else f"/{path}/" for path in found)


def right_to_left(site: Path) -> str:
    """The first community whose pages run from right to left; empty where there is none."""
    homes = sorted(site.glob("*/card/index.html"))
    found = (home.parts[-3] for home in homes if 'dir="rtl"' in home.read_text(encoding="utf-8")[:400])
    return next(found, "")


def of_community(site: Path, slug: str) -> list[str]:
    """All pages of a community."""
    return [address for address in addresses(site) if slug and address.startswith(f"/{slug}/")]


def of_hub(site: Path) -> list[str]:
    """The hub's pages; of folders in which all pages are of one make, a few."""
    return ["/", *_few(site)]


def _few(site: Path) -> Iterator[str]:
    cells = {path.parts[-3] for path in site.glob("*/card/index.html")}
    seen: dict[str, int] = {}
    for address in addresses(site):
        first = address.split("/")[1]
        if first and first not in cells and seen.setdefault(first, 0) <= _ALIKE:
            seen[first] += 1
            yield address


def every_kind(site: Path) -> list[str]:
    """Each template once, in the fullest community, and the hub; and the odd colour."""
    odd = [f"/{ODD}/{name}/".replace("//", "/") for name in _OF_ODD]
    full = of_community(site, FULL)
    articles = [address for address in full if address.startswith(f"/{FULL}/articles/")]
    return [*of_hub(site), *(address for address in full if address not in articles[2:]), *odd, LOST]


def all_that_differ(site: Path) -> list[str]:
    """Each kind of page in the fullest, the barest and a right-to-left community."""
    return [*every_kind(site), *of_community(site, BARE), *of_community(site, right_to_left(site))]
