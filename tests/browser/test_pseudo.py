"""Whatever a script says or a screen reader hears comes from the file of words, or from the browser's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.seeing import DESK
from tests.browser.serving import served
from tests.publish.pseudo_site import build_pseudo_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.windows import Windows

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES: Final = ("/", "/2/", "/2/start-here/", "/2/rituals/", "/2/code-of-conduct/", "/2/roles/", "/nowhere/")
LATIN: Final = re.compile(r"[A-Za-z]{2}")
HEARD: Final = """() => [...document.querySelectorAll('body *:not(script)')].flatMap(e => [
  ...[...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data),
  ...['aria-label', 'title', 'alt', 'placeholder'].map(name => e.getAttribute(name) ?? ''),
])"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site in a language that nobody speaks is served."""
    with served(build_pseudo_site(tmp_path_factory.mktemp("pseudo"))) as found:
        yield found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_with_its_helpers_says_nothing_by_itself(path: str, address: str, windows: Windows) -> None:
    page = windows.one(DESK, timezone_id="Asia/Kolkata", locale="ru")
    page.goto(address + path, wait_until="networkidle")
    for opened in page.query_selector_all("details:not([open]) > summary"):
        opened.evaluate("summary => { summary.parentElement.open = true; }")
    page.wait_for_load_state("networkidle")
    for button in page.query_selector_all("main button:not([hidden])"):
        if button.is_visible():
            button.click()
    heard = [" ".join(text.split()) for text in page.evaluate(HEARD)]
    assert heard
    assert sorted({text for text in heard if LATIN.search(text)}) == []
