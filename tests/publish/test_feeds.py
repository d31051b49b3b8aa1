"""Feeds of communities: where there is one, and that it leads back to the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from hearthbook.export.atom import NAMESPACE, TYPE
from hearthbook.publish.builder import build_site
from hearthbook.publish.feeds import absolute
from tests.publish.hamlet import write_files, write_lone
from tests.publish.sites import add_line, plain_mkdocs, read

if TYPE_CHECKING:
    from pathlib import Path

SITE: Final = "https://town.example.org/handbooks/"
ARTICLES: Final = {
    "content/yew/rope.md": """\
---
title: Rope & <twine>
author: mira
date: 2026-09-01
reviewed: 2026-11-01
basis: experience
expires: 2027-09-01
tags: [rope, outside]
summary: Which one holds.
---

See [the knots](knots.md#loops), [our norms](/yew/norms/) and ![a rope](rope.png).
""",
    "content/yew/knots.md": """\
---
title: Knots
author: jo
date: 2026-10-01
---

## Loops

One[^1].

[^1]: Two.
""",
    "content/yew/undated.md": "---\ntitle: Undated\n---\n\nText.\n",
    "content/yew/rope.png": "a rope",
}
PEOPLE: Final = "people: { mira: { handle: '@m' }, jo: { name: Jo J, show: nothing } }\n"


def _archive(root: Path, articles: dict[str, str], site_url: str = SITE) -> Path:
    write_files(write_lone(root), articles)
    file = root / "communities/yew.yml"
    file.write_text(file.read_text(encoding="utf-8") + PEOPLE, encoding="utf-8")
    if site_url:
        add_line(root, f"site_url: {site_url}")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A community with three articles, two of which say their day."""
    return build_site(_archive(tmp_path_factory.mktemp("feeds"), ARTICLES)).site_dir


@pytest.fixture(scope="module")
def entries(site: Path) -> list[ET.Element]:
    """The entries of its feed."""
    feed = ET.fromstring((site / "yew/feed.xml").read_bytes())  # noqa: S314 - our own
    return feed.findall(f"{{{NAMESPACE}}}entry")


def _text(node: ET.Element, path: str) -> str | None:
    return node.findtext("/".join(f"{{{NAMESPACE}}}{name}" for name in path.split("/")))


def test_articles_that_say_their_day_come_by_when_they_were_last_looked_at(entries: list[ET.Element]) -> None:
    assert [(_text(one, "title"), _text(one, "updated"), _text(one, "published")) for one in entries] == [
        ("Rope & <twine>", "2026-11-01T00:00:00Z", "2026-09-01T00:00:00Z"),
        ("Knots", "2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z"),
    ]


def test_authors_appear_as_they_wish(entries: list[ET.Element], site: Path) -> None:
    assert [_text(one, "author/name") for one in entries] == ["@m", None]
    feed = (site / "yew/feed.xml").read_text(encoding="utf-8")
    assert "Jo J" not in feed
    assert "mira" not in feed


def test_every_address_leads_into_the_site_and_is_whole(entries: list[ET.Element], site: Path) -> None:
    found = [_text(one, "id") or "" for one in entries]
    for one in entries:
        found += re.findall(r'(?:href|src)="([^"]*)"', _text(one, "content") or "")
    assert f"{SITE}yew/articles/knots/#loops" in found
    assert f"{SITE}yew/norms/" in found
    assert f"{SITE}yew/articles/rope.png" in found
    for address in found:
        assert address.startswith(SITE), address
        path = site / urlsplit(address).path.removeprefix("/handbooks/")
        assert (path / "index.html" if address.endswith("/") or "#" in address else path).is_file(), address


def test_an_entry_holds_the_article_with_its_labels_and_without_its_title(entries: list[ET.Element]) -> None:
    content = _text(entries[0], "content") or ""
    assert "<h1" not in content
    assert "from our own experience · last reviewed on November 1, 2026 · holds until" in content
    assert "data-hb-" not in content
    assert content.startswith('<div lang="en" dir="ltr">')


def test_each_page_of_the_community_names_the_feed(site: Path) -> None:
    for path, way in (("yew/index.html", "feed.xml"), ("yew/articles/rope/index.html", "../../feed.xml")):
        found = [
            e.attributes["href"] for e in read(site / path).all("link") if e.attributes.get("type") == TYPE
        ]
        assert found == [way]
    followed = [
        e for e in read(site / "yew/articles/index.html").all("a") if e.attributes.get("type") == TYPE
    ]
    assert [e.attributes["href"] for e in followed] == ["../feed.xml"]
    assert "atom+xml" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("articles", "site_url"),
    [({}, SITE), (ARTICLES, ""), ({"content/yew/undated.md": ARTICLES["content/yew/undated.md"]}, SITE)],
    ids=["no article", "no address", "no day"],
)
def test_where_there_can_be_no_feed_there_is_none_and_no_link(
    tmp_path: Path, articles: dict[str, str], site_url: str
) -> None:
    site = build_site(_archive(tmp_path, articles, site_url)).site_dir
    assert not list(site.rglob("feed.xml"))
    assert "atom+xml" not in (site / "yew/articles/index.html").read_text(encoding="utf-8")


def test_plain_mkdocs_makes_the_same_feed(site: Path, tmp_path: Path) -> None:
    plain = plain_mkdocs(_archive(tmp_path, ARTICLES))
    assert (plain / "yew/feed.xml").read_bytes() == (site / "yew/feed.xml").read_bytes()


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ('<a href="../x/?a=1&amp;b=2#c">x</a>', '<a href="https://e.org/o/x/?a=1&amp;b=2#c">x</a>'),
        ('<a href="#c">x</a>', '<a href="https://e.org/o/a/#c">x</a>'),
        ('<a href="mailto:a@e.org">x</a>', '<a href="mailto:a@e.org">x</a>'),
        ('<a href="https://[">x</a>', '<a href="https://[">x</a>'),
        ('<p data-hb-due="holds:2026-01-01" id="y">x</p>', '<p id="y">x</p>'),
        ('<code>href="../x"</code>', '<code>href="../x"</code>'),
    ],
)
def test_addresses_are_made_whole_and_nothing_else_is_touched(written: str, whole: str) -> None:
    assert absolute(written, "https://e.org/o/a/") == whole
