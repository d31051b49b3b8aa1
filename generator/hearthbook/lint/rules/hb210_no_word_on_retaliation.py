"""HB210: nothing is said about revenge for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=3)
def no_word_on_retaliation(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that are silent on revenge for a report."""
    if not conduct.retaliation:
        yield Slip(
            "/conduct",
            "nothing says what follows when somebody is punished for a report",
            "add what follows, as in `retaliation: Whoever makes somebody pay for a report leaves.`",
        )
