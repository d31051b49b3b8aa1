"""Rhythms: which are taken, and what is said of the others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from hearthbook.model.recurrence import ORDINALS, WEEKDAYS, When, falls_on
from tests.calendar.oracle import is_day

TURNS = ({"day": "Monday"}, {"day": "Thursday"})
MONDAY = date(2026, 9, 7)


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"every": "biweekly"}, "every_form"),
        ({"every": "13 weeks"}, "every_form"),
        ({"every": "week", "day": ("fifth Monday",)}, "day_form"),
        ({"every": "month", "day": (32,)}, "day_number"),
        ({"every": "week", "day": (15,)}, "day_of_week"),
        ({"every": "week", "day": ("third Monday",)}, "day_of_week"),
        ({"every": "quarter", "day": ("Monday",)}, "day_of_month"),
        ({"from": MONDAY, "until": date(2026, 9, 6)}, "until_before_from"),
        ({"from": date(1899, 12, 31)}, "date_far"),
        ({"until": date(2200, 1, 1)}, "date_far"),
        ({"also": ({"date": date(1, 1, 1)},)}, "date_far"),
        ({"moved": {MONDAY: date(9999, 12, 31)}}, "date_far"),
        ({"moved": {MONDAY: MONDAY}}, "moved_nowhere"),
        ({"moved": {MONDAY: date(2026, 9, 8)}, "except": (MONDAY,)}, "moved_and_left_out"),
        ({"rrule": "FREQ=DAILY", "every": "week", "from": MONDAY}, "rrule_besides"),
        ({"rrule": "FREQ=DAILY", "alternate": TURNS, "from": MONDAY}, "rrule_besides"),
        ({"rrule": "FREQ=DAILY"}, "rrule_from"),
        ({"rrule": "FREQ=DAILY;COUNT=3", "from": MONDAY, "until": MONDAY}, "rrule_count"),
        ({"every": "week", "alternate": TURNS, "day": ("Monday",), "from": MONDAY}, "alternate_day"),
        ({"every": "week", "alternate": TURNS[:1], "from": MONDAY}, "alternate_one"),
        ({"alternate": TURNS, "from": MONDAY}, "alternate_from"),
        ({"every": "week", "alternate": TURNS}, "alternate_from"),
        ({"every": "week", "alternate": TURNS[::-1], "from": MONDAY}, "alternate_from"),
        ({"every": "month", "alternate": TURNS, "from": MONDAY}, "day_of_month"),
        ({"every": "week", "alternate": ({"day": 7}, {"day": 8}), "from": MONDAY}, "day_of_week"),
    ],
)
def test_a_rhythm_that_cannot_be_meant_is_refused_with_a_remedy(facts: dict[str, Any], kind: str) -> None:
    with pytest.raises(ValidationError) as told:
        When.model_validate(facts)
    assert [error["type"] for error in told.value.errors()] == [kind]
    assert all(error["ctx"]["hint"] for error in told.value.errors())


@pytest.mark.parametrize(
    "facts",
    [
        {"every": "week", "alternate": TURNS, "from": MONDAY, "at": "17:00", "zone": "UTC"},
        {"every": "month", "alternate": ({"day": 7}, {"day": "last Friday"}), "from": MONDAY},
        {"rrule": "FREQ=DAILY;COUNT=3", "from": MONDAY},
        {"from": MONDAY, "until": MONDAY, "moved": {MONDAY: date(2026, 9, 8)}},
        {"also": ({"date": MONDAY, "at": "18:00", "note": "With the others"},)},
        {"every": "year", "day": (29,), "from": date(2024, 2, 29)},
    ],
)
def test_a_rhythm_that_can_be_meant_is_taken(facts: dict[str, Any]) -> None:
    when = When.model_validate(facts)
    assert When.model_validate_json(when.model_dump_json(by_alias=True)) == when


@given(
    day=st.sampled_from(WEEKDAYS)
    | st.builds("{} {}".format, st.sampled_from(ORDINALS), st.sampled_from(WEEKDAYS))
    | st.integers(1, 31),
    first=st.dates(date(1900, 1, 1), date(2199, 12, 1)),
)
def test_a_date_is_such_a_day_or_it_is_not(day: str | int, first: date) -> None:
    dates = [first + timedelta(days=number) for number in range(32)]
    assert [falls_on(day, each) for each in dates] == [is_day(day, each) for each in dates]
