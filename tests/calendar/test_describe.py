"""Rhythms in the words of the theme."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.calendar.describe import describe, frequency
from hearthbook.calendar.speaking import zone_city
from hearthbook.model.recurrence import When
from hearthbook.render.words import load_words
from tests.render.support import theme

if TYPE_CHECKING:
    from pathlib import Path

WORDS: Final = theme().words("en")
IN_GERMAN: Final = (
    "jede Woche im Wechsel am Montag um 13:00\N{NO-BREAK SPACE}Uhr in Zürich und am Mittwoch "
    "um 09:00\N{NO-BREAK SPACE}Uhr in Zürich, ab dem 7. September 2026, "
    "außerdem am 10. Dezember 2026, am 8. Dezember 2026 statt am 7. Dezember 2026"
)
IN_ARABIC: Final = (
    "يوم الاثنين الساعة 13:00 بتوقيت زيورخ ويوم الأربعاء الساعة 09:00 بتوقيت زيورخ، "
    "بالتناوب كل أسبوع، ابتداءً من 7 سبتمبر 2026، "
    "وكذلك يوم 10 ديسمبر 2026، يوم 8 ديسمبر 2026 بدلًا من 7 ديسمبر 2026"
)


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
    ("slots", "words"),
    [
        (
            ({"day": "Monday", "at": "13:00"}, {"day": "Wednesday", "at": "09:00"}),
            "Monday at 13:00 in Berlin and Wednesday at 09:00 in Berlin, taking turns every week",
        ),
        (
            ({"day": "Monday", "zone": "UTC"}, {"day": "Sunday", "at": "09:00", "minutes": 9}),
            "Monday at 17:00 in UTC and Sunday at 09:00 in Berlin (for 9 minutes), taking turns every week",
        ),
    ],
)
def test_times_that_take_turns_are_each_named_with_their_hour(
    slots: tuple[dict[str, object], ...], words: str
) -> None:
    said = _said(every="week", alternate=slots, at="17:00", zone="Europe/Berlin", **{"from": "2026-09-07"})
    assert said == f"{words}, from September 7, 2026"


def test_turns_without_an_hour_are_their_days() -> None:
    slots = ({"day": "first Monday"}, {"day": 15})
    said = _said(every="2 months", alternate=slots, minutes=60, **{"from": "2026-09-07"})
    assert (
        said
        == "the first Monday and day 15, taking turns every 2 months, for 60 minutes, from September 7, 2026"
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"also": ({"date": "2026-12-10"},)}, "every Thursday, also on December 10, 2026"),
        (
            {"also": ({"date": "2026-12-11", "at": "18:00", "note": "all *day*"}, {"date": "2026-12-08"})},
            "every Thursday, also on December 8, 2026 and December 11, 2026 at 18:00 (all \\*day\\*)",
        ),
        (
            {"moved": {"2026-12-24": "2026-12-17"}},
            "every Thursday, on December 17, 2026 instead of December 24, 2026",
        ),
    ],
)
def test_days_on_which_it_is_otherwise_come_last(facts: dict[str, object], words: str) -> None:
    assert _said(every="week", day=("Thursday",), **facts) == words


def test_single_days_alone_are_the_rhythm() -> None:
    days = ({"date": "2026-12-10"}, {"date": "2027-01-14", "at": "18:00"})
    assert _said(also=days, at="17:00") == "on December 10, 2026 and January 14, 2027 at 18:00, at 17:00"


def test_once_a_year_has_the_month_of_its_first_day() -> None:
    assert _said(every="year", day=(6,), **{"from": "2026-01-06"}) == (
        "every year on day 6 in January, from January 6, 2026"
    )


@pytest.mark.parametrize(
    ("rrule", "words"),
    [
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-2", "on the second to last Tuesday of every month"),
        (
            "FREQ=MONTHLY;BYDAY=+1TU,-3WE",
            "on the first Tuesday and the third to last Wednesday of every month",
        ),
        ("FREQ=MONTHLY;BYDAY=5MO", "on the fifth Monday of every month"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,15", "every 2 months on day 1 and day 15"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of every month"),
        ("FREQ=MONTHLY", "on day 1 of every month"),
        ("FREQ=WEEKLY", "every Tuesday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=SU", "every 2 weeks on Monday and Friday"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10", "every other Monday, 10 times"),
        ("FREQ=DAILY", "every day"),
        ("FREQ=DAILY;INTERVAL=10", "every 10 days"),
        ("FREQ=YEARLY", "every year on day 1 in September"),
        ("FREQ=YEARLY;BYMONTH=11,3;BYDAY=2SU", "every year on the second Sunday in March and November"),
    ],
)
def test_the_rule_of_an_expert_is_said_plainly(rrule: str, words: str) -> None:
    assert _said(rrule=rrule, **{"from": "2026-09-01"}) == f"{words}, from September 1, 2026"


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=TU",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=-4TU",
        "FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYSETPOS=2",
        "FREQ=WEEKLY;BYMONTH=1;BYDAY=TU",
        "FREQ=DAILY;BYDAY=MO",
        "FREQ=YEARLY;INTERVAL=2",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;BYYEARDAY=100",
    ],
)
def test_a_rule_that_is_no_short_phrase_says_so(rrule: str) -> None:
    said = _said(rrule=rrule, **{"from": "2026-09-01"})
    assert said == "on days that follow a rule of their own, from September 1, 2026"


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
        ({"every": "2 weeks", "alternate": ({"day": "Monday"}, {"day": "Friday"}), "from": "2026-09-07"}, 26),
        ({"rrule": "FREQ=MONTHLY;BYMONTHDAY=-1", "from": "2026-09-01"}, 12),
        ({"rrule": "FREQ=WEEKLY;COUNT=20", "from": "2026-09-01"}, 5),
        ({"also": ({"date": "2026-12-10"},)}, 0),
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


@pytest.mark.parametrize(("language", "words"), [("de", IN_GERMAN), ("ar", IN_ARABIC)])
def test_turns_and_changes_are_said_in_other_languages(language: str, words: str) -> None:
    slots = ({"day": "Monday", "at": "13:00"}, {"day": "Wednesday", "at": "09:00"})
    facts = {"also": ({"date": "2026-12-10"},), "moved": {"2026-12-07": "2026-12-08"}, "from": "2026-09-07"}
    when = When.model_validate({"every": "week", "alternate": slots, "zone": "Europe/Zurich", **facts})
    own = theme().words(language)
    assert describe(when, own.say, own.locale) == words
