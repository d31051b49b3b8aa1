"""What the page's script works out from a rule is what calendars are made of, for rhythms of every kind."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from hearthbook.calendar.occurrences import occurrences
from hearthbook.calendar.rule import rule_of
from hearthbook.calendar.series import series_of
from hearthbook.model.recurrence import ORDINALS, WEEKDAYS, When, falls_on
from hearthbook.render.plain import carried
from tests.browser.seeing import DESK
from tests.browser.small import Small, small_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.calendar.occurrences import Occurrence
    from tests.browser.windows import Windows

pytestmark = pytest.mark.browser

CASES: Final = 60
NEXT: Final = 3
ZONES: Final = (
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "America/Santiago",
    "UTC",
)
RULES: Final = (
    "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-2",
    "FREQ=DAILY;INTERVAL=10",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,FR;COUNT=40",
    "FREQ=YEARLY;BYMONTH=3,11;BYDAY=2SU",
)
ASKED: Final = """rows => rows.map(([rule, now]) => {
  const found = hearthbook.times.coming(hearthbook.times.readRules(rule), now, { count: 3 });
  return found.map(({ day, start, whole }) => [day, whole ? null : start]);
})"""


def _time(chance: random.Random) -> str:
    return f"{chance.randrange(24):02}:{chance.choice((0, 15, 30)):02}"


def _day(chance: random.Random, every: str) -> str | int:
    weekday = chance.choice(WEEKDAYS)
    if "week" in every:
        return weekday
    return chance.choice((f"{chance.choice(ORDINALS)} {weekday}", chance.randint(1, 28)))


def _rhythm(chance: random.Random, start: date) -> dict[str, Any]:
    """How often and on which days, in one of the ways to write that."""
    kind = chance.choice(("plain", "plain", "counted", "turns", "rrule", "once", "days"))
    if kind == "rrule":
        return {"rrule": chance.choice(RULES), "from": start}
    if kind == "once":
        return {"from": start + timedelta(300), "until": start + timedelta(300)}
    if kind == "days":
        return {"also": tuple({"date": start + timedelta(chance.randrange(600))} for _ in range(5))}
    every = (
        chance.choice(("week", "month"))
        if kind == "plain"
        else chance.choice(("2 weeks", "3 months", "week"))
    )
    days = tuple(_day(chance, every) for _ in range(chance.randint(1, 3)))
    if kind == "plain":
        return {"every": every, "day": days}
    first = _first(days[0], start)
    if kind == "counted":
        return {"every": every, "day": days, "from": first}
    several = (days * 2)[: len(days) + 1]
    slots = tuple({"day": day, "at": _time(chance), "zone": chance.choice(ZONES)} for day in several)
    return {"every": every, "alternate": slots, "from": first}


def _first(day: str | int, start: date) -> date:
    """The first such day from `start` on."""
    return next(each for each in (start + timedelta(more) for more in range(400)) if falls_on(day, each))


def _when(chance: random.Random) -> When:
    """A rhythm with some of what can be said of one."""
    facts = _rhythm(chance, date(2026, 1, 1) + timedelta(chance.randrange(300)))
    if chance.random() < 0.9:
        facts |= {
            "at": _time(chance),
            "zone": chance.choice(ZONES),
            "minutes": chance.choice((None, 60, 240)),
        }
    if "until" not in facts and "COUNT" not in facts.get("rrule", "") and chance.random() < 0.2:
        facts["until"] = date(2027, chance.randint(1, 12), 20)
    return When.model_validate(_with_changes(chance, facts) if "also" not in facts else facts)


def _with_changes(chance: random.Random, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with a day left out, one moved and one besides, each now and then."""
    days = [one.day for one in occurrences(When.model_validate(facts), date(2026, 6, 1), date(2028, 6, 1))]
    if len(days) > NEXT and chance.random() < 0.6:
        out, old = chance.sample(days[:20], 2)
        facts |= (
            {"except": (out,), "moved": {old: old + timedelta(chance.randint(1, 9))}} if out != old else {}
        )
    if chance.random() < 0.4:
        extra = {"date": date(2026, 11, 1) + timedelta(chance.randrange(60))}
        facts["also"] = (extra | ({"at": _time(chance)} if chance.random() < 0.5 else {}),)
    return facts


def _start(one: Occurrence) -> datetime:
    return one.start or datetime(one.day.year, one.day.month, one.day.day, tzinfo=UTC)


def _ends(one: Occurrence) -> datetime:
    """When it is over; a whole day with its last minute, in UTC as the reader's window has it."""
    return _start(one) + (
        timedelta(minutes=one.minutes or 0) if one.start else timedelta(days=1, microseconds=-1)
    )


def _next(when: When, now: datetime) -> list[list[int | None]]:
    """The next times: the day, counted from 1970, and the instant in milliseconds."""
    all_of = occurrences(when, now.date() - timedelta(3), now.date() + timedelta(1400))
    left = sorted((one for one in all_of if _ends(one) >= now), key=_start)[:NEXT]
    epoch = date(1970, 1, 1)
    return [
        [(one.day - epoch).days, int(one.start.timestamp() * 1000) if one.start else None] for one in left
    ]


@pytest.fixture
def asked(windows: Windows) -> Callable[[list[list[object]]], Any]:
    """What the script works out for rules and instants."""
    window = Small(windows.one(DESK, timezone_id="UTC"))
    return lambda rows: window.show(small_page("", "times")).evaluate(ASKED, rows)


def test_the_page_and_calendars_know_the_same_next_times(asked: Callable[[list[list[object]]], Any]) -> None:
    chance = random.Random(8)  # noqa: S311 - the same cases every time
    whens = [_when(chance) for _ in range(CASES)]
    nows = [
        datetime(2026, 10, 1, 12, tzinfo=UTC) + timedelta(minutes=chance.randrange(400_000)) for _ in whens
    ]
    texts = [carried({"rule": rule_of(when)}).partition('"')[2].rstrip('"') for when in whens]
    assert all(texts)
    found = asked([[text, int(now.timestamp() * 1000)] for text, now in zip(texts, nows, strict=True)])
    wrong = [
        (when.model_dump(exclude_defaults=True), text, now, ours, theirs)
        for when, text, now, ours in zip(whens, texts, nows, found, strict=True)
        if ours != (theirs := _next(when, now))
    ]
    assert not wrong


def test_the_rhythms_that_are_compared_are_of_every_kind() -> None:
    chance = random.Random(8)  # noqa: S311 - the same cases every time
    whens = [_when(chance) for _ in range(CASES)]
    for kind in ("every", "alternate", "rrule", "also", "moved", "except_", "until"):
        assert sum(bool(getattr(when, kind)) for when in whens) >= NEXT, kind
    assert sum(len(series_of(when)) > 1 for when in whens) >= NEXT
