"""What search knows of words, held against the same in Python."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.publish.search_parts import bits_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LETTERS = "abcdefghij"


@pytest.fixture
def ask(visit: Callable[..., Page]) -> Callable[..., Any]:
    """Calls a function of the script with each row of arguments."""
    page = visit("/hard-talks/norms/")

    def called(name: str, rows: list[list[Any]]) -> Any:  # noqa: ANN401 - what JSON holds
        script = "async ([name, rows]) => { const own = await import('/assets/hearth/words.js'); "
        return page.evaluate(script + "return rows.map((row) => own[name](...row)); }", [name, rows])

    return called


def _apart(one: str, other: str) -> int:
    """Damerau and Levenshtein's distance with swaps of neighbours, the plain way."""
    table = {(i, 0): i for i in range(len(one) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            change = table[i - 1, j - 1] + (one[i - 1] != other[j - 1])
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, change)
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(one), len(other)]


def test_a_slug_leads_to_the_part_that_the_builder_put_it_in(ask: Callable[..., Any]) -> None:
    slugs = ["oak", "hard-talks", "x", *(f"group-{number}" for number in range(200))]
    assert ask("bitsOf", [[slug] for slug in slugs]) == [bits_of(slug) for slug in slugs]


def test_words_are_as_far_apart_as_letters_have_to_be_changed(ask: Callable[..., Any]) -> None:
    chance = random.Random(1)  # noqa: S311 - words need not be secret
    pairs = [["".join(chance.choices(LETTERS, k=chance.randint(1, 9))) for _ in range(2)] for _ in range(400)]
    assert ask("distance", [[*pair, 9] for pair in pairs]) == [_apart(*pair) for pair in pairs]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("fedback", "feedback"),
        ("feedbcak", "feedback"),
        ("norn", "norm"),
        ("moderrater", "moderator"),
        ("zzz", None),
    ],
)
def test_a_misspelt_word_is_the_nearest_one(word: str, meant: str | None, ask: Callable[..., Any]) -> None:
    known = ["norm", "form", "feedback", "fallback", "moderator"]
    assert ask("meant", [[word, known]]) == [meant]


def test_of_two_words_as_near_the_more_widespread_is_meant(ask: Callable[..., Any]) -> None:
    assert ask("meant", [["host", ["hosts", "most"]], ["nose", ["rose", "dose"]]]) == ["hosts", "rose"]


def test_words_and_phrases_are_said_in_other_ways_in_both_directions(ask: Callable[..., Any]) -> None:
    synonyms = [["lounge", "common room"], ["host", "steward"]]
    assert ask("variants", [["the lounge host", synonyms]]) == [
        ["the common room host", "the lounge steward"]
    ]
    assert ask("variants", [["common room rules", synonyms]]) == [["lounge rules"]]


def test_a_part_of_a_word_is_not_said_in_another_way(ask: Callable[..., Any]) -> None:
    assert ask("variants", [["hostel", [["host", "steward"]]]]) == [[]]


def test_small_words_are_left_out_unless_there_are_no_others(ask: Callable[..., Any]) -> None:
    rows = [["how do I join"], ["AI"], ["لا نلتقي"]]
    assert ask("telling", rows) == ["how join", "AI", "لا نلتقي"]


def test_a_page_that_several_ways_find_stands_once_with_its_best_score(ask: Callable[..., Any]) -> None:
    lists = [[{"id": "a", "score": 1}, {"id": "b", "score": 3}], [{"id": "a", "score": 5}]]
    assert [(row["id"], row["score"]) for row in ask("merged", [[lists]])[0]] == [("a", 4), ("b", 3)]
