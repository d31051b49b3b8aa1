"""Feeds are what RFC 4287 asks for, whatever people write."""

from __future__ import annotations

import re
from datetime import date
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.export.atom import NAMESPACE, Entry, Feed, atom, fit

HOME: Final = "https://example.org/oak/articles/"
LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
OLD: Final = date(2026, 10, 3)
NEW: Final = date(2026, 11, 3)


def _entry(**more: object) -> Entry:
    facts = {"address": f"{HOME}cuts/", "title": "How we cut", "updated": OLD} | more
    return Entry(**facts)  # type: ignore[arg-type]


def _feed(*entries: Entry) -> ET.Element:
    feed = Feed(
        address="https://example.org/oak/feed.xml",
        home=HOME,
        title="Articles",
        subtitle="Notes of ours.",
        author="Oak",
        language="en-GB",
        entries=entries or (_entry(),),
    )
    return ET.fromstring(atom(feed))  # noqa: S314 - our own


def _all(node: ET.Element, name: str) -> list[ET.Element]:
    return node.findall(f"{{{NAMESPACE}}}{name}")


def _text(node: ET.Element, name: str) -> str:
    (one,) = _all(node, name)
    return one.text or ""


def _links(node: ET.Element) -> dict[str, tuple[str, str]]:
    return {one.attrib["rel"]: (one.attrib["href"], one.attrib["type"]) for one in _all(node, "link")}


def test_a_feed_has_each_part_that_the_standard_asks_for_once() -> None:
    feed = _feed()
    assert feed.tag == f"{{{NAMESPACE}}}feed"
    assert feed.attrib[LANGUAGE] == "en-GB"
    said = [_text(feed, name) for name in ("id", "title", "subtitle", "generator")]
    assert said == ["https://example.org/oak/feed.xml", "Articles", "Notes of ours.", "Hearthbook"]
    assert _links(feed) == {
        "self": ("https://example.org/oak/feed.xml", "application/atom+xml"),
        "alternate": (HOME, "text/html"),
    }
    assert [_text(one, "name") for one in _all(feed, "author")] == ["Oak"]


def test_a_feed_was_updated_when_the_latest_of_its_entries_was() -> None:
    feed = _feed(_entry(), _entry(address=f"{HOME}knots/", updated=NEW))
    assert _text(feed, "updated") == "2026-11-03T00:00:00Z"


def test_an_entry_has_each_part_that_the_standard_asks_for_once() -> None:
    whole = _entry(
        published=OLD, updated=NEW, author="Ada", summary="One line.", html="<p>All</p>", tags=("a", "b")
    )
    (entry,) = _all(_feed(whole), "entry")
    assert (_text(entry, "id"), _text(entry, "title")) == (f"{HOME}cuts/", "How we cut")
    assert (_text(entry, "published"), _text(entry, "updated")) == (
        "2026-10-03T00:00:00Z",
        "2026-11-03T00:00:00Z",
    )
    assert _links(entry) == {"alternate": (f"{HOME}cuts/", "text/html")}
    assert [_text(one, "name") for one in _all(entry, "author")] == ["Ada"]
    assert _text(entry, "summary") == "One line."
    (content,) = _all(entry, "content")
    assert (content.attrib, content.text) == ({"type": "html"}, "<p>All</p>")
    assert [one.attrib["term"] for one in _all(entry, "category")] == ["a", "b"]


def test_what_an_entry_lacks_is_left_out() -> None:
    (entry,) = _all(_feed(), "entry")
    names = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in entry]
    assert names == ["id", "title", "updated", "link"]


def test_instants_are_written_as_rfc_3339_has_them() -> None:
    text = ET.tostring(_feed(_entry(published=date(987, 1, 2))), encoding="unicode")
    found = re.findall(r"<[^/]*(?:updated|published)>([^<]*)<", text)
    assert found
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", one) for one in found)


@pytest.mark.parametrize("unfit", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_left_out(unfit: str) -> None:
    assert fit(f"a{unfit}b") == "ab"


@pytest.mark.parametrize("kept", ["\t", "\n", "\x7f", "\ue000", "\N{LEAF FLUTTERING IN WIND}", "<&>\"'"])
def test_all_else_is_kept(kept: str) -> None:
    assert fit(f"a{kept}b") == f"a{kept}b"


_ANY: Final = st.text(st.characters(codec=None), max_size=40)


@given(_ANY, _ANY, _ANY, _ANY, st.lists(_ANY, max_size=3))
def test_any_words_come_back_as_they_were(
    title: str, summary: str, body: str, author: str, tags: list[str]
) -> None:
    feed = _feed(_entry(title=title, summary=summary, html=body, author=author, tags=tuple(tags)))
    (entry,) = _all(feed, "entry")

    def read(text: str) -> str:
        # every XML parser makes line ends alike
        return re.sub("\r\n?", "\n", fit(text))

    assert read(_text(entry, "title")) == read(title)
    assert [read(one.text or "") for one in _all(entry, "summary")] == ([read(summary)] if summary else [])
    assert [read(one.text or "") for one in _all(entry, "content")] == ([read(body)] if body else [])
    assert len(_all(entry, "category")) == len(tags)
