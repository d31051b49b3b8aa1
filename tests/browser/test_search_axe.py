"""Search breaks no rule of WCAG 2.2 that a program can see: the open dialog, the results, nothing found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.seeing import DESK, PHONE
from tests.browser.test_axe import OPTIONS, RUN, TAGS, UNFOLD

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """How the page is coloured."""
    found: str = request.param
    return found


def _broken(page: Page, scheme: str) -> list[list[str]]:
    """What breaks a rule, with colours, on a desk and on a phone."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.evaluate(pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT)
    page.evaluate(UNFOLD)
    options = {**OPTIONS, "runOnly": {"type": "tag", "values": TAGS}}
    found = []
    for width in (DESK, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        found += page.evaluate(RUN, options)
    return [row for row in found if row[:2] != ["region", "#__drawer"]]


def _open(page: Page, query: str) -> None:
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill(query)
    expect(dialog.get_by_role("status")).to_contain_text("“")


def test_the_open_dialog_with_results(visit: Visit, scheme: str) -> None:
    page = visit("/hard-talks/norms/")
    _open(page, "person")
    expect(page.locator(".hb-find__results a").first).to_be_visible()
    assert _broken(page, scheme) == []


def test_the_dialog_where_nothing_was_found(visit: Visit, scheme: str) -> None:
    page = visit("/hard-talks/norms/")
    _open(page, "xqzzy")
    expect(page.locator(".hb-find__offers")).to_be_visible()
    assert _broken(page, scheme) == []


def test_the_page_of_results(visit: Visit, scheme: str) -> None:
    page = visit("/search/?q=report")
    expect(page.locator(".hb-find__results a").first).to_be_visible()
    assert _broken(page, scheme) == []


@pytest.mark.parametrize("path", ["/search/?q=report", "/search/?q=xqzzy"])
def test_at_320_pixels_nothing_scrolls_sideways(path: str, visit: Visit) -> None:
    page = visit(path, 320)
    expect(page.get_by_role("status")).to_contain_text("“")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
