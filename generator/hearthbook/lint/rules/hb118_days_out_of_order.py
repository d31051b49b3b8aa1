"""HB118: the days of a cohort are out of order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise


@rule(Severity.ERROR, worth=3)
def days_out_of_order(promise: Promise) -> Iterator[Slip]:
    """Finds cohorts that end before they begin, or end before one may apply."""
    cohort = promise.boundary.cohort if promise.boundary else None
    if not cohort or not cohort.ends:
        return
    if cohort.starts and cohort.ends < cohort.starts:
        fact = f"the cohort ends on {cohort.ends}, before it starts on {cohort.starts}"
        yield Slip(
            "/promise/boundary/cohort/ends", fact, "write the earlier day as `starts`; look at the year"
        )
    elif cohort.apply_by and cohort.ends < cohort.apply_by:
        fact = f"one may apply until {cohort.apply_by}, after the cohort ends on {cohort.ends}"
        yield Slip("/promise/boundary/cohort/apply_by", fact, "write a day before the cohort starts")
