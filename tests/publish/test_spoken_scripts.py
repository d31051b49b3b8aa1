"""Scripts and HTML templates say nothing by themselves: their words come from the file of words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.resources import themes

if TYPE_CHECKING:
    from pathlib import Path

HTML: Final = themes() / "hearth" / "html"
# What the rules say in browsers is what they say in Python; tests/browser/test_advice.py holds the two
# equal. What others wrote says nothing to readers.
SCRIPTS: Final = sorted(
    path
    for path in HTML.rglob("*.js")
    if not path.name.startswith("advice-") and path.parent.name != "vendor"
)
TEMPLATES: Final = sorted(HTML.rglob("*.html"))

# A string, or a comment, whichever begins first; comments are dropped, and so are regular expressions.
TOKEN: Final = re.compile(
    r"/\*.*?\*/|(?m:(?<![:\w\"'])//[^\n]*$)"
    r"|\"(?P<double>(?:\\.|[^\"\\\n])*)\"|'(?P<single>(?:\\.|[^'\\\n])*)'|`(?P<template>(?:\\.|[^`\\])*)`",
    re.DOTALL,
)
WORD: Final = r"[A-Za-z]{2,}"
SAYS: Final = re.compile(rf"^\s*[A-Z][a-z]+[.!?]?\s*$|{WORD}[,;]? {WORD}")
# What is written with blanks and is not said: selectors, media queries, policies, lists of classes, headers.
TAGS: Final = (
    r"(?:[ao]l|a|article|button|code|d[dlt]|details|form|h[1-6]|input|li|main|nav|p|pre|select|summary|"
    r"t[dhr]|tbody|textarea|thead|ul)"
)
UNSPOKEN: Final = re.compile(rf"^use strict$|[\[#>~=]|^\(|:[a-z-]+|(?:hb|md)-|^{TAGS}(?:[ ,.]+{TAGS})*$")
# What browsers, or the model, call things by.
NAMES: Final = frozenset({"Enter", "Escape", "Tab", "Home", "End", "Space", "When", "Slot"})

BETWEEN: Final = re.compile(
    r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(?:script|style)\b.*?</(?:script|style)>", re.DOTALL
)
SPOKEN: Final = re.compile(r"\b(?:title|alt|placeholder|label|aria-label|aria-description)=\"([^\"]*)\"")


def _strings(script: str) -> list[str]:
    found = (token["double"] or token["single"] or token["template"] for token in TOKEN.finditer(script))
    return [re.sub(r"\$\{[^}]*\}", "", text) for text in found if text]


def _slips(script: str) -> list[str]:
    said = (text for text in _strings(script) if SAYS.search(text) and text not in NAMES)
    return [text for text in said if not UNSPOKEN.search(text)]


def _literal(template: str) -> list[str]:
    bare = BETWEEN.sub(" ", template)
    heard = SPOKEN.findall(bare)
    shown = re.sub(r"<[^<>]*>", "\n", re.sub(r"<!--.*?-->", "", bare, flags=re.DOTALL)).split("\n")
    return [
        text.strip() for text in (*heard, *shown) if re.search(WORD, text) and not text.strip().endswith('="')
    ]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.name))
def test_a_script_says_nothing_by_itself(path: Path) -> None:
    assert _slips(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(HTML)))
def test_a_template_of_a_page_says_nothing_by_itself(path: Path) -> None:
    assert _literal(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    ['button.textContent = "Copy";', "say('Start over again')", "say(`You have ${n} steps left`)"],
)
def test_a_word_that_a_script_says_is_found(line: str) -> None:
    assert _slips(line)


@pytest.mark.parametrize(
    "line",
    [
        '"use strict";',
        'document.querySelector("main p.hb-fit > a")',
        'matchMedia("(min-width: 76.25em)")',
        "/* it's a comment that says a lot */",
        'event.key === "Enter"',
    ],
)
def test_what_a_script_only_names_is_left_alone(line: str) -> None:
    assert not _slips(line)


@pytest.mark.parametrize("markup", ["<p>Oops</p>", '<a aria-label="Go on" href="{{ url }}">{{ x }}</a>'])
def test_a_word_that_a_template_says_is_found(markup: str) -> None:
    assert _literal(markup)
