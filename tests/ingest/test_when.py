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
        (
            "EVERY TUESDAY AT 17:00 FOR 2 HOURS",
            {"every": "week", "day": "Tuesday", "at": "17:00", "minutes": "120"},
        ),
        ("The Last friday Of The Month", {"every": "month", "day": "last Friday"}),
        ("every month on the 3rd", {"every": "month", "day": "3"}),
    ],
)
def test_a_plain_phrase_is_read(text: str, keys: dict[str, str]) -> None:
    assert read_when(text) == keys


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("every Tuesday at 17:00 PT", "`PT` is an abbreviation, not a time zone: write America/Los_Angeles"),
        ("every Tuesday at 17:00 IST", "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem"),
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
        ("daily at 09:00", "list the days: `every Monday, Tuesday, "),
        ("every day at 09:00", "Saturday and Sunday`"),
        ("every weekday at 17:00", "`every Monday, Tuesday, Wednesday, Thursday and Friday`"),
        ("every weekend", "list the days: `every Saturday and Sunday`"),
        ("every Tuesday at 17.00", "write the time with a colon and two digits each: 17:00"),
        ("every Tuesday at 9.30", "write the time with a colon and two digits each: 09:30"),
        ("every Tuesday at 17:00 europe/berlin", "did you mean Europe/Berlin?"),
        ("every Tuesday at 17:00 Berlin", "did you mean Europe/Berlin?"),
        ("every Tuesday at 17:00 New York", "did you mean America/New_York?"),
        ("every Tuesday at 17:00 utc", "did you mean UTC?"),
        ("every Tuseday at 17:00", "did you mean Tuesday by `Tuseday`?"),
        ("every Wed at 17:00", "did you mean Wednesday by `Wed`?"),
        ("every thurdays at 17:00", "did you mean Thursday by `thurdays`?"),
        ("2026-12-01 at 17:00", "`{from: 2026-12-01, until: 2026-12-01}`"),
        ("Tuesday 1 December at 17:00", "for a single day write `{from: "),
        ("once a month", "`first Tuesday of every month`"),
        ("monthly at 17:00", "`every month on day 15`"),
        ("every week at 17:00", "say which day of the week, as in `every Tuesday`"),
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


@pytest.mark.parametrize(
    "text",
    [
        "every Monday, Tuesday, Wednesday, Thursday and Friday",
        "every Saturday and Sunday",
        "first Tuesday of every month",
        "every month on day 15",
        "{from: 2026-12-01, until: 2026-12-01}",
        "every Tuesday at 17:00 Europe/Berlin",
    ],
)
def test_what_the_reasons_propose_is_read(told: Told, text: str) -> None:
    assert told(f"rituals:\n  - name: Wins\n    when: {text}\n") == []


@pytest.mark.parametrize(
    ("zone", "meant"),
    [("berlin", "Europe/Berlin"), ("Europe/Berln", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin")],
)
def test_a_zone_that_comes_near_is_proposed(told: Told, zone: str, meant: str) -> None:
    (finding,) = told(f"rituals: [{{name: Wins, when: {{every: week, at: 17:00, zone: {zone}}}}}]\n")
    assert finding.endswith(f"; did you mean `{meant}`?")
