"""Any rhythm written in words reads back as it was, and no text at all makes the reader fail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hypothesis import example, given
from hypothesis import strategies as st

from hearthbook.calendar.read import read
from hearthbook.calendar.reading.words_of_time import WORDS
from hearthbook.calendar.written import when_of, yaml_of
from hearthbook.ingest.when import read_when
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn

TODAY: Final = date(2026, 11, 23)
ZONES: Final = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")
ORDINALS: Final = ("first", "second", "third", "fourth", "last")
DAYS_OF_WEEK: Final[tuple[Callable[[str], str], ...]] = (
    lambda days: f"every {days}",
    lambda days: f"{days}",
    lambda days: f"weekly on {days}",
    lambda days: f"every week on {days}",
)
CLOCKS: Final[tuple[Callable[[int, int], str], ...]] = (
    lambda hour, minute: f"at {hour:02}:{minute:02}",
    lambda hour, minute: f"{hour:02}.{minute:02}" + " Uhr" * (0 < minute < 13),
    lambda hour, minute: f"@ {hour % 12 or 12}:{minute:02}{'pm' if hour > 11 else 'am'}",
    lambda hour, minute: f"at {hour % 12 or 12}.{minute:02} {'p.m.' if hour > 11 else 'a.m.'}",
    lambda hour, minute: f"um {hour}:{minute:02} Uhr",
)
BESIDES: Final = (
    "17:00", "9", "5pm", "UTC", "PT", "UTC-3", "(", ")", ":", "Zoom", "15th", "2026-12-01", "Berlin", ",",
    ";", "/", "-", "60 min", "1h", "9-10am", "2h", "+02:00", "IST", "1.9.2026", "May", "GMT-5:00",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Written:
    """A line, and what it says."""

    line: str
    keys: dict[str, Any]


def _listed(days: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(days[:-1]), days[-1])))


@st.composite
def rhythms(draw: DrawFn) -> tuple[str, dict[str, Any]]:
    """How often and on which days, in words and as keys."""
    kind = draw(st.sampled_from(("week", "weeks", "month", "date")))
    chosen = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True))
    if kind == "week":
        return draw(st.sampled_from(DAYS_OF_WEEK))(_listed(chosen)), {"every": "week", "day": chosen}
    if kind == "weeks":
        number = draw(st.integers(2, 12))
        words = "every other week on" if number == 2 and draw(st.booleans()) else f"every {number} weeks on"
        return f"{words} {_listed(chosen)}", {"every": f"{number} weeks", "day": chosen}
    end = draw(st.sampled_from(("of each month", "of the month", "every month", "monthly")))
    if kind == "date":
        number = draw(st.integers(1, 28))
        return f"day {number} of every month", {"every": "month", "day": [number]}
    numbers = draw(st.lists(st.sampled_from(ORDINALS), min_size=1, max_size=2, unique=True))
    return f"{' and '.join(numbers)} {chosen[0]} {end}", {
        "every": "month",
        "day": [f"{number} {chosen[0]}" for number in numbers],
    }


@st.composite
def lines(draw: DrawFn) -> Written:
    """A whole line with its time, zone and length in one of several orders."""
    words, keys = draw(rhythms())
    hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
    zone, minutes = draw(st.sampled_from(ZONES)), draw(st.integers(1, 720))
    clock = f"{draw(st.sampled_from(CLOCKS))(hour, minute)} {zone}"
    length = f"for {minutes} minutes"
    parts = draw(st.permutations((words, clock, length)))
    line = draw(st.sampled_from((" ", ", "))).join(parts)
    return Written(line=line, keys={**keys, "at": f"{hour:02}:{minute:02}", "zone": zone, "minutes": minutes})


@given(written=lines())
def test_a_rhythm_in_words_reads_back_as_it_was(written: Written) -> None:
    reading = read(written.line, today=TODAY)
    assert [dict(choice.keys) for choice in reading.choices] == [written.keys], (
        written.line,
        reading.refusal,
    )


@given(one=lines(), other=lines())
def test_two_rhythms_in_one_line_are_two_or_refused_and_never_one(one: Written, other: Written) -> None:
    reading = read(f"{one.line}; {other.line}", today=TODAY)
    for choice in reading.choices:
        assert [dict(meeting.keys) for meeting in choice.meetings] == [one.keys, other.keys]


STRICT: Final = (
    "every {0}", "{0}s", "weekly on {0}", "every {0}, {1} and {2}", "every other {0}", "every 3 weeks on {0}",
    "every other week on {0} and {1}", "third {0} of every month", "the last {0} of the month",
    "first and third {0} of each month", "monthly on the second {0}", "every month on day 15",
    "every month on the 3rd",
)  # fmt: skip
"""Phrases that YAML may hold, which `ingest.when` reads."""


@given(
    phrase=st.sampled_from(STRICT),
    days=st.permutations(WEEKDAYS),
    end=st.sampled_from(
        ("", " at 17:00", ", 09:30 UTC", " at 17:00 in Europe/Berlin for 2 hours", " for 45 minutes")
    ),
)
def test_what_yaml_may_say_in_words_is_read_alike(phrase: str, days: list[str], end: str) -> None:
    line = phrase.format(*days) + end
    strict = read_when(line)
    assert isinstance(strict, dict), strict
    wanted: dict[str, Any] = {**strict, "day": [_typed(day) for day in strict["day"].split("|")]}
    if "minutes" in wanted:
        wanted["minutes"] = int(wanted["minutes"])
    assert [dict(choice.keys) for choice in read(line, today=TODAY).choices] == [wanted]


def _typed(day: str) -> str | int:
    return int(day) if day.isdigit() else day


@given(text=st.text(max_size=400))
@example(text="\u017f\u212a\u0130\u0131 Tue\u017fday 17:00 UTC")
@example(text="\U0001d7cf\U0001d7d5:\U0001d7ce\U0001d7ce UTC Tuesday")
@example(text="Tuesday 17:00 UTC" + "\u0301" * 50)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    _sound(text)


@given(words=st.lists(st.sampled_from((*sorted(WORDS), *BESIDES)), max_size=16))
def test_no_row_of_words_makes_the_reader_fail(words: list[str]) -> None:
    _sound(" ".join(words)[:300])


def _sound(text: str) -> None:
    """Either choices that the model takes, or a reason."""
    reading = read(text, today=TODAY, start=date(2026, 9, 1))
    assert bool(reading.choices) != bool(reading.refusal)
    assert len(reading.choices) <= 12
    for choice in reading.choices:
        assert yaml_of(choice, TODAY)
        for meeting in choice.meetings:
            when_of(meeting.keys)


def test_no_day_is_too_far_away_to_read_a_line_on() -> None:
    line = "alternating between Monday 9:00 PT and Friday 5pm UTC"
    for day in (date.min, date.max):
        reading = read(f"{line}; Tuesday 17:00 UTC / 18:00 Europe/Berlin", today=day, start=day)
        assert reading.refusal
        for choice in (
            *read(line, today=day, start=day).choices,
            *read("Friday 10:00 PT / 13:00 ET", today=day).choices,
        ):
            assert yaml_of(choice, day)


def test_long_rows_of_anything_end_soon() -> None:
    rows = (
        "10:00 Mon, Tue, Wed, Thu, Fri, Sat, Sun, ",
        "A B C ",
        "( ",
        "9-9-",
        "every ",
        "Monday and ",
        "1. ",
        "PT/",
    )
    for row in rows:
        _sound((row * 300)[:300])
        assert read(row * 5000, today=TODAY).refusal
