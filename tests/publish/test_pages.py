"""What is in a site, and above all what is not."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import build_site
from hearthbook.render.cell import KINDS
from hearthbook.render.theme import Theme
from hearthbook.resources import themes
from tests.publish.sites import Html, html_files, read, tree

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHED = ("bayt-al-kutub", "lantern-walk", "quiet-desk")
NAME = "بيت \"الكتب\" <b>&amp; 'شاي'</b> *و* [قهوة](x) 📚"


def _address(kind: str) -> str:
    return "index.html" if kind == "home" else f"{kind}/index.html"


def _robots(page: Html) -> list[str]:
    return [element.attributes["content"] for element in page.all("meta", name="robots")]


@pytest.mark.parametrize("slug", PUBLISHED)
def test_every_community_has_all_kinds_of_pages(slug: str, town_site: Path) -> None:
    kinds = [kind for kind in (*KINDS, "handbook") if (town_site / slug / _address(kind)).is_file()]
    assert len(kinds) == 17


def test_articles_and_their_pictures_are_published(town_site: Path) -> None:
    article = read(town_site / "lantern-walk/articles/folding-a-lantern/index.html")
    assert article.all("img", src="../lantern.png", alt="A paper lantern, folded twice")
    assert (town_site / "lantern-walk/articles/lantern.png").is_file()


def test_the_hubs_own_pages_and_pictures_are_published(town_site: Path) -> None:
    guide = read(town_site / "guides/first-night/index.html")
    assert guide.all("img", src="../map.png")
    assert (town_site / "guides/map.png").is_file()


def test_a_draft_appears_nowhere(town_site: Path) -> None:
    for name, data in tree(town_site).items():
        assert "attic" not in name.lower()
        assert "beams" not in name
        assert b"attic" not in data.lower()


def test_an_unlisted_community_is_built_and_kept_from_search_engines(town_site: Path) -> None:
    for path in html_files(town_site / "quiet-desk"):
        assert _robots(read(path)) == ["noindex"]


def test_other_pages_are_open_to_search_engines(town_site: Path) -> None:
    for folder in (town_site / "lantern-walk", town_site / "guides"):
        for path in html_files(folder):
            assert _robots(read(path)) == []
    assert _robots(read(town_site / "index.html")) == []


@pytest.mark.parametrize(
    ("kind", "robots"), [("channels", ["noindex"]), ("card", []), ("norms", []), ("faq", [])]
)
def test_only_pages_with_something_on_them_are_for_search_engines(
    kind: str, robots: list[str], town_site: Path
) -> None:
    assert _robots(read(town_site / "bayt-al-kutub" / kind / "index.html")) == robots


def test_the_hub_does_not_name_an_unlisted_community(town_site: Path) -> None:
    for path in (town_site / "index.html", *html_files(town_site / "guides")):
        text = path.read_text(encoding="utf-8")
        assert "Quiet Desk" not in text
        assert "quiet-desk" not in text


def test_a_community_does_not_name_an_unlisted_child_by_itself(town_site: Path) -> None:
    for path in html_files(town_site / "lantern-walk"):
        assert "quiet-desk" not in path.read_text(encoding="utf-8")


def test_a_community_may_name_an_unlisted_one_in_its_own_file(town_site: Path) -> None:
    growth = read(town_site / "bayt-al-kutub/growth/index.html")
    assert [link.text for link in growth.all("a", href="../../quiet-desk/")] == ["Quiet Desk Unlisted"]


@pytest.mark.parametrize("hidden", ["Belhidden", "Cydnameless", "cydhandle", "Realname"])
def test_a_name_that_may_not_be_shown_is_in_no_file(hidden: str, town_site: Path) -> None:
    for name, data in tree(town_site).items():
        assert hidden.lower().encode() not in data.lower(), name


@pytest.mark.parametrize("shown", ["Ada Visible", "@bel"])
def test_people_appear_as_they_wish(shown: str, town_site: Path) -> None:
    assert shown in read(town_site / "lantern-walk/roles/index.html").all("main")[0].text


def test_the_author_of_an_article_appears_as_they_wish(town_site: Path) -> None:
    article = read(town_site / "lantern-walk/articles/folding-a-lantern/index.html").all("article")[0]
    assert "cyd" not in article.text.lower()


def test_a_title_with_angle_brackets_is_shown(town_site: Path) -> None:
    home = read(town_site / "bayt-al-kutub/index.html")
    assert home.all("title")[0].text == f"{NAME} · Town"
    assert home.all("h1")[0].text == NAME


def test_no_tag_from_a_founders_text_is_read_as_html(town_site: Path) -> None:
    for path in html_files(town_site):
        tags = {element.tag for element in read(path).elements}
        assert not tags & {"b", "i", "u", "lantern", "books"}, path


def test_a_colour_has_its_own_style_sheet(town_site: Path) -> None:
    home = read(town_site / "lantern-walk/index.html")
    assert home.all("link", rel="stylesheet", href="accent.css")
    assert "--hb-accent" in (town_site / "lantern-walk/accent.css").read_text(encoding="utf-8")


def test_without_a_colour_there_is_no_style_sheet(town_site: Path) -> None:
    assert not (town_site / "bayt-al-kutub/accent.css").exists()
    for path in (*html_files(town_site / "bayt-al-kutub"), town_site / "index.html"):
        assert "accent.css" not in path.read_text(encoding="utf-8")


def test_every_page_names_its_language_and_direction(town_site: Path) -> None:
    for path in html_files(town_site):
        html = read(path).all("html")[0].attributes
        assert (html["lang"], html["dir"]) == ("en", "ltr"), path


@pytest.fixture
def arabic(town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small archive with one community in Arabic, and a theme that has a file of words for it."""
    theme = tmp_path / "theme"
    shutil.copytree(themes() / "hearth", theme)
    shutil.copyfile(theme / "words/en.yml", theme / "words/ar.yml")
    monkeypatch.setattr("hearthbook.publish.builder.default_theme", lambda: Theme(theme))
    file = town / "communities/bayt-al-kutub.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("language: en", "language: ar"), encoding="utf-8")
    return build_site(town).site_dir


def test_a_community_has_a_language_and_direction_of_its_own(arabic: Path) -> None:
    for path in html_files(arabic / "bayt-al-kutub"):
        html = read(path).all("html")[0].attributes
        assert (html["lang"], html["dir"]) == ("ar", "rtl"), path
    hub = read(arabic / "index.html").all("html")[0].attributes
    assert (hub["lang"], hub["dir"]) == ("en", "ltr")
