"""Meetings on the reader's clock, across changes of clocks on both halves of the earth, and late pages."""

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

    Told = Callable[..., list[str]]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NEW_YORK: Final = "America/New_York"
KOLKATA: Final = "Asia/Kolkata"
SYDNEY: Final = "Australia/Sydney"
BERLIN: Final = "Europe/Berlin"
TUESDAYS: Final = "FREQ=WEEKLY;BYDAY=TU;TZID=Europe/Berlin;AT=17:00;MINUTES=60"
SUNDAY: Final = "2026-11-22T12:00:00Z"
LATER: Final = "2031-05-01T12:00:00Z"
DAYS: Final = {
    "FREQ=WEEKLY;BYDAY=TU,FR": "in 2 days, Tuesday, November 24",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;DTSTART=2026-11-10": "in 2 days, Tuesday, November 24",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;DTSTART=2026-11-17": "in 9 days, Tuesday, December 1",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH;DTSTART=2026-11-12": "in 8 days, Monday, November 30",
    "FREQ=WEEKLY;BYDAY=MO;DTSTART=2027-01-11": "on Monday, January 11, 2027",
    "FREQ=WEEKLY;BYDAY=TU;EXDATE=2026-11-24,2026-12-01": "on Tuesday, December 8",
    "FREQ=MONTHLY;BYDAY=3WE": "on Wednesday, December 16",
    "FREQ=MONTHLY;BYDAY=-1FR": "in 5 days, Friday, November 27",
    "FREQ=MONTHLY;BYDAY=4TU": "in 2 days, Tuesday, November 24",
    "FREQ=MONTHLY;BYMONTHDAY=15": "on Tuesday, December 15",
    "FREQ=MONTHLY;BYMONTHDAY=15;BYDAY=-1MO": "in 8 days, Monday, November 30",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO;DTSTART=2026-10-05": "on Monday, December 7",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU;DTSTART=2026-09-01": "in 9 days, Tuesday, December 1",
    "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=6;DTSTART=2025-01-06": "on Wednesday, January 6, 2027",
    "FREQ=DAILY;DTSTART=2026-12-01;UNTIL=2026-12-01": "in 9 days, Tuesday, December 1",
}
"""Rule -> what is said of its next day on 22 November 2026."""
LATE: Final = {
    "review:2026-11-22": "",
    "review:2026-11-21": "This handbook was due to be read through on November 21, 2026, "
    "so something may have changed.",
    "apply:2026-11-21 starts:2027-01-11": "That day has passed. Ask when the next round begins.",
    "apply:2026-11-01 starts:2026-11-22 ends:2027-02-19": "The round has begun.",
    "apply:2026-08-01 starts:2026-09-01 ends:2026-11-21": "That round is over. Ask when the next one begins.",
    "term:2026-11-21": "That day has passed, so this may have changed.",
    "term:2026-11-22": "",
    "holds:2026-11-22": "",
    "holds:2026-11-21": "This article was meant to hold until November 21, 2026, "
    "so something in it may have changed.",
    "code:2026-11-22": "",
    "code:2026-11-21": "This code was due to be reviewed on November 21, 2026, "
    "so names and addresses in it may have changed.",
}
"""Days that a block carries -> what is said on 22 November 2026."""


@pytest.fixture
def window(windows: Windows) -> Callable[[str], Small]:
    """The window of a reader in a zone."""
    return functools.cache(lambda zone: Small(windows.one(DESK, now=SUNDAY, timezone_id=zone)))


@pytest.fixture
def told(window: Callable[[str], Small]) -> Told:
    """What a page adds to blocks with these rules, or other data, for a reader somewhere at some time."""

    def tell(
        *rules: str, now: str = SUNDAY, zone: str = BERLIN, data: str = "rule", ask: str = ""
    ) -> list[str]:
        more = f' data-hb-ask="{ask}"' if ask else ""
        body = "".join(f'<p data-hb-{data}="{rule}"{more}>.</p>' for rule in rules)
        page = window(zone).show(small_page(body, "times", "clock"), now=now)
        return [text.removeprefix(".").strip() for text in page.locator("main p").all_text_contents()]

    return tell


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (BERLIN, "Next in 2 days, Tuesday, November 24."),
        ("Europe/Paris", "Next in 2 days, Tuesday, November 24."),
        (NEW_YORK, "In your time zone that is 11:00, next in 2 days, Tuesday, November 24."),
        (KOLKATA, "In your time zone that is 21:30, next in 2 days, Tuesday, November 24."),
        (SYDNEY, "In your time zone that is 03:00, next in 3 days, Wednesday, November 25."),
    ],
)
def test_the_hour_is_said_on_the_readers_clock_where_that_shows_another(
    zone: str, words: str, told: Told
) -> None:
    assert told(TUESDAYS, zone=zone) == [words]


