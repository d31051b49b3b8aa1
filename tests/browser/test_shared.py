"""What stands in a page for machines is data: no browser runs it, and no policy stops it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    Visit = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BLOCK = "script[type='application/ld+json']"
REFUSED = """() => {
  window.refused = [];
  document.addEventListener('securitypolicyviolation', event => window.refused.push(event.violatedDirective));
}"""


def _watched(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """A page with what the browser complains of, and whatever the policy stops."""
    page = browser.new_context().new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.add_init_script(f"({REFUSED})()")
    page.goto(address)
    return page, told


@pytest.mark.parametrize("path", ["/hard-talks/", "/hard-talks/faq/"])
def test_the_policy_stops_no_block_of_data(path: str, browser: Browser, address: str) -> None:
    page, told = _watched(browser, address + path)
    assert page.locator(BLOCK).count() == 1
    assert page.evaluate("() => window.refused") == []
    assert told == []
    page.context.close()


def test_the_policy_would_stop_a_script_in_the_same_place(browser: Browser, address: str) -> None:
    page, _ = _watched(browser, f"{address}/hard-talks/")
    page.evaluate("""() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.head.append(script);
    }""")
    assert page.evaluate("() => window.ran") is None
    assert page.evaluate("() => window.refused") == ["script-src-elem"]
    page.context.close()


def test_a_name_full_of_markup_stays_a_name(visit: Visit) -> None:
    page = visit("/bayt-al-kutub/")
    facts = json.loads(str(page.locator(BLOCK).text_content()))
    assert "<b>" in facts["name"]
    assert page.title().startswith(facts["name"])


def test_machines_read_the_answers_that_readers_see(visit: Visit) -> None:
    page = visit("/hard-talks/faq/")
    facts = json.loads(str(page.locator(BLOCK).text_content()))
    seen = " ".join(page.inner_text("main").split())
    for one in facts["mainEntity"]:
        assert one["name"] in seen
        first = one["acceptedAnswer"]["text"].partition("\n")[0]
        assert " ".join(first.split()) in seen


def test_the_twin_of_a_page_is_one_link_away(visit: Visit, site: Path) -> None:
    page = visit("/hard-talks/norms/")
    way = page.evaluate("() => document.querySelector('link[type=\"text/markdown\"]').href")
    answer = page.request.get(way)
    assert answer.text() == (site / "hard-talks/norms/index.md").read_text(encoding="utf-8")


def test_the_card_is_a_picture_that_browsers_show(visit: Visit) -> None:
    page = visit("/hard-talks/")
    size = page.evaluate("""async () => {
      const picture = new Image();
      picture.src = 'card.png';
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    }""")
    assert size == [1200, 630]
