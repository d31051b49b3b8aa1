"""HB218: nothing says who steps aside from a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.ADVICE, worth=2)
def no_stepping_aside(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct without a word on conflicts of interest."""
    if not conduct.conflict_of_interest:
        yield Slip(
            "/conduct",
            "nothing of your own says who steps aside from a case, and who takes the empty place",
            "say both, as in `conflict_of_interest: Friends step aside. Ada takes their place.`",
        )
