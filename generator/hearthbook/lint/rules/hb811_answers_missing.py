"""HB811: many of the group's own questions have no answer yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Answer

PER_CENT: Final = 33
"""One open question shows honesty; where every third is open, a reader stops looking for answers."""
LEAST: Final = 2
"""A single open question is no pattern, however few there are."""


@rule(Severity.ADVICE, worth=2)
def answers_missing(
    faq: tuple[Answer, ...], *, per_cent: int = PER_CENT, least: int = LEAST
) -> Iterator[Slip]:
    """Finds lists of questions of which a third or more are open."""
    still_open = [answer for answer in faq if not answer.a]
    if len(still_open) >= least and len(still_open) * 100 >= len(faq) * per_cent:
        fact = f"{len(still_open)} of {len(faq)} questions have no answer yet"
        first = still_open[0].q[:50].rstrip()
        hint = f"answer one this week, for example `{first}`, or take out those that nobody asks"
        yield Slip("/faq", fact, hint)
