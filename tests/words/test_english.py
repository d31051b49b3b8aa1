"""Each sentence of the theme, by itself: short, active and in plain words."""

from __future__ import annotations

import pytest

from tests.words.english import jargon, long_ones, passives, theme_sentences
from tests.words.grammar import slips_in


def test_no_sentence_of_the_theme_has_more_than_28_words() -> None:
    assert long_ones() == []


def test_no_sentence_of_the_theme_piles_up_three_passives() -> None:
    piles = [f"{said.key}: {said.text}" for said in theme_sentences() if len(passives(said.text)) > 2]
    assert piles == []


def test_no_sentence_of_the_theme_needs_a_word_of_the_trade() -> None:
    # llms.txt is read by those who know the trade; the others say what forges write on their buttons
    known = (
        "llms.",
        "hub.change.",
        *(f"script.form.{key}" for key in ("send", "paste", "change", "spoiled")),
    )
    ours = [said for said in theme_sentences() if not said.key.startswith(known)]
    found = [f"{said.key}: {word}" for said in ours for word in jargon(said.text)]
    assert found == []


def test_no_sentence_of_the_theme_stumbles_over_an_article_or_says_a_word_twice() -> None:
    kinds = {"the wrong article", "a word said twice", "a double blank"}
    found = [
        (said.key, slip) for said in theme_sentences() for slip in slips_in(said.text) if slip[0] in kinds
    ]
    assert found == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("We write it down.", 0),
        ("It is written down.", 1),
        ("It is not settled yet what is written down.", 2),
        ("Those who were already told are often asked again.", 2),
        ("You need to be tired.", 0),
        ("We are indeed here.", 0),
    ],
)
def test_passives_are_counted(sentence: str, count: int) -> None:
    assert len(passives(sentence)) == count


@pytest.mark.parametrize("sentence", ["Our onboarding is short.", "Engagement counts.", "A quorum of two."])
def test_a_word_of_the_trade_is_found(sentence: str) -> None:
    assert jargon(sentence)
