"""The next dates of a ritual on the reader's clock, and what is said where one place changes its clocks."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.seeing import DESK
from tests.browser.small import Small, small_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.windows import Windows

    Shown = Callable[..., Page]
    Listed = Callable[..., list[str]]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BERLIN: Final = "Europe/Berlin"
KATHMANDU: Final = "Asia/Kathmandu"
LORD_HOWE: Final = "Australia/Lord_Howe"
NEW_YORK: Final = "America/New_York"
SUNDAY: Final = "2026-11-22T12:00:00Z"
TUESDAYS: Final = "FREQ=WEEKLY;BYDAY=TU;TZID=Europe/Berlin;AT=17:00;MINUTES=60"
OVERSEAS: Final = "FREQ=WEEKLY;BYDAY=TU;TZID=America/New_York;AT=11:00;MINUTES=60"
TURNS: Final = (
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;DTSTART=2026-09-07;TZID=Europe/Berlin;AT=13:00"
    "|FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;DTSTART=2026-09-16;TZID=UTC;AT=09:00"
)

FIRST_BERLIN: Final = (
    "From Tuesday, October 27 on, this is at 16:00 for you, and from Tuesday, November 3 on, at 17:00: "
    "your clocks change first."
)
THEN_NEW_YORK: Final = (
    "From Tuesday, November 3 on, this is at 17:00 for you, and no longer at 16:00: "
    "the clocks change in New York."
)
FIRST_NEW_YORK: Final = (
    "From Tuesday, March 16 on, this is at 16:00 for you, and from Tuesday, March 30 on, at 17:00: "
    "the clocks change in New York first."
)


@pytest.fixture
def window(windows: Windows) -> Callable[[str], Small]:
    """The window of a reader in a zone."""
    return functools.cache(lambda zone: Small(windows.one(DESK, now=SUNDAY, timezone_id=zone)))


@pytest.fixture
def shown(window: Callable[[str], Small]) -> Shown:
    """A page with one ritual, as a reader somewhere sees it at some time."""

    def show(
        rule: str, zone: str = BERLIN, now: str = SUNDAY, *, language: str = "en", more: str = ""
    ) -> Page:
        body = f'<p data-hb-rule="{rule}" data-hb-dates="3"{more}>Every week</p>'
        return window(zone).show(small_page(body, "times", "clock", "dates", language=language), now=now)

    return show


@pytest.fixture
def listed(shown: Shown) -> Listed:
    """The lines of its list."""
    return lambda *facts, **more: shown(*facts, **more).locator(".hb-next li").all_text_contents()


def _warning(page: Page) -> str:
    """What is said about a change of clocks; empty where nothing is."""
    return " ".join(page.locator(".hb-shift").all_inner_texts())


def test_three_dates_are_named_and_how_soon_they_are(listed: Listed) -> None:
    assert listed(TUESDAYS) == [
        "Tuesday, November 24, 17:00 in 2 days",
        "Tuesday, December 1, 17:00 in 9 days",
        "Tuesday, December 8, 17:00",
    ]


def test_a_reader_elsewhere_sees_their_own_hour_and_that_of_the_group(listed: Listed) -> None:
    assert (
        listed(TUESDAYS, NEW_YORK)[0] == "Tuesday, November 24, 11:00 your time (17:00 in Berlin) in 2 days"
    )


def test_programs_find_the_instant(shown: Shown) -> None:
    times = shown(TUESDAYS).locator(".hb-next time")
    assert times.first.get_attribute("datetime") == "2026-11-24T16:00Z"
    days = shown("FREQ=WEEKLY;BYDAY=TU").locator(".hb-next time")
    assert days.first.get_attribute("datetime") == "2026-11-24"


@pytest.mark.parametrize(
    ("zone", "line"),
    [
        (KATHMANDU, "Tuesday, November 24, 21:45 your time (17:00 in Berlin) in 2 days"),
        (LORD_HOWE, "Wednesday, November 25, 03:00 your time (17:00 on Tuesday in Berlin) in 3 days"),
        (
            "Pacific/Kiritimati",
            "Wednesday, November 25, 06:00 your time (17:00 on Tuesday in Berlin) in 2 days",
        ),
        ("Pacific/Apia", "Wednesday, November 25, 05:00 your time (17:00 on Tuesday in Berlin) in 2 days"),
        ("Pacific/Pago_Pago", "Tuesday, November 24, 05:00 your time (17:00 in Berlin) in 2 days"),
        ("Europe/Paris", "Tuesday, November 24, 17:00 in 2 days"),
    ],
)
def test_the_day_may_be_another_one_and_the_hour_may_have_odd_minutes(
    zone: str, line: str, listed: Listed
) -> None:
    assert listed(TUESDAYS, zone)[0] == line


def test_the_half_hour_of_lord_howe_counts(listed: Listed) -> None:
    rule = TUESDAYS.replace(BERLIN, LORD_HOWE)
    before, after = "2026-09-21T00:00:00Z", "2026-10-05T00:00:00Z"
    assert listed(rule, "UTC", before)[0].startswith("Tuesday, September 22, 06:30 your time")
    assert listed(rule, "UTC", after)[0].startswith("Tuesday, October 6, 06:00 your time")


def test_a_group_in_utc_is_named_as_it_is(listed: Listed) -> None:
    rule = "FREQ=WEEKLY;BYDAY=TU;TZID=UTC;AT=23:00"
    assert listed(rule)[0] == "Wednesday, November 25, 00:00 your time (23:00 on Tuesday in UTC) in 3 days"
    assert listed(rule, KATHMANDU)[0].startswith("Wednesday, November 25, 04:45 your time")


def test_times_that_take_turns_each_have_their_own_clock(listed: Listed) -> None:
    assert listed(TURNS) == [
        "Wednesday, November 25, 10:00 your time (09:00 in UTC) in 3 days",
        "Monday, November 30, 13:00 in 8 days",
        "Wednesday, December 9, 10:00 your time (09:00 in UTC)",
    ]


def test_a_day_that_was_moved_and_one_besides_say_so(listed: Listed) -> None:
    changes = ";EXDATE=2026-12-08;MOVED=2026-12-01/2026-12-03;RDATE=2026-11-26T18:30"
    assert listed(TUESDAYS + changes) == [
        "Tuesday, November 24, 17:00 in 2 days",
        "Thursday, November 26, 18:30 in 4 days Besides the usual days.",
        "Thursday, December 3, 17:00 Instead of Tuesday, December 1.",
    ]
    later = listed(TUESDAYS + changes, now="2026-12-04T12:00:00Z")
    assert later[0].startswith("Tuesday, December 15")


def test_a_day_is_moved_where_times_take_turns(listed: Listed) -> None:
    moved = TURNS.replace("AT=13:00", "AT=13:00;MOVED=2026-11-25/2026-11-26")
    assert listed(moved)[0].startswith(
        "Thursday, November 26, 10:00 your time (09:00 in UTC) in 4 days Instead of"
    )


def test_days_that_are_written_out_come_one_after_the_other(listed: Listed) -> None:
    rule = "FREQ=LIST;DAYS=2026-09-22,28,35,21;TZID=Europe/Berlin;AT=17:00"
    assert listed(rule) == ["Tuesday, November 24, 17:00 in 2 days", "Tuesday, December 15, 17:00"]
    assert listed("FREQ=LIST;RDATE=2026-12-10") == ["Thursday, December 10"]


@pytest.mark.parametrize(
    "rule",
    [
        f"{TUESDAYS};UNTIL=2026-11-21",
        "FREQ=DAILY;DTSTART=2026-06-01;UNTIL=2026-06-01",
        "FREQ=LIST;DAYS=2026-09-22,28",
        "FREQ=LIST;RDATE=2026-11-20",
    ],
)
def test_after_the_last_day_there_is_no_list(rule: str, shown: Shown) -> None:
    page = shown(rule)
    assert page.locator(".hb-next").count() == 0
    assert page.inner_text(".hb-clock") == "The last day has passed."


def test_one_zone_that_nobody_knows_leaves_the_others_as_they_are(listed: Listed) -> None:
    lines = listed(TURNS.replace("TZID=Europe/Berlin", "TZID=Europe/Atlantis"))
    assert [line.split(",")[0] for line in lines] == ["Wednesday"] * 3
    assert listed(TURNS.replace("UTC", "Moon/Base"))[0].startswith("Monday, November 30")
    assert listed("FREQ=WEEKLY;BYDAY=MO;TZID=Moon/Base;AT=10:00") == []


def test_a_city_has_the_name_that_the_page_gives_it(listed: Listed) -> None:
    rule = TUESDAYS.replace(BERLIN, "Europe/Zurich")
    names = ' data-hb-cities="Europe/Zurich=Z%C3%BCrich"'
    said = listed(rule, NEW_YORK, language="de", more=names)
    assert said[0] == "Dienstag, 24. November, 11:00\xa0Uhr deiner Zeit (17:00\xa0Uhr in Zürich) übermorgen"
    assert "in Zurich" in listed(rule, NEW_YORK)[0]


def test_arabic_says_how_soon_in_its_own_words(listed: Listed) -> None:
    assert listed(TUESDAYS, NEW_YORK, language="ar")[0].endswith("بعد الغد")


def test_where_people_come_in_person_only_the_hour_of_the_place_counts(shown: Shown) -> None:
    page = shown(f"{TUESDAYS};PLACE=HERE", NEW_YORK, "2026-10-20T18:00:00Z")
    assert page.locator(".hb-next li").first.inner_text() == "Tuesday, October 27, 17:00 in 7 days"
    assert _warning(page) == ""


@pytest.mark.parametrize(
    ("now", "warning"),
    [
        # Berlin changes on 25 October 2026, New York a week later
        ("2026-09-01T12:00:00Z", ""),
        ("2026-10-10T12:00:00Z", FIRST_BERLIN),
        # after its own change the reader still learns that the next date is not as the last one
        ("2026-10-26T12:00:00Z", FIRST_BERLIN),
        ("2026-10-28T12:00:00Z", THEN_NEW_YORK),
        ("2026-11-04T12:00:00Z", ""),
        # New York changes on 14 March 2027, Berlin two weeks later
        ("2027-03-12T12:00:00Z", FIRST_NEW_YORK),
        ("2027-03-31T12:00:00Z", ""),
    ],
)
def test_a_berliner_is_told_of_the_weeks_in_which_only_new_york_or_only_berlin_has_changed(
    now: str, warning: str, shown: Shown
) -> None:
    assert _warning(shown(OVERSEAS, BERLIN, now)) == warning


@pytest.mark.parametrize(
    ("zone", "now", "end"),
    [
        (KATHMANDU, "2026-10-20T18:00:00Z", "no longer at 20:45: the clocks change in Berlin."),
        ("Europe/Paris", "2026-10-20T18:00:00Z", ""),
        (LORD_HOWE, "2026-09-24T00:00:00Z", "October 28 on, at 03:00: your clocks change first."),
    ],
)
def test_others_are_told_what_changes_for_them(zone: str, now: str, end: str, shown: Shown) -> None:
    assert _warning(shown(TUESDAYS, zone, now)).endswith(end)
    assert bool(_warning(shown(TUESDAYS, zone, now))) is bool(end)


def test_clocks_that_change_alike_by_other_steps_are_told_too(shown: Shown) -> None:
    rule = "FREQ=WEEKLY;BYDAY=TU;TZID=Australia/Sydney;AT=17:00"
    assert _warning(shown(rule, LORD_HOWE, "2026-09-30T00:00:00Z")) == (
        "From Tuesday, October 6 on, this is at 17:00 for you, and no longer at 17:30: "
        "clocks change on both sides, but not alike."
    )


def test_a_group_in_utc_moves_with_the_readers_clocks(shown: Shown) -> None:
    page = shown("FREQ=WEEKLY;BYDAY=TU;TZID=UTC;AT=17:00", BERLIN, "2026-10-20T20:00:00Z")
    assert _warning(page) == (
        "From Tuesday, October 27 on, this is at 18:00 for you, and no longer at 19:00: "
        "your clocks change, and those of the group do not."
    )
