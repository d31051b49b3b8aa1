"""A pencil behind each block that says somebody's words, and behind no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.model.findings import Place
from hearthbook.model.pages import Provenance
from hearthbook.publish.origins import Origin, origins, texts_of
from hearthbook.publish.pencils import with_pencils

if TYPE_CHECKING:
    from pydantic import JsonValue

FACTS: Final[dict[str, JsonValue]] = {
    "promise": {"for": ["new managers", "people who listen well"]},
    "norms": [{"id": "ask", "statement": "We ask before we advise.", "why": "It is *kinder* so."}],
    "roles": [
        {"id": "host", "name": "Host", "term": "six months"},
        {"id": "greeter", "name": "Greeter", "term": "six months"},
    ],
    "privacy": "Nothing leaves.\n\nWhat is said here:\n\n- stays in the room\n- not quoted anywhere",
}
TEXTS = origins(texts_of(FACTS))


def _tied(anchor: str, pointer: str) -> Provenance:
    return Provenance(anchor=anchor, pointer=pointer, place=Place(file="unused.yml"))


def _said(html: str, *tied: Provenance) -> list[str]:
    drawn = with_pencils(html, tied, TEXTS, "Edit")
    return [part.split('"')[0] for part in drawn.split('data-hb-said="')[1:]]


def test_a_heading_is_tied_by_its_template() -> None:
    assert _said('<h2 id="norm-ask">Ask</h2>', _tied("norm-ask", "/norms/0")) == ["/norms/0"]


def test_a_paragraph_is_tied_by_its_words() -> None:
    html = "<p><strong>Why:</strong> It is <em>kinder</em> so.</p>"
    assert _said(html) == ["/norms/0/why"]


def test_each_entry_of_a_list_has_its_own() -> None:
    html = "<ul>\n<li>new managers</li>\n<li>people who listen well</li>\n</ul>"
    assert _said(f'<h2 id="for">For</h2>{html}', _tied("for", "/promise/for")) == [
        "/promise/for",
        "/promise/for/0",
        "/promise/for/1",
    ]


def test_an_entry_that_holds_a_list_is_tied_by_its_own_words() -> None:
    html = "<ul><li>people who listen well<ul><li>We ask before we advise.</li></ul></li></ul>"
    assert _said(html) == ["/promise/for/1", "/norms/0/statement"]


def test_of_two_that_are_alike_the_one_of_the_section_counts() -> None:
    html = '<h2 id="role-greeter">Greeter</h2><p>Held for: six months</p>'
    assert _said(html, _tied("role-greeter", "/roles/1"))[-1] == "/roles/1/term"


def test_words_of_ours_have_none() -> None:
    assert _said("<p>Nobody has said yet who answers.</p>") == []


def test_short_words_count_within_their_section_only() -> None:
    assert _said("<p>six months</p>") == []


def test_a_block_that_says_what_the_one_before_says_has_none() -> None:
    html = "<p>We ask before we advise.</p><p>We ask before we advise.</p>"
    assert _said(html) == ["/norms/0/statement"]


@pytest.mark.parametrize(
    ("text", "down"),
    [
        ("Nothing leaves.", 0),
        ("What is said here:", 2),
        ("stays in the room", 4),
        ("not quoted anywhere", 5),
    ],
)
def test_a_part_of_a_long_text_knows_how_far_down_it_stands(text: str, down: int) -> None:
    found = TEXTS.find(text, "/privacy")
    assert found == Origin("/privacy", down)


def test_without_texts_only_the_parts_of_the_handbook_have_one() -> None:
    html = '<h2 id="a">A</h2><h3 id="b">B</h3><p>We ask before we advise.</p>'
    drawn = with_pencils(html, [_tied("a", "/norms"), _tied("b", "/norms/0")], None, "Edit")
    assert drawn.count("hb-source") == 1


def test_a_pencil_stands_within_its_block() -> None:
    drawn = with_pencils("<p>We ask before we advise.</p>", (), TEXTS, "Edit")
    assert drawn.startswith("<p>We ask before we advise. <a ")
    assert drawn.endswith("✎</a></p>")


def test_what_only_eyes_are_to_see_has_none() -> None:
    html = '<p aria-hidden="true" class="hb-stub">We ask before we advise.</p>'
    assert with_pencils(html, (), TEXTS, "Edit") == html
