"""HB409: no question at the door, or more than three."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Onboarding

MOST: Final = 3
"""A role, a goal and what is hard just now: what more one wants to know, one asks in person."""


@rule(Severity.ADVICE, worth=2)
def entry_questions(onboarding: Onboarding, *, most: int = MOST) -> Iterator[Slip]:
    """Finds doors at which nobody asks, or at which one fills in a form."""
    found = len(onboarding.questions)
    if not found:
        hint = 'ask what brings them, and use the answer: `questions: ["What is your draft about?"]`'
        yield Slip("/onboarding", "newcomers are asked nothing when they come", hint)
    elif found > most:
        hint = "keep those whose answers somebody uses in the first week"
        yield Slip("/onboarding/questions", f"newcomers are asked {found} questions before they are in", hint)
