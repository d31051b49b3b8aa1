"""HB705: every new member brings money, and nothing limits how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise
    from hearthbook.model.worth import Membership


@rule(Severity.ADVICE, worth=2)
def paid_without_cap(membership: Membership, promise: Promise) -> Iterator[Slip]:
    """Finds paid groups that have neither a cap nor a cohort of a known size."""
    boundary = promise.boundary
    limited = boundary and (boundary.cap or (boundary.cohort and boundary.cohort.size))
    if membership.model == "paid" and not limited:
        fact = "each new member brings money, and no `cap` says when the group is full"
        yield Slip(
            "/promise/boundary", fact, "write the number at which you close the door: `boundary: { cap: 50 }`"
        )
