"""What a build changed, in a few words: `oak and the hub: 20 pages`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.publish.arrival import is_community
from hearthbook.publish.finished import HUB, RULES, is_sheet
from hearthbook.publish.manifest import ASSETS, SEARCH, SITEMAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.publish.builder import Built

_NAMED: Final = 3
"""Communities that are named one by one; of more, only the number is told."""

_AROUND: Final = {
    ASSETS: "the theme's files written",
    SITEMAP: "the sitemap written",
    SEARCH: "the search brought up to date",
}


def news(built: Built) -> str:
    """What is new and what is gone; empty if nothing is."""
    fresh = (*built.made, *built.dressed)
    slugs = list(filter(is_community, fresh))
    gone = [path for path in built.removed if "/" not in path and "." not in path]
    parts = []
    if fresh:
        names = [*_few(slugs), *(["the hub"] if any(map(_is_hub, fresh)) else [])]
        parts.append(f"{_listed(names)}: {built.renewed:,} {'page' if built.renewed == 1 else 'pages'}")
    if gone:
        parts.append(f"{_listed(_few(gone))} {'is' if len(gone) == 1 else 'are'} gone")
    return "; ".join(parts)


def done(built: Built) -> str:
    """What a build did, in few words; empty if it did nothing, or made all pages and no more."""
    made, dressed = _cells(built.made), _cells(built.dressed)
    parts = []
    if made != built.communities:
        parts += [f"{made:,} made anew"] if made else []
        parts += [f"{dressed:,} with new lines or put back"] if dressed else []
        parts += ["the hub made anew"] if any(map(_is_hub, built.made)) else []
        parts += ["the rules made anew"] if RULES in built.made else []
        parts += ["the hub brought up to date"] if any(map(_is_hub, built.dressed)) else []
        parts += [_AROUND[name] for name in built.around if not (made or any(map(_is_hub, built.made)))]
    parts += [f"{len(built.removed):,} removed"] if built.removed else []
    return ", ".join(parts)


def _cells(slugs: Sequence[str]) -> int:
    return len(list(filter(is_community, slugs)))


def _is_hub(slug: str) -> bool:
    return slug == HUB or is_sheet(slug)


def _few(slugs: Sequence[str]) -> list[str]:
    return list(slugs) if len(slugs) <= _NAMED else [f"{len(slugs):,} communities"]


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
