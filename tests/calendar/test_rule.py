"""Rhythms as rules for programs: the days where they are sure, else the hour alone."""

from __future__ import annotations

from typing import Any, Final

import pytest

from hearthbook.calendar.rule import rule_of
from hearthbook.model.recurrence import When

BERLIN: Final[dict[str, Any]] = {"at": "17:00", "zone": "Europe/Berlin"}
HOUR: Final = "TZID=Europe/Berlin;AT=17:00"


def _from(day: str) -> dict[str, Any]:
    return {"from": day}


def _rule(*, in_person: bool = False, **facts: Any) -> str:  # noqa: ANN401 - as YAML has them
    return rule_of(When.model_validate(facts), in_person=in_person)


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"every": "week", "day": ("Tuesday",)}, "FREQ=WEEKLY;BYDAY=TU"),
        ({"every": "week", "day": ("Tuesday", "Friday")}, "FREQ=WEEKLY;BYDAY=TU,FR"),
        (
            {"every": "2 weeks", "day": ("Tuesday",), "from": "2026-09-01"},
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;DTSTART=2026-09-01",
        ),
        ({"every": "month", "day": ("third Wednesday",)}, "FREQ=MONTHLY;BYDAY=3WE"),
        ({"every": "month", "day": ("last Friday",)}, "FREQ=MONTHLY;BYDAY=-1FR"),
        ({"every": "month", "day": (15,)}, "FREQ=MONTHLY;BYMONTHDAY=15"),
        (
            {"every": "quarter", "day": ("first Tuesday",), "from": "2026-09-01"},
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU;DTSTART=2026-09-01",
        ),
        (
            {"every": "2 months", "day": ("last Tuesday",), "from": "2026-09-29"},
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TU;DTSTART=2026-09-29",
        ),
        (
            {"every": "year", "day": (6,), "from": "2026-01-06"},
            "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=6;DTSTART=2026-01-06",
        ),
        (
            {"from": "2026-12-01", "until": "2026-12-01"},
            "FREQ=DAILY;DTSTART=2026-12-01;UNTIL=2026-12-01",
        ),
        (
            {
                "every": "week",
                "day": ("Tuesday",),
                "until": "2027-06-29",
                "except": ("2026-12-22", "2026-12-29"),
            },
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=2027-06-29;EXDATE=2026-12-22,2026-12-29",
        ),
    ],
)
def test_days_that_are_sure_are_a_rule(facts: dict[str, Any], rule: str) -> None:
    assert _rule(**facts) == rule
    assert _rule(**facts, **BERLIN) == f"{rule};{HOUR}"


def test_days_by_name_and_by_number_are_two_rules() -> None:
    assert (
        _rule(every="month", day=(1, "second Monday")) == "FREQ=MONTHLY;BYDAY=2MO|FREQ=MONTHLY;BYMONTHDAY=1"
    )


def test_times_that_take_turns_are_two_rules_that_count_apart() -> None:
    slots = ({"day": "Monday", "at": "13:00"}, {"day": "Wednesday", "at": "09:00", "zone": "UTC"})
    assert _rule(every="week", alternate=slots, zone="Europe/Berlin", **_from("2026-09-07")) == (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;DTSTART=2026-09-07;TZID=Europe/Berlin;AT=13:00"
        "|FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;DTSTART=2026-09-16;TZID=UTC;AT=09:00"
    )


def test_the_rule_of_an_expert_is_worked_out_as_a_list_of_days() -> None:
    rule = _rule(rrule="FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-2;COUNT=4", **_from("2026-09-01"), **BERLIN)
    assert rule == f"FREQ=LIST;DAYS=2026-09-22,28,28,35;{HOUR}"


def test_days_moved_and_days_besides_stand_after_the_rule() -> None:
    facts: dict[str, Any] = {
        "moved": {"2026-12-22": "2026-12-17"},
        "also": ({"date": "2026-12-10"}, {"date": "2026-12-11", "at": "18:00"}),
    }
    assert _rule(every="week", day=("Tuesday",), **facts, **BERLIN) == (
        f"FREQ=WEEKLY;BYDAY=TU;{HOUR};MOVED=2026-12-22/2026-12-17;RDATE=2026-12-10,2026-12-11T18:00"
    )


def test_single_days_alone_are_a_list() -> None:
    assert _rule(also=({"date": "2026-12-10"},), **BERLIN) == f"FREQ=LIST;{HOUR};RDATE=2026-12-10"


@pytest.mark.parametrize(
    "facts",
    [
        {"every": "2 weeks", "day": ("Tuesday",)},
        {"every": "2 weeks", "day": ("Tuesday",), "from": "2026-09-02"},
        {"every": "quarter", "day": ("first Tuesday",)},
        {"every": "quarter", "day": ("first Tuesday",), "from": "2026-08-15"},
        {"every": "year", "day": ("last Monday",), "from": "2026-05-04"},
        {"every": "month", "day": (31,)},
        {"every": "week"},
        {"every": "month"},
        {"every": "week", "day": ("Tuesday",), "note": "Not in the school holidays"},
    ],
)
def test_days_that_are_not_sure_leave_the_hour_alone(facts: dict[str, Any]) -> None:
    assert "FREQ" not in _rule(**facts, **BERLIN)
    assert _rule(**facts, **BERLIN).endswith(HOUR)
    assert _rule(**facts) == ""


def test_how_long_it_takes_is_said() -> None:
    assert _rule(every="week", day=("Tuesday",), minutes=45, **BERLIN).endswith("AT=17:00;MINUTES=45")


def test_an_hour_of_nobody_knows_which_clock_is_no_rule() -> None:
    assert _rule(every="week", day=("Tuesday",), at="17:00") == ""


def test_where_people_come_in_person_the_hour_is_that_of_the_place() -> None:
    assert (
        _rule(every="week", day=("Tuesday",), in_person=True, **BERLIN)
        == f"FREQ=WEEKLY;BYDAY=TU;{HOUR};PLACE=HERE"
    )
    assert _rule(every="2 weeks", day=("Tuesday",), in_person=True, **BERLIN) == ""
