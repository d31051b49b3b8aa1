"""What a page says of itself to others: previews of links, search engines, machines, models."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import pytest

from hearthbook.ingest.reveal import publishable
from hearthbook.model.community import Community
from hearthbook.model.findings import Place
from hearthbook.model.pages import Cell, Neighbour
from hearthbook.model.sources import SourceMap
from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.schema_org import as_block, organization, questions
from hearthbook.publish.sharing import with_country
from hearthbook.publish.store import Store
from tests.publish.hamlet import write_files, write_hamlet, write_lone
from tests.publish.sites import Html, add_line, plain_mkdocs, read, tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = pytest.mark.slow

SITE: Final = "https://town.example.org/handbooks/"
SHARED: Final = ("card.png", "llms.txt", "robots.txt", "sitemap.xml", ".nojekyll")


def _said(page: Html) -> dict[str, str]:
    """What the head says, by property or name."""
    found = [e.attributes for e in page.all("meta") if "content" in e.attributes]
    return {one.get("property") or one.get("name", ""): one["content"] for one in found}


def _data(page: Html) -> dict[str, Any]:
    """The facts for machines on a page."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.markup, re.DOTALL)
    facts: dict[str, Any] = json.loads(found[1]) if found else {}
    return facts


def _cell(**facts: object) -> Cell:
    whole: Mapping[str, object] = {"name": "Oak", "promise": {"for": ["us"], "outcome": "rest"}, **facts}
    return Cell(
        slug="oak",
        community=publishable(Community.model_validate_json(json.dumps(whole))),
        sources=SourceMap({}, Place(file="communities/oak.yml")),
        language="en",
        neighbours={"ash": Neighbour(slug="ash", name="Ash")},
        children=(Neighbour(slug="fir", name="Fir"),),
    )


def test_a_home_describes_itself_by_its_promise(forge_site: Path) -> None:
    said = _said(read(forge_site / "lantern-walk/index.html"))
    assert said["description"] == said["og:description"]
    assert "For " in said["description"]
    assert "{" not in said["description"]


def test_a_page_has_all_that_a_preview_shows(forge_site: Path) -> None:
    said = _said(read(forge_site / "lantern-walk/start-here/index.html"))
    name = said["og:image:alt"]
    assert said["og:title"] == f"Start here · {name}"
    assert said["og:type"] == "website"
    assert said["og:locale"] == "en_US"
    assert said["og:url"] == f"{SITE}lantern-walk/start-here/"
    assert said["og:image"] == f"{SITE}lantern-walk/card.png"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["twitter:card"] == "summary_large_image"


def test_an_article_describes_itself_by_its_summary(forge_site: Path) -> None:
    said = _said(read(forge_site / "lantern-walk/articles/folding-a-lantern/index.html"))
    assert said["og:type"] == "article"
    assert said["og:description"] == "Paper, wire and ten minutes."
    assert said["og:title"].startswith("Folding a <lantern> & lighting it")


def test_without_an_address_previews_name_no_picture(town_site: Path) -> None:
    said = _said(read(town_site / "lantern-walk/index.html"))
    assert not {"og:url", "og:image", "og:image:alt"} & said.keys()
    assert said["twitter:card"] == "summary"


def test_what_previews_show_is_there(forge_site: Path) -> None:
    for path in forge_site.rglob("index.html"):
        image = _said(read(path))["og:image"]
        assert (forge_site / image.removeprefix(SITE)).is_file(), path


def test_names_are_escaped_in_the_head(town_site: Path) -> None:
    page = read(town_site / "bayt-al-kutub/index.html")
    assert "<b>" in _said(page)["og:title"]
    assert _data(page)["name"] == _said(page)["og:title"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "de_DE"), ("en-GB", "en_GB"), ("ar", "ar_EG"), ("pt-BR", "pt_BR"), ("x-odd", "x_odd")],
)
def test_a_language_is_named_with_a_country(language: str, expected: str) -> None:
    assert with_country(language) == expected


def test_a_community_is_an_organization(forge_site: Path) -> None:
    facts = _data(read(forge_site / "lantern-walk/index.html"))
    assert facts["@context"] == "https://schema.org"
    assert facts["@type"] == "Organization"
    assert facts["url"] == f"{SITE}lantern-walk/"
    assert facts["description"]


def test_an_organization_says_where_it_came_from_and_what_came_of_it() -> None:
    cell = _cell(lineage={"split_from": "ash", "split_at": "2026-03-01"}, place={"city": "Cork"})
    facts = organization(cell, "Rest.", "https://example.org/")
    assert facts["foundingDate"] == "2026-03-01"
    assert facts["parentOrganization"] == {
        "@type": "Organization",
        "name": "Ash",
        "url": "https://example.org/ash/",
    }
    assert [one["name"] for one in facts["subOrganization"]] == ["Fir"]
    assert facts["location"]["address"] == {"@type": "PostalAddress", "addressLocality": "Cork"}


def test_only_those_are_named_who_wish_it() -> None:
    people = {
        "ada": {"name": "Ada Example", "show": "name"},
        "bo": {"name": "Bo Example", "handle": "@bo"},
        "cy": {"name": "Cy Example", "show": "nothing"},
    }
    facts = organization(_cell(founders=["ada", "bo", "cy", "Dee Example"], people=people), "Rest.", "")
    assert [one["name"] for one in facts["founder"]] == ["Ada Example", "@bo"]
    assert "url" not in facts


def test_questions_are_read_from_the_finished_page(town_site: Path) -> None:
    page = read(town_site / "lantern-walk/faq/index.html")
    facts = _data(page)
    assert facts["@type"] == "FAQPage"
    headings = {" ".join(e.text.split()) for e in page.all("h3")}
    assert {one["name"] for one in facts["mainEntity"]} <= headings
    assert len(facts["mainEntity"]) > 5


