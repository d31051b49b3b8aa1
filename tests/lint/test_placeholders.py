"""What counts as a word for later, and what is honest text."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.lint.placeholders import placeholder, signs

_GAPS: Final = (
    *(
        "tbd",
        "Tbd.",
        "TBA",
        "tbc",
        "Date: tbd",
        "Host: Tba",
        "We meet weekly. The place is tbd.",
        "Date: tbc.",
    ),
    *("to be determined", "Date: to be announced", "to follow", "Name to follow: to follow"),
    *("[name to follow]", "Ask [name to follow] for a seat.", "[Second person]", "[The name of it]"),
    *("Text goes here", "Your text goes here.", "??", "???", "Host: ??", "N.N.", "N. N.", "Host: N.N."),
    *("n/a", "N/A", "Price: n/a", "X days", "XX", "XX EUR", "Price: XX", "We answer within X days."),
    *(
        "coming soon",
        "**Date:** coming soon",
        "TODO",
        "lorem ipsum",
        "{{ name }}",
        "<your name>",
        "[your name]",
    ),
)
_HONEST: Final = (
    *("What is it??", "Who, me?", "The XX century", "Poems of the XX. century", "Siglo XX", "Chapter: XX"),
    *("[the guide](https://example.org)", "[guide][1]", "[x]", "[TOC]", "[name withheld]", "[ ]", "[1]"),
    *(
        "Ask Tba for the key",
        "Kind words go here",
        "Everything else is to follow the vote",
        "Rules to follow",
    ),
    *("Generation X, day after day", "The xx", "We decide what is to be determined by lot", "`tbd`"),
    *(
        "tbd@example.org",
        "https://example.org/tbd",
        "See https://example.org/n/a",
        'Write "[your name]" first.',
    ),
)


@pytest.mark.parametrize("text", _GAPS)
def test_a_word_for_later_is_found(text: str) -> None:
    assert placeholder(text)
    assert signs(text)


@pytest.mark.parametrize("text", _HONEST)
def test_honest_text_is_left_alone(text: str) -> None:
    assert placeholder(text) == ""


@pytest.mark.parametrize("text", ["[Second person]", "[the guide]", "??"])
def test_brackets_in_markdown_may_be_a_link(text: str) -> None:
    assert placeholder(text, markdown=True) == ""


def test_elsewhere_tbc_is_an_illness() -> None:
    assert placeholder("Krankheit: TBC.", "de") == ""


_PIECES: Final = st.one_of(
    st.sampled_from(
        [*_GAPS, *_HONEST, " ", "\n", "`", ": ", ".", '"', "(", "]", "[", "Date: ", "within ", "XX"]
    ),
    st.text(max_size=4),
)


@given(st.lists(_PIECES, max_size=5).map("".join), st.sampled_from(["en", "de", "es"]), st.booleans())
def test_signs_miss_no_placeholder(text: str, language: str, markdown: bool) -> None:  # noqa: FBT001
    if placeholder(text, language, markdown=markdown):
        assert signs(text)
