"""Links can be read on their ground, also where a founder chose a colour that cannot.

test_axe.py asks the same of every kind of page, but says nothing where it is not sure of the ground.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hearthbook.render.colour import contrast

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from hearthbook.render.colour import Rgb

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAIRS = """() => {
  const pairs = new Set();
  for (const link of document.querySelectorAll('a, button, h1, h2, h3, main p')) {
    if (!link.checkVisibility({ visibilityProperty: true }) || !link.textContent.trim()) continue;
    let around = link;
    while (around && /^rgba\\(.*, 0\\)$|^transparent$/.test(getComputedStyle(around).backgroundColor)) {
      around = around.parentElement;
    }
    const ground = getComputedStyle(around ?? document.body).backgroundColor;
    pairs.add(`${getComputedStyle(link).color} on ${ground} in ${link.tagName}.${link.className}`);
  }
  return [...pairs];
}"""


def _rgb(text: str) -> Rgb:
    """A colour as a browser computes it: `rgb(1, 2, 3)` or `color(srgb 0.1 0.2 0.3)`."""
    red, green, blue = (float(part) for part in re.findall(r"[\d.]+", text)[:3])
    scale = 1 if "srgb" in text else 255
    return (red / scale, green / scale, blue / scale)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_links_stand_out_from_their_ground(scheme: str, visit: Callable[..., Page]) -> None:
    pairs = visit("/lantern-walk/start-here/", color_scheme=scheme).evaluate(PAIRS)
    assert pairs
    weak = {}
    for pair in pairs:
        front, ground = pair.split(" in ")[0].split(" on ")
        ratio = contrast(_rgb(front), _rgb(ground))
        if ratio < 4.5:
            weak[pair] = round(ratio, 2)
    assert not weak


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_community_keeps_a_colour_of_its_own(scheme: str, visit: Callable[..., Page]) -> None:
    read = "() => getComputedStyle(document.documentElement).getPropertyValue('--hb-accent-strong').trim()"
    page = visit("/lantern-walk/", color_scheme=scheme)
    own = page.evaluate(read)
    page.goto(page.url.replace("lantern-walk/", ""))
    assert own != page.evaluate(read)
