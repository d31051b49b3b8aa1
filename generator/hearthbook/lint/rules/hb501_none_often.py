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
    known = {each.name: each.when for each in rituals if each.when and each.when.every}
    if len(known) < len(rituals):
        return
    counts = {name: frequency(when) for name, when in known.items()}
    ends = [when.until for name, when in known.items() if counts[name] >= times_a_year]
    days = [day for day in ends if day]
    if len(days) < len(ends):
        return
    since = min(max(days), date.max - _A_DAY) + _A_DAY if days else None
    yield Slip("/rituals", _fact(counts, times_a_year), _HINT, since=since)


_HINT: Final = "add something small and frequent: one question in a channel every Friday is enough"


def _fact(counts: dict[str, float], times_a_year: int) -> str:
    rare = [name for name, count in counts.items() if count < times_a_year]
    if not rare:
        return "all rituals have come to their last day"
    most = max(rare, key=lambda name: counts[name])
    often = "once" if counts[most] < 1.5 else f"{counts[most]:.0f} times"  # noqa: PLR2004
    return f"the most frequent ritual, `{most:.40}`, takes place {often} a year"
