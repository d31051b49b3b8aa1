"""Which words differ: nothing is lost, and what is far from a change is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearthbook.compare.worddiff import clipped, only, shortened, word_diff

TEXT = st.text(alphabet="ab \n.", max_size=40)


def test_words_that_changed_stand_between_those_that_did_not() -> None:
    assert word_diff("We ask before we advise.", "We ask whenever we advise.") == (
        ("same", "We ask"),
        ("gone", " before"),
        ("new", " whenever"),
        ("same", " we advise."),
    )


def test_equal_texts_have_nothing_gone_and_nothing_new() -> None:
    assert word_diff("As it is.", "As it is.") == (("same", "As it is."),)


@given(TEXT, TEXT)
def test_the_new_text_is_what_stays_and_what_is_new(old: str, new: str) -> None:
    assert only(word_diff(old, new), "new") == new


@given(TEXT, TEXT)
def test_the_old_words_are_what_stays_and_what_is_gone(old: str, new: str) -> None:
    assert "".join(only(word_diff(old, new), "gone").split()) == "".join(old.split())


def test_a_long_text_is_shortened_around_the_change() -> None:
    many = " ".join(f"w{number}" for number in range(200))
    spans = shortened(word_diff(many, many.replace("w100", "other")))
    text = "".join(part for _, part in spans)
    assert text.startswith("\N{HORIZONTAL ELLIPSIS} w88 ")
    assert text.endswith(" w112 \N{HORIZONTAL ELLIPSIS}")


def test_a_short_text_is_told_whole() -> None:
    spans = word_diff("one two three", "one two four")
    assert shortened(spans) == spans


def test_a_text_that_is_far_too_long_is_cut() -> None:
    assert len(clipped("word " * 1000).split()) < 130
