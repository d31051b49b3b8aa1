"""Rhythms of every kind, and spans to look at, for tests that hold for all of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from hearthbook.model.recurrence import ORDINALS, WEEKDAYS, When
from tests.calendar.oracle import clocks, is_day

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[[st.SearchStrategy[Any]], Any]

ZONES: Final = (
    "Europe/Berlin", "America/New_York", "Australia/Sydney", "Pacific/Auckland", "America/Santiago",
    "Australia/Lord_Howe", "Antarctica/Troll", "Africa/Casablanca", "Europe/Dublin", "Pacific/Apia",
    "Asia/Kathmandu", "America/Sao_Paulo", "America/St_Johns", "Pacific/Chatham", "Africa/Cairo", "UTC",
)  # fmt: skip
"""Clocks that change in spring or autumn, by half an hour or two, by the moon, no more, or never."""
HOURS: Final = (
    "00:00",
    "00:30",
    "01:00",
    "01:30",
    "02:00",
    "02:15",
    "02:30",
    "03:00",
    "12:00",
    "23:30",
    "23:59",
)
"""Hours that come twice or not at all somewhere, and some that are always there."""
SPECIAL: Final = (
    date(2020, 2, 29), date(2024, 2, 29), date(2028, 2, 29), date(2000, 2, 29), date(2027, 1, 31),
    date(2020, 12, 31), date(2026, 12, 31), date(2032, 12, 27), date(2021, 1, 1), date(2015, 12, 28),
    date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 8), date(2026, 11, 1), date(2026, 4, 5),
    date(2026, 10, 4), date(2011, 12, 30), date(2018, 11, 4), date(2019, 2, 16), date(2026, 4, 30),
)  # fmt: skip
"""Leap days, ends of months, weeks 53 and days on which clocks change."""

MOSTLY = st.sampled_from((True, True, True, False))
SELDOM = st.sampled_from((False,) * 12 + (True,))
DAYS = st.sampled_from(SPECIAL).flatmap(
    lambda day: st.integers(-8, 8).map(lambda more: day + timedelta(days=more))
) | st.dates(date(1999, 1, 1), date(2040, 12, 31))
ATS = st.sampled_from(HOURS) | st.times().map(lambda at: f"{at:%H:%M}")
WEEKLY = st.sampled_from(["week", *(f"{count} weeks" for count in range(2, 13))])
MONTHLY = st.sampled_from(["month", "quarter", "year", *(f"{count} months" for count in range(2, 13))])
OF_WEEK = st.sampled_from(WEEKDAYS)
OF_MONTH = (
    st.builds("{} {}".format, st.sampled_from(ORDINALS), OF_WEEK) | st.integers(1, 28) | st.integers(1, 31)
)


def _begin(draw: Draw, wanted: str | int) -> date:
    """A first day that fits, or now and then one that does not."""
    day: date = draw(DAYS)
    return _on(day, wanted) if draw(MOSTLY) else day


def _on(day: date, wanted: str | int) -> date:
    """The next day that is such a one."""
    return next(each for number in range(70) if is_day(wanted, each := day + timedelta(days=number)))


def _clock(draw: Draw) -> dict[str, Any]:
    clock: dict[str, Any] = {}
    if draw(MOSTLY):
        clock = {"at": draw(ATS), "zone": draw(st.sampled_from(ZONES))}
    if draw(st.booleans()):
        clock["minutes"] = draw(st.integers(1, 1440))
    return clock


def _turns(draw: Draw, days: st.SearchStrategy[str | int]) -> tuple[dict[str, Any], ...]:
    slots = draw(st.lists(days, min_size=2, max_size=4))
    return tuple({"day": day, **_clock(draw)} for day in slots)


def _otherwise(draw: Draw, when: When, first: date) -> dict[str, Any]:
    """Days on which it is otherwise: mostly some of its own, which are what matters."""
    soon = [first + timedelta(days=count) for count in range(400)]
    own = [day for day in soon if clocks(when, day)] or soon
    near = st.integers(0, len(own) - 1).map(own.__getitem__) | st.integers(0, 399).map(soon.__getitem__)
    left_out = draw(st.lists(near, max_size=4))
    moved = {old: new for old, new in draw(st.dictionaries(near, near, max_size=3)).items() if old != new}
    also = draw(st.lists(st.fixed_dictionaries({"date": near}, optional={"at": ATS}), max_size=2))
    found: dict[str, Any] = {}
    if left_out:
        found["except"] = tuple(day for day in left_out if day not in moved)
    return found | ({"moved": moved} if moved else {}) | ({"also": tuple(also)} if also else {})


@st.composite
def whens(draw: Draw) -> When:
    """Any rhythm in words that the model takes, most of them with days that are sure."""
    weekly = draw(st.booleans())
    days = OF_WEEK if weekly else OF_MONTH
    facts: dict[str, Any] = {"every": draw(WEEKLY if weekly else MONTHLY), **_clock(draw)}
    if draw(MOSTLY):
        facts["day"] = tuple(draw(st.lists(days, min_size=1, max_size=3, unique=True)))
        first = _begin(draw, facts["day"][0])
    else:
        facts["alternate"] = _turns(draw, days)
        wanted = facts["alternate"][0]["day"]
        first = _on(draw(DAYS), wanted)
    if "alternate" in facts or draw(MOSTLY):
        facts["from"] = first
    if not draw(MOSTLY):
        facts["until"] = first + timedelta(days=draw(st.integers(0, 800)))
    if draw(SELDOM):
        facts["note"] = "not in the school holidays"
    if draw(MOSTLY):
        facts |= _otherwise(draw, When.model_validate(facts), first)
    return When.model_validate(facts)


@st.composite
def spans(draw: Draw, when: When) -> tuple[date, date]:
    """A span to look at: mostly about the first day or the years after it, at times anywhere."""
    near = when.from_ or date(2026, 1, 1)
    more = draw(st.integers(-60, 30) | st.integers(0, 2000) | st.sampled_from(range(3650)))
    start = near + timedelta(days=more)
    return start, start + timedelta(days=draw(st.integers(0, 800) | st.sampled_from(range(800))))
