"""The feed of what changed: well formed, newest first, and nobody's markup but ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from hearthbook.export.atom import NAMESPACE
from hearthbook.model.changes import News, Told
from hearthbook.publish.news_feed import news_feed, news_feed_of
from hearthbook.publish.site import CellPages
from hearthbook.render.cell import render_cell
from tests.render.support import cell, community, theme

SITE: Final = "https://town.example.org/"
DAY: Final = datetime(2026, 3, 3, 12, tzinfo=UTC)
REWORDED: Final = Told(
    kind="norms", headline="Reworded <b>now</b>.", spans=(("same", "We "), ("gone", "a<b"), ("new", "b&c"))
)
CONTACT: Final = Told(kind="safety", headline="Contact removed.", before="Ada", effects=("Two remain.",))


def _part(*news: News) -> CellPages:
    one = replace(cell(community()), news=news)
    return CellPages(cell=one, pages=render_cell(one, theme()), pictures={})


def _news(*told: Told, at: int = 0) -> News:
    day = DAY - timedelta(days=at)
    return News(commit=f"{at:02x}" * 20, when=day, who="", why="A <reason>", told=told)


def _entries(*news: News) -> list[ET.Element]:
    root = ET.fromstring(news_feed(_part(*news), SITE, theme().words("en")))  # noqa: S314 - our own
    return root.findall(f"{{{NAMESPACE}}}entry")


def _said(entry: ET.Element, name: str) -> str:
    return entry.findtext(f"{{{NAMESPACE}}}{name}") or ""


def test_each_commit_is_an_entry_that_leads_to_its_place_on_the_page() -> None:
    (entry,) = _entries(_news(REWORDED))
    assert _said(entry, "id") == f"{SITE}hard-talks/changes/#c-000000000000-more"
    assert _said(entry, "title") == "Reworded <b>now</b>."
    assert _said(entry, "updated").startswith("2026-03-03")


def test_a_weighty_commit_leads_to_the_weighty_list() -> None:
    (entry,) = _entries(_news(CONTACT))
    assert _said(entry, "id").endswith("#c-000000000000")


def test_words_that_differ_are_marked_and_texts_stay_text() -> None:
    (entry,) = _entries(_news(REWORDED, CONTACT))
    html = _said(entry, "content")
    assert "<del>a&lt;b</del><ins>b&amp;c</ins>" in html
    assert "<p>Before: Ada</p>\n<p>Two remain.</p>" in html
    assert "<b>" not in html


def test_the_newest_thirty_are_there() -> None:
    entries = _entries(*(_news(REWORDED, at=at) for at in range(40)))
    assert len(entries) == 30
    assert [_said(entry, "updated") for entry in entries] == sorted(
        (_said(entry, "updated") for entry in entries), reverse=True
    )


@pytest.mark.parametrize(("site", "news"), [("", (_news(CONTACT),)), (SITE, ())])
def test_there_is_none_without_an_address_or_without_changes(site: str, news: tuple[News, ...]) -> None:
    assert news_feed_of(_part(*news).cell, site) == ""
