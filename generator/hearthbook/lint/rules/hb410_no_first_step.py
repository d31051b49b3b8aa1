"""HB410: no step for the first ten minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Onboarding

MINUTES: Final = 10
"""About as long as somebody stays who has just been let in and sees nothing to do."""


@rule(Severity.ADVICE, worth=3)
def no_first_step(onboarding: Onboarding, *, minutes: int = MINUTES) -> Iterator[Slip]:
    """Finds ways in without something small to do at once; a short step that says no time counts."""
    for step in onboarding.steps:
        if step.when == "10 minutes" or (not step.when and step.minutes and step.minutes <= minutes):
            return
    where = "/onboarding/steps" if onboarding.steps else "/onboarding"
    fact = f"there is nothing to do in a newcomer's first {minutes} minutes"
    hint = "begin small: `{ when: 10 minutes, do: Say hello with your first post, minutes: 10 }`"
    yield Slip(where, fact, hint)
