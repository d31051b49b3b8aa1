"""Counting: syllables, words, sentences and the grade they make."""

from __future__ import annotations

import pytest

from tests.words.grade import grade, longest, syllables
from tests.words.pages import read, words

SPOKEN = {
    1: (
        "a",
        "the",
        "page",
        "role",
        "whole",
        "while",
        "asked",
        "changed",
        "called",
        "eight",
        "friend's",
        "weeks",
    ),
    2: (
        "somehow",
        "people",
        "agree",
        "handled",
        "evening",
        "quiet",
        "circle",
        "watches",
        "doesn't",
        "hour-glass",
    ),
    3: ("somebody", "together", "example", "usual", "idea", "everything", "area", "decided"),
    4: ("everybody", "community", "experience", "february"),
    5: ("university", "opportunity"),
}


@pytest.mark.parametrize(("count", "word"), [(count, word) for count, row in SPOKEN.items() for word in row])
def test_syllables_are_counted_as_they_are_spoken(count: int, word: str) -> None:
    assert syllables(word) == count


def test_a_figure_has_a_syllable_for_each_digit() -> None:
    assert syllables("2026") == 4


def test_the_grade_is_the_one_of_the_formula() -> None:
    assert grade(["We meet here.", "You may come."]) == pytest.approx(0.39 * 3 + 11.8 * 1 - 15.59)


def test_addresses_are_not_read_aloud() -> None:
    assert grade(["Ask Ada at ada@example.org today."]) == grade(["Ask Ada at today."])


def test_no_text_has_no_grade() -> None:
    assert grade([]) == 0.0


def test_the_longest_sentence_is_the_one_with_the_most_words() -> None:
    assert longest(["Antidisestablishmentarianism wins.", "We all go home now."]) == "We all go home now."


def test_a_page_is_read_as_sentences_without_headings_labels_and_code() -> None:
    page = "# Hello\n\n**For:** You may. You must?\n\n- one thing\n- one good thing here\n\n```\nNo.\n```"
    assert read(page).sentences == ("You may.", "You must?", "one good thing here")


def test_a_link_is_read_as_its_text_and_a_footnote_mark_not_at_all() -> None:
    text = "Read [the page](faq.md) and go[^1].\n\n[^1]: So it is."
    assert read(text).blocks[0].text == "Read the page and go."


def test_words_are_what_holds_a_letter_or_a_figure() -> None:
    assert words("two - or 3 … — words") == ["two", "or", "3", "words"]


def test_a_section_reaches_to_the_next_heading_of_its_rank() -> None:
    page = read("# A {#a}\n\none\n\n## B {#b}\n\ntwo\n\n### C {#c}\n\nthree\n\n## D {#d}\n\nfour\n{: #e }")
    assert [block.text for block in page.section("b")] == ["two", "C", "three"]
    assert [block.text for block in page.section("e")] == ["four"]
    assert page.heading("e") == "D"
