"""Rhythms in the words of the theme."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.calendar.describe import describe, frequency, zone_city
from hearthbook.model.recurrence import When
from hearthbook.render.words import load_words
from tests.render.support import theme

if TYPE_CHECKING:
    from pathlib import Path

WORDS: Final = theme().words("en")


def _said(**facts: object) -> str:
    return describe(When.model_validate(facts), WORDS.say, WORDS.locale)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ""),
        ({"every": "week"}, "every week"),
        ({"every": "2 weeks"}, "every 2 weeks"),
        ({"every": "month"}, "every month"),
        ({"every": "3 months"}, "every 3 months"),
        ({"every": "quarter"}, "every quarter"),
        ({"every": "year"}, "every year"),
        ({"every": "week", "day": ("Tuesday",)}, "every Tuesday"),
        ({"every": "week", "day": ("Tuesday", "Friday")}, "every Tuesday and Friday"),
        ({"every": "2 weeks", "day": ("Tuesday",)}, "every other Tuesday"),
        ({"every": "month", "day": ("third Wednesday",)}, "on the third Wednesday of every month"),
        ({"every": "month", "day": ("last Friday",)}, "on the last Friday of every month"),
        ({"every": "month", "day": (15,)}, "on day 15 of every month"),
        ({"every": "2 weeks", "day": ("Tuesday", "Friday")}, "every 2 weeks on Tuesday and Friday"),
        ({"every": "3 weeks", "day": ("Tuesday",)}, "every 3 weeks on Tuesday"),
        ({"every": "2 months", "day": ("first Monday",)}, "every 2 months on the first Monday"),
        ({"every": "quarter", "day": ("first Monday",)}, "every quarter on the first Monday"),
        ({"every": "year", "day": (1,)}, "every year on day 1"),
        ({"day": ("Tuesday",)}, "on Tuesday"),
        (
            {"every": "month", "day": ("second Tuesday", "fourth Tuesday")},
            "on the second Tuesday and the fourth Tuesday of every month",
        ),
        ({"at": "17:00"}, "at 17:00"),
        ({"at": "09:05", "zone": "America/New_York"}, "at 09:05 (New York time)"),
        ({"minutes": 1}, "for 1 minute"),
        ({"minutes": 90}, "for 90 minutes"),
        ({"from": "2026-09-01"}, "from September 1, 2026"),
        ({"until": "2027-06-30"}, "until June 30, 2027"),
        ({"from": "2026-09-01", "until": "2027-06-30"}, "from September 1, 2026 until June 30, 2027"),
        ({"from": "2026-05-03", "until": "2026-05-03"}, "on May 3, 2026"),
        (
            {"every": "week", "day": ("Sunday",), "at": "15:00", "from": "2026-05-03", "until": "2026-05-03"},
            "on May 3, 2026, at 15:00",
        ),
        ({"note": "see *help*"}, "see \\*help\\*"),
        ({"every": "week", "note": "or later"}, "every week (or later)"),
        (
            {"except": ("2026-12-22", "2026-12-29")},
            "except on December 22, 2026 and December 29, 2026",
        ),
        (
            {
                "every": "week",
                "day": ("Tuesday",),
                "at": "17:00",
                "zone": "Europe/Berlin",
                "minutes": 60,
                "until": "2027-06-30",
            },
            "every Tuesday, at 17:00 (Berlin time), for 60 minutes, until June 30, 2027",
        ),
    ],
)
def test_a_rhythm_is_one_phrase(facts: dict[str, object], words: str) -> None:
    assert _said(**facts) == words


@pytest.mark.parametrize(
    ("every", "day"),
    [
        *itertools.product(["week", "2 weeks", "12 weeks"], ["Tuesday", ""]),
        *itertools.product(["month", "2 months", "quarter", "year"], ["first Tuesday", 31, ""]),
    ],
)
def test_every_rhythm_has_its_words(every: str, day: str | int) -> None:
    assert _said(every=every, day=(day,) if day else ())


def test_what_the_theme_marks_is_still_marked_within_a_longer_phrase(tmp_path: Path) -> None:
    text = "when: { every_week_on: '*{days}*', on: '{days}', with_note: '{when} ({note})' }"
    (tmp_path / "en.yml").write_text(text, encoding="utf-8")
    words = load_words(tmp_path, "en")
    when = When.model_validate({"every": "week", "day": ("Tuesday",), "note": "*"})
    assert describe(when, words.say, words.locale) == "*Tuesday* (\\*)"


@pytest.mark.parametrize(
    ("facts", "a_year"),
    [
        ({"at": "17:00"}, 0),
        ({"every": "week"}, 52),
        ({"every": "week", "day": ("Monday", "Friday")}, 104),
        ({"every": "2 weeks", "day": ("Monday",)}, 26),
        ({"every": "month", "day": (15,)}, 12),
        ({"every": "3 months"}, 4),
        ({"every": "quarter"}, 4),
        ({"every": "year"}, 1),
    ],
)
def test_a_rhythm_comes_round_so_often_a_year(facts: dict[str, object], a_year: float) -> None:
    assert frequency(When.model_validate(facts)) == a_year


@pytest.mark.parametrize(
    ("zone", "city"),
    [
        ("Europe/Berlin", "Berlin"),
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_is_named_by_its_city(zone: str, city: str) -> None:
    assert zone_city(zone) == city
