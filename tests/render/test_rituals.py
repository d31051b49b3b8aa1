"""The page of rituals: what is done again and again, and what is not done any more."""

from __future__ import annotations

from typing import Final

from tests.render import support
from tests.render.reading import read, to_html

TUESDAYS: Final = {"every": "week", "day": ("Tuesday",), "at": "17:00", "zone": "Europe/Berlin"}
EVENING: Final = {"id": "evening", "name": "Evening", "when": TUESDAYS}
ARCHIVE: Final = "https://example.org/notes"
RETIRED: Final = {"on": "2026-06-30", "why": "The mornings took its place"}
MORNING: Final = {
    "id": "morning",
    "name": "Old morning",
    "when": TUESDAYS,
    "archive": ARCHIVE,
    "retired": RETIRED,
}


def _page(*rituals: object) -> str:
    return support.page(support.community(rituals=rituals), "rituals")


def test_a_ritual_asks_for_its_next_three_dates() -> None:
    assert 'data-hb-dates="3"' in to_html(_page(EVENING))
    undecided = EVENING | {"when": {"every": "week"}}
    assert "data-hb-dates" not in to_html(_page(undecided))


def test_what_is_not_done_any_more_says_so_and_keeps_its_archive() -> None:
    page = _page(MORNING)
    assert "Not done any more since June 30, 2026. The mornings took its place." in page
    assert ARCHIVE in page
    assert "data-hb-rule" not in page


def test_what_is_not_done_any_more_stands_after_the_rest_without_a_ticket() -> None:
    page = _page(MORNING, EVENING)
    assert page.index("Evening") < page.index("Old morning")
    html = to_html(page)
    assert html.count("hb-stub") == 1
    assert html.count("hb-retired") == 1


def test_when_it_took_place_is_said_as_something_past() -> None:
    text = "".join(read(to_html(_page(MORNING))).words)
    assert "It took place: every Tuesday, at 17:00 (Berlin time)" in text
    assert "When:" not in text
