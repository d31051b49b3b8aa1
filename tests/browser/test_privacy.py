"""A page asks nobody but its own server, and keeps nothing about its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


class Visit(NamedTuple):
    """What happened while a page was open."""

    requests: list[str]
    complaints: list[str]
    kept: list[str]


@pytest.fixture(
    scope="module",
    params=[
        "/",
        "/guides/first-night/",
        "/hard-talks/",
        "/hard-talks/start-here/",
        "/hard-talks/code-of-conduct/",
        "/hard-talks/faq/",
        "/bayt-al-kutub/",
        "/nowhere/",
    ],
)
def visit_of(request: pytest.FixtureRequest, browser: Browser, address: str) -> Visit:
    """One visit of a page, to its end."""
    visit = Visit([], [], [])
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda asked: visit.requests.append(asked.url))
    page.on("console", lambda said: visit.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.goto(address + request.param, wait_until="networkidle")
    kept = [str(cookie) for cookie in context.cookies()]
    kept += page.evaluate("() => Object.keys(localStorage).concat(Object.keys(sessionStorage))")
    visit.kept.extend(kept)
    context.close()
    return visit


def test_it_asks_nobody_else(visit_of: Visit, address: str) -> None:
    assert visit_of.requests
    assert not [url for url in visit_of.requests if not url.startswith((address, "data:"))]


def test_the_browser_has_nothing_to_complain_about(visit_of: Visit) -> None:
    missing = "the server responded with a status of 404"
    complaints = [text for text in visit_of.complaints if missing not in text]
    assert not complaints


def test_it_keeps_nothing(visit_of: Visit) -> None:
    assert not visit_of.kept


def test_the_policy_stops_what_a_page_was_never_meant_to_run(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "/lantern-walk/")
    page.evaluate("""() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
    }""")
    title = page.title()
    context.close()
    assert title != "run"
