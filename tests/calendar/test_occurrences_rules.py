"""The days of rules that experts wrote: as the standard's examples have them, and as its parts read."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hearthbook.calendar.occurrences import FAR, MOST, occurrences
from hearthbook.calendar.series import series_of
from hearthbook.model.recurrence import When
from tests.calendar.oracle_rules import days_of_rule
from tests.calendar.rules import rules

EXAMPLES: Final = Path(__file__).with_name("rfc_examples.txt").read_text(encoding="utf-8").splitlines()[1:]
NEVER: Final = (
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31;COUNT=999",
    "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
    "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=3",
    "FREQ=YEARLY;INTERVAL=99;BYMONTH=2;BYMONTHDAY=29",
)


def _days(rule: str, first: date, end: date) -> list[date]:
    when = When.model_validate({"rrule": rule, "from": first})
    return [day for one in series_of(when) for day in one.days(first, end)]


@pytest.mark.parametrize("line", EXAMPLES, ids=lambda line: line.partition(" :")[0])
def test_a_rule_of_the_standard_has_the_days_that_stand_there(line: str) -> None:
    head, _, listed = line.partition(" : ")
    first, rule = head.split()
    days: list[date] = []
    month = ""
    for word in listed.rstrip(". ").split():
        month = word if "-" in word else month
        days += [] if "-" in word else [date.fromisoformat(f"{month}-{int(word):02}")]
    end = date(2030, 1, 1) if listed.endswith(".") else days[-1]
    assert _days(rule, date.fromisoformat(first), end) == days


@settings(max_examples=300, deadline=None)
@given(rule=rules(), first=st.dates(date(1995, 1, 1), date(2035, 12, 31)), years=st.integers(1, 8))
@example(rule="FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1", first=date(2026, 9, 2), years=1)
@example(rule="FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1;COUNT=3", first=date(2026, 9, 2), years=1)
@example(rule="FREQ=YEARLY;BYWEEKNO=53", first=date(2020, 12, 30), years=7)
@example(rule="FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,SU", first=date(2019, 1, 1), years=8)
@example(rule="FREQ=YEARLY;BYDAY=-1SU,53SU", first=date(2019, 1, 1), years=8)
@example(rule="FREQ=MONTHLY", first=date(2026, 1, 31), years=2)
@example(rule="FREQ=YEARLY", first=date(2024, 2, 29), years=8)
def test_a_rule_has_the_days_that_its_parts_name(rule: str, first: date, years: int) -> None:
    end = first + timedelta(days=366 * years)
    assert _days(rule, first, end) == days_of_rule(rule, first, end)


@settings(max_examples=200, deadline=None)
@given(
    rule=rules(),
    first=st.dates(date(1995, 1, 1), date(2035, 12, 31)),
    later=st.integers(0, 3000),
    length=st.integers(0, 500),
)
def test_the_days_of_a_span_are_those_of_the_whole(rule: str, first: date, later: int, length: int) -> None:
    start = first + timedelta(days=later)
    end = start + timedelta(days=length)
    when = When.model_validate({"rrule": rule, "from": first})
    found = [one.day for one in occurrences(when, start, end)]
    assert found == [day for day in _days(rule, first, end) if day >= start]


@pytest.mark.parametrize("rule", NEVER)
def test_a_rule_without_a_day_ends(rule: str) -> None:
    assert _days(rule, date(1900, 1, 1), date(2199, 12, 31)) == []


@settings(max_examples=150, deadline=2000)
@given(rule=rules(parts=4), first=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_no_rule_takes_long(rule: str, first: date) -> None:
    when = When.model_validate({"rrule": rule, "from": first})
    assert len(occurrences(when, date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=FAR))) <= MOST
