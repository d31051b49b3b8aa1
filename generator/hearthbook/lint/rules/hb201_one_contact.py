"""HB201: fewer people than two take reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct

LEAST: Final = 2
"""With two, nobody has to report somebody to that very person."""


@rule(Severity.WARNING, worth=5)
def one_contact(conduct: Conduct, *, least: int = LEAST) -> Iterator[Slip]:
    """Finds codes of conduct with too few people to turn to."""
    found = len(conduct.contacts)
    if found < least:
        fact = "nobody is named who takes reports" if not found else "only one person takes reports"
        yield Slip("/conduct/contacts", fact, "name two people, one of them outside the circle that leads")
