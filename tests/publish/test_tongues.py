"""Language versions of one community know each other, and nobody else does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import build_site
from hearthbook.publish.cells import Kin, families
from hearthbook.publish.tongues import tongues
from hearthbook.render.words import own_name
from tests.publish.hamlet import write_lone
from tests.publish.sites import add_line, pages_of, read
from tests.render import support

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.pages import Cell, Translation


def _kin(slug: str, language: str, original: str = "", visibility: str = "public") -> Kin:
    named = (original,) if original else ()
    return Kin(
        slug=slug,
        name=slug.title(),
        visibility=visibility,
        named=named,
        language=language,
        translation_of=original,
    )


def _seen(*kin: Kin) -> dict[str, list[str]]:
    """Slug -> the versions that its pages link to."""
    return {slug: [one.slug for one in found.translations] for slug, found in families(kin).items()}


def test_an_original_and_its_translation_lead_to_each_other() -> None:
    assert _seen(_kin("oak", "en"), _kin("eiche", "de", "oak")) == {"oak": ["eiche"], "eiche": ["oak"]}


def test_two_translations_of_one_original_lead_to_each_other_by_language() -> None:
    seen = _seen(_kin("oak", "en"), _kin("eiche", "de", "oak"), _kin("ballut", "ar", "oak"))
    assert seen == {"oak": ["ballut", "eiche"], "eiche": ["ballut", "oak"], "ballut": ["eiche", "oak"]}


def test_a_translation_of_a_translation_belongs_with_the_others() -> None:
    seen = _seen(_kin("oak", "en"), _kin("eiche", "de", "oak"), _kin("ballut", "ar", "eiche"))
    assert seen["oak"] == ["ballut", "eiche"]


def test_an_unlisted_version_is_named_only_by_the_one_that_names_it() -> None:
    seen = _seen(_kin("oak", "en", visibility="unlisted"), _kin("eiche", "de", "oak"), _kin("chene", "fr"))
    assert seen == {"oak": ["eiche"], "eiche": ["oak"], "chene": []}
    seen = _seen(_kin("oak", "en"), _kin("eiche", "de", "oak", visibility="unlisted"))
    assert seen == {"oak": [], "eiche": ["oak"]}


def test_a_draft_is_no_version_of_anything() -> None:
    assert _seen(_kin("oak", "en"), _kin("eiche", "de", "oak", visibility="draft")) == {"oak": []}


def test_two_communities_that_translate_each_other_are_one_pair() -> None:
    assert _seen(_kin("oak", "en", "eiche"), _kin("eiche", "de", "oak")) == {
        "oak": ["eiche"],
        "eiche": ["oak"],
    }


def test_a_version_in_the_same_language_is_no_translation() -> None:
    assert _seen(_kin("oak", "en"), _kin("elm", "en", "oak")) == {"oak": [], "elm": []}


@pytest.mark.parametrize(
    ("language", "name"),
    [("de", "Deutsch"), ("ar", "العربية"), ("pt-BR", "português"), ("zh-Hant", "中文 (繁體)")],
)
def test_a_language_is_called_what_its_speakers_call_it(language: str, name: str) -> None:
    assert own_name(language) == name


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("oak/", "eiche/"),
        ("oak/start-here/", "eiche/start-here/"),
        ("oak/articles/", "eiche/articles/"),
        ("oak/articles/one-note/", "eiche/"),
        ("oak/faq.html", "eiche/faq.html"),
        ("oak/articles/index.html", "eiche/articles/index.html"),
        ("oak/articles/one-note.html", "eiche/index.html"),
    ],
)
def test_a_page_leads_to_the_same_page_in_the_other_language(url: str, expected: str) -> None:
    found = families([_kin("oak", "en"), _kin("eiche", "de", "oak")])["oak"].translations
    assert [one.url for one in tongues(_cell(found), url)] == [expected]


def _cell(translations: tuple[Translation, ...]) -> Cell:
    cell = support.cell(support.archive().communities[0].community)
    return replace(cell, slug="oak", translations=translations)


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """An archive of one community in two languages."""
    root = write_lone(tmp_path)
    folder = root / "communities"
    text = "name: Oak\npromise: {for: [neighbours], outcome: prune a tree}\nnorms: [We ask first.]\n"
    (folder / "oak.yml").write_text(f"language: en\n{text}", encoding="utf-8")
    (folder / "eiche.yml").write_text(f"language: de\ntranslation_of: oak\n{text}", encoding="utf-8")
    return root


def _alternates(page: Path) -> dict[str, str]:
    links = read(page).all("link")
    return {
        link.attributes["hreflang"]: link.attributes["href"]
        for link in links
        if "hreflang" in link.attributes
    }


def test_a_page_names_its_versions_and_itself_for_search_engines(pair: Path) -> None:
    add_line(pair, "site_url: https://example.org/")
    site = build_site(pair).site_dir
    assert _alternates(site / "oak/norms/index.html") == {
        "en": "https://example.org/oak/norms/",
        "de": "https://example.org/eiche/norms/",
    }


def test_without_an_address_the_versions_are_named_from_the_page(pair: Path) -> None:
    site = build_site(pair).site_dir
    assert _alternates(site / "eiche/norms/index.html")["en"] == "../../oak/norms/"


def test_a_reader_changes_the_language_in_the_header(pair: Path) -> None:
    page = read(build_site(pair).site_dir / "oak/index.html")
    link = next(e for e in page.all("a") if e.attributes.get("hreflang") == "de")
    assert (link.attributes["href"], link.attributes["lang"], link.text) == ("../eiche/", "de", "Deutsch")


def test_a_community_in_one_language_has_nothing_to_choose(town_site: Path) -> None:
    page = town_site / "lantern-walk/index.html"
    assert not _alternates(page)
    assert "hb-tongues" not in page.read_text(encoding="utf-8")


def test_the_plain_home_page_names_the_other_languages_too(pair: Path) -> None:
    assert "You can also read this in [Deutsch](../eiche/)." in _home(pair, "oak")


def test_a_community_without_words_in_its_language_says_why_it_speaks_another(pair: Path) -> None:
    file = pair / "communities/oak.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("language: en", "language: pl"), encoding="utf-8"
    )
    assert "This group writes in Polish." in _home(pair, "oak")
    assert "This group writes in" not in _home(pair, "eiche")


def _home(root: Path, slug: str) -> str:
    return next(page.markdown for page in pages_of(root).pages if page.path == f"{slug}/index.md")


def test_a_groups_own_words_carry_its_language_where_the_others_are_borrowed(pair: Path) -> None:
    file = pair / "communities/oak.yml"
    text = file.read_text(encoding="utf-8").replace("language: en", "language: he")
    file.write_text(text, encoding="utf-8")
    site = build_site(pair).site_dir
    own = [
        (tag, e.text.strip())
        for tag in ("h1", "p", "li")
        for e in read(site / "oak/index.html").all(tag)
        if (e.attributes.get("lang"), e.attributes.get("dir")) == ("he", "auto")
    ]
    assert own == [("h1", "Oak"), ("p", "Prune a tree."), ("li", "neighbours")]
    assert 'dir="auto"' not in (site / "eiche/index.html").read_text(encoding="utf-8")


def test_a_regional_language_is_said_alike_everywhere(pair: Path) -> None:
    file = pair / "communities/oak.yml"
    text = file.read_text(encoding="utf-8").replace("language: en", "language: en-GB")
    file.write_text(text, encoding="utf-8")
    site = build_site(pair).site_dir
    page = (site / "oak/index.html").read_text(encoding="utf-8")
    assert '<html lang="en-GB"' in page
    assert 'content="en_GB"' in page
    assert 'hreflang="en-GB"' in page
    assert 'language: "en-GB"' in (site / "oak/index.md").read_text(encoding="utf-8")
