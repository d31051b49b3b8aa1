"""HB707: something that a member said has waited a season for an answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Feedback

DAYS: Final = 90
"""A season: long enough to try something, short enough for the member to remember."""


@rule(Severity.ADVICE, worth=2)
def old_feedback(feedback: tuple[Feedback, ...], *, days: int = DAYS) -> Iterator[Slip]:
    """Finds feedback that is open, or has no answer, for longer than a season."""
    for number, one in enumerate(feedback):
        waits = one.status == "open" or not one.did
        if waits and one.when and one.when <= date.max - timedelta(days=days):
            state = "is still open" if one.status == "open" else "has no answer"
            fact = f"{quoted(one.said)} was said on {one.when} and {state}"
            hint = "say what came of it: `did: ...`, `status: done`; a no with its reason is an answer"
            yield Slip(pointer("feedback", number), fact, hint, since=one.when + timedelta(days=days))
