"""No page breaks a rule of WCAG 2.2 that a program can see, in any of its looks (axe-core)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import pytest

from tests.browser.kinds import FULL, every_kind, of_community, right_to_left
from tests.browser.seeing import DESK, PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Scheme: TypeAlias = Literal["light", "dark"]
RUN: Final = """options => axe.run(options).then(result => result.violations.map(found => ({
  rule: found.id,
  nodes: found.nodes.map(node => [node.target.join(' '), node.failureSummary.split('\\n').pop().trim()]),
})))"""
TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
ALL: Final = {"type": "tag", "values": TAGS}
COLOURS: Final = {"type": "rule", "values": ("color-contrast", "link-in-text-block")}
NO_CONTRAST: Final = {"color-contrast": {"enabled": False}}
# The drawer's check box stands before everything that it moves; its label is in the header.
OUTSIDE: Final = ("region", "#__drawer")
# Repeats the other pages of its community, and is by far the longest: its colours are theirs.
LONG: Final = "/handbook/"
# Colours on a phone are those on a desk; these pages are laid out anew.
COLOURS_ON_A_PHONE: Final = (f"/{FULL}/", "/start-here/", "/code-of-conduct/", "/a-z/")


@pytest.fixture(scope="module")
def axe() -> str:
    """The program that looks, as a script."""
    script: str = pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT
    return script


def _found(page: Page, rules: dict[str, Any], *, colours: bool) -> list[str]:
    """What breaks a rule on a page: the rule, where, and why."""
    options = {"resultTypes": ["violations"], "runOnly": rules, "preload": False}
    found = page.evaluate(RUN, options if colours else {**options, "rules": NO_CONTRAST})
    return [
        f"{each['rule']}: {place}: {why}"
        for each in found
        for place, why in each["nodes"]
        if (each["rule"], place) != OUTSIDE
    ]


def _look(browser: Browser, pages: list[str], axe: str, scheme: Scheme) -> dict[str, list[str]]:
    """Everything found on these pages, on a phone and on a desk, with all that folds unfolded."""
    rules = ALL if scheme == "light" else COLOURS
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    broken = {}
    for url in pages:
        page.set_viewport_size({"width": PHONE, "height": 800})
        page.goto(url, wait_until="domcontentloaded")
        page.evaluate("() => { for (const part of document.querySelectorAll('details')) part.open = true; }")
        page.evaluate(axe)
        anew = url.endswith(COLOURS_ON_A_PHONE)
        found = _found(page, rules, colours=anew) if anew or rules is ALL else []
        page.set_viewport_size({"width": DESK, "height": 800})
        if found := [*found, *_found(page, rules, colours=not url.endswith(LONG))]:
            broken[url] = found
    context.close()
    return broken


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_of_page_breaks_a_rule(
    scheme: Scheme, browser: Browser, address: str, site: Path, axe: str
) -> None:
    arabic = [path for path in of_community(site, right_to_left(site)) if not path.endswith(LONG)]
    pages = [address + path for path in [*every_kind(site), *arabic[:6]]]
    assert not _look(browser, pages, axe, scheme)
