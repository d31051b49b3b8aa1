"""Lengths of time in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.calendar.spans import after

LEAP_DAY = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ("year", "2025-02-28"),
        ("2 years", "2026-02-28"),
        ("every other year", "2026-02-28"),
        ("at least once a year", "2025-02-28"),
        ("six months", "2024-08-29"),
        ("half a year", "2024-08-29"),
        ("twice a year", "2024-08-29"),
        ("one and a half years", "2025-08-29"),
        ("Quarterly.", "2024-05-29"),
        ("a fortnight", "2024-03-14"),
        ("thirty days", "2024-03-30"),
        ("Jahr", "2025-02-28"),
        ("alle zwei Jahre", "2026-02-28"),
        ("jedes zweite Jahr", "2026-02-28"),
        ("ein halbes Jahr", "2024-08-29"),
        ("sechs Monate", "2024-08-29"),
        ("Quartal", "2024-05-29"),
        ("dreißig Tagen", "2024-03-30"),
        ("jährlich", "2025-02-28"),
        ("سنة", "2025-02-28"),
        ("كل ستة أشهر", "2024-08-29"),
        ("شهرين", "2024-04-29"),
        ("كل 15 يومًا", "2024-03-15"),
        ("سنويًا", "2025-02-28"),
    ],
)
def test_a_span_in_words_leads_to_a_day(span: str, expected: str) -> None:
    assert after(LEAP_DAY, span) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    "span", ["", "now and then", "January", "year or two", "12-18 months", "0 days", "half a week"]
)
def test_what_is_no_length_leads_nowhere(span: str) -> None:
    assert after(LEAP_DAY, span) is None


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert after(date.max, "year") is None
    assert after(date.max, "2 days") is None


@given(st.dates(), st.text())
def test_no_words_are_an_error(day: date, span: str) -> None:
    later = after(day, span)
    assert later is None or later > day
