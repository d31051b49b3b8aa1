"""HB206: nobody says how soon a report is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=3)
def no_receipt_time(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that do not say when a report is confirmed."""
    if not conduct.receipt_within:
        yield Slip(
            "/conduct",
            "nothing says how soon somebody who reports hears that it arrived",
            "add a time you can keep on holiday too, as in `receipt_within: two days`",
        )
