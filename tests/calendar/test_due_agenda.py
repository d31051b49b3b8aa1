"""What is due on a day, within a span, by owner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.calendar.due import KINDS, Duty
from hearthbook.calendar.due_words import fact, listed, remedy
from hearthbook.calendar.duties import agenda, by_owner, distance, end_of_span

TODAY: Final = date(2026, 11, 23)
NORM: Final = Duty(slug="oak", day=TODAY, kind="norm", about="Ask", owners=("mira",), pointer="/norms/0")


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("30d", "2026-12-23"),
        ("30 D", "2026-12-23"),
        ("30", "2026-12-23"),
        ("0d", "2026-11-23"),
        ("0 weeks", "2026-11-23"),
        ("6w", "2027-01-04"),
        ("3m", "2027-02-23"),
        ("2q", "2027-05-23"),
        ("1y", "2027-11-23"),
        ("45days", "2027-01-07"),
        ("3 months", "2027-02-23"),
        ("three months", "2027-02-23"),
        ("a fortnight", "2026-12-07"),
        ("zwei Wochen", "2026-12-07"),
        ("6 Monate", "2027-05-23"),
        ("شهرين", "2027-01-23"),
    ],
)
def test_a_span_ends_on_a_day(span: str, expected: str) -> None:
    assert end_of_span(TODAY, span) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "span",
    ["", " ", "soon", "-3d", "3x", "0x", "1.5d", "1000d", "d", "3d4w", "2026-12-01", "\u0663d", "9 0d"],
)
def test_what_is_no_span_ends_nowhere(span: str) -> None:
    assert end_of_span(TODAY, span) is None


@given(number=st.integers(1, 999), unit=st.sampled_from("dw"), today=st.dates(max_value=date(9900, 1, 1)))
def test_days_and_weeks_are_counted(number: int, unit: str, today: date) -> None:
    days = number * (1 if unit == "d" else 7)
    assert end_of_span(today, f"{number}{unit}") == today + timedelta(days=days)


@given(number=st.integers(1, 99), unit=st.sampled_from("mqy"), today=st.dates(max_value=date(9800, 1, 1)))
def test_months_keep_the_day_or_take_the_last(number: int, unit: str, today: date) -> None:
    end = end_of_span(today, f"{number}{unit}")
    months = number * {"m": 1, "q": 3, "y": 12}[unit]
    assert end
    assert (end.year * 12 + end.month) - (today.year * 12 + today.month) == months
    assert end.day == today.day or (end + timedelta(days=1)).day == 1


@given(text=st.text(max_size=12), today=st.dates())
def test_no_text_breaks_the_reader(text: str, today: date) -> None:
    end = end_of_span(today, text)
    assert end is None or end >= today


@given(days=st.lists(st.tuples(st.integers(-400, 400), st.booleans()), max_size=20), span=st.integers(0, 300))
def test_each_duty_is_told_once_or_not_yet_or_has_passed(days: list[tuple[int, bool]], span: int) -> None:
    some = [
        replace(NORM, day=TODAY + timedelta(days=away), passes=passes, pointer=f"/norms/{number}")
        for number, (away, passes) in enumerate(days)
    ]
    found = agenda(some, TODAY, TODAY + timedelta(days=span))
    expected = {
        one.pointer for one in some if one.day <= found.until and (one.day >= TODAY or not one.passes)
    }
    assert sorted(duty.pointer for duty in found.all) == sorted(expected)
    assert all(duty.day < TODAY for duty in found.overdue)
    assert sum(len(group) for _, group in by_owner(found)) == len(found.all)


def test_today_is_not_overdue() -> None:
    found = agenda([NORM], TODAY, TODAY)
    assert (found.overdue, found.coming) == ((), (NORM,))


def test_who_has_waited_longest_comes_first_and_nobody_last() -> None:
    late, soon = TODAY - timedelta(days=9), TODAY + timedelta(days=3)
    some = [
        replace(NORM, day=soon, owners=("ada",)),
        replace(NORM, day=late - timedelta(days=30), owners=(), pointer="/norms/1"),
        replace(NORM, day=late, owners=("mira", "noor"), pointer="/norms/2"),
        replace(NORM, day=soon, pointer="/norms/3"),
    ]
    groups = by_owner(agenda(some, TODAY, soon))
    assert [(name, [duty.pointer for duty in group]) for name, group in groups] == [
        ("mira", ["/norms/2", "/norms/3"]),
        ("ada", ["/norms/0"]),
        ("", ["/norms/1"]),
    ]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1200, "1,200 days ago"),
        (-2, "2 days ago"),
        (-1, "yesterday"),
        (0, "today"),
        (1, "tomorrow"),
        (5, "in 5 days"),
    ],
)
def test_a_day_is_so_far_away(days: int, expected: str) -> None:
    assert distance(TODAY + timedelta(days=days), TODAY) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_words_without_an_open_place(kind: str) -> None:
    duty = replace(NORM, kind=kind, finder="tess", owners=("mira", "noor"))  # type: ignore[arg-type]
    said = [fact(duty, str, over=True), fact(duty, str, over=False), remedy(duty, str)]
    assert not [line for line in said if not line or "{" in line or line.endswith(".")]


def test_names_are_joined_as_people_say_them() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
