"""Any colour a founder picks ends up as one that can be read."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hearthbook.render.colour import (
    DARK,
    LIGHT,
    accent_css,
    accents,
    contrast,
    luminance,
    mix,
    parse,
    readable,
    to_hex,
)
from tests.render.support import theme

SCHEMES: Final = {"light": LIGHT, "dark": DARK}
TEXT: Final = 4.5
EDGE: Final = 3.0
colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def _as_published(color: str, scheme: str) -> dict[str, tuple[float, float, float]]:
    """The accents after they were rounded to what a style sheet can hold."""
    return {name: parse(to_hex(value)) for name, value in accents(color)[scheme].items()}


@pytest.mark.parametrize("scheme", SCHEMES)
@given(color=colors)
@example(color="#000000")
@example(color="#ffffff")
@example(color="#808080")
@example(color="#ffff00")
def test_text_in_the_accent_can_be_read_on_every_surface(scheme: str, color: str) -> None:
    found = _as_published(color, scheme)
    surfaces = [*map(parse, SCHEMES[scheme].values()), found["-soft"]]
    assert min(contrast(found["-strong"], surface) for surface in surfaces) >= TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@given(color=colors)
@example(color="#7f7f7f")
@example(color="#757575")
def test_text_on_the_accent_can_be_read_and_its_edge_be_seen(scheme: str, color: str) -> None:
    found = _as_published(color, scheme)
    assert contrast(found["-on"], found[""]) >= TEXT
    assert contrast(found[""], parse(SCHEMES[scheme]["ground"])) >= EDGE


@given(color=colors)
def test_a_colour_that_is_readable_already_stays_as_it_is(color: str) -> None:
    ground = parse(LIGHT["ground"])
    if contrast(parse(color), ground) >= TEXT + 0.3:
        assert to_hex(readable(parse(color), ground)) == color


@pytest.mark.parametrize(("scheme", "selector"), [("light", ":root {"), ("dark", '[data-hb-theme="dark"] {')])
def test_the_surfaces_are_those_of_the_style_sheet(scheme: str, selector: str) -> None:
    css = (theme().folder / "html/assets/hearth/hearth.css").read_text(encoding="utf-8")
    rules = css[css.index(selector) :].split("}")[0]
    found = dict(re.findall(r"--hb-(ground|raised|sunk): (#\w+);", rules))
    assert found == SCHEMES[scheme]


def test_contrast_runs_from_one_to_twenty_one() -> None:
    assert contrast(parse("#000000"), parse("#ffffff")) == pytest.approx(21)
    assert contrast(parse("#123456"), parse("#123456")) == 1
    assert luminance(parse("#ffffff")) == pytest.approx(1)


def test_a_mixture_lies_between_its_colours() -> None:
    assert to_hex(mix(parse("#000000"), parse("#ffffff"), 0.5)) == "#808080"


def test_the_style_sheet_sets_four_accents_for_light_and_dark() -> None:
    css = accent_css("#2f6f4f")
    assert [line.split("{")[0] for line in css.splitlines()] == [
        ":root",
        "@media (prefers-color-scheme:dark)",
        ":root[data-hb-theme=dark]",
    ]
    names = ["--hb-accent", "--hb-accent-strong", "--hb-accent-soft", "--hb-on-accent"]
    assert re.findall(r"(--[\w-]+):#[0-9a-f]{6}", css) == names * 3
