"""HB711: a group split off, and neither group says how a member moves over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.verdict import Outline


@rule(Severity.ADVICE, worth=2)
def no_way_over(archive: tuple[Outline, ...]) -> Iterator[Slip]:
    """Finds parents and children between which no path is written down, and tells the parent."""
    groups = {each.slug: each for each in archive}
    for child in archive:
        parent = groups.get(child.split_from)
        if not parent or child.visibility == "draft" or "closed" in {child.state, parent.state}:
            continue
        if child.slug not in parent.graduates_to and parent.slug not in child.graduates_to:
            fact = f"`{child.name:.40}` split off from this group, and nothing says how a member moves over"
            hint = f"add `graduates_to: [{{community: {child.slug}, when: ..., ask: ...}}]` to `lineage`"
            place = "/lineage" if parent.split_from or parent.graduates_to else ""
            yield Slip(place, fact, hint, slug=parent.slug)
