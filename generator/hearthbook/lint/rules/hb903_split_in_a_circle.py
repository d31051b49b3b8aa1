"""HB903: communities have split from each other in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.verdict import Outline


@rule(Severity.ERROR, worth=3)
def split_in_a_circle(archive: tuple[Outline, ...]) -> Iterator[Slip]:
    """Finds circles of `split_from`, and tells each to the first of its communities."""
    parents = {one.slug: one.split_from for one in archive}
    seen: set[str] = set()
    for start in sorted(parents):
        path: list[str] = []
        slug = start
        while slug in parents and slug not in seen:
            seen.add(slug)
            path.append(slug)
            slug = parents[slug]
        if slug in path:
            circle = path[path.index(slug) :]
            first = min(circle)
            turn = circle.index(first)
            named = " from ".join(f"`{each}`" for each in (*circle[turn:], *circle[:turn], first)[:6])
            hint = "take `split_from` out of the one that was there first"
            yield Slip("/lineage/split_from", f"the split goes in a circle: {named}", hint, slug=first)
