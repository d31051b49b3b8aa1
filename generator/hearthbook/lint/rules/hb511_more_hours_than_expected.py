"""HB511: the rituals take more hours than members are told to expect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.calendar.describe import frequency
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Expected
    from hearthbook.model.rhythm import Ritual

SLACK: Final = 1.5
"""Half as much again: nobody comes to everything."""

_HOURS: Final = 60 * 52
"""Minutes of an hour times weeks of a year."""


@rule(Severity.ADVICE, worth=2)
def more_hours_than_expected(
    expected: Expected, rituals: tuple[Ritual, ...], *, slack: float = SLACK
) -> Iterator[Slip]:
    """Finds an expectation that those who come to every lasting ritual exceed by far."""
    lasting = [each.when for each in rituals if each.when and not each.when.until]
    taken = sum(frequency(when) * (when.minutes or 0) for when in lasting) / _HOURS
    told = expected.hours_a_week
    if told and taken > told * slack:
        fact = f"the rituals alone take {taken:.1f} hours a week, and members are told to expect {told:g}"
        hint = "raise `hours_a_week`, or say under `lint.ignore` why nobody comes to all of them"
        yield Slip("/expected/hours_a_week", fact, hint)
