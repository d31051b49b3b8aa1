"""HB804: an answer was to be checked again and was not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Answer


@rule(Severity.WARNING, worth=3)
def claim_expired(faq: tuple[Answer, ...]) -> Iterator[Slip]:
    """Finds answers whose day to be checked again is past."""
    for number, answer in enumerate(faq):
        ends = answer.claim.expires if answer.claim else None
        if answer.a and ends and ends < date.max:
            fact = f"this answer was to be checked by {ends}"
            hint = "check it, then move `checked` and `expires` on; if nobody can, take the answer out"
            where = pointer("faq", number, "claim", "expires")
            yield Slip(where, fact, hint, since=ends + timedelta(days=1))
