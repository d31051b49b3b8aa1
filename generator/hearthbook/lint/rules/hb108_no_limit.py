"""HB108: nothing says how many people there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=3)
def no_limit(community: Community) -> Iterator[Slip]:
    """Finds groups with neither a cap nor a cohort; HB705 tells those whose members pay."""
    boundary, membership = community.promise.boundary, community.membership
    cohort = boundary.cohort if boundary else None
    limited = boundary and (boundary.cap or (cohort and (cohort.size or cohort.starts or cohort.ends)))
    if not limited and not (membership and membership.model == "paid"):
        where = "/promise/boundary" if boundary else "/promise"
        hint = "write how many people there is room for: `boundary: { cap: 50 }`"
        yield Slip(where, "neither a cap nor a cohort says when the group is full", hint)