def test_an_answer_is_text_with_a_line_for_each_paragraph_and_entry() -> None:
    first = (
        '<h3 id="faq-who">Who &amp; <em>why</em>?</h3>\n<p>You.</p>\n<ul>\n<li>One</li>\n<li>Two</li>\n</ul>'
    )
    second = '<h3 id="faq-how">How?</h3>\n<p>So.</p>'
    found = questions(f'<h2 id="a">A</h2>\n{first}\n{second}<h2 id="b">B</h2><p>No.</p>')
    assert found
    assert [(one["name"], one["acceptedAnswer"]["text"]) for one in found["mainEntity"]] == [
        ("Who & why?", "You.\nOne\nTwo"),
        ("How?", "So."),
    ]


def test_how_to_write_to_somebody_is_no_answer_for_machines() -> None:
    html = '<h3 id="faq-who">Who?</h3><p><a href="mailto:ada@example.org">ada@example.org</a></p>'
    assert questions(html) is None


def test_no_mail_address_is_among_the_facts_for_machines(forge_site: Path) -> None:
    facts = [json.dumps(_data(read(path)), ensure_ascii=False) for path in forge_site.rglob("index.html")]
    assert [one for one in facts if re.search(r"\w@\w", one)] == []


@pytest.mark.parametrize("text", ["</script><b>", "<!-- <script>", "a\u2028b\u2029c", "&lt; & 'x' \"y\""])
def test_nothing_in_the_facts_ends_their_block(text: str) -> None:
    block = as_block({"name": text})
    assert not re.search("[<>&\u2028\u2029]", block)
    assert json.loads(block)["name"] == text


def test_an_unlisted_community_tells_machines_nothing(tmp_path: Path) -> None:
    root = write_lone(tmp_path / "hamlet")
    file = root / "communities/yew.yml"
    file.write_text(file.read_text(encoding="utf-8") + "visibility: unlisted\n", encoding="utf-8")
    add_line(root, f"site_url: {SITE}")
    site = build_site(root).site_dir
    page = read(site / "yew/index.html")
    assert _said(page)["robots"] == "noindex"
    assert _data(page) == {}
    assert "yew" not in (site / "llms.txt").read_text(encoding="utf-8")


def test_robots_are_told_of_the_sitemap_where_there_is_one(forge_site: Path, town_site: Path) -> None:
    assert f"Sitemap: {SITE}sitemap.xml" in (forge_site / "robots.txt").read_text(encoding="utf-8")
    assert "Sitemap" not in (town_site / "robots.txt").read_text(encoding="utf-8")


def test_what_people_bring_for_robots_stays_theirs(tmp_path: Path) -> None:
    root = write_lone(tmp_path / "hamlet")
    write_files(root, {"content/robots.txt": "User-agent: *\nDisallow: /\n"})
    assert b"Disallow" in tree(build_site(root).site_dir)["robots.txt"]
    assert b"Disallow" in tree(plain_mkdocs(root))["robots.txt"]


def test_an_overview_begins_with_a_title_and_a_summary(town_site: Path) -> None:
    for path in town_site.rglob("llms.txt"):
        title, summary, *rest = path.read_text(encoding="utf-8").split("\n\n")
        assert title.startswith("# "), path
        assert summary.startswith("> "), path
        assert any(block.startswith("## ") for block in rest), path


def test_every_link_of_an_overview_leads_to_text(town_site: Path) -> None:
    for path in town_site.rglob("llms.txt"):
        targets = re.findall(r"(?<!\\)\]\(([^)]+)\)", path.read_text(encoding="utf-8"))
        assert targets, path
        missing = [target for target in targets if not (path.parent / target).is_file()]
        assert missing == [], path


def test_where_the_address_is_known_an_overview_has_whole_links(forge_site: Path) -> None:
    text = (forge_site / "lantern-walk/llms.txt").read_text(encoding="utf-8")
    assert f"]({SITE}lantern-walk/start-here/index.md)" in text


def test_the_overview_of_the_archive_names_its_communities(town_site: Path) -> None:
    text = (town_site / "llms.txt").read_text(encoding="utf-8")
    assert "](lantern-walk/llms.txt)" in text
    assert "Its first page is name/, and its overview is name/llms.txt." in text


def test_with_many_communities_the_overview_leads_to_their_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearthbook.publish.llms.PAGE_SIZE", 2)
    site = build_site(write_hamlet(tmp_path / "hamlet")).site_dir
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert "oak/llms.txt" not in text
    assert "](directory/communities.json)" in text


def test_both_ways_to_a_site_write_the_same_files_beside_the_pages(tmp_path: Path) -> None:
    root = write_hamlet(tmp_path / "hamlet")
    add_line(root, f"site_url: {SITE}")
    store = Store(tmp_path / "store")
    built = build_site(root, Wishes(store=store, site_dir=tmp_path / "built"))
    again = build_site(root, Wishes(store=store, site_dir=tmp_path / "again"))
    plain = plain_mkdocs(root)
    for name in (
        *SHARED,
        "elm/card.png",
        "elm/llms.txt",
        "elm/articles/leaves/index.md",
        "rules/hb201/index.md",
    ):
        expected = (plain / name).read_bytes()
        assert (built.site_dir / name).read_bytes() == expected, name
        assert (again.site_dir / name).read_bytes() == expected, name


def test_a_card_stays_when_only_a_line_moves(tmp_path: Path) -> None:
    root = write_lone(tmp_path / "hamlet")
    before = tree(build_site(root).site_dir)
    file = root / "communities/yew.yml"
    file.write_text("# a note\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert tree(build_site(root).site_dir) == before