@pytest.mark.parametrize(
    ("now", "zone", "hour"),
    [
        # Berlin changes on 25 October 2026, New York a week later
        ("2026-10-20T18:00:00Z", NEW_YORK, "12:00, next in 7 days, Tuesday, October 27"),
        ("2026-10-27T18:00:00Z", NEW_YORK, "11:00, next in 7 days, Tuesday, November 3"),
        # New York changes on 14 March 2027, Berlin two weeks later
        ("2027-03-10T18:00:00Z", NEW_YORK, "12:00, next in 6 days, Tuesday, March 16"),
        ("2027-03-24T18:00:00Z", NEW_YORK, "11:00, next in 6 days, Tuesday, March 30"),
        # Sydney changes on 4 October 2026 and on 4 April 2027, the other way round
        ("2026-09-23T18:00:00Z", SYDNEY, "01:00, next in 6 days, Wednesday, September 30"),
        ("2026-09-30T18:00:00Z", SYDNEY, "02:00, next in 6 days, Wednesday, October 7"),
        ("2026-10-21T18:00:00Z", SYDNEY, "03:00, next in 6 days, Wednesday, October 28"),
        ("2027-03-31T18:00:00Z", SYDNEY, "01:00, next in 6 days, Wednesday, April 7"),
        # Kolkata never changes; Berlin does
        ("2027-03-24T18:00:00Z", KOLKATA, "20:30, next in 6 days, Tuesday, March 30"),
        ("2026-10-20T18:00:00Z", KOLKATA, "21:30, next in 7 days, Tuesday, October 27"),
    ],
)
def test_the_hour_is_right_after_clocks_have_changed_on_either_side(
    now: str, zone: str, hour: str, told: Told
) -> None:
    assert told(TUESDAYS, now=now, zone=zone) == [f"In your time zone that is {hour}."]


def test_the_next_day_follows_from_the_rule(told: Told) -> None:
    said = dict(zip(DAYS, told(*DAYS), strict=True))
    assert said == {rule: f"Next {day}." for rule, day in DAYS.items()}
    at_an_hour = told(*(f"{rule};TZID=Europe/Berlin;AT=17:00" for rule in DAYS))
    assert at_an_hour == list(said.values())


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-23T12:00:00Z", "Next tomorrow, Tuesday, November 24."),
        ("2026-11-24T12:00:00Z", "Next today, Tuesday, November 24."),
        ("2026-11-24T16:59:00Z", "Next today, Tuesday, November 24."),
        ("2026-11-24T17:01:00Z", "Next in 7 days, Tuesday, December 1."),
    ],
)
def test_a_meeting_is_the_next_one_until_it_is_over(now: str, words: str, told: Told) -> None:
    assert told(TUESDAYS, now=now) == [words]


def test_today_and_tomorrow_are_the_readers(told: Told) -> None:
    assert told(TUESDAYS, now="2026-11-24T02:00:00Z", zone=SYDNEY) == [
        "In your time zone that is 03:00, next tomorrow, Wednesday, November 25."
    ]


def test_an_hour_that_comes_twice_is_the_first_and_one_left_out_comes_later(told: Told) -> None:
    twice = "FREQ=DAILY;DTSTART=2026-10-25;UNTIL=2026-10-25;TZID=Europe/Berlin;AT=02:30"
    never = "FREQ=DAILY;DTSTART=2027-03-28;UNTIL=2027-03-28;TZID=Europe/Berlin;AT=02:30"
    assert told(twice, now="2026-10-01T12:00:00Z", zone="UTC") == [
        "In your time zone that is 00:30, next on Sunday, October 25."
    ]
    assert told(never, now="2027-03-01T12:00:00Z", zone="UTC") == [
        "In your time zone that is 01:30, next on Sunday, March 28."
    ]


@pytest.mark.parametrize(
    ("at", "zone", "words"),
    [
        ("17:00", NEW_YORK, "At present that is 11:00 in your time zone."),
        ("23:00", KOLKATA, "At present that is 03:30 on the next day in your time zone."),
        ("02:00", NEW_YORK, "At present that is 20:00 on the day before in your time zone."),
        ("17:00", BERLIN, ""),
    ],
)
def test_without_sure_days_the_hour_alone_is_said(at: str, zone: str, words: str, told: Told) -> None:
    assert told(f"TZID=Europe/Berlin;AT={at}", zone=zone) == [words]


