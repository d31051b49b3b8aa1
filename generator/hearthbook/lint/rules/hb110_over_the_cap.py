"""HB110: there are more people than the cap allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.WARNING, worth=3)
def over_the_cap(community: Community) -> Iterator[Slip]:
    """Finds groups and cohorts that are larger than the group says it will ever be."""
    boundary = community.promise.boundary
    cap = boundary.cap if boundary else None
    cohort = boundary.cohort if boundary else None
    if cap and community.size and community.size.members > cap:
        fact = f"the group has {community.size.members} members, and its cap is {cap}"
        yield Slip(
            "/size/members", fact, "count again, choose the day of the split, or say why the cap is higher"
        )
    if cap and cohort and cohort.size and cohort.size > cap:
        fact = f"the cohort takes {cohort.size} people, and the group's cap is {cap}"
        yield Slip("/promise/boundary/cohort/size", fact, "make the cohort smaller, or the cap what you mean")
