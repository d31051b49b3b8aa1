"""What people wrote, in an issue on GitHub: it calls nobody, links nothing and is no HTML."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hearthbook.calendar.due import Duty
from hearthbook.calendar.duties import Agenda
from hearthbook.export.due_issue import as_issue, code
from hearthbook.export.due_text import shortened

TODAY: Final = date(2026, 11, 23)
PARSER: Final = MarkdownIt("commonmark")
TEXTS: Final = st.text(
    st.sampled_from("`@#<>&*_[]()!\\\n\t \u202eab") | st.characters(), min_size=1, max_size=90
)


@given(text=TEXTS)
@example(text="`")
@example(text="`` a `")
@example(text=" a ")
@example(text="<!-- @all")
def test_a_code_span_holds_all_of_a_text(text: str) -> None:
    tokens = PARSER.parseInline(f"before {code(text)} after")[0].children or []
    assert [(one.type, one.content) for one in tokens] == [
        ("text", "before "),
        ("code_inline", shortened(text, 80)),
        ("text", " after"),
    ]


def _issue(text: str) -> str:
    duty = Duty(slug="oak", day=TODAY, kind="norm", about=text, owners=(text, "Mira"), pointer="/norms/0")
    return as_issue(Agenda(today=TODAY, until=TODAY, coming=(duty,)), "hearthbook due")


@given(text=TEXTS)
def test_an_issue_keeps_its_form_whatever_people_wrote(text: str) -> None:
    plain = [(one.type, one.tag, one.nesting) for one in PARSER.parse(_issue("Ask"))]
    assert [(one.type, one.tag, one.nesting) for one in PARSER.parse(_issue(text))] == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask", "Ask"),
        ("a \n b\tc", "a b c"),
        ("a\x1b[31mb\u202ec", "a [31mb c"),
        ("one two three four", "one two three\N{HORIZONTAL ELLIPSIS}"),
        ("onetwothreefourfivesix", "onetwothreefou\N{HORIZONTAL ELLIPSIS}"),
        ("\u202e \n", "\N{HORIZONTAL ELLIPSIS}"),
        ("one, two, and, three", "one, two, and\N{HORIZONTAL ELLIPSIS}"),
    ],
)
def test_a_long_text_is_known_by_its_beginning(text: str, expected: str) -> None:
    assert shortened(text, 15) == expected
