"""HB221: nothing is said about records of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.ADVICE, worth=3)
def no_word_on_records(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that are silent about what is kept."""
    if not conduct.records:
        yield Slip(
            "/conduct",
            "nothing says where notes on a case are kept, who reads them, and for how long",
            "add a line, as in `records: One file, read by the contacts alone, deleted after a year.`",
        )
