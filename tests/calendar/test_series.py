"""A rhythm as rules of RFC 5545, which is what calendars are told."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from hearthbook.calendar.series import series_of
from hearthbook.model.recurrence import When


def _rules(facts: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.rrule, str(one.first)) for one in series_of(When.model_validate(facts))]


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({"every": "week", "day": ("Tuesday",)}, [("FREQ=WEEKLY;BYDAY=TU", "2026-01-06")]),
        (
            {"every": "week", "day": ("Tuesday",), "until": date(2020, 6, 30)},
            [("FREQ=WEEKLY;BYDAY=TU", "2019-07-02")],
        ),
        (
            {"every": "3 weeks", "day": ("Tuesday", "Friday"), "from": date(2026, 9, 4)},
            [("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR", "2026-09-04")],
        ),
        (
            {"every": "month", "day": (15, "last Friday"), "from": date(2026, 9, 1)},
            [("FREQ=MONTHLY;BYDAY=-1FR", "2026-09-25"), ("FREQ=MONTHLY;BYMONTHDAY=15", "2026-09-15")],
        ),
        (
            {"every": "year", "day": ("second Sunday",), "from": date(2026, 5, 10)},
            [("FREQ=MONTHLY;INTERVAL=12;BYDAY=2SU", "2026-05-10")],
        ),
        (
            {
                "every": "2 weeks",
                "alternate": ({"day": "Monday"}, {"day": "Sunday"}, {"day": "Monday"}),
                "from": date(2026, 9, 7),
            },
            [
                ("FREQ=WEEKLY;INTERVAL=6;BYDAY=MO", "2026-09-07"),
                ("FREQ=WEEKLY;INTERVAL=6;BYDAY=SU", "2026-09-27"),
                ("FREQ=WEEKLY;INTERVAL=6;BYDAY=MO", "2026-10-05"),
            ],
        ),
        (
            {
                "every": "month",
                "alternate": ({"day": 28}, {"day": "first Monday"}),
                "from": date(2026, 12, 28),
            },
            [
                ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28", "2026-12-28"),
                ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "2027-01-04"),
            ],
        ),
        (
            {"rrule": "FREQ=WEEKLY", "from": date(2026, 9, 3)},
            [("FREQ=WEEKLY;BYDAY=TH", "2026-09-03")],
        ),
        (
            {"rrule": "FREQ=MONTHLY;BYDAY=TU,-1FR", "from": date(2026, 9, 2)},
            [("FREQ=MONTHLY;BYDAY=1TU,2TU,3TU,4TU,5TU,-1FR", "2026-09-08")],
        ),
        (
            {"rrule": "FREQ=YEARLY;BYWEEKNO=53", "from": date(2026, 9, 3)},
            [("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH", "2026-12-31")],
        ),
        ({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "from": date(2026, 9, 3)}, []),
        ({"rrule": "FREQ=YEARLY;BYMONTH=8", "from": date(2026, 9, 3), "until": date(2027, 8, 2)}, []),
    ],
)
def test_a_rhythm_is_these_rules(facts: dict[str, Any], rules: list[tuple[str, str]]) -> None:
    assert _rules(facts) == rules


def test_each_turn_has_its_own_clock_or_that_of_the_whole() -> None:
    facts = {
        "every": "week",
        "alternate": ({"day": "Monday", "at": "09:00", "minutes": 30}, {"day": "Friday", "zone": "UTC"}),
        "at": "17:00",
        "zone": "Europe/Berlin",
        "minutes": 60,
        "from": date(2026, 9, 7),
    }
    clocks = [(one.at, one.zone, one.minutes) for one in series_of(When.model_validate(facts))]
    assert clocks == [(time(9), "Europe/Berlin", 30), (time(17), "UTC", 60)]
