from __future__ import annotations

import re
from random import Random

import pytest

from bench.lexicon import Ranked, adverb, lexicon, ongoing, past, plural, quality
from bench.writer import Writer


def test_there_are_more_than_three_thousand_words() -> None:
    assert len(lexicon().all_forms()) > 3000


@pytest.mark.parametrize(
    ("word", "changed"),
    [
        (plural("lamp"), "lamps"),
        (plural("box"), "boxes"),
        (plural("city"), "cities"),
        (plural("valley"), "valleys"),
        (past("mend"), "mended"),
        (past("bake"), "baked"),
        (past("plan"), "planned"),
        (past("carry"), "carried"),
        (ongoing("bake"), "baking"),
        (ongoing("plan"), "planning"),
        (ongoing("carry"), "carrying"),
        (adverb("calm"), "calmly"),
        (adverb("happy"), "happily"),
        (adverb("gentle"), "gently"),
        (adverb("basic"), "basically"),
        (adverb("full"), "fully"),
        (quality("happy"), "happiness"),
    ],
)
def test_a_word_changes_as_english_words_do(word: str, changed: str) -> None:
    assert word == changed


def test_the_first_word_of_a_list_is_drawn_more_often_than_the_last() -> None:
    random = Random("draws")
    ranked = Ranked(tuple("abcdefghij"))
    drawn = [ranked.draw(random) for _ in range(1000)]
    assert drawn.count("a") > drawn.count("j") > 0


def test_an_article_fits_the_sound_of_the_next_word() -> None:
    text = Writer(Random("articles")).prose(500, 500)
    assert re.search(r" an [aeio]", text)
    assert not re.search(r"\b[Aa] [aeio]|\b[Aa]n [^aeiouh]", text)


def test_several_texts_differ_in_their_first_words() -> None:
    texts = Writer(Random("several")).several("few", 6, 6)
    assert len({text.lower() for text in texts}) == 6
