"""HB212: the review of the code is overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.calendar.due import next_review
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=2)
def code_review_overdue(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that should have been read again."""
    due = next_review(conduct.review)
    if due:
        yield Slip(
            "/conduct/review/last",
            f"the review of the code fell due on {due}",
            "read it with the contacts, try each address once, and write today's date as `last`",
            since=due,
        )
