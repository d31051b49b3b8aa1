"""HB212: the review of the code is overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.calendar.spans import after
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=2)
def code_review_overdue(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that should have been read again."""
    review = conduct.review
    due = after(review.last, review.every) if review and review.last and review.every else None
    if due:
        yield Slip(
            "/conduct/review/last",
            f"the review of the code fell due on {due}",
            "read it with the contacts, try each address once, and write today's date as `last`",
            since=due,
        )
