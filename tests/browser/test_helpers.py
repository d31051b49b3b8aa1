"""The drawer, the colours and the copy button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from ruamel.yaml import YAML

from tests.publish.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = 390
DRAWER = ".md-sidebar--primary"
IN_VIEW = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  return box.width > 0 && box.left < innerWidth && box.right > 0;
}"""


# The last value before the next label, below the end of its own label, in pixels.
LEFT_ALONE = """() => [...document.querySelectorAll('.hb-glance dt')].map(label => {
  let last = label;
  while (last.nextElementSibling?.matches('dd')) last = last.nextElementSibling;
  return last.getBoundingClientRect().bottom - label.getBoundingClientRect().bottom;
})"""


def _drawer_is_open(page: Page) -> bool:
    page.evaluate("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => null)))")
    return bool(page.evaluate(IN_VIEW, DRAWER))


def _theme(page: Page) -> str | None:
    theme: str | None = page.evaluate("() => document.documentElement.dataset.hbTheme ?? null")
    return theme


def test_the_drawer_is_reached_by_the_tab_key(visit: Visit) -> None:
    page = visit("/lantern-walk/", PHONE)
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("() => document.activeElement.id"))
    assert "__drawer" in reached


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_drawer_opens_and_closes_by_keyboard(key: str, visit: Visit) -> None:
    page = visit("/lantern-walk/", PHONE, reduced_motion="reduce")
    page.focus("#__drawer")
    page.keyboard.press(key)
    assert _drawer_is_open(page)
    page.keyboard.press("Escape")
    assert not _drawer_is_open(page)
    assert page.evaluate("() => document.activeElement.id") == "__drawer"


def test_the_page_behind_an_open_drawer_is_out_of_reach(visit: Visit) -> None:
    page = visit("/lantern-walk/", PHONE, reduced_motion="reduce")
    page.focus("#__drawer")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.querySelector('.md-content').inert")
    assert page.evaluate(f"() => document.querySelector('{DRAWER}').contains(document.activeElement)")


def test_the_drawer_opens_and_closes_without_javascript(visit: Visit) -> None:
    page = visit("/lantern-walk/", PHONE, java_script_enabled=False, reduced_motion="reduce")
    assert not _drawer_is_open(page)
    page.click("label.hb-menu")
    assert _drawer_is_open(page)
    page.mouse.click(PHONE - 10, 400)
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(page.locator(DRAWER)).not_to_be_in_viewport()


def test_the_drawer_opens_and_closes_by_keyboard_without_javascript(visit: Visit) -> None:
    page = visit("/lantern-walk/", PHONE, java_script_enabled=False, reduced_motion="reduce")
    page.focus("#__drawer")
    page.keyboard.press("Space")
    assert _drawer_is_open(page)
    page.keyboard.press("Space")
    assert not _drawer_is_open(page)


def test_on_a_desk_the_menu_is_there_from_the_start(visit: Visit) -> None:
    assert _drawer_is_open(visit("/lantern-walk/"))


def test_chosen_colours_are_remembered(visit: Visit) -> None:
    page = visit("/lantern-walk/")
    assert _theme(page) is None
    page.click(".hb-theme")
    page.click(".hb-theme")
    assert _theme(page) == "dark"
    page.reload()
    assert _theme(page) == "dark"


def test_chosen_colours_hold_on_every_page(visit: Visit) -> None:
    page = visit("/lantern-walk/")
    page.click(".hb-theme")
    page.click("nav.hb-nav a[href='norms/']")
    page.wait_for_url("**/lantern-walk/norms/")
    assert _theme(page) == "light"


def test_the_colours_button_says_what_is_chosen(visit: Visit) -> None:
    page = visit("/lantern-walk/")
    page.click(".hb-theme")
    assert page.get_attribute(".hb-theme", "aria-label") == "Colours: light"


def test_without_javascript_there_is_no_button_that_does_nothing(visit: Visit) -> None:
    page = visit("/hard-talks/start-here/", java_script_enabled=False)
    assert not page.is_visible(".hb-theme")
    assert not page.query_selector(".hb-copy")


def test_the_first_post_is_copied_as_it_was_written(visit: Visit) -> None:
    page = visit("/hard-talks/start-here/", permissions=["clipboard-read", "clipboard-write"])
    page.click(".hb-copy")
    page.wait_for_function("() => document.querySelector('.hb-copied').textContent === 'Copied'")
    source = Path(ROOT, "communities/hard-talks.yml").read_text(encoding="utf-8")
    expected = YAML(typ="safe").load(source)["onboarding"]["first_post"].strip()
    assert page.evaluate("() => navigator.clipboard.readText()") == expected


def test_a_label_stands_beside_all_of_its_values(visit: Visit) -> None:
    assert max(visit("/hard-talks/card/", 1280).evaluate(LEFT_ALONE)) < 1


def test_on_a_phone_the_pages_own_headings_follow_the_list_of_pages(visit: Visit) -> None:
    page = visit("/lantern-walk/faq/", PHONE, reduced_motion="reduce")
    page.focus("#__drawer")
    page.keyboard.press("Enter")
    here = page.locator(".hb-nav__here")
    assert here.is_visible()
    assert here.locator(".hb-nav__title").inner_text() == "On this page"
    assert page.locator(".hb-nav__cell li li").count() == 0
    pages = page.locator(".hb-nav__cell").bounding_box()
    own = here.bounding_box()
    assert pages
    assert own
    assert own["y"] >= pages["y"] + pages["height"]


def test_beside_the_second_list_the_menu_has_no_headings(visit: Visit) -> None:
    assert not visit("/lantern-walk/faq/", 1280).locator(".hb-nav__here").is_visible()
