"""The coming weeks as one list, on the reader's clock; without scripts, the rhythms in words."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.seeing import DESK
from tests.browser.small import Small, small_page
from tests.browser.test_axe import RUN, WITHOUT_COLOURS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.windows import Windows

    Shown = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SUNDAY: Final = "2026-11-22T12:00:00Z"
NEW_YORK: Final = "America/New_York"
TUESDAYS: Final = "FREQ=WEEKLY;BYDAY=TU;TZID=Europe/Berlin;AT=17:00;MINUTES=60"
MORNINGS: Final = "FREQ=WEEKLY;BYDAY=TU,TH;TZID=Europe/Berlin;AT=09:00"
WHOLE: Final = "FREQ=WEEKLY;BYDAY=TU"
HOUR_ALONE: Final = "TZID=Europe/Berlin;AT=17:00"
DAILY: Final = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;TZID=Europe/Berlin;AT=10:00"


def _entry(name: str, rule: str, more: str = "") -> str:
    link = f'<a id="{name}" href="rituals/#{name}">{name}</a>'
    return f'<li data-hb-rule="{rule}" data-hb-agenda="entry"{more}>{link}: in words</li>'


def _agenda(*entries: str) -> str:
    top = '<h1>Agenda</h1><p data-hb-agenda="list">What comes.</p><h2>Always</h2>'
    return f"{top}<ul>{''.join(entries)}</ul>"


@pytest.fixture
def window(windows: Windows) -> Callable[..., Small]:
    """The window of a reader in a zone."""
    return functools.cache(lambda **more: Small(windows.one(DESK, now=SUNDAY, **more)))


@pytest.fixture
def shown(window: Callable[..., Small]) -> Shown:
    """An agenda with these entries, as a reader somewhere sees it at some time."""

    def show(*entries: str, zone: str = "Europe/Berlin", now: str = SUNDAY, language: str = "en") -> Page:
        page = small_page(_agenda(*entries), "times", "clock", "dates", "agenda", language=language)
        return window(timezone_id=zone).show(page, now=now)

    return show


def _days(page: Page) -> list[str]:
    return page.locator(".hb-agenda h2").all_text_contents()


def _lines(page: Page) -> list[str]:
    items = page.locator(".hb-agenda li")
    return [" ".join(item.inner_text().split()) for item in items.all()]


def test_rituals_stand_in_one_list_by_day_and_hour(shown: Shown) -> None:
    page = shown(_entry("Evening", TUESDAYS), _entry("Morning", MORNINGS), _entry("Letter", WHOLE))
    assert _days(page)[:3] == ["Tuesday, November 24 in 2 days", "Thursday, November 26 in 4 days",
                               "Tuesday, December 1 in 9 days"]  # fmt: skip
    assert _lines(page)[:4] == ["That day Letter", "09:00 Morning", "17:00 Evening", "09:00 Morning"]
    assert len(_lines(page)) == 4 * 4


def test_each_leads_to_its_ritual_and_no_id_stands_there_twice(shown: Shown) -> None:
    page = shown(_entry("Evening", TUESDAYS))
    assert page.locator(".hb-agenda a").first.get_attribute("href") == "rituals/#Evening"
    assert page.locator("#Evening").count() == 1


def test_the_readers_hour_and_day_count_and_those_of_the_group_stand_beside_them(shown: Shown) -> None:
    page = shown(_entry("Morning", MORNINGS), zone="Pacific/Honolulu")
    assert _days(page)[0] == "Monday, November 23 tomorrow"
    assert _lines(page)[0] == "22:00 Morning 09:00 on Tuesday in Berlin"
    assert page.locator(".hb-agenda time").first.get_attribute("datetime") == "2026-11-24T08:00Z"


def test_on_the_hub_each_is_named_with_its_community(shown: Shown) -> None:
    page = shown(_entry("Evening", TUESDAYS, ' data-hb-group="Oak %26 Elm"'))
    assert _lines(page)[0] == "17:00 Evening Oak & Elm"


def test_what_is_besides_or_moved_says_so(shown: Shown) -> None:
    page = shown(_entry("Evening", f"{TUESDAYS};MOVED=2026-11-24/2026-11-25;RDATE=2026-11-27T18:00"))
    assert _lines(page)[:2] == [
        "17:00 Evening Instead of Tuesday, November 24.",
        "18:00 Evening Besides the usual days.",
    ]


def test_a_date_at_another_hour_than_the_last_one_says_why(shown: Shown) -> None:
    page = shown(_entry("Evening", TUESDAYS), zone=NEW_YORK, now="2026-10-22T12:00:00Z")
    assert page.locator(".hb-agenda li").nth(0).inner_text().count("clocks") == 1
    assert page.inner_text(".hb-shift") == (
        "From Tuesday, October 27 on, this is at 12:00 for you, and from Tuesday, November 3 on, at 11:00: "
        "the clocks change in Berlin first."
    )


def test_what_follows_no_rule_stands_only_below(shown: Shown) -> None:
    page = shown(_entry("Evening", TUESDAYS), _entry("Odd", HOUR_ALONE), _entry("Broken", "%"))
    assert not [line for line in _lines(page) if "Odd" in line or "Broken" in line]
    assert page.locator("main > ul li").count() == 3
    assert shown(_entry("Odd", HOUR_ALONE)).locator(".hb-agenda").count() == 0
    assert shown().locator(".hb-agenda").count() == 0


def test_the_clock_says_nothing_a_second_time(shown: Shown) -> None:
    assert shown(_entry("Evening", TUESDAYS)).locator(".hb-clock").count() == 0


def test_four_more_weeks_come_at_the_press_of_a_button(shown: Shown) -> None:
    page = shown(_entry("Evening", TUESDAYS))
    assert _lines(page) == ["17:00 Evening"] * 4
    more = page.get_by_role("button", name="Show four more weeks")
    more.click()
    assert len(_lines(page)) == 8
    assert (
        page.evaluate("document.activeElement.closest('li').querySelector('time').dateTime")
        == "2026-12-22T16:00Z"
    )


def test_a_long_list_is_shown_in_parts(shown: Shown) -> None:
    page = shown(*(_entry(f"Ritual {number}", DAILY) for number in range(3)))
    assert len(_lines(page)) == 40
    page.get_by_role("button", name="Show more").click()
    assert len(_lines(page)) == 80
    page.get_by_role("button", name="Show more").click()
    assert len(_lines(page)) == 27 * 3
    assert page.get_by_role("button", name="Show four more weeks").is_visible()


def test_weeks_without_anything_say_so(shown: Shown) -> None:
    page = shown(_entry("Summer", "FREQ=DAILY;DTSTART=2027-01-05;UNTIL=2027-01-05"))
    assert page.inner_text(".hb-agenda") == "Nothing is planned for these weeks."
    page.get_by_role("button").click()
    assert _days(page) == ["Tuesday, January 5, 2027"]


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_the_list_breaks_no_rule_that_a_program_can_see(language: str, shown: Shown) -> None:
    axe: str = pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT
    page = shown(_entry("Evening", TUESDAYS), _entry("Letter", WHOLE), zone=NEW_YORK, language=language)
    page.evaluate(axe)
    found = [one for one in page.evaluate(RUN, WITHOUT_COLOURS) if "hb-agenda" in str(one)]
    assert found == []


def test_without_javascript_the_rhythms_in_words_are_the_page(window: Callable[..., Small]) -> None:
    page = window(java_script_enabled=False).show(small_page(_agenda(_entry("Evening", TUESDAYS)), "agenda"))
    assert page.locator("main li").all_inner_texts() == ["Evening: in words"]
