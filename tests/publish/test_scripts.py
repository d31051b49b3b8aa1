"""Each page has the scripts that it has work for, with their words, and no other."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest

from hearthbook.publish.scripts import LOST, SCRIPTS, script, scripts_of
from tests.render.support import theme

ASSETS: Final = theme().folder / "html/assets/hearth"
WORDS: Final = theme().words("en")
NAMES: Final = sorted(path.stem for path in Path(ASSETS).glob("*.js") if path.stem in {*SCRIPTS, LOST})
_ASKED: Final = re.compile(r'\bsay\("(\w+)"')


def _names(html: str) -> list[str]:
    return [each.name for each in scripts_of(html, WORDS)]


def test_a_page_without_work_has_no_scripts() -> None:
    assert _names("<p>Nothing to do.</p>") == []


@pytest.mark.parametrize(
    ("name", "hook"), [(name, hook) for name, hooks in SCRIPTS.items() for hook in hooks]
)
def test_a_script_comes_with_what_asks_for_it(name: str, hook: str) -> None:
    assert name in _names(f'<p id="x" {hook}="oak">A line.</p>')


def test_a_script_comes_after_those_that_it_needs() -> None:
    assert _names('<div data-hb-agenda="list"></div>') == ["times", "clock", "dates", "agenda"]


def test_scripts_come_in_the_same_order_on_every_page() -> None:
    assert _names('<p data-hb-due="d"></p><p data-hb-path="p"></p>') == ["path", "times", "clock"]


def test_words_travel_without_the_name_of_their_script() -> None:
    words = json.loads(script("path", WORDS).words)
    assert words["again"] == WORDS.raw("script.path.again")
    assert words["progress"].keys() == {"one", "other"}


def test_numbers_and_dates_are_written_as_in_the_region_of_the_page() -> None:
    assert script("clock", theme().words("en-GB")).locale == "en-GB"
    assert script("clock", WORDS).locale == "en"


@pytest.mark.parametrize("name", NAMES)
def test_a_script_says_all_of_its_words_and_has_all_that_it_says(name: str) -> None:
    text = (ASSETS / f"{name}.js").read_text(encoding="utf-8")
    words = json.loads(script(name, WORDS).words)
    assert [key for key in words if not re.search(rf"\W{key}\W", text)] == []
    assert set(_ASKED.findall(text)) - words.keys() == set()
