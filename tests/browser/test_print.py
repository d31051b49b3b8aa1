"""What comes out of a printer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.publish.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CARDS = sorted(path.stem for path in Path(ROOT, "communities").glob("[!_]*.yml"))
MENUS = (".hb-header", ".md-sidebar--primary", ".md-sidebar--secondary", ".hb-turn")
AROUND = (*MENUS, ".hb-edit", ".hb-screen")
FOLDED = """() => {
  const folded = document.createElement('details');
  folded.innerHTML = '<summary>More</summary><p id="inside">Inside</p>';
  document.querySelector('main h1').after(folded);
}"""
SHOWN = "() => document.querySelector('#inside').checkVisibility()"
LONGER = """() => {
  const list = document.querySelector('.hb-glance dl');
  for (const copy of Array.from({ length: 4 }, () => list.cloneNode(true))) list.append(...copy.children);
}"""
WRITTEN = """() => {
  const said = (link) => getComputedStyle(link, '::after').content;
  const links = [...document.querySelectorAll('main article a')];
  const find = (test) => [...new Set(links.filter(test).map(said))];
  return {
    inside: find(link => link.host === location.host),
    outside: find(link => /^https?:$/.test(link.protocol) && link.host !== location.host),
    letters: find(link => link.protocol === 'mailto:'),
  };
}"""
SPREAD = """() => [...document.querySelectorAll('main article *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))"""


def _sheets(pdf: bytes) -> int:
    """The pages of a document as Chromium prints it, with an object of its own for each."""
    return len(re.findall(rb"/Type\s*/Page(?![A-Za-z])", pdf))


def _on_paper(visit: Visit, path: str, **options: object) -> Page:
    page = visit(path, **options)
    page.wait_for_load_state("load")
    page.emulate_media(media="print")
    return page


def test_a_printed_handbook_has_its_text_and_no_menus(visit: Visit) -> None:
    page = _on_paper(visit, "/hard-talks/handbook/")
    assert page.is_visible("main h1")
    assert page.is_visible(".hb-contents")
    for part in AROUND:
        assert not any(found.is_visible() for found in page.query_selector_all(part)), part


def test_a_handbook_prints_on_many_sheets(visit: Visit) -> None:
    page = _on_paper(visit, "/hard-talks/handbook/")
    parts = page.locator(".hb-part").count()
    assert parts >= 5
    assert _sheets(page.pdf(format="A4")) > parts


def test_a_dark_screen_prints_light(visit: Visit) -> None:
    page = visit("/hard-talks/handbook/", color_scheme="dark")
    page.click(".hb-theme")
    page.click(".hb-theme")
    page.emulate_media(media="print")
    look = "() => { const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]; }"
    assert page.evaluate(look) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_addresses_elsewhere_are_written_out_and_no_others(visit: Visit) -> None:
    written = _on_paper(visit, "/hard-talks/handbook/").evaluate(WRITTEN)
    assert written["outside"]
    assert "none" not in written["outside"]
    assert (written["inside"], written["letters"]) == (["none"], ["none"])


def test_an_address_that_its_text_says_is_written_once(visit: Visit) -> None:
    page = _on_paper(visit, "/kiln-notes/handbook/")
    plain = page.locator("main a.hb-plain")
    assert plain.count()
    assert plain.first.evaluate("link => getComputedStyle(link, '::after').content") == "none"


def test_what_is_folded_on_a_screen_is_open_on_paper(visit: Visit) -> None:
    page = visit("/hard-talks/handbook/")
    page.wait_for_load_state("load")
    page.evaluate(FOLDED)
    assert not page.evaluate(SHOWN)
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN)


@pytest.mark.parametrize("path", ["/hard-talks/handbook/", "/long/handbook/"])
def test_nothing_sticks_out_of_the_paper(path: str, visit: Visit) -> None:
    # the width of a sheet of A4 between its margins
    assert not _on_paper(visit, path, width=658).evaluate(SPREAD)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_card_prints_on_one_sheet(paper: str, visit: Visit, address: str) -> None:
    page = visit(f"/{CARDS[0]}/card/")
    sheets = {}
    for slug in CARDS:
        page.goto(f"{address}/{slug}/card/", wait_until="load")
        sheets[slug] = _sheets(page.pdf(format=paper))
    assert sheets == dict.fromkeys(CARDS, 1)


def test_a_card_that_is_too_long_goes_on_over_the_next_sheet(visit: Visit) -> None:
    page = _on_paper(visit, "/hard-talks/card/")
    page.evaluate(LONGER)
    assert _sheets(page.pdf(format="A4")) > 1
