"""HB211: nobody says how often the code is looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.ADVICE, worth=2)
def no_review_rhythm(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that are never looked at again."""
    if not conduct.review or not conduct.review.every:
        yield Slip(
            "/conduct/review" if conduct.review else "/conduct",
            "nothing says how often the code is read again and mended",
            "choose a rhythm and note the last time, as in `review: { last: 2026-11-01, every: year }`",
        )
