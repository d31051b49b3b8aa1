"""Plain text: one line that shows every character, and stays readable as text."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from hearthbook.render.plain import attribute, fill, plain
from tests.render.reading import read, to_html


@pytest.mark.parametrize(
    "text",
    [
        "New managers in small teams",
        "We ask before we advise: every time.",
        "snake_case, C++ and C# (mostly)",
        "+49 30 1234, -5 degrees, 1.5 hours",
        "17:00-18:00, 3 > 2, 50 % & more",
        "https://example.org/a_b?c=d&e=f",
        "Что мы обещаем?",
    ],
)
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("*loud*", r"\*loud\*"),
        ("_soft_", r"\_soft\_"),
        ("a | b", r"a \| b"),
        ("<b>", "&lt;b>"),
        ("&copy;", "&amp;copy;"),
        ("{: .c }", r"\{: .c \}"),
        ("# one", r"\# one"),
        ("1. one", r"1\. one"),
        ("- one", r"\- one"),
        (": one", "&#58; one"),
        ("C#", r"C\#"),
        ("##", r"\#\#"),
        ("---", r"\---"),
        ("[a]: b", r"\[a\]&#58; b"),
        ("a\nb\t c", "a b c"),
    ],
)
def test_what_would_act_is_escaped(text: str, markdown: str) -> None:
    assert plain(text) == markdown


def test_a_name_that_ends_with_a_hash_keeps_it_in_a_heading() -> None:
    assert read(to_html(f"## {plain('C#')} {{#c}}")).text == "C#"


def test_a_link_whose_text_looks_like_a_definition_is_still_a_link() -> None:
    reader = read(to_html(f"[{plain('see [1]: here')}](norms.md)"))
    assert [tag.attributes for tag in reader.tags if tag.name == "a"] == [{"href": "norms.md"}]
    assert reader.text == "see [1]: here"


def test_a_space_that_must_not_break_stays_one() -> None:
    assert plain("10\N{NO-BREAK SPACE}h ?") == "10\N{NO-BREAK SPACE}h ?"


def test_plain_text_is_markup_from_then_on() -> None:
    assert isinstance(plain("a"), Markup)


def test_places_in_a_sentence_are_filled_once() -> None:
    assert fill("{a} and {b}", {"a": "{b}", "b": "x"}) == "{b} and x"


@pytest.mark.parametrize(
    ("text", "anchor"),
    [("norm-credit", "norm-credit"), ("day 1", "day-1"), ('a"} .b=#c', "a-b-c"), ("ж", "ж")],
)
def test_an_anchor_holds_nothing_that_ends_an_attribute_list(text: str, anchor: str) -> None:
    assert attribute(text) == anchor
