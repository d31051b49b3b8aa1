"""The portable copy, opened from the disk as by a double click."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from hearthbook.publish.portable import write_portable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOOK = """() => {
  const style = getComputedStyle(document.body);
  return [style.borderBlockStartWidth, style.backgroundColor, style.fontFamily];
}"""
LINKS = "() => [...document.links].map(link => link.href).filter(url => url.startsWith('file:'))"
PAGES = (
    *("index.html", "a-z/index.html", "map/index.html", "guides/index.html"),
    *("hard-talks/index.html", "hard-talks/start-here/index.html", "hard-talks/handbook/index.html"),
    *("lantern-walk/faq/index.html", "ibra-wa-hikaya/rituals/index.html"),
)


@pytest.fixture(scope="module")
def copy(site: Path) -> Path:
    """The copy of the site."""
    return write_portable(site, "", lambda: None)


@pytest.fixture
def page(browser: Browser, copy: Path) -> Iterator[Page]:
    """The copy's first page, in a window that keeps what the browser complains about."""
    context = browser.new_context()
    page = context.new_page()
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    complaints: list[str] = []
    page.goto((copy / "index.html").as_uri(), wait_until="load")
    yield page
    context.close()
    assert complaints == []


def test_it_looks_as_it_does_on_the_web(page: Page, browser: Browser, address: str) -> None:
    web = browser.new_page()
    web.goto(address)
    assert page.evaluate(LOOK) == web.evaluate(LOOK)
    web.close()


def test_one_gets_from_its_first_page_to_an_answer(page: Page) -> None:
    page.goto(page.url.replace("index.html", "hard-talks/index.html"))
    page.click("nav.hb-nav a[href='start-here/index.html']")
    assert "Hard Talks" in page.inner_text("main h1")
    page.click("nav.hb-nav a[href='../faq/index.html']")
    page.wait_for_load_state()
    page.locator("a[href='#first-week']:visible").first.click()
    assert page.url.endswith("/hard-talks/faq/index.html#first-week")
    assert page.evaluate(
        "() => document.querySelector('#first-week').getBoundingClientRect().top < innerHeight"
    )


def test_its_scripts_work(page: Page) -> None:
    page.goto(page.url.replace("index.html", "hard-talks/index.html"))
    page.click(".hb-theme")
    assert page.evaluate("() => document.documentElement.dataset.hbTheme") == "light"


def test_no_link_on_its_pages_leads_nowhere(page: Page, copy: Path) -> None:
    for name in PAGES:
        page.goto((copy / name).as_uri())
        urls = page.evaluate(LINKS)
        paths = {unquote(url.partition("#")[0].removeprefix("file://")) for url in urls}
        assert paths
        assert not [path for path in paths if not Path(path).is_file()]


def test_a_suggestion_tells_the_page_and_not_where_the_copy_lies(page: Page, copy: Path) -> None:
    page.goto((copy / "hard-talks/norms/index.html").as_uri())
    page.locator("main p > .hb-source").first.focus()
    page.keyboard.press("Enter")
    letter = unquote(page.locator(".hb-ways-in a").first.get_attribute("href") or "")
    assert "Page: /hard-talks/norms/\r\n" in letter
    assert str(copy.parent) not in letter
