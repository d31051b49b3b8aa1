"""The pages of the archive, as long and as hard to read as we allow."""

from __future__ import annotations

import pytest

from tests.words.measure import GRADE, LONGEST, part, texts
from tests.words.ours import is_ours, our_words, readable
from tests.words.pages import words

REFERENCES = ("hard-talks", "repair-table-east", "sunday-pages")


@pytest.mark.parametrize("slug", REFERENCES)
def test_start_here_can_be_read_in_the_eighth_school_year(slug: str) -> None:
    start = next(text for text in texts() if (text.slug, text.kind) == (slug, "start-here"))
    assert 0 < start.grade <= GRADE


@pytest.mark.parametrize("slug", REFERENCES)
def test_the_short_code_of_conduct_can_be_read_in_the_eighth_school_year(slug: str) -> None:
    short = part(slug, "code-of-conduct", "short")
    assert short.sentences
    assert short.grade <= GRADE


def test_no_sentence_of_ours_is_longer_than_30_words_with_its_places_filled() -> None:
    long = {
        f"{text.slug}/{text.kind}: {said}"
        for text in texts()
        for said in text.ours
        if len(words(said)) > LONGEST
    }
    assert long == set()


def test_every_page_is_measured_with_our_words_told_from_the_founders() -> None:
    codes = [text for text in texts() if text.kind == "code-of-conduct"]
    assert {text.slug for text in codes} >= set(REFERENCES)
    assert all(0.6 < text.our_words / text.words < 1 for text in codes)
    assert all(text.ours for text in texts())


def test_a_sentence_is_ours_when_most_of_its_words_are() -> None:
    mark = {ord("W"): "\U00010416", ord("e"): "\U0001042c", ord("m"): "\U00010434", ord("t"): "\U0001043b"}
    marked = f"{'We meet'.translate(mark)} Ada."
    assert our_words(marked) == 2
    assert is_ours(marked)
    assert not is_ours(f"{'We'.translate(mark)} Ada.")
    assert readable(marked) == "We meet Ada."
