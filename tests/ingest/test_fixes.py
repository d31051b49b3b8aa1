"""What intake takes for a slip of the pen, and what it leaves to people."""

from __future__ import annotations

import pytest

from hearthbook.ingest.fixes import abbreviation, clear_match


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("tagine", ["tagline", "tags", "name"], "tagline"),
        ("Tagline", ["tagline", "tags"], "tagline"),
        ("whne", ["when", "where", "why"], "when"),
        ("psot_here", ["post_here", "not_here"], "post_here"),
        ("hwo", ["who", "how"], ""),
        ("ind", ["kind", "id"], ""),
        ("a", ["at", "as"], ""),
        ("everything", ["help", "social"], ""),
        ("instaed_of", ["instead"], "instead"),
        ("x" * 100, ["x" * 99], ""),
        ("help", [], ""),
    ],
)
def test_a_match_is_clear_only_where_no_other_comes_near(word: str, choices: list[str], meant: str) -> None:
    assert clear_match(word, choices) == meant


@pytest.mark.parametrize(
    ("text", "word"),
    [("every Tuesday at 17:00 CET", "CET"), ("every met Tuesday", ""), ("at 17:00 US/Pacific", "US/Pacific")],
)
def test_an_abbreviation_is_seen_in_words(text: str, word: str) -> None:
    assert abbreviation(text)[0] == word
