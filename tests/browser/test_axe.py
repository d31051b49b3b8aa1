"""No page breaks a rule of WCAG 2.2 that a program can see, in any of its looks (axe-core)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import pytest

from tests.browser.kinds import every_kind, of_community, right_to_left
from tests.browser.seeing import DESK, PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Scheme: TypeAlias = Literal["light", "dark"]
Broken: TypeAlias = dict[str, list[str]]
UNFOLD: Final = "() => { for (const part of document.querySelectorAll('details')) part.open = true; }"
RUN: Final = """(options, where = document) => axe.run(where, options).then(result =>
  result.violations.flatMap(found => found.nodes.map(node =>
    [found.id, node.target.join(' '), node.failureSummary.split('\\n').pop().trim()])))"""
# What is written in the same colours, letters and place on the same ground has the same contrast.
# To work that out takes longest, so of those that are alike the first is looked at, on one page.
ONE_OF_EACH: Final = f"""async ([options, known]) => {{
  const grounds = new Map(), seen = new Set(known), parts = [];
  const ground = part => {{
    if (!part) return '';
    if (!grounds.has(part)) {{
      const style = getComputedStyle(part);
      grounds.set(part, `${{ground(part.parentElement)}} ${{part.tagName}}.${{part.getAttribute('class')}} ` +
        [style.backgroundColor, style.backgroundImage, style.opacity, style.position]);
    }}
    return grounds.get(part);
  }};
  for (const part of document.querySelectorAll('body *')) {{
    const says = [...part.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
    if (!says && !part.matches('input, select, textarea')) continue;
    if (!part.checkVisibility({{ visibilityProperty: true }})) continue;
    const style = getComputedStyle(part);
    const own = [style.color, style.fontSize, style.fontWeight, style.textDecorationLine];
    const look = `${{ground(part)}} ${{own}}`;
    if (!seen.has(look)) parts.push(part);
    seen.add(look);
  }}
  return [[...seen], parts.length ? await ({RUN})(options, {{ include: parts }}) : []];
}}"""
TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS: Final = ("color-contrast", "link-in-text-block")
OPTIONS: Final[dict[str, Any]] = {"resultTypes": ["violations"], "preload": False}
WITHOUT_COLOURS: Final = {
    **OPTIONS,
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {rule: {"enabled": False} for rule in COLOURS},
}
ONLY_COLOURS: Final = {**OPTIONS, "runOnly": {"type": "rule", "values": COLOURS}}
# The drawer's check box stands before everything that it moves; its label is in the header.
OUTSIDE: Final = ("region", "#__drawer")
# Repeats the other pages of its community, and is by far the longest: on a phone those speak for it.
LONG: Final = "/handbook/"


def _told(found: list[list[str]]) -> list[str]:
    """What breaks a rule: the rule, where, and why."""
    return [f"{rule}: {place}: {why}" for rule, place, why in found if (rule, place) != OUTSIDE]


@dataclass
class Looks:
    """What was found in all looks of the pages."""

    broken: dict[Scheme, Broken] = field(default_factory=lambda: {"light": {}, "dark": {}})
    alike: dict[tuple[Scheme, int], list[str]] = field(default_factory=dict)

    def rules(self, page: Page) -> None:
        """Sees which rules a page breaks, other than those of colours."""
        self._keep("light", page, page.evaluate(RUN, WITHOUT_COLOURS))

    def colours(self, scheme: Scheme, width: int, page: Page) -> None:
        """Sees what on a page cannot be read for its colours."""
        page.emulate_media(color_scheme=scheme)
        known = self.alike.get((scheme, width), [])
        self.alike[scheme, width], found = page.evaluate(ONE_OF_EACH, [ONLY_COLOURS, known])
        self._keep(scheme, page, found)

    def _keep(self, scheme: Scheme, page: Page, found: list[list[str]]) -> None:
        if told := _told(found):
            self.broken[scheme].setdefault(page.url, []).extend(told)


@pytest.fixture(scope="module")
def pages(address: str, site: Path) -> list[str]:
    """Each kind of page, and some that run from right to left."""
    arabic = [path for path in of_community(site, right_to_left(site)) if not path.endswith(LONG)]
    return [address + path for path in [*every_kind(site), *arabic[:6]]]


@pytest.fixture(scope="module")
def looks(browser: Browser, pages: list[str]) -> Looks:
    """All pages on a phone and on a desk, by day and by night, with all that folds unfolded."""
    axe: str = pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT
    looks, context = Looks(), browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for url in pages:
        page.goto(url, wait_until="domcontentloaded")
        page.evaluate(UNFOLD)
        page.evaluate(axe)
        for width in (DESK, PHONE):
            page.set_viewport_size({"width": width, "height": 800})
            if width == DESK or not url.endswith(LONG):
                looks.rules(page)
            for scheme in looks.broken:
                looks.colours(scheme, width, page)
    context.close()
    return looks


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_kind_of_page_breaks_a_rule(scheme: Scheme, looks: Looks) -> None:
    assert not looks.broken[scheme]


def test_all_that_is_written_was_looked_at(looks: Looks) -> None:
    assert len(looks.alike) == 4
    assert all(len(known) > 100 for known in looks.alike.values())
