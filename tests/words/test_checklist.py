"""What a handbook should say: the table lacks nothing, and all that it and the guide link to is there."""

from __future__ import annotations

import os
import re

import pytest

from tests.words.checklist import FULL, GUIDE, SMALL, TABLE, linked, lost, readings, slips, table, titled
from tests.words.checklist_items import CODE, QUESTIONS, SAME, START
from tests.words.checklist_nouns import NOUNS
from tests.words.pages import Reading, words

ROWS = (*CODE, *START, *QUESTIONS)
LONGEST = 700
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


def test_every_place_without_a_title_has_a_name_and_no_other_has(pages: dict[str, Reading]) -> None:
    places = {place for row in ROWS for place in row.places()}
    split = {place: place.partition("#") for place in places}
    bare = {place for place, (kind, _, to) in split.items() if not titled(pages[f"{FULL}/{kind}"], to)}
    assert bare == NOUNS.keys()


def test_a_name_is_a_few_words_without_a_stop() -> None:
    assert [noun for noun in NOUNS.values() if len(words(noun)) > 6 or noun[-1] in ".?!:"] == []


def test_the_table_in_the_guides_is_golden(pages: dict[str, Reading]) -> None:
    if os.environ.get("HEARTHBOOK_BLESS") == "1":
        TABLE.write_text(table(pages), encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == table(pages), REMEDY


def test_the_guide_that_is_read_first_is_short_and_links_to_what_is_there(pages: dict[str, Reading]) -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert len(words(re.sub(r"\]\([^)]*\)", "]", guide.split("---\n", 2)[2]))) <= LONGEST
    assert len(linked(guide)) > 20
    assert lost(guide, pages) == []
