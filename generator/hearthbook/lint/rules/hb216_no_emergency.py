"""HB216: no number is given for when somebody is in danger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.ADVICE, worth=3)
def no_emergency(conduct: Conduct) -> Iterator[Slip]:
    """Finds codes of conduct that do not say whom to call in danger."""
    if not conduct.emergency:
        yield Slip(
            "/conduct",
            "the code sends people to the emergency services, and gives no number",
            "write the number for where you are, as in `emergency: Call 112, then tell a contact.`",
        )
