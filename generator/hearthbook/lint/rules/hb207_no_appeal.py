"""HB207: nobody looks again at a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=3)
def no_appeal(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct without a way to have a decision looked at again."""
    if not conduct.appeal:
        yield Slip(
            "/conduct",
            "nobody is named who looks again at a decision about a report",
            'name others than the contacts: `appeal: { to: "The board, board@example.org" }`',
        )
