"""The table of what a handbook should say: nothing is missing, and every place that it names is there."""

from __future__ import annotations

import os

import pytest

from tests.words.checklist import FULL, GUIDE, SMALL, guide, readings, slips
from tests.words.checklist_items import CODE, QUESTIONS, SAME, START
from tests.words.pages import Reading, words

ROWS = (*CODE, *START, *QUESTIONS)
REMEDY = "run `HEARTHBOOK_BLESS=1 make test` or `make bless`, and read the diff"


@pytest.fixture(scope="module")
def pages() -> dict[str, Reading]:
    """The pages of the full example and of the one of ten lines."""
    return readings()


def test_no_item_of_the_lists_is_left_out() -> None:
    wanted = [
        f"{letter}{number}"
        for letter, last in (("C", 45), ("S", 20), ("F", 10))
        for number in range(1, last + 1)
    ]
    assert [row.item for row in ROWS] == wanted


def test_every_place_that_the_table_names_is_there_and_says_something(pages: dict[str, Reading]) -> None:
    assert list(slips(ROWS, pages)) == []


def test_the_same_words_are_the_same_words(pages: dict[str, Reading]) -> None:
    names = {FULL: "Hard Talks", SMALL: "Sunday Pages"}
    for row in (row for row in ROWS if row.says == SAME):
        kind, _, anchor = row.stands().partition("#")
        texts = {
            next(block.text for block in pages[f"{slug}/{kind}"].section(anchor)).replace(name, "")
            for slug, name in names.items()
        }
        assert len(texts) == 1, row.item


def test_the_small_example_is_told_in_three_to_eight_words() -> None:
    assert [row.item for row in ROWS if not 3 <= len(words(row.says)) <= 8] == []


def test_the_table_in_the_guides_is_golden(pages: dict[str, Reading]) -> None:
    if os.environ.get("HEARTHBOOK_BLESS") == "1":
        GUIDE.write_text(guide(pages), encoding="utf-8")
    assert GUIDE.read_text(encoding="utf-8") == guide(pages), REMEDY
