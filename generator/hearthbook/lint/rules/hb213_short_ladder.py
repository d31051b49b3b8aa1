"""HB213: there is no ladder of consequences, or it has one rung."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct

LEAST: Final = 2
"""With one step, a careless remark and a threat meet the same answer."""


@rule(Severity.ADVICE, worth=3)
def short_ladder(conduct: Conduct, *, least: int = LEAST) -> Iterator[Slip]:
    """Finds codes of conduct that do not tell the small from the grave."""
    found = len(conduct.ladder)
    if found < least:
        steps = "one step" if found == 1 else f"{found} steps"
        yield Slip(
            "/conduct/ladder" if found else "/conduct",
            f"the ladder has only {steps}"
            if found
            else "nothing says what follows when somebody breaks the code",
            "begin small, end hard: `ladder: [A private word, A month without posting, You leave]`",
        )
