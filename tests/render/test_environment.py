"""Templates print nothing that acts unless it is meant to, and say where they are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from jinja2.filters import FILTERS
from markupsafe import Markup

from hearthbook.errors import HearthbookError
from hearthbook.render.cell import run_template
from hearthbook.render.environment import opening, page_environment, phrase, sentence, tidy
from tests.render.support import theme

if TYPE_CHECKING:
    from pathlib import Path

# Filters of Jinja's that may make Markup of text, or reach beyond the values they are given.
FORBIDDEN: Final = (
    "attr",
    "e",
    "escape",
    "forceescape",
    "format",
    "indent",
    "join",
    "pprint",
    "replace",
    "safe",
    "string",
    "striptags",
    "tojson",
    "truncate",
    "urlencode",
    "urlize",
    "wordwrap",
    "xmlattr",
)

SHOW: Final = theme().words("en").show


def _run(folder: Path, template: str, **context: object) -> str:
    (folder / "page.md.jinja").write_text(template, encoding="utf-8")
    return run_template(page_environment(folder, SHOW), "page.md.jinja", context)


def test_whatever_is_printed_is_neutralised(tmp_path: Path) -> None:
    assert _run(tmp_path, "{{ x }}", x="*a* <b> {.c}") == "\\*a\\* &lt;b> \\{.c\\}\n"


def test_markup_is_printed_as_it_is(tmp_path: Path) -> None:
    assert _run(tmp_path, "{{ x }}", x=Markup("*a*")) == "*a*\n"


def test_a_filter_that_hands_text_on_leaves_it_to_be_neutralised(tmp_path: Path) -> None:
    assert _run(tmp_path, "{{ x|first }} {{ x|last|sentence }}", x=["*a*", "*b*"]) == "\\*a\\* \\*b\\*.\n"


def test_text_joined_to_markup_is_neutralised(tmp_path: Path) -> None:
    printed = _run(tmp_path, "{{ m ~ x }}", m=Markup("*a*"), x="<script>")
    assert "<script>" not in printed


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_filter_that_makes_markup_is_not_there(tmp_path: Path, name: str) -> None:
    assert name in FILTERS
    assert name not in page_environment(tmp_path, SHOW).filters


def test_a_value_that_is_missing_names_the_line_of_the_template(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match=r"'nobody' is undefined") as caught:
        _run(tmp_path, "one\n{% if true %}\n{{ nobody }}\n{% endif %}\n")
    assert caught.value.where == f"{tmp_path}/page.md.jinja:3"
    assert caught.value.hint


def test_a_value_that_is_missing_in_an_imported_macro_names_the_line_of_that_file(tmp_path: Path) -> None:
    (tmp_path / "_parts.md.jinja").write_text(
        "{% macro a() %}\n{{ x.y }}\n{% endmacro %}\n", encoding="utf-8"
    )
    with pytest.raises(HearthbookError) as caught:
        _run(tmp_path, '{% from "_parts.md.jinja" import a with context %}\n{{ a() }}\n', x="text")
    assert caught.value.where == f"{tmp_path}/_parts.md.jinja:2"


@pytest.mark.parametrize("template", ["one\n{% if %}\n", "one\n{{ x|join }}\n"])
def test_a_template_that_cannot_be_read_names_its_line(tmp_path: Path, template: str) -> None:
    with pytest.raises(HearthbookError) as caught:
        _run(tmp_path, template, x=[])
    assert caught.value.where == f"{tmp_path}/page.md.jinja:2"


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError) as caught:
        run_template(page_environment(tmp_path, SHOW), "page.md.jinja", {})
    assert caught.value.where == "page.md.jinja"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we ask first", "We ask first."),
        ("We ask first.", "We ask first."),
        ("why?", "Why?"),
        ("stop!", "Stop!"),
        ("wait …", "Wait …"),
        ("like this:", "Like this:"),
        ('she said "no."', 'She said "no."'),
        ("see *this.*", "See *this.*"),
        ("don't wait", "Don't wait."),
        ("e-mail us", "E-mail us."),
        ("example.org has it", "example.org has it."),
        ("iOS users", "iOS users."),
        ("3 people", "3 people."),
        ("@mira asks", "@mira asks."),
        ("ask (or listen)", "Ask (or listen)."),
        ("  trimmed  ", "Trimmed."),
        ("\u0436\u0438\u0442\u044c", "\u0416\u0438\u0442\u044c."),
        ("\u4f60\u597d\u3002", "\u4f60\u597d\u3002"),
        ("\u0647\u0644\u061f", "\u0647\u0644\u061f"),
    ],
)
def test_a_sentence_has_a_capital_and_one_mark_at_its_end(text: str, expected: str) -> None:
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("six weeks.", "six weeks"),
        ("six weeks", "six weeks"),
        ("Why?", "Why?"),
        ("Now!", "Now"),
        (" a. ", "a"),
    ],
)
def test_a_phrase_has_no_full_stop(text: str, expected: str) -> None:
    assert phrase(text) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a\n\n\n\nb", "a\n\nb\n"),
        ("\n\na  \n", "a\n"),
        ("a\n   \nb", "a\n\nb\n"),
        ("```\nx  \n\n\ny\n```\n\n\nb", "```\nx  \n\n\ny\n```\n\nb\n"),
        ("````\n```\n\n\n````", "````\n```\n\n\n````\n"),
        ("", "\n"),
    ],
)
def test_tidy_leaves_one_blank_line_between_blocks_and_code_alone(markdown: str, expected: str) -> None:
    assert tidy(markdown) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Greets people. Then goes home.", "Greets people."),
        ("Keeps the clock", "Keeps the clock"),
        ('Asks "Why?" and waits. Then asks again.', 'Asks "Why?" and waits.'),
        ('Says, "Go on." Then waits.', 'Says, "Go on."'),
        ("Reads [the note. All of it](/x/). Then writes.", "Reads [the note. All of it](/x/)."),
        ("Sits *close. Very close*. Listens.", "Sits *close. Very close*."),
        ("Opens the room,\nand closes it. Goes home.", "Opens the room, and closes it."),
        ("One paragraph\n\nAnother one. And more.", "One paragraph"),
        ("- greets\n- goes", ""),
        ("1. greets", ""),
        ("```\ncode\n```", ""),
        ("", ""),
    ],
)
def test_the_first_sentence_of_a_text_stands_by_itself(text: str, first: str) -> None:
    assert opening(text) == first
