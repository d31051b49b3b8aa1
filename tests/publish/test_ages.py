"""What the foot of a page says about its age: last changed by what it says, last read by its own review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.publish.ages import ages, last_changed, last_read
from hearthbook.render.cell import render_cell
from tests.render.support import cell, community, theme

if TYPE_CHECKING:
    from hearthbook.model.pages import Cell, Page

NORMS, PROMISE, NOTE = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)
CHANGED: Final = {"norms": NORMS, "promise": PROMISE, "articles/rope": NOTE}


def _cell(**facts: object) -> Cell:
    norms = ({"id": "ask", "statement": "We ask first."},)
    return replace(cell(community(norms=norms, **facts)), changed=CHANGED)


def _page(of: Cell, kind: str) -> Page:
    return next(page for page in render_cell(of, theme()) if page.kind == kind)


def test_a_page_is_as_old_as_what_it_says() -> None:
    of = _cell()
    assert last_changed(_page(of, "norms"), of) == NORMS


def test_a_page_of_many_sections_is_as_old_as_the_youngest() -> None:
    of = _cell()
    assert last_changed(_page(of, "start-here"), of) == PROMISE


def test_an_article_is_as_old_as_its_file() -> None:
    of = _cell()
    article = replace(_page(of, "norms"), kind="article", path="hard-talks/articles/rope.md")
    assert last_changed(article, of) == NOTE


def test_what_was_never_changed_is_as_old_as_the_handbook() -> None:
    begun = date(2026, 1, 1)
    of = replace(_cell(), changed={"": begun, "promise": PROMISE})
    assert last_changed(_page(of, "norms"), of) == begun


def test_without_git_nothing_is_said() -> None:
    of = replace(_cell(), changed={})
    assert ages(_page(of, "norms"), of, theme().words("en")) == ()


def test_the_page_of_changes_need_not_say_when_the_last_one_was() -> None:
    of = _cell()
    assert ages(_page(of, "changes"), of, theme().words("en")) == ()


@pytest.mark.parametrize(
    ("kind", "day"), [("norms", date(2026, 2, 2)), ("code-of-conduct", date(2026, 3, 3))]
)
def test_the_code_is_read_through_in_its_own_time(kind: str, day: date) -> None:
    of = _cell(review={"last": "2026-02-02"}, conduct={"review": {"last": "2026-03-03"}})
    assert last_read(_page(of, kind), of) == day


def test_both_are_said_in_the_language_of_the_page() -> None:
    of = _cell(review={"last": "2026-02-02"})
    said = ages(_page(of, "norms"), of, theme().words("de"))
    assert said == ("Zuletzt geändert am 1. Mai 2026.", "Zuletzt durchgelesen am 2. Februar 2026.")


@pytest.mark.parametrize("kind", ["start-here", "faq"])
def test_pages_that_say_it_themselves_do_not_say_it_twice(kind: str) -> None:
    of = _cell(review={"last": "2026-02-02"})
    assert last_read(_page(of, kind), of) is None


def test_a_text_of_the_hub_is_as_old_as_its_file() -> None:
    text = replace(_page(_cell(), "norms"), kind="hub-text", changed=NOTE)
    assert ages(text, None, theme().words("en")) == ("Last changed on July 1, 2026.",)


def test_a_list_of_the_hub_has_no_age() -> None:
    assert ages(replace(_page(_cell(), "norms"), kind="hub-list"), None, theme().words("en")) == ()
