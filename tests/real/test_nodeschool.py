"""The 197 chapters of NodeSchool: one promise, many places."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from babel import Locale

from hearthbook.ingest.archive import load_archive
from hearthbook.publish.builder import build_site
from hearthbook.render.cell import KINDS
from tests.real import look
from tests.real.nodeschool import BASE, convert, slug_of

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.archive import Archive
    from tests.real.writing import Conversion, Facts

pytestmark = [pytest.mark.real, pytest.mark.slow]

PAGES = {*KINDS, "handbook"} - {"home"}
HUB = {"", "a-z", "directory"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("nodeschool") / "archive"


@pytest.fixture(scope="module")
def conversion(data: Path, root: Path) -> Conversion:
    return convert(data / "nodeschool", root)


@pytest.fixture(scope="module")
def archive(conversion: Conversion, root: Path) -> Archive:
    assert conversion.slugs
    return load_archive(root)


@pytest.fixture(scope="module")
def site(conversion: Conversion, root: Path) -> Path:
    assert conversion.slugs
    return build_site(root).site_dir


@pytest.fixture(scope="module")
def chapters(data: Path) -> dict[str, Facts]:
    files = (data / "nodeschool" / "chapters").glob("*.json")
    return {slug_of(file.stem): json.loads(file.read_text(encoding="utf-8")) for file in files}


def _source(folder: Path, **chapters: dict[str, Any]) -> Path:
    (folder / "chapters").mkdir(parents=True)
    (folder / "SOURCE.txt").write_text("made up for a test\n", encoding="utf-8")
    for stem, facts in chapters.items():
        (folder / "chapters" / f"{stem}.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder


def _chapter(**facts: object) -> dict[str, Any]:
    whole = {"name": "A", "location": "B", "region": "C", "organizers": [], "repo": "http://example.org/a"}
    return {**whole, **facts}


def test_every_chapter_becomes_a_community(conversion: Conversion, archive: Archive) -> None:
    assert len(set(conversion.slugs)) == 197
    assert tuple(r.slug for r in archive.communities) == tuple(sorted(conversion.slugs))


def test_the_archive_has_no_errors(archive: Archive) -> None:
    assert [str(finding) for finding in archive.findings if finding.severity == "error"] == []


def test_the_source_is_kept(conversion: Conversion, root: Path, data: Path) -> None:
    assert conversion.slugs
    assert (root / "SOURCE.txt").read_bytes() == (data / "nodeschool" / "SOURCE.txt").read_bytes()


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("berlin", "berlin"),
        ("Pune", "pune"),
        ("western_mass", "western-mass"),
        pytest.param("oc", "oc-nodeschool", id="a language code"),
    ],
)
def test_a_file_name_that_is_no_slug_is_mended(stem: str, slug: str) -> None:
    assert slug_of(stem) == slug


def test_what_was_mended_or_left_out_is_told(conversion: Conversion) -> None:
    assert conversion.told == (
        "dublin: an organiser listed twice is listed once",
        "italy: the source names no country",
        "kolkata: past organisers are left out",
        "mexicocity: has the same name as merida",
        "oc becomes oc-nodeschool",
        "taiwan: the source names no country",
        "western_mass becomes western-mass",
    )


def test_two_files_with_one_slug_are_both_kept(tmp_path: Path) -> None:
    source = _source(tmp_path / "in", new_town=_chapter(name="X"), **{"new-town": _chapter(name="Y")})
    made = convert(source, tmp_path / "out")
    assert made.slugs == ("new-town", "new-town-2")
    assert "new_town: the slug new-town is taken, so it becomes new-town-2" in made.told


def test_an_empty_website_is_left_out(tmp_path: Path) -> None:
    convert(_source(tmp_path / "in", a1b=_chapter(website="")), tmp_path / "out")
    (resolved,) = load_archive(tmp_path / "out").communities
    assert [link.name for link in resolved.community.links] == ["NodeSchool", "Repository"]


def test_what_chapters_share_stands_in_the_base_alone(archive: Archive) -> None:
    for resolved in archive.communities:
        written = (archive.root / "communities" / f"{resolved.slug}.yml").read_text(encoding="utf-8")
        assert "promise:" not in written
        assert resolved.community.promise.outcome == BASE["promise"]["outcome"]
        assert resolved.community.roles[0].does == BASE["roles"][0]["does"]


def test_norway_stays_a_country(archive: Archive) -> None:
    oslo = next(r.community for r in archive.communities if r.slug == "oslo")
    assert oslo.place
    assert oslo.place.country == "NO"


def test_every_chapter_has_all_its_pages(site: Path, conversion: Conversion) -> None:
    for slug in conversion.slugs:
        made = {address for address, _ in look.pages(site, slug)}
        assert made == {slug, *(f"{slug}/{kind}" for kind in PAGES)}


def test_city_and_country_are_on_the_home_of_a_chapter(site: Path, chapters: dict[str, Facts]) -> None:
    for slug, chapter in chapters.items():
        text = look.words(look.page(site, slug))
        assert f"{chapter['location']}, {chapter['region']}" in text
        country = Locale("en").territories.get(chapter.get("country", ""), "")
        assert text.partition(f"{chapter['region']}, ")[2].startswith(country)


def test_organisers_are_shown_by_their_handle(site: Path, chapters: dict[str, Facts]) -> None:
    for slug, chapter in chapters.items():
        text = look.words(look.page(site, f"{slug}/roles"))
        assert "Organiser " in text
        assert [who for who in chapter["organizers"] if who not in text] == []


def test_the_shared_promise_is_on_the_first_pages_of_each(site: Path, conversion: Conversion) -> None:
    outcome = BASE["promise"]["outcome"][1:]
    for slug in conversion.slugs:
        assert outcome in look.words(look.page(site, slug))
        assert outcome in look.words(look.page(site, f"{slug}/start-here"))


def test_the_directory_names_each_chapter_once(site: Path, chapters: dict[str, Facts]) -> None:
    found = [card for at, html in look.pages(site, "directory") for card in look.cards(at, html)]
    assert sorted(found) == sorted((slug, c["name"].strip()) for slug, c in chapters.items())


def test_the_directory_shows_sixty_cards_a_page_at_most(site: Path) -> None:
    counts = [len(look.cards(at, html)) for at, html in look.pages(site, "directory")]
    assert sorted(counts) == [17, 60, 60, 60]


def test_no_page_of_the_hub_links_to_all_chapters(site: Path, conversion: Conversion) -> None:
    hub = [("", look.page(site, "")), *look.pages(site, "directory")]
    for address, html in hub:
        assert len(look.links(address, html) & set(conversion.slugs)) <= 60


def test_a_menu_leads_to_its_own_community_and_the_hub_only(site: Path, conversion: Conversion) -> None:
    for slug in conversion.slugs:
        for address, html in look.pages(site, slug):
            there = look.links(address, look.menu(html)) - HUB
            assert {target.partition("/")[0] for target in there} == {slug}


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    targets = {to for address, html in look.pages(site) for to in look.links(address, html)}
    assert [target for target in sorted(targets) if not look.exists(site, target)] == []
