"""The page on how one changes the handbooks: what it says with each forge, and without one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.publish.forges import forge_at
from hearthbook.render.hub import HubRenderer
from tests.render.support import theme

if TYPE_CHECKING:
    from hearthbook.model.pages import Page

HOSTS: Final = {
    "github.com": "Create pull request",
    "gitlab.com": "Create merge request",
    "codeberg.org": "Propose file change",
    "gitea.example": "Propose file change",
    "bitbucket.org": "Create a pull request for this change",
    "code.example": "pull request or a merge request",
}
"""Host -> words of what one chooses there."""
SECTIONS: Final = ["change", "words", "browser", "clone", "what-happens", "yaml", "articles", "no"]


def _page(address: str = "", language: str = "en", edit_uri: str = "edit/main") -> Page:
    renderer = HubRenderer(theme(), language, "Our handbooks")
    forge = forge_at(address, edit_uri) if address else None
    if not forge:
        return renderer.change()
    return renderer.change(forge.name, forge.repository, edits=bool(forge.edit))


def _anchors(page: Page) -> list[str]:
    return re.findall(r"^#+ .*\{#([\w-]+)\}$", page.markdown, re.MULTILINE)


def test_it_tells_the_three_ways_and_what_comes_after() -> None:
    assert _anchors(_page("https://github.com/grove/archive")) == SECTIONS


@pytest.mark.parametrize(("host", "words"), HOSTS.items())
def test_it_names_what_one_chooses_on_each_forge(host: str, words: str) -> None:
    page = _page(f"https://{host}/grove/archive")
    assert [each for each in set(HOSTS.values()) if each in page.markdown] == [words]


@pytest.mark.parametrize(("host", "name"), [("codeberg.org", "Codeberg"), ("code.example", "code.example")])
def test_a_forge_is_called_what_people_call_it(host: str, name: str) -> None:
    assert f"You need a free account on {name}. " in _page(f"https://{host}/grove/archive").markdown


def test_what_one_clones_is_the_archive_itself() -> None:
    assert (
        "\ngit clone https://github.com/grove/archive handbooks\n"
        in _page("https://github.com/grove/archive").markdown
    )


def test_without_a_forge_it_leads_nowhere_and_clones_nothing() -> None:
    page = _page()
    assert _anchors(page) == [name for name in SECTIONS if name not in {"browser", "clone"}]
    assert "git clone" not in page.markdown
    assert "account" not in page.markdown


def test_where_lines_cannot_be_edited_it_tells_the_other_two_ways() -> None:
    renderer = HubRenderer(theme(), "en", "Our handbooks")
    page = renderer.change("code.example", "https://code.example/grove", edits=False)
    assert "browser" not in _anchors(page)
    assert "clone" in _anchors(page)
    # no sentence has a pencil then
    assert "✎" not in page.markdown


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_whoever_has_no_account_hears_where_a_letter_opens_instead(language: str) -> None:
    words = theme().words(language)
    before, after = words.raw("hub.change.words.opens").split("{forge}")
    page = _page("https://github.com/grove/archive", language).markdown
    assert before in page
    assert after in page
    assert words.raw("hub.change.words.letter") in _page(language=language).markdown


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_each_language_tells_the_same(language: str) -> None:
    assert _anchors(_page("https://github.com/grove/archive", language)) == SECTIONS


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_it_is_read_in_a_few_minutes(language: str) -> None:
    assert len(_page("https://github.com/grove/archive", language).markdown.split()) < 900


def test_no_menu_names_it_because_pages_lead_to_it() -> None:
    assert not _page().listed
