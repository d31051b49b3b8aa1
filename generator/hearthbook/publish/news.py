"""What a build changed, in a few words: `oak and the hub: 20 pages`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.publish.finished import HUB, RULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.publish.builder import Built

_NAMED: Final = 3
"""Communities that are named one by one; of more, only the number is told."""


def news(built: Built) -> str:
    """What is new and what is gone; empty if nothing is."""
    fresh = (*built.made, *built.dressed)
    slugs = [slug for slug in fresh if slug not in {HUB, RULES}]
    gone = [path for path in built.removed if "/" not in path and "." not in path]
    parts = []
    if fresh:
        names = [*_few(slugs), *(["the hub"] if HUB in fresh else [])]
        parts.append(f"{_listed(names)}: {built.renewed:,} {'page' if built.renewed == 1 else 'pages'}")
    if gone:
        parts.append(f"{_listed(_few(gone))} {'is' if len(gone) == 1 else 'are'} gone")
    return "; ".join(parts)


def _few(slugs: Sequence[str]) -> list[str]:
    return list(slugs) if len(slugs) <= _NAMED else [f"{len(slugs):,} communities"]


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
