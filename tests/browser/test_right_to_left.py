"""Pages in Arabic: what begins on the left elsewhere begins on the right here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

SMALL: Final = 320
PHONE: Final = 390
HOME: Final = "/ibra-wa-hikaya/"
PAGES: Final = ("", "start-here/", "code-of-conduct/", "rituals/", "roles/", "faq/", "card/", "measures/")
WIDER: Final = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
SETTLED: Final = (
    "() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => null))).then(() => null)"
)
BOX: Final = "selector => document.querySelector(selector).getBoundingClientRect().toJSON()"
# Where each sign of a text stands on the page, from left to right.
SIGNS: Final = """selector => {
  const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  const signs = [];
  while (walker.nextNode()) {
    for (let place = 0; place < walker.currentNode.length; place += 1) {
      const range = new Range();
      range.setStart(walker.currentNode, place);
      range.setEnd(walker.currentNode, place + 1);
      const box = range.getBoundingClientRect();
      if (box.width) signs.push([box.left, range.toString()]);
    }
  }
  return signs.sort((one, other) => one[0] - other[0]).map(sign => sign[1]).join("");
}"""


def _box(page: Page, selector: str) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(BOX, selector)
    return found


def test_the_page_says_its_language_and_direction(visit: Visit) -> None:
    root = visit(HOME).locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_sideways_on_a_small_telephone(path: str, visit: Visit) -> None:
    page = visit(HOME + path, PHONE)
    assert page.evaluate(WIDER) == 0
    page.set_viewport_size({"width": SMALL, "height": 700})
    assert page.evaluate(WIDER) == 0


def test_the_menu_stands_on_the_right_of_the_text(visit: Visit) -> None:
    page = visit(HOME)
    assert _box(page, ".md-sidebar--primary")["left"] >= _box(page, ".md-content")["right"]


def test_the_drawer_comes_in_from_the_right(visit: Visit) -> None:
    page = visit(HOME, PHONE, reduced_motion="reduce")
    page.evaluate(SETTLED)
    assert _box(page, ".md-sidebar--primary")["left"] >= PHONE
    page.focus("#__drawer")
    page.keyboard.press("Enter")
    page.evaluate(SETTLED)
    assert _box(page, ".md-sidebar--primary")["right"] == PHONE


def test_the_next_page_is_on_the_left_and_the_one_before_on_the_right(visit: Visit) -> None:
    page = visit(HOME + "rituals/")
    assert _box(page, ".hb-turn__next")["right"] <= _box(page, ".hb-turn__previous")["left"]


def test_the_first_post_runs_from_right_to_left(visit: Visit) -> None:
    page = visit(HOME + "start-here/")
    line = page.evaluate("""() => {
      const code = document.querySelector('.hb-post code, pre code');
      const range = new Range();
      range.setStart(code.firstChild, 0);
      range.setEnd(code.firstChild, 1);
      return code.getBoundingClientRect().right - range.getBoundingClientRect().right;
    }""")
    assert line < PHONE / 4


@pytest.mark.parametrize(
    ("path", "selector", "shown"),
    [
        ("code-of-conduct/", "a[href^='tel:+49']", "+49 30 23125 042"),
        ("code-of-conduct/", "a[href^='mailto:sana']", "sana@example.org"),
        ("channels/", "a[href='#channel-raff']", "#Muster"),
        ("roles/", "#person-lina strong", "@lina_b"),
    ],
)
def test_numbers_addresses_and_handles_keep_their_order(
    path: str, selector: str, shown: str, visit: Visit
) -> None:
    page = visit(HOME + path)
    signs = page.evaluate(SIGNS, f".md-typeset {selector}")
    assert signs.replace("\u2066", "").replace("\u2069", "") == shown
