"""Pages can be used in the few colours that a reader's own device forces on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATHS: Final = ("/hard-talks/", "/hard-talks/start-here/", "/hard-talks/code-of-conduct/", "/", "/map/")
# Drawings keep their own colours, so those must be the reader's; what is pressed must have an edge.
LOOK: Final = """() => {
  const seen = e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 0;
  const light = colour => (colour.match(/[\\d.]+/g) ?? []).slice(0, 3)
    .reduce((sum, part) => sum + Number(part), 0);
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  const unseen = [...document.querySelectorAll('svg')].filter(seen).filter(drawing => {
    const parts = [...drawing.querySelectorAll('path, circle, rect, line, text')];
    const drawn = colour => colour !== 'none' && !/, 0\\)$/.test(colour)
      && Math.abs(light(colour) - paper) > 150;
    return !parts.some(part => drawn(getComputedStyle(part).stroke) || drawn(getComputedStyle(part).fill));
  }).map(drawing => drawing.parentElement.outerHTML.slice(0, 120));
  const flat = [...document.querySelectorAll('main button, main .hb-act')].filter(seen)
    .filter(e => parseFloat(getComputedStyle(e).borderTopWidth) < 1)
    .filter(e => getComputedStyle(e).textDecorationLine === 'none').map(e => `${e.tagName}.${e.className}`);
  return { unseen, flat };
}"""


@pytest.fixture(scope="module")
def looks(browser: Any, address: str) -> Iterator[dict[str, dict[str, Any]]]:  # noqa: ANN401 - Playwright's
    """Each of the pages, looked at once on a dark device with forced colours."""
    context = browser.new_context(forced_colors="active", color_scheme="dark", reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for path in PATHS:
        page.goto(address + path, wait_until="domcontentloaded")
        found[path] = page.evaluate(LOOK)
    yield found
    context.close()


def test_drawings_are_seen(looks: dict[str, dict[str, Any]]) -> None:
    assert not {path: look["unseen"] for path, look in looks.items() if look["unseen"]}


def test_buttons_have_an_edge_or_a_line(looks: dict[str, dict[str, Any]]) -> None:
    assert not {path: look["flat"] for path, look in looks.items() if look["flat"]}


def test_the_keyboards_place_is_seen(visit: Callable[..., Page]) -> None:
    page = visit("/hard-talks/", forced_colors="active", reduced_motion="reduce")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    style = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert style != "none"
