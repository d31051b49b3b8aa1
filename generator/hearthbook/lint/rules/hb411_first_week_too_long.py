"""HB411: the first week takes more time than is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Onboarding
    from hearthbook.model.promise import Expected

_FIRST_WEEK: Final = ("10 minutes", "first day", "first week")


@rule(Severity.ADVICE, worth=2)
def first_week_too_long(onboarding: Onboarding, expected: Expected) -> Iterator[Slip]:
    """Finds first weeks whose steps take longer than an ordinary week is said to take."""
    hours = expected.hours_a_week
    minutes = sum(step.minutes or 0 for step in onboarding.steps if step.when in _FIRST_WEEK)
    if hours and minutes > hours * 60:
        fact = f"the first week's steps take {minutes} minutes, and `hours_a_week` is {hours:g}"
        hint = "move a step to the first month, or say the true time in `expected.hours_a_week`"
        yield Slip("/onboarding/steps", fact, hint)
