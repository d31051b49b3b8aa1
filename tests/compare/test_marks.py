"""Prose is told as members read it."""

from __future__ import annotations

import pytest

from hearthbook.compare.marks import both_unmarked, unmarked


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ask [Noor](/oak/roles/#host) first.", "Ask Noor first."),
        ("See [the rules](https://a.example/b_(c)).", "See the rules."),
        ("Write to <mailto:help@oak.example>.", "Write to mailto:help@oak.example."),
        ("We ask *before* we **advise**, ***always***.", "We ask before we advise, always."),
        ("Type `hearthbook check`.", "Type hearthbook check."),
        ("2 * 3 * 4, snake_case_name, 5*6*7", "2 * 3 * 4, snake_case_name, 5*6*7"),
        ("A [note] and (an aside)", "A [note] and (an aside)"),
        (r"An escaped \*star\*", r"An escaped \*star\*"),
        ("- one\n- two", "- one\n- two"),
    ],
)
def test_the_signs_of_markdown_are_left_out(written: str, read: str) -> None:
    assert unmarked(written) == read


def test_two_texts_that_read_alike_are_told_as_they_are_written() -> None:
    before, after = "Ask [Noor](/oak/)", "Ask [Noor](/elm/)"
    assert both_unmarked(before, after) == (before, after)


def test_two_texts_that_read_otherwise_are_told_as_they_are_read() -> None:
    assert both_unmarked("Ask [Noor](/oak/)", "Ask *Kim*") == ("Ask Noor", "Ask Kim")
