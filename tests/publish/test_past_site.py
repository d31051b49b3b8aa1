"""A site that knows its past and its forge: who wishes not to be named is not, and search tells no ages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.publish.builder import build_site
from hearthbook.publish.finished import HUB
from hearthbook.publish.portable import write_portable
from hearthbook.publish.search_text import searched
from hearthbook.publish.store import Store
from tests.once import made_once
from tests.publish.hamlet import FILES, Place, replace_in, write_hamlet
from tests.publish.pasts import Repository
from tests.publish.sites import git, html_files, plain_mkdocs, read, tree

if TYPE_CHECKING:
    from pathlib import Path

SITE: Final = "https://oak.example.org/"
SETTINGS: Final = FILES["mkdocs.yml"] + (
    f"      offline: true\nsite_url: {SITE}\nrepo_url: https://github.com/example/archive\n"
)
PEOPLE: Final = "people: {zora: {name: Quimby Zorn, show: nothing}, ben: {name: Ben, show: name}}\n"
FACTS: Final = """\
founders: [PERSON]
norms: [We ask before we advise.]
roles:
  - {id: greeter, name: Greeter, does: Greets, held_by: [{person: PERSON}]}
onboarding: {greeter: PERSON, ask: "the desk, or desk@example.org"}
"""
ROPE: Final = "---\ntitle: Rope\nauthor: zora\ndate: 2026-02-01\n---\n\nRope has LENGTH strands.\n"
WALK: Final = "content/guides/walk.md"
LAST: Final = re.compile(r"Last (?:changed|read)")
HIDDEN: Final = re.compile("zora|quimby|zorn|\N{INVISIBLE SEPARATOR}", re.IGNORECASE)


@pytest.fixture(scope="module")
def root(common: Path) -> Path:
    """An archive of one community, built; somebody who is not to be named did much in it."""

    def make(root: Path) -> None:
        told = Repository(root)
        told.commit({"mkdocs.yml": SETTINGS, "content/index.md": FILES["content/index.md"]})
        told.commit({WALK: "---\ntitle: A walk\n---\n\nFollow the river.\n"})
        for person in ("ben", "zora", "ben"):
            told.say("oak", FACTS.replace("PERSON", person) + PEOPLE, who="Quimby Zorn <zora@example.org>")
        for length in ("two", "three"):
            told.commit(
                {"content/oak/rope.md": ROPE.replace("LENGTH", length)}, "zora mends it", "zora <z@b.example>"
            )
        told.make()
        build_site(root)

    return made_once(common, "past-site", make)


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """Its site."""
    return root / "site"


@pytest.fixture(scope="module")
def copy(site: Path) -> Path:
    """The site's portable copy."""
    return write_portable(site, SITE, lambda: None)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_search_knows_neither_pencils_nor_the_age_of_pages_nor_ways_to_change_them(site: Path) -> None:
    pages = {path.parent.name: _text(path) for path in html_files(site)}
    assert LAST.search(pages["norms"])
    found = [one.document for html in pages.values() if (one := searched(html, "en"))]
    assert any("We ask before we advise." in document for document in found)
    for document in found:
        assert not LAST.search(document)
        assert not re.search("✎|hb-source|Suggest an|Suggest other|rel=.edit|feed reader", document)


def test_no_file_for_programs_holds_a_pencil(site: Path) -> None:
    for name, content in tree(site).items():
        if not name.endswith((".html", ".js", ".css")):
            assert not re.search(b"hb-source|Suggest an edit", content), name


def test_who_is_not_to_be_named_is_a_member_on_the_page_of_changes(site: Path) -> None:
    html = _text(site / "oak/changes/index.html")
    assert "by a member" in html
    assert "a member who is not named here" in html
    assert not HIDDEN.search(html)


@pytest.mark.parametrize("feed", ["changes.xml", "feed.xml"])
def test_who_is_not_to_be_named_is_in_no_feed(feed: str, site: Path) -> None:
    assert not HIDDEN.search(_text(site / "oak" / feed))


def test_the_feed_of_changes_says_that_it_was_somebody(site: Path) -> None:
    assert "held by Ben; before by a member who is not named here" in _text(site / "oak/changes.xml")


def test_who_is_not_to_be_named_is_in_no_file_of_the_site(site: Path) -> None:
    for name, content in tree(site).items():
        if name.endswith((".html", ".xml", ".json", ".ics", ".txt", ".md")):
            assert not HIDDEN.search(content.decode("utf-8")), name


def test_a_text_of_the_hub_says_when_it_was_last_changed(site: Path) -> None:
    assert "Last changed on February 26, 2026." in _text(site / "guides/walk/index.html")


def test_the_hub_is_made_anew_when_git_knows_another_day_and_only_then(tmp_path: Path) -> None:
    place = Place(write_hamlet(tmp_path / "hamlet"), Store(tmp_path / "store"))
    place.build()
    git(place.root, "init", "-q")
    git(place.root, "add", "-A")
    git(place.root, "commit", "-qm", "five trees")
    assert HUB in place.build().made
    replace_in(place.root / "communities/oak.yml", "name: Oak", "name: Oak  # the old one")
    git(place.root, "commit", "-qam", "a comment")
    assert HUB not in place.build().made


def test_lists_of_the_hub_say_nothing_of_their_age(site: Path) -> None:
    assert not LAST.search(_text(site / "index.html"))


def test_mkdocs_alone_says_it_as_well(root: Path, tmp_path: Path) -> None:
    copied = tmp_path / "archive"
    copied.mkdir()
    for name in ("mkdocs.yml", "content", "communities", ".git"):
        (copied / name).symlink_to(root / name)
    html = _text(plain_mkdocs(copied) / "guides/walk/index.html")
    assert "Last changed on February 26, 2026." in html


def test_the_page_of_nothing_offers_no_edit(site: Path) -> None:
    html = _text(site / "404.html")
    assert "edit.js" not in html
    assert "hb-suggest" not in html


def test_an_offline_copy_keeps_what_the_pencil_needs(site: Path) -> None:
    worker = _text(site / "oak/sw.js")
    assert "assets/hearth/edit.js" in worker
    assert "assets/hearth/edit.css" in worker


def test_the_portable_copy_leaves_the_feed_of_changes_out(copy: Path) -> None:
    assert not (copy / "oak/changes.xml").exists()
    assert "changes.xml" not in _text(copy / "oak/changes/index.html")


def test_in_the_portable_copy_pencils_lead_to_the_forge_and_suggestions_to_somebody(copy: Path) -> None:
    page = read(copy / "oak/norms/index.html")
    pencils = [one.attributes["href"] for one in page.all("a", class_="hb-source")]
    assert pencils
    assert all(href.startswith("https://github.com/example/archive/edit/main/") for href in pencils)
    (suggest,) = page.all("a", class_="hb-suggest")
    assert suggest.attributes["href"].startswith("mailto:desk@example.org?")
