"""What templates may call: ways to reach people, links, and headings that know their line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hearthbook.model.findings import Place
from hearthbook.model.pages import UNNAMED, Provenance
from hearthbook.model.sources import SourceMap, Spot
from hearthbook.render.helpers import Helpers
from tests.render import support
from tests.render.reading import read, to_html

if TYPE_CHECKING:
    from hearthbook.model.community import Community

CHANNELS = ({"id": "help-desk", "name": "#Help"}, {"id": "wins", "name": "wins"})
PEOPLE = {"mira": {"handle": "@mira_s"}, "jo": {"name": "Jo Example", "handle": "jo", "show": "name"}}


def _helpers(whole: Community | None = None, path: str = "hard-talks/faq.md") -> Helpers:
    whole = whole or support.community(channels=CHANNELS, people=PEOPLE)
    place = Place(file="communities/hard-talks.yml", line=7, column=5)
    sources = SourceMap(spots={"/norms/0": Spot(place, place)}, root=Place(file="communities/hard-talks.yml"))
    return Helpers(replace(support.cell(whole), sources=sources), support.theme().words("en"), path)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("ada@example.org", "[ada@example.org](mailto:ada@example.org)"),
        ("a_b@example.org", "[a_b@example.org](mailto:a_b@example.org)"),
        ("mailto:ada@example.org", "[ada@example.org](mailto:ada@example.org)"),
        ("tel:+49301234567", "[+49301234567](tel:+49301234567)"),
        ("+49 30 1234-567", "[+49 30 1234-567](tel:+49301234567)"),
        ("0800 111 0 111, day and night", "[0800 111 0 111](tel:08001110111), day and night"),
        ("https://example.org/a_b", "[https://example.org/a_b](https://example.org/a_b)"),
        ("the box at the *desk*", r"the box at the \*desk\*"),
        ("Ada Example", "Ada Example"),
        (
            "ada@example.org or https://a.example/b.",
            "[ada@example.org](mailto:ada@example.org) or [https://a.example/b](https://a.example/b).",
        ),
        ("a@x.example, b@x.example", "[a@x.example](mailto:a@x.example), [b@x.example](mailto:b@x.example)"),
        ("room 12", "room 12"),
        ("javascript://example.org/%0aalert(1)", "javascript://example.org/%0aalert(1)"),
        ("https://[", "https://\\["),
    ],
)
def test_a_way_to_reach_somebody_is_a_link_where_it_can_be_one(text: str, markdown: str) -> None:
    assert _helpers().reach(text) == markdown


@pytest.mark.parametrize(
    "text",
    [
        'https://x.example/"><script>alert(1)</script>',
        "https://x.example/')[x](javascript:1)",
        "https://x.example/{:onclick=x}",
        "write!me@example.org",
        "mailto:a@b.example?subject=<b>",
    ],
)
def test_nothing_but_links_comes_of_a_way_to_reach_somebody(text: str) -> None:
    html = to_html(_helpers().reach(text))
    tags = read(html).tags
    assert {tag.name for tag in tags} <= {"p", "a"}
    assert all(set(tag.attributes) <= {"href"} for tag in tags)
    assert "javascript" not in "".join(tag.attributes.get("href", "") for tag in tags)


@pytest.mark.parametrize("urgent", [False, True])
def test_a_short_number_is_a_link_only_where_it_is_urgent(*, urgent: bool) -> None:
    shown = _helpers().reach("112", urgent=urgent)
    assert shown == ("[112](tel:112)" if urgent else "112")


@pytest.mark.parametrize(
    ("where", "markdown"),
    [
        ("help-desk", r"[\#Help](channels.md#channel-help-desk)"),
        ("#help", r"[\#Help](channels.md#channel-help-desk)"),
        ("WINS", "[wins](channels.md#channel-wins)"),
        ("#losses", r"\#losses"),
        ("the library", "the library"),
        ("https://meet.example/x", "[https://meet.example/x](https://meet.example/x)"),
        ("https://[", "https://\\["),
    ],
)
def test_a_place_is_a_link_where_it_is_a_channel_or_an_address(where: str, markdown: str) -> None:
    assert _helpers().spot(where) == markdown


@pytest.mark.parametrize(
    ("person", "markdown"),
    [
        ("@mira_s", r"[@mira_s](roles.md#person-mira)"),
        ("Jo Example", "[Jo Example](roles.md#person-jo)"),
        ("Ada, ada@example.org", "Ada, [ada@example.org](mailto:ada@example.org)"),
        (UNNAMED, "a member who is not named here"),
        (("@mira_s", "Ada"), "[@mira_s](roles.md#person-mira) and Ada"),
        (("Ada", UNNAMED), "Ada and a member who is not named here"),
        (("Ada", UNNAMED, UNNAMED), "Ada and 2 members who are not named here"),
    ],
)
def test_people_are_linked_to_what_is_said_about_them(person: str | tuple[str, ...], markdown: str) -> None:
    assert _helpers().who(person) == markdown


def test_a_heading_records_where_it_comes_from() -> None:
    helpers = _helpers()
    heading = helpers.heading(2, "Credit *others*", "norm-credit", "/norms/0", "norm big")
    assert heading == r"## Credit \*others\* {#norm-credit .norm .big}"
    place = Place(file="communities/hard-talks.yml", line=7, column=5)
    assert helpers.provenance == [Provenance(anchor="norm-credit", pointer="/norms/0", place=place)]


def test_a_block_records_the_nearest_line_that_is_known() -> None:
    helpers = _helpers()
    assert helpers.block("x", "/norms/0/why", "a") == "{: #x .a }"
    assert helpers.block("y", "/conduct") == "{: #y }"
    assert [entry.place.line for entry in helpers.provenance] == [7, 1]


def test_an_anchor_is_the_same_in_heading_and_link() -> None:
    helpers = _helpers()
    assert helpers.heading(2, "x", "day 1}", "") == "## x {#day-1-}"
    assert helpers.link("x", "norms", "day 1}") == "[x](norms.md#day-1-)"


@pytest.mark.parametrize(
    ("path", "kind", "target"),
    [
        ("hard-talks/faq.md", "norms", "norms.md"),
        ("hard-talks/faq.md", "home", "index.md"),
        ("hard-talks/faq.md", "articles", "articles/index.md"),
        ("hard-talks/articles/x.md", "home", "../index.md"),
        ("hard-talks/articles/index.md", "articles/x", "x.md"),
    ],
)
def test_a_page_is_linked_by_its_file(path: str, kind: str, target: str) -> None:
    assert _helpers(path=path).href(kind) == target


def test_a_neighbour_is_linked_and_anybody_else_named() -> None:
    helpers = _helpers()
    neighbour = next(slug for slug in support.cell(support.community()).neighbours if slug != "hard-talks")
    assert f"](../../{neighbour}/)" in helpers.community_link(neighbour)
    assert helpers.community_link("gone_*") == r"gone\_\*"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("one line", "**Why:** One line."),
        ("two\n\nparagraphs", "**Why:**\n\ntwo\n\nparagraphs"),
        ("- a\n- b", "**Why:**\n\n- a\n- b"),
    ],
)
def test_a_label_stands_beside_a_line_and_above_anything_longer(text: str, markdown: str) -> None:
    assert _helpers().labelled("Why", text) == markdown


def test_a_text_to_copy_is_fenced_by_more_ticks_than_it_holds() -> None:
    text = "Hi\n```\n<b>\n```"
    fenced = _helpers().fence(text)
    assert fenced == f"```` {{ .text .hb-post }}\n{text}\n````"
    assert read(to_html(fenced)).text == "Hi ``` <b> ```"


def test_a_sentence_of_ours_ends_with_one_mark() -> None:
    assert _helpers().t("ask.spot", spot="Acme Inc.") == "Ask here: Acme Inc."


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (
            "#Help, or hi@example.org",
            "[hi@example.org](mailto:hi@example.org?subject=A%20question%20about%20R%26D%20%28new%29)",
        ),
        (
            "mailto:hi@example.org",
            "[hi@example.org](mailto:hi@example.org?subject=A%20question%20about%20R%26D%20%28new%29)",
        ),
        ("https://example.org/ask?to=a@b.example", ""),
        ("the box by the door", ""),
    ],
)
def test_a_letter_starts_with_a_subject_that_names_the_community(text: str, markdown: str) -> None:
    assert _helpers(support.community(name="R&D (new)")).letter(text) == markdown


def test_people_can_be_given_as_a_choice() -> None:
    assert _helpers().who(("Ann", "Jo Example"), "or") == "Ann or [Jo Example](roles.md#person-jo)"


def test_the_words_of_the_glossary_have_ids_of_their_own_and_say_what_else_they_are_called() -> None:
    whole = support.community(
        glossary={"The Page": "One sheet.", "the page!": "Another.", "three": "Three people."},
        synonyms={"role play": ("three", "practice"), "sheet": ("The Page",)},
    )
    assert [(term.anchor, term.also) for term in _helpers(whole).terms()] == [
        ("glossary-the-page", ("sheet",)),
        ("glossary-the-page-2", ()),
        ("glossary-three", ("role play",)),
    ]


def test_the_language_of_the_page_is_named_in_that_language() -> None:
    assert _helpers().language_name() == "English"


def test_a_place_on_the_same_page_is_linked_without_its_name() -> None:
    assert _helpers().here("*Here*", "a b") == r"[\*Here\*](#a-b)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("three months", "every three months"),
        ("every three months", "every three months"),
        ("Every three months.", "every three months"),
        ("twice a year", "twice a year"),
        ("six months after each round", "every six months after each round"),
    ],
)
def test_how_often_is_said_alike_however_it_was_written(text: str, shown: str) -> None:
    assert _helpers().how_often(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("quarter", "every quarter"), ("six months after each round", "six months after each round")],
)
def test_a_longer_word_on_how_often_stays_where_no_bare_span_is_meant(text: str, shown: str) -> None:
    assert _helpers().how_often(text, span=False) == shown


@pytest.mark.parametrize(
    ("text", "called"), [("Call 112.", True), ("Ring the bell.", False), ("Room 2, then room 3.", False)]
)
def test_a_number_that_can_be_called_is_found(text: str, *, called: bool) -> None:
    assert _helpers().calls(text) is called
