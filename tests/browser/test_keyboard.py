"""Everything can be reached and left by the Tab key, in the order it is read in, and seen when it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.browser.seeing import DESK, PHONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ENOUGH: Final = 400
"""More stops than any of these pages has, with a pencil behind each sentence."""
# Where the keyboard is. The drawer's check box is not seen itself; its label shows where one is.
# Of what is drawn over it, only what stays while the page scrolls can hide it for good.
STOP: Final = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const everything = [...document.querySelectorAll('*')];
  const shown = here.id === '__drawer' ? document.querySelector('.hb-menu') : here;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const across = box.x + Math.min(box.width, innerWidth) / 2, down = box.y + Math.min(box.height, 16) / 2;
  const at = document.elementFromPoint(across, down);
  const over = at?.closest('.hb-header');
  return {
    name: `${here.tagName.toLowerCase()}#${here.id} ${here.textContent.trim().slice(0, 30)}`,
    place: everything.indexOf(here),
    marked: style.boxShadow !== 'none'
      || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    hidden: Boolean(over && !over.contains(shown)) || box.bottom <= 0 || box.top >= innerHeight,
  };
}"""


def _stops(page: Page) -> list[dict[str, Any]]:
    """Every stop from the top of the page until the keyboard leaves it."""
    stops: list[dict[str, Any]] = []
    for _ in range(ENOUGH):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return stops
        stops.append(stop)
    pytest.fail(f"the keyboard is still on the page after {ENOUGH} stops, at {stops[-1]}")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("/hard-talks/", PHONE),
        ("/hard-talks/start-here/", DESK),
        ("/hard-talks/start-here/", PHONE),
        ("/hard-talks/code-of-conduct/", PHONE),
        ("/", DESK),
        ("/", PHONE),
        ("/nowhere/", PHONE),
    ],
)
def test_every_stop_follows_the_one_before_it_and_is_seen(
    path: str, width: int, visit: Callable[..., Page]
) -> None:
    stops = _stops(visit(path, width, alone=True, reduced_motion="reduce"))
    assert stops
    back = [(a["name"], b["name"]) for a, b in pairwise(stops) if b["place"] <= a["place"]]
    assert not back
    assert not [stop["name"] for stop in stops if not stop["marked"]]
    assert not [stop["name"] for stop in stops if stop["hidden"]]


def test_going_back_no_stop_is_hidden_under_the_header(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/faq/", PHONE, reduced_motion="reduce")
    page.evaluate("() => [...document.querySelectorAll('footer a, summary')].pop().focus()")
    hidden = []
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        if stop["hidden"]:
            hidden.append(stop["name"])
    assert not hidden


@pytest.mark.parametrize(("width", "stops"), [(DESK, 1), (PHONE, 2)], ids=["desk", "phone, after the menu"])
def test_the_first_stop_skips_to_the_content(width: int, stops: int, visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/faq/", width, reduced_motion="reduce")
    for _ in range(stops):
        page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.matches('.hb-skip')")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.querySelector(':target').matches('h1')")
    page.keyboard.press("Tab")
    assert page.evaluate("() => Boolean(document.activeElement.closest('main .md-content'))")


def test_a_heading_that_a_link_leads_to_is_not_under_the_header(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/faq/", PHONE, reduced_motion="reduce")
    below = page.evaluate("""() => {
      const heading = [...document.querySelectorAll('main :is(h2, h3)[id]')].at(-3);
      location.hash = heading.id;
      const bar = document.querySelector('.hb-header').getBoundingClientRect();
      return heading.getBoundingClientRect().top - bar.bottom;
    }""")
    assert below >= 0


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_what_is_folded_opens_by_keyboard(key: str, visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/code-of-conduct/", PHONE)
    if not page.query_selector("main summary"):
        pytest.skip("nothing is folded here")
    page.focus("main summary")
    before = page.evaluate("() => document.activeElement.parentElement.open")
    page.keyboard.press(key)
    assert page.evaluate("() => document.activeElement.parentElement.open") != before
