"""HB814: the handbook was to be read through again and was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.calendar.due import next_review
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.identity import Review


@rule(Severity.WARNING, worth=2)
def review_overdue(review: Review) -> Iterator[Slip]:
    """Finds handbooks whose next reading is past."""
    due = next_review(review)
    if due:
        fact = f"this handbook was to be read through by {due}; it was last read on {review.last}"
        hint = "read it through, mend what is no longer so, and write today's day as `last`"
        yield Slip("/review/last", fact, hint, since=due)
