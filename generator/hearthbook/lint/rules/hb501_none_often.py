"""HB501: no ritual takes place every week or every two weeks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.describe import frequency
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.rhythm import Ritual

TIMES_A_YEAR: Final = 24
"""Every two weeks, or on two days of each month; beyond that, people lose the thread."""

_A_DAY: Final = timedelta(days=1)


@rule(Severity.ADVICE, worth=2)
def none_often(rituals: tuple[Ritual, ...], *, times_a_year: int = TIMES_A_YEAR) -> Iterator[Slip]:
    """Finds groups that meet too seldom, once all that takes place often has ended."""
    rhythms = [(frequency(each.when), each) for each in rituals if each.when and each.when.every]
    ends = [each.when.until for count, each in rhythms if each.when and count >= times_a_year]
    days = [day for day in ends if day]
    if len(rhythms) < len(rituals) or len(days) < len(ends):
        return
    since = min(max(days), date.max - _A_DAY) + _A_DAY if days else None
    rare = [(count, each.name) for count, each in rhythms if count < times_a_year]
    hint = "add something small and frequent: one question in a channel every Friday is enough"
    yield Slip("/rituals", _fact(rare), hint, since=since)


def _fact(rare: list[tuple[float, str]]) -> str:
    if not rare:
        return "all rituals have come to their last day"
    count, name = max(rare)
    often = "once" if round(count) <= 1 else f"{count:.0f} times"
    return f"the most frequent ritual, `{name:.40}`, takes place {often} a year"
