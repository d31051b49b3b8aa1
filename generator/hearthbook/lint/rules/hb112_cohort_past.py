"""HB112: the cohort that the page announces is past."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Cohort, Promise


@rule(Severity.WARNING, worth=3)
def cohort_past(promise: Promise) -> Iterator[Slip]:
    """Finds cohorts from the day after the last day that they name."""
    cohort = promise.boundary.cohort if promise.boundary else None
    key, last, fact = _last(cohort) if cohort else ("", None, "")
    if last and last < date.max:
        hint = "write the days of the next round, or take `cohort` out until there is one"
        yield Slip(f"/promise/boundary/cohort/{key}", fact, hint, since=last + timedelta(days=1))


def _last(cohort: Cohort) -> tuple[str, date | None, str]:
    """Key and day after which the cohort is nothing to wait for any more, and what is so then."""
    if cohort.ends:
        return "ends", cohort.ends, f"the cohort that is announced ended on {cohort.ends}"
    if cohort.starts:
        fact = f"the cohort began on {cohort.starts}, and nothing says when it ends"
        return "starts", cohort.starts, fact
    return "apply_by", cohort.apply_by, f"one could apply until {cohort.apply_by}, and no later day is named"
