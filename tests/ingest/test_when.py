"""Times in words: read without guessing, or refused with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.ingest.when import read_when

if TYPE_CHECKING:
    from tests.ingest.conftest import Made, Told


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("every Tuesday", {"every": "week", "day": "Tuesday"}),
        ("Tuesdays", {"every": "week", "day": "Tuesday"}),
        ("weekly on Friday", {"every": "week", "day": "Friday"}),
        ("every tuesday at 17:00", {"every": "week", "day": "Tuesday", "at": "17:00"}),
        ("every Tuesday, 17:00", {"every": "week", "day": "Tuesday", "at": "17:00"}),
        ("every Tuesday at 17:00.", {"every": "week", "day": "Tuesday", "at": "17:00"}),
        ("  every   Tuesday\n at  17:00 ", {"every": "week", "day": "Tuesday", "at": "17:00"}),
        (
            "every Tuesday at 17:00 Europe/Berlin for 60 minutes",
            {"every": "week", "day": "Tuesday", "at": "17:00", "zone": "Europe/Berlin", "minutes": "60"},
        ),
        (
            "every Tuesday for 2 hours at 17:00 in America/Argentina/Buenos_Aires",
            {
                "every": "week",
                "day": "Tuesday",
                "at": "17:00",
                "zone": "America/Argentina/Buenos_Aires",
                "minutes": "120",
            },
        ),
        ("every Tuesday at 17:00 UTC", {"every": "week", "day": "Tuesday", "at": "17:00", "zone": "UTC"}),
        ("every Monday and Thursday at 09:30", {"every": "week", "day": "Monday|Thursday", "at": "09:30"}),
        ("every Monday, Wednesday and Friday", {"every": "week", "day": "Monday|Wednesday|Friday"}),
        ("every other Tuesday at 17:00", {"every": "2 weeks", "day": "Tuesday", "at": "17:00"}),
        ("every 3 weeks on Monday", {"every": "3 weeks", "day": "Monday"}),
        (
            "third Wednesday of every month at 18:00",
            {"every": "month", "day": "third Wednesday", "at": "18:00"},
        ),
        ("the last Friday of the month", {"every": "month", "day": "last Friday"}),
        ("monthly on the first Sunday", {"every": "month", "day": "first Sunday"}),
        ("first and third Monday of each month", {"every": "month", "day": "first Monday|third Monday"}),
        ("every month on day 15 at 12:00", {"every": "month", "day": "15", "at": "12:00"}),
        ("every month on the 3rd", {"every": "month", "day": "3"}),
    ],
)
def test_a_plain_phrase_is_read(text: str, keys: dict[str, str]) -> None:
    assert read_when(text) == keys


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("every Tuesday at 17:00 PT", "`PT` is an abbreviation, not a time zone: write America/Los_Angeles"),
        ("every Tuesday at 17:00 IST", "Asia/Kolkata, Europe/Dublin, Asia/Jerusalem"),
        ("every Tuesday at 17:00 CET", "Europe/Berlin"),
        ("biweekly on Tuesday", "twice a week or every two weeks"),
        ("bi-weekly", "twice a week or every two weeks"),
        ("bimonthly on Tuesday", "twice a month or every two months"),
        ("every second Tuesday at 17:00", "one day of each month"),
        ("every Tuesday at 5 pm", "24 hours"),
        ("every Tuesday at 5pm", "24 hours"),
        ("every Tuesday at 9:30", "two digits"),
        ("every Tuesday at 17:00 UTC+2", "write the place"),
        ("every Tuesday at 17", "as in `every Tuesday at 17:00`"),
        ("every Tuesday at 25:00", "as in `every Tuesday at 17:00`"),
        ("every Tuesday at 17:00 or so", "as in `every Tuesday at 17:00`"),
        ("every Tuesday, usually", "as in `every Tuesday at 17:00`"),
        ("Tuesday or Wednesday at 17:00", "as in `every Tuesday at 17:00`"),
        ("every Tuesday at 17:00 and 18:00", "as in `every Tuesday at 17:00`"),
        ("every month on day 32", "as in `every Tuesday at 17:00`"),
        ("daily at 09:00", "as in `every Tuesday at 17:00`"),
        ("whenever we like", "as in `every Tuesday at 17:00`"),
        ("7", "as in `every Tuesday at 17:00`"),
        ("", "as in `every Tuesday at 17:00`"),
    ],
)
def test_a_phrase_with_two_meanings_is_refused_with_the_reason(text: str, reason: str) -> None:
    refused = read_when(text)
    assert isinstance(refused, str)
    assert reason in refused


@pytest.mark.parametrize("text", ["biweekly", "every Tuesday at 5 pm", "7", "true"])
def test_a_refused_phrase_is_a_finding_at_its_place(told: Told, text: str) -> None:
    (finding,) = told(f"rituals:\n  - name: Wins\n    when: {text}\n")
    assert finding.startswith(f"7:11 HB015 `{text}` cannot be read as a time without guessing; ")


def test_a_phrase_and_its_keys_make_the_same_rhythm(community: Made) -> None:
    in_words = community("rituals: [{name: Wins, when: every Monday and Thursday at 09:30 UTC for 1 hour}]\n")
    in_keys = community(
        "rituals:\n"
        "  - name: Wins\n"
        "    when: {every: week, day: [Monday, Thursday], at: 09:30, zone: UTC, minutes: 60}\n"
    )
    assert in_words == in_keys


def test_a_zone_in_words_that_does_not_exist_is_told(told: Told) -> None:
    (finding,) = told("rituals: [{name: Wins, when: every Monday at 09:30 Europe/Berln}]\n")
    assert "HB009 there is no time zone `Europe/Berln`" in finding
