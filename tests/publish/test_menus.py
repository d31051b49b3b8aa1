"""Menus, the sitemap and the links to change a page, each for its own cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import Wishes, build_site
from tests.publish.sites import html_files, pages_of, read

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.site import SitePages
    from tests.publish.sites import Html

SLUGS = ("bayt-al-kutub", "lantern-walk", "quiet-desk")
MENU = (
    "",
    "start-here",
    "norms",
    "channels",
    "rituals",
    "agenda",
    "roles",
    "code-of-conduct",
    "handling-reports",
    "faq",
    "hosts",
    "growth",
    "measures",
    "articles",
    "changes",
    "handbook",
)


def _links(page: Html, around: str) -> list[str]:
    return [e.attributes["href"] for e in page.within(around) if e.tag == "a"]


def _turn(page: Html, rel: str) -> str | None:
    found = [e.attributes["href"] for e in page.within(".hb-turn") if e.attributes.get("rel") == rel]
    return found[0] if found else None


@pytest.mark.parametrize("slug", SLUGS)
def test_a_menu_leads_into_no_other_community(slug: str, town_site: Path) -> None:
    others = [other for other in SLUGS if other != slug]
    for path in html_files(town_site / slug):
        page = read(path)
        for link in [*_links(page, ".hb-nav"), *_links(page, ".hb-turn"), *_links(page, ".hb-header")]:
            assert not any(other in link for other in others), (path, link)


def test_the_hubs_menu_leads_into_no_community(town_site: Path) -> None:
    links = _links(read(town_site / "guides/first-night/index.html"), ".hb-nav__hub")
    assert [link for link in links if not link.startswith("#")] == ["../..", "./", "../../map/"]


def test_a_menu_names_the_pages_of_its_community_in_their_order(town_site: Path) -> None:
    links = _links(read(town_site / "lantern-walk/index.html"), ".hb-nav__cell")
    pages = [link for link in links if not link.startswith("#")]
    assert pages == [f"{kind}/" if kind else "./" for kind in MENU]


def test_a_menu_leaves_out_pages_that_have_nothing_to_say_yet(town_site: Path) -> None:
    links = _links(read(town_site / "quiet-desk/index.html"), ".hb-nav__cell")
    assert "channels/" not in links
    assert "start-here/" in links


def test_the_page_that_is_open_is_marked_in_its_menu(town_site: Path) -> None:
    menu = read(town_site / "lantern-walk/norms/index.html").within(".hb-nav")
    assert [e.text.strip() for e in menu if e.attributes.get("aria-current") == "page"] == ["Norms"]


def test_next_leads_through_the_community_in_the_order_of_its_menu(town_site: Path) -> None:
    here, seen = "", [""]
    while following := _turn(read(town_site / "lantern-walk" / here / "index.html"), "next"):
        here = following.removeprefix("../").removesuffix("/")
        seen.append(here)
    assert tuple(seen) == MENU


def test_previous_leads_back_the_same_way(town_site: Path) -> None:
    here, seen = "handbook", ["handbook"]
    while here and (before := _turn(read(town_site / "lantern-walk" / here / "index.html"), "prev")):
        here = before.removeprefix("..").strip("/")
        seen.append(here)
    assert tuple(reversed(seen)) == MENU


def test_without_an_address_there_is_no_sitemap(town_site: Path) -> None:
    assert not list(town_site.glob("sitemap.xml*"))


def test_the_sitemap_names_every_page_that_may_be_found(forge_site: Path) -> None:
    sitemap = (forge_site / "sitemap.xml").read_text(encoding="utf-8")
    found = set(re.findall(r"<loc>(.*?)</loc>", sitemap))
    shown = (path for path in forge_site.rglob("index.html") if not read(path).all("meta", name="robots"))
    public = {path.relative_to(forge_site).parent.as_posix() for path in shown}
    root = "https://town.example.org/handbooks/"
    assert found == {root if page == "." else f"{root}{page}/" for page in public}


def test_the_sitemap_holds_no_dates(forge_site: Path) -> None:
    assert "<lastmod>" not in (forge_site / "sitemap.xml").read_text(encoding="utf-8")


def test_no_compressed_sitemap_carries_the_time_of_the_build(forge_site: Path) -> None:
    assert not list(forge_site.rglob("*.gz"))


def test_pages_name_their_address_where_the_site_has_one(forge_site: Path) -> None:
    link = read(forge_site / "lantern-walk/norms/index.html").all("link", rel="canonical")
    assert [e.attributes["href"] for e in link] == ["https://town.example.org/handbooks/lantern-walk/norms/"]


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("lantern-walk/index.html", r"communities/lantern-walk\.yml#L\d+"),
        ("quiet-desk/handbook/index.html", r"communities/quiet-desk\.yml#L1"),
        (
            "lantern-walk/articles/folding-a-lantern/index.html",
            r"content/lantern-walk/folding-a-lantern\.md#L\d+",
        ),
        ("guides/first-night/index.html", r"content/guides/first-night\.md#L\d+"),
    ],
)
def test_the_link_to_change_a_page_names_file_and_line(page: str, place: str, forge_site: Path) -> None:
    links = [e.attributes["href"] for e in read(forge_site / page).all("a", rel="edit")]
    assert len(links) == 1
    assert re.fullmatch(rf"https://github\.com/example/archive/edit/main/{place}", links[0])


def test_without_a_repository_there_is_no_link_to_change_a_page(town_site: Path) -> None:
    for path in html_files(town_site):
        assert not read(path).all("a", rel="edit")


@pytest.fixture(scope="session")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> SitePages:
    """The plain pages of an archive with 61 communities."""
    root = tmp_path_factory.mktemp("crowd")
    (root / "communities").mkdir()
    (root / "content").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: Crowd\ndocs_dir: content\ntheme: {name: material}\nplugins: [hearthbook]\n",
        encoding="utf-8",
    )
    for number in range(61):
        text = f"name: Group {number:02}\npromise: {{for: [people], outcome: meet}}\n"
        (root / f"communities/group-{number:02}.yml").write_text(text, encoding="utf-8")
    return pages_of(root)


def _named(markdown: str) -> list[str]:
    return re.findall(r"^#+ .*?(Group \d\d)", markdown, re.MULTILINE)


def test_the_directory_shows_sixty_communities_a_page(crowd: SitePages) -> None:
    shelves = [page for page in crowd.hub if page.kind == "directory"]
    assert [page.path for page in shelves] == ["directory/index.md", "directory/2.md"]
    assert [len(_named(page.markdown)) for page in shelves] == [60, 1]


def test_the_directory_names_each_community_once(crowd: SitePages) -> None:
    named = [name for page in crowd.hub for name in _named(page.markdown)]
    assert sorted(named) == [f"Group {number:02}" for number in range(61)]


def test_the_directorys_pages_have_addresses_of_their_own(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("hub", "shelves"):
        monkeypatch.setattr(f"hearthbook.render.{module}.PAGE_SIZE", 1)
    site = build_site(town, Wishes(strict=True)).site_dir
    assert (site / "directory/index.html").is_file()
    assert (site / "directory/2/index.html").is_file()
    hub = [site / "index.html", *html_files(site / "directory")]
    named = [path.read_text(encoding="utf-8").count('id="community-lantern-walk"') for path in hub]
    assert sum(named) == 1


def test_the_menu_names_the_index_of_a_folder_and_leaves_the_rest_to_it(example_site: Path) -> None:
    links = _links(read(example_site / "index.html"), ".hb-nav__hub")
    assert [link for link in links if "guides" in link] == ["guides/"]
