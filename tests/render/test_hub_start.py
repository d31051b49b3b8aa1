"""The page on which one starts a community: what it says without its script, and what it tells the script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import pytest

from hearthbook.bring.blueprints import LANGUAGES, beginnings
from hearthbook.model.archive import HubText
from hearthbook.model.findings import Place
from hearthbook.publish.forges import forge_at
from hearthbook.render.hub import HubRenderer, guide
from tests.render.support import theme

if TYPE_CHECKING:
    from hearthbook.model.pages import Page

OWN: Final = HubText(
    path="start.md",
    title="Begin here",
    summary="Ours.",
    body="Ask *Ines* first.",
    place=Place(file="content/start.md"),
)


def _page(text: HubText | None = None, language: str = "en", address: str = "") -> Page:
    forge = forge_at(address)
    marks = {"forge": forge.name, "new": forge.new, "edit": forge.edit} if forge else {}
    renderer = HubRenderer(theme(), language, "Our handbooks")
    return renderer.start(text, beginnings(language), forge=marks)


@pytest.mark.parametrize("language", [*LANGUAGES, "ar"])
def test_it_names_every_blueprint_without_a_script(language: str) -> None:
    markdown = _page(language=language).markdown
    assert [name for name, *_ in beginnings(language) if f"`{name}`" not in markdown] == []


def test_no_menu_names_it_unless_the_archive_has_words_of_its_own() -> None:
    assert not _page().listed
    assert _page(OWN).listed


def test_the_archives_own_words_come_first() -> None:
    page = _page(OWN)
    assert (page.path, page.title, page.description) == ("start.md", "Begin here", "Ours.")
    assert page.markdown.index("Ask *Ines* first.") < page.markdown.index("data-hb-begin")


def test_the_script_hears_of_the_forge() -> None:
    markdown = _page(address="https://codeberg.org/a/b").markdown
    marks = {name: unquote(value) for name, value in re.findall(r' data-hb-(\w+)="([^"]*)"', markdown)}
    assert marks == {
        "begin": "form.json",
        "forge": "Codeberg",
        "new": "https://codeberg.org/a/b/_new/main/?filename={name}&value={text}",
        "edit": "https://codeberg.org/a/b/_edit/main/{path}#L{line}",
    }


def test_without_a_forge_the_script_hears_of_none() -> None:
    assert re.findall(r" data-hb-(\w+)=", _page().markdown) == ["begin"]


def test_the_guide_is_the_first_that_is_there() -> None:
    place = Place(file="")
    index = HubText(path="guides/index.md", title="Guides", body="", place=place)
    text = HubText(path="guides/start-a-small-community.md", title="Start", body="", place=place)
    assert guide((index, text)) == ("Start", "guides/start-a-small-community/")
    assert guide((index,)) == ("Guides", "guides/")
    assert guide(()) == ("", "")
