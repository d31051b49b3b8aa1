"""Every language that comes with the theme says everything, with the same places, in all its plural forms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.render.words import load_words
from hearthbook.resources import themes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearthbook.render.words import Words

FOLDER: Final = themes() / "hearth" / "words"
OTHERS: Final = sorted(path.stem for path in FOLDER.glob("*.yml") if path.stem != "en")
PLACE: Final = re.compile(r"\{(\w+)\}")

Leaf = "str | Mapping[str, str]"


@pytest.fixture(scope="module")
def english() -> Words:
    """The words that all others follow."""
    return load_words(FOLDER, "en")


@pytest.fixture(params=OTHERS)
def words(request: pytest.FixtureRequest) -> Words:
    """The words of each other language."""
    return load_words(FOLDER, request.param)


def _places(leaf: str | Mapping[str, str]) -> set[str]:
    forms = [leaf] if isinstance(leaf, str) else leaf.values()
    return {place for form in forms for place in PLACE.findall(form)}


def test_german_and_arabic_come_with_the_theme() -> None:
    assert {"ar", "de"} <= set(OTHERS)


def test_no_language_lacks_a_word(words: Words, english: Words) -> None:
    assert sorted(english.leaves.keys() - words.leaves.keys()) == []


def test_no_language_has_a_word_that_nobody_asks_for(words: Words, english: Words) -> None:
    assert sorted(words.leaves.keys() - english.leaves.keys()) == []


def test_no_word_is_left_empty(words: Words, english: Words) -> None:
    empty = [key for key, leaf in words.leaves.items() if not leaf and english.leaves.get(key)]
    assert empty == []


def test_every_sentence_has_the_places_of_the_english_one(words: Words, english: Words) -> None:
    wrong = {
        key: (sorted(_places(leaf)), sorted(_places(words.leaves[key])))
        for key, leaf in english.leaves.items()
        if key in words.leaves and _places(leaf) - {"count"} != _places(words.leaves[key]) - {"count"}
    }
    assert wrong == {}


def test_what_a_number_decides_has_every_form_that_the_language_needs(words: Words, english: Words) -> None:
    needed = words.locale.plural_form.tags | {"other"}
    short = {
        key: sorted(needed - set(words.leaves[key]))
        for key, leaf in english.leaves.items()
        if not isinstance(leaf, str) and key in words.leaves and needed - set(words.leaves[key])
    }
    assert short == {}


def test_no_sentence_was_left_in_english(words: Words, english: Words) -> None:
    same = [
        key
        for key, leaf in english.leaves.items()
        if isinstance(leaf, str) and len(leaf.split()) > 2 and words.leaves.get(key) == leaf
    ]
    assert same == []
