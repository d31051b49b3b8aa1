"""HB216: nothing is said about what to do in danger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=4)
def no_emergency(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that do not send people to emergency services first."""
    if not conduct.emergency:
        yield Slip(
            "/conduct",
            "nothing says what to do first when somebody is in danger",
            "write the number of the place where you are, as in `emergency: Call 112, then tell a contact.`",
        )
