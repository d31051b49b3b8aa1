"""Each section of a page leads to the line that says it, where there is a forge."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from hearthbook.model.findings import Place as Spot
from hearthbook.model.pages import Provenance
from hearthbook.publish.lines import with_lines, with_open_lines
from hearthbook.publish.store import Store
from hearthbook.publish.workers import make_here
from tests.publish.hamlet import Place, replace_in, write_hamlet

if TYPE_CHECKING:
    from pathlib import Path

FORGE = "https://f.example/edit/main/"


def _entry(anchor: str, pointer: str) -> Provenance:
    return Provenance(anchor=anchor, pointer=pointer, place=Spot(file="unused.yml"))


def _line(said: str) -> Spot:
    return Spot(file="communities/oak.yml", line=len(said))


def _linked(html: str, *entries: Provenance, label: str = "Change") -> str:
    return with_lines(with_open_lines(html, entries, label), _line, FORGE)


def test_a_heading_gets_a_link_to_its_line() -> None:
    html = _linked('<h2 id="norm-a">A</h2>', _entry("norm-a", "/norms/0"))
    assert f'href="{FORGE}communities/oak.yml#L8"' in html
    assert html.endswith("</a></h2>")


def test_the_link_says_what_it_is_for_to_those_who_hear_the_page() -> None:
    html = _linked('<h3 id="a">A</h3>', _entry("a", "/xy"), label="Change this section")
    assert 'aria-label="Change this section: communities/oak.yml, 3"' in html


def test_a_heading_without_a_line_stays_as_it_is() -> None:
    assert _linked('<h2 id="b">B</h2>', _entry("a", "/x")) == '<h2 id="b">B</h2>'


def test_until_the_last_step_a_page_knows_no_line() -> None:
    html = with_open_lines('<h2 id="a">A</h2>', [_entry("a", "/norms/0")], "Change")
    assert "oak.yml" not in html
    assert 'data-hb-said="/norms/0"' in html


def test_what_a_pointer_holds_cannot_break_out_of_its_attribute() -> None:
    html = with_open_lines('<h2 id="a">A</h2>', [_entry("a", '/glossary/"><script>')], "Change")
    assert "<script>" not in html
    assert "#L20" in with_lines(html, _line, FORGE)


def test_text_that_looks_like_an_open_line_stays_text() -> None:
    html = '<p>&lt;a rel="edit" data-hb-said="/x"&gt;</p>'
    assert with_lines(html, _line, FORGE) == html


@pytest.fixture
def ash(tmp_path: Path) -> Place:
    """One community that extends a base file, built with a forge."""
    root = write_hamlet(tmp_path / "hamlet", forge=True)
    for slug in ("elm", "fir", "oak", "yew"):
        (root / f"communities/{slug}.yml").unlink()
    shutil.rmtree(root / "content/elm")
    place = Place(root, Store(tmp_path / "store"), make_here)
    place.build()
    return place


def _led_to(place: Place) -> list[str]:
    html = (place.site / "ash/norms/index.html").read_text(encoding="utf-8")
    return re.findall(r'class="hb-source" href="[^"]*/communities/([^"#]+#L\d+)"', html)


def test_inherited_norms_lead_to_the_file_they_stand_in(ash: Place) -> None:
    assert set(_led_to(ash)) == {"_grove.yml#L4", "ash.yml#L5"}


def test_a_comment_moves_the_lines_of_all_that_stands_below_it_and_makes_nothing(ash: Place) -> None:
    replace_in(ash.root / "communities/_grove.yml", "decisions:", "# for all trees\ndecisions:")
    built = ash.build()
    assert (built.made, built.dressed) == ((), ("ash",))
    assert set(_led_to(ash)) == {"_grove.yml#L5", "ash.yml#L5"}


def test_the_link_to_change_an_article_leads_below_its_facts(ash: Place) -> None:
    article = ash.root / "content/ash/bark.md"
    article.parent.mkdir()
    article.write_text("---\ntitle: Bark\n---\n\nIt is grey.\n", encoding="utf-8")
    ash.build()
    html = (ash.site / "ash/articles/bark/index.html").read_text(encoding="utf-8")
    assert re.findall(r'href="([^"]*)" rel="edit"', html) == [
        "https://github.com/example/hamlet/edit/main/content/ash/bark.md#L4"
    ]
