"""A page asks nobody but its own server, and keeps only what its reader chose.

That pages ask nobody and keep nothing while they are only read is in test_survey.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.kinds import FULL

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

HELPED: Final = [f"/{FULL}/", f"/{FULL}/start-here/", "/"]
# Everything in a page that can be pressed, ticked or filled in, but for what leads elsewhere.
USE: Final = """() => {
  const controls = [...document.querySelectorAll('button:not([type=submit]), input, select, summary')];
  for (const control of controls) {
    if (control.type === 'search' || control.type === 'text') control.value = 'a';
    else control.click();
    for (const name of ['input', 'change']) control.dispatchEvent(new Event(name, { bubbles: true }));
  }
  return controls.length;
}"""
INJECT: Final = """() => {
  const script = document.createElement('script');
  script.textContent = 'document.title = "run"';
  const style = document.createElement('style');
  style.textContent = 'h1 { color: rgb(1, 2, 3) }';
  document.body.append(script, style);
  const first = document.querySelector('h1');
  first.setAttribute('onclick', 'document.title = "run"');
  first.setAttribute('style', 'color: rgb(1, 2, 3)');
  first.click();
  return [document.title, getComputedStyle(first).color];
}"""


@pytest.mark.parametrize("path", HELPED)
def test_helpers_that_are_used_ask_nobody_and_store_only_what_is_ours(
    path: str, visit: Callable[..., Page], address: str
) -> None:
    page = visit("/guides/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    assert page.evaluate(USE)
    assert not [url for url in asked if not url.startswith((address, "data:"))]
    assert not page.context.cookies()
    stored = page.evaluate("() => Object.keys(localStorage).concat(Object.keys(sessionStorage))")
    assert not [key for key in stored if not key.startswith("hearthbook-")]


def test_the_policy_stops_what_a_page_was_never_meant_to_run_or_to_look_like(
    visit: Callable[..., Page],
) -> None:
    title, colour = visit("/lantern-walk/").evaluate(INJECT)
    assert title != "run"
    assert colour != "rgb(1, 2, 3)"
