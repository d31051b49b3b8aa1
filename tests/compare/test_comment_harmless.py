"""A comment shows what people wrote, and does nothing that they could want it to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from hearthbook.compare.comparison import Broken, Comparison, Entry, Group, Shared
from hearthbook.compare.reporters.harmless import harmless
from hearthbook.compare.reporters.json import as_json
from hearthbook.compare.reporters.markdown import LIMIT, MARK, as_markdown
from hearthbook.compare.reporters.text import as_text
from hearthbook.model.changes import Told
from hearthbook.model.findings import Finding, Place, Severity
from tests.compare.village import english

if TYPE_CHECKING:
    from hearthbook.model.changes import Kind

GAP: Final = "\N{ZERO WIDTH SPACE}"
HOSTILE: Final = (
    "ping @octocat and @org/team",
    "mail a@example.org",
    "fixes #123, closes owner/repo#4, GH-12, ABC-77",
    'see !5 $6 ~bug %7 &8 %"next" ~"in progress"',
    "deadbeefcafe1234 and 1234567",
    "https://evil.example/x http://evil.example ftp://evil.example www.evil.example",
    "[text](https://evil.example) ![x](https://evil.example/pixel.png)",
    "[text]: https://evil.example",
    "<img src=x onerror=alert(1)> <a href=//evil>x</a> </details></li></ul><h1>",
    MARK,
    "<!-- -->",
    "# Heading",
    "- item\n- item",
    "1. one",
    "> quote",
    "```\ncode\n```",
    "~~~\ncode\n~~~",
    "`code` ``more``",
    "**bold** __bold__ *em* _em_ ~~gone~~",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "\n\n/close\n/label ~bug\n",
    "/approve this",
    ":shipit: :+1:",
    "[[wiki]] [^1] [^1]: note",
    "$x^2$ $$y$$ `$z$`",
    "\u202ereversed\u202c \u2066x\u2069 \u200b \u00ad \x1b[31mred\x07",
    "&lt;img&gt; &#64;octocat &commat;octocat",
    "\\@octocat \\<b\\>",
    "mailto:a@example.org xmpp:a@example.org tel:123",
)


def _comparison(text: str, kind: Kind = "norms", count: int = 1) -> Comparison:
    told = Told(
        kind=kind,
        headline=text,
        before=text,
        after=text,
        effects=(text,),
    )
    marked = Told(kind=kind, headline=text, spans=(("same", text), ("gone", text), ("new", text)))
    place = Place(file=f"content/{text}.md", line=3)
    entries = tuple(
        Entry(told=each, act="changed", place=place) for each in (told, marked) for _ in range(count)
    )
    group = Group(slug="oak", name=text, language="en", entries=entries)
    shared = Shared(file=text, entry=entries[0], reaches=("oak",) * 9, names=(text,) * 9)
    finding = Finding(code="HB001", severity=Severity.ERROR, place=place, message=text, hint=text, pointer="")
    return Comparison(
        groups=(group,),
        shared=(shared,),
        texts=entries,
        broken=(Broken(version="new", finding=finding),),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_comment_calls_nobody_and_leads_nowhere(text: str) -> None:
    comment = as_markdown(_comparison(text), english())
    shown = comment.removesuffix(f"{MARK}\n")
    assert "<!--" not in shown
    assert not re.search(r"@[\w-]", shown)
    assert not re.search(r"[#!~%$][\w\"]", shown)
    assert not re.search(r"://|www\.|mailto:[a-z]|xmpp:[a-z]", shown)
    assert not re.search(r"\b[0-9a-f]{7,}\b", shown)
    assert not re.search(r"(?<!\\)[\[\]`*]", shown.replace("**", ""))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_made_of_a_comment_has_only_our_own_marks(text: str) -> None:
    html = markdown(
        as_markdown(_comparison(text), english()), extensions=["tables", "fenced_code", "sane_lists"]
    )
    ours = {"h2", "h3", "h4", "ul", "li", "p", "strong", "code", "del", "ins", "details", "summary", "br"}
    assert set(re.findall(r"</?([a-zA-Z0-9]+)", html)) <= ours
    assert html.count("<h2") == 1


@given(st.text(max_size=60))
def test_a_text_stays_on_one_line_and_opens_nothing(text: str) -> None:
    safe = harmless(text)
    assert len(safe.splitlines()) <= 1
    assert "<" not in safe
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]]", safe.replace("\\\\", "")) or "\\" in safe


def test_every_word_stays_to_be_read() -> None:
    text = "Ask @mira, or see #12 and https://example.org/a_b"
    bare = harmless(text).replace(GAP, "").replace("\\", "")
    assert bare == text


def test_a_command_at_the_start_of_a_text_is_none() -> None:
    assert harmless("/close") == f"/{GAP}close"


def test_a_comment_is_never_longer_than_it_may_be() -> None:
    comment = as_markdown(_comparison("word " * 90, count=400), english())
    assert len(comment) <= LIMIT
    assert "do not fit into this comment" in comment
    assert comment.endswith(f"\n{MARK}\n")


def test_what_is_weighty_is_left_out_last() -> None:
    light, weighty = (
        Entry(told=Told(kind=kind, headline=f"{kind} {'x ' * 400}"), act="changed")
        for kind in ("wording", "safety")
    )
    group = Group(slug="oak", name="Oak", language="en", entries=(light,) * 5 + (weighty,) * 5)
    comment = as_markdown(Comparison(groups=(group,)), english(), limit=5000)
    assert comment.count("safety x") == 5
    assert comment.count("wording x") < 5


def test_wording_is_folded_and_safety_comes_first() -> None:
    entries = tuple(
        Entry(told=Told(kind=kind, headline=f"About {kind}."), act="changed")
        for kind in ("wording", "safety")
    )
    group = Group(slug="oak", name="Oak", language="en", entries=entries)
    comment = as_markdown(Comparison(groups=(group,)), english())
    assert comment.index("About safety.") < comment.index("<details>") < comment.index("About wording.")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_people_wrote_steers_a_terminal(text: str) -> None:
    said = as_text(_comparison(text), english())
    assert "\x07" not in said
    assert "\x1b[31mred" not in said
    assert "\u202e" not in said


def test_json_can_be_printed_whatever_people_wrote() -> None:
    as_json(_comparison("half \ud800 a sign"), english()).encode("utf-8")
