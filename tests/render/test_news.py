"""The page of changes tells what changed: weighty changes apart, words marked, names only as given."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.model.changes import News, Told
from hearthbook.render.cell import render_cell
from hearthbook.render.news import MOST, before, listed, now
from tests.render.support import cell, community, theme

if TYPE_CHECKING:
    from hearthbook.model.pages import Page

DAY: Final = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
CONTACT: Final = Told(kind="safety", headline="Contact removed: Ada.")
LATER: Final = Told(
    kind="facts", headline="Weekly wins is later.", before="17:00", after="18:00", effects=("Noon for some.",)
)


def _news(*told: Told, commit: str = "a", who: str = "", why: str = "", when: datetime = DAY) -> News:
    return News(commit=commit * 40, when=when, who=who, why=why, told=told)


def _pages(*news: News, **facts: object) -> dict[str, Page]:
    bare = community(**{"feedback": (), "review": None, **facts})
    return {page.kind: page for page in render_cell(replace(cell(bare), news=news), theme())}


def _page(*news: News) -> str:
    return _pages(*news)["changes"].markdown


def test_what_touches_safety_stands_apart_from_the_rest() -> None:
    page = _page(_news(LATER, CONTACT))
    weighty, _, others = page.partition("{#others}")
    assert CONTACT.headline in weighty
    assert LATER.headline in others
    assert LATER.headline not in weighty


def test_without_weighty_changes_there_is_one_list_without_a_heading() -> None:
    page = _page(_news(LATER))
    assert "{#news}" in page
    assert "{#others}" not in page
    assert "{#weighty}" not in page


def test_a_commit_has_one_place_on_the_page_for_each_list() -> None:
    page = _page(_news(LATER, CONTACT))
    assert page.count("{: #c-aaaaaaaaaaaa .hb-day") == 1
    assert page.count("{: #c-aaaaaaaaaaaa-more .hb-day") == 1


@pytest.mark.parametrize(("who", "said"), [("@mira", "by @mira"), ("", "by a member")])
def test_who_did_it_is_said_as_it_was_given(who: str, said: str) -> None:
    assert said in _page(_news(LATER, who=who))


def test_the_reason_is_text_and_never_markup() -> None:
    page = _page(_news(LATER, why="*now* <script>alert(1)</script> [x](javascript:y)"))
    assert "\\*now\\*" in page
    assert "<script" not in page
    assert "[x](" not in page


def test_words_that_differ_are_marked_on_both_sides() -> None:
    told = Told(
        kind="norms",
        headline="x",
        spans=(("same", "We ask "), ("gone", "twice "), ("new", "once "), ("same", "a*day.")),
    )
    show = theme().words("en").show
    assert before(told, show) == "We ask **twice** a\\*day."
    assert now(told, show) == "We ask **once** a\\*day."


def test_only_the_newest_are_listed_and_the_number_of_the_others_is_said() -> None:
    many = [_news(LATER, commit=f"{at:040x}"[:1], when=DAY - timedelta(days=at)) for at in range(MOST + 2)]
    assert len(listed(tuple(many)).others) == MOST
    assert listed(tuple(many)).older == 2
    assert "2 older changes are not shown." in _page(*many)


def test_the_handbook_on_one_page_leaves_out_what_changed() -> None:
    pages = _pages(_news(LATER), feedback=({"id": "late", "said": "Too late.", "did": "We moved it."},))
    assert "We moved it." in pages["handbook"].markdown
    assert LATER.headline not in pages["handbook"].markdown
    assert "{#changes--news}" not in pages["handbook"].markdown


def test_menus_name_the_page_as_soon_as_there_is_a_change() -> None:
    assert not _pages()["changes"].listed
    pages = _pages(_news(LATER))
    assert pages["changes"].listed
    assert "{#changes--changes}" not in pages["handbook"].markdown


def test_each_change_bears_its_day_for_readers_who_name_one() -> None:
    page = _page(_news(LATER))
    assert f'data-hb-day="{date(2026, 3, 3)}"' in page
    assert 'data-hb-since="' in page
