"""HB210: nobody says what follows from revenge for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.ADVICE, worth=2)
def no_word_on_retaliation(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that do not say what follows from revenge for a report."""
    if not conduct.retaliation:
        yield Slip(
            "/conduct",
            "the code forbids revenge for a report, and nothing says what follows from it",
            "add what follows, as in `retaliation: Whoever makes somebody pay for a report leaves.`",
        )
