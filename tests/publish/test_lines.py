"""Each section of a page leads to the line that says it, where there is a forge."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from hearthbook.model.findings import Place as Spot
from hearthbook.model.sources import SourceMap
from hearthbook.model.sources import Spot as Written
from hearthbook.publish.lines import Lines, with_lines
from hearthbook.publish.origins import Origin
from hearthbook.publish.pencils import open_pencil
from hearthbook.publish.store import Store
from hearthbook.publish.workers import make_here
from tests.publish.hamlet import Place, replace_in, write_hamlet

if TYPE_CHECKING:
    from pathlib import Path

EDIT = "https://f.example/edit/main/{path}#L{line}"
BASE = Spot(file="communities/_base.yml", line=4)


def _lines(**spots: Written) -> Lines:
    root = Spot(file="communities/oak.yml")
    sources = SourceMap({f"/{key}": spot for key, spot in spots.items()}, root)
    return Lines(
        sources, {"content/oak/bark.md": Spot(file="content/oak/bark.md", line=9)}, "{file} is shared"
    )


def _at(line: int, block: str = "") -> Written:
    place = Spot(file="communities/oak.yml", line=line)
    return Written(place, place, block)


def _filled(said: str, lines: Lines, down: int = 0) -> str:
    return with_lines(open_pencil(Origin(said, down), "Suggest an edit"), lines, EDIT)


def test_a_pencil_leads_to_the_line_of_its_value() -> None:
    assert 'href="https://f.example/edit/main/communities/oak.yml#L8"' in _filled(
        "/norms", _lines(norms=_at(8))
    )


@pytest.mark.parametrize(("block", "down", "line"), [("|", 0, 9), ("|", 3, 12), (">", 3, 9), ("", 3, 8)])
def test_a_text_below_its_key_is_found_on_its_own_line(block: str, down: int, line: int) -> None:
    assert f'#L{line}"' in _filled("/norms", _lines(norms=_at(8, block)), down)


def test_a_paragraph_of_an_article_is_found_on_its_own_line() -> None:
    assert 'content/oak/bark.md#L14"' in _filled("content/oak/bark.md", _lines(), 5)


def test_what_several_communities_share_says_so() -> None:
    html = _filled("/norms", _lines(norms=Written(BASE, BASE)))
    assert 'aria-label="Suggest an edit; _base.yml is shared"' in html
    assert 'data-hb-shared="_base.yml is shared"' in html
    assert "shared" not in _filled("/norms", _lines(norms=_at(8)))


def test_until_the_last_step_a_page_knows_no_line() -> None:
    html = open_pencil(Origin("/norms/0"), "Change")
    assert "oak.yml" not in html
    assert 'data-hb-said="/norms/0"' in html


def test_what_a_pointer_holds_cannot_break_out_of_its_attribute() -> None:
    html = open_pencil(Origin('/glossary/"><script>'), "Change")
    assert "<script>" not in html
    assert "<script>" not in with_lines(html, _lines(), EDIT)


def test_text_that_looks_like_an_open_line_stays_text() -> None:
    html = '<p>&lt;a rel="edit" data-hb-said="/x"&gt;</p>'
    assert with_lines(html, _lines(), EDIT) == html


def test_a_letter_learns_file_and_line_and_where_files_are_edited() -> None:
    html = '<a class="hb-suggest" data-hb-said="/norms" href="mailto:a@b.example?body={file}%20{line}">'
    assert with_lines(html, _lines(norms=_at(8)), EDIT) == (
        '<a class="hb-suggest" href="mailto:a@b.example?body=communities/oak.yml%208"'
        ' data-hb-root="https://f.example/edit/main/">'
    )


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
    assert set(_led_to(ash)) == {"_grove.yml#L3", "_grove.yml#L4", "ash.yml#L5"}


def test_a_comment_moves_the_lines_of_all_that_stands_below_it_and_makes_nothing(ash: Place) -> None:
    replace_in(ash.root / "communities/_grove.yml", "decisions:", "# for all trees\ndecisions:")
    built = ash.build()
    assert (built.made, built.dressed) == ((), ("ash",))
    assert set(_led_to(ash)) == {"_grove.yml#L4", "_grove.yml#L5", "ash.yml#L5"}


def test_the_link_to_change_an_article_leads_below_its_facts(ash: Place) -> None:
    article = ash.root / "content/ash/bark.md"
    article.parent.mkdir()
    article.write_text("---\ntitle: Bark\n---\n\nIt is grey.\n", encoding="utf-8")
    ash.build()
    html = (ash.site / "ash/articles/bark/index.html").read_text(encoding="utf-8")
    assert re.findall(r'href="([^"]*)" rel="edit"', html) == [
        "https://github.com/example/hamlet/edit/main/content/ash/bark.md#L4"
    ]
