"""HB217: nobody says how soon a case is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.ADVICE, worth=2)
def no_decision_time(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that do not say when a case is decided."""
    if not conduct.decide_within:
        yield Slip(
            "/conduct",
            "nothing says how soon a report is decided",
            "add a time, as in `decide_within: two weeks`; if it takes longer, tell both sides why",
        )