def test_where_people_come_in_person_only_the_day_is_said(told: Told) -> None:
    assert told(f"{TUESDAYS};PLACE=HERE", zone=SYDNEY) == ["Next in 2 days, Tuesday, November 24."]


def test_what_has_had_its_last_day_says_so(told: Told) -> None:
    assert told("FREQ=WEEKLY;BYDAY=MO;UNTIL=2026-11-21") == ["The last day has passed."]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=WEEKLY;BYDAY=TU;TZID=Europe/Atlantis;AT=17:00", "FREQ=WEEKLY;BYDAY=MO;UNTIL=2026-11-22", "%"],
)
def test_what_cannot_be_worked_out_is_left_unsaid(rule: str, told: Told) -> None:
    assert told(rule, TUESDAYS, zone=NEW_YORK)[0] == ""
    assert told(rule, TUESDAYS, zone=NEW_YORK)[1]


def test_zones_with_several_parts_are_known(told: Told) -> None:
    rule = TUESDAYS.replace("Europe/Berlin", "America/North%5FDakota/New%5FSalem")
    assert told(rule) == ["In your time zone that is 00:00, next in 3 days, Wednesday, November 25."]


def test_a_day_that_has_passed_is_told_calmly(told: Told) -> None:
    assert dict(zip(LATE, told(*LATE, data="due"), strict=True)) == LATE


def test_whoever_keeps_the_handbook_is_named_as_text(told: Told) -> None:
    said = told("review:2026-11-21", data="due", ask="%3Cb%3ETess%3C/b%3E")
    assert said[0].endswith("Ask <b>Tess</b>.")


def test_the_pages_of_a_community_carry_its_rules(windows: Windows, address: str) -> None:
    page = windows.one(DESK, timezone_id=KOLKATA)
    for path in ("", "start-here/", "card/", "handbook/", "faq/"):
        page.goto(f"{address}/hard-talks/{path}", wait_until="domcontentloaded")
        assert page.locator(".hb-clock").first.inner_text().startswith("In your time zone that is 21:30"), (
            path
        )


def test_the_page_of_rituals_has_the_next_three_dates_of_each(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/rituals/", now=SUNDAY, timezone_id=NEW_YORK)
    assert page.locator("[data-hb-dates] + .hb-next").count() == page.locator("[data-hb-dates]").count()
    first = page.locator(".hb-next").first.locator("li").first.text_content()
    assert first == "Tuesday 24 November, 11:00 your time (17:00 in Berlin) in 2 days"


def test_the_agenda_of_a_community_and_that_of_all_list_what_comes(visit: Callable[..., Page]) -> None:
    for path in ("/hard-talks/agenda/", "/agenda/"):
        page = visit(path, now=SUNDAY, timezone_id=NEW_YORK)
        line = page.locator(".hb-agenda li", has_text="Practice evening").first.inner_text().split("\n")
        assert line[0] == "11:00"
        assert line[-1] == "17:00 in Berlin"


def test_without_javascript_the_groups_own_time_stands_alone(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/rituals/", java_script_enabled=False)
    assert page.locator(".hb-clock, .hb-next").count() == 0
    assert "17:00" in page.locator("[data-hb-rule]").first.inner_text()


@pytest.mark.parametrize(
    ("path", "top", "words"),
    [
        ("", ".hb-open + div", "This handbook was due"),
        ("start-here/", ".hb-lead + div", "This handbook was due"),
        ("code-of-conduct/", ".hb-lead + div", "This code was due"),
    ],
)
def test_what_is_overdue_is_told_once_at_the_top(
    path: str, top: str, words: str, visit: Callable[..., Page]
) -> None:
    page = visit(f"/hard-talks/{path}", now=LATER)
    assert page.inner_text(f"{top} > .hb-late").startswith(words)
    assert page.locator(".hb-late", has_text="was due").count() == 1


def test_the_whole_handbook_tells_it_where_its_parts_begin(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/handbook/", now=LATER)
    part = page.locator("[id='code-of-conduct--code-of-conduct'] + .hb-lead + div > .hb-late")
    assert part.inner_text().startswith("This code was due")


def test_an_answer_that_was_to_be_checked_again_says_so(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/faq/", now=LATER)
    late = page.locator(".hb-claim > .hb-late")
    assert set(late.all_inner_texts()) == {"That day has passed, so this may have changed."}
