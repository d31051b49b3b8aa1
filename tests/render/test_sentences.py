"""What members read: whole sentences, whatever the founder left out or wrote."""

from __future__ import annotations

import itertools
import posixpath
import re
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.model.pages import UNNAMED
from tests.render import support
from tests.render.reading import read, to_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.pages import Page
    from tests.render.reading import Tag

SEEDS: Final = range(40)
BROKEN: Final = re.compile(
    r"\bNone\b|\bTrue\b|\bFalse\b|undefined|(?<=\S)  |\(\)|\[\]"
    r"| [,.;](?!\S)|(?<!\.)\.\.(?!\.)|[!?]\.(?!\S)|:\.|\b1 (?:members|seats|hours|people|minutes|weeks)\b"
)
LEAVE_OUT: Final = ("", "conduct", "onboarding", "norms", "channels", "rituals", "roles", "join", "access")
CONTACT: Final = {"id": "ada", "who": "Ada Example", "reach": "ada@example.org"}


def _headings(markdown: str) -> list[tuple[int, int]]:
    """Line and level of each heading outside code."""
    rows = re.sub(r"(?ms)^(`{3,})[^\n]*\n.*?^\1$", lambda code: "\n" * code[0].count("\n"), markdown)
    marks = [(number, re.match(r"#+(?= )", row)) for number, row in enumerate(rows.split("\n"))]
    return [(number, len(mark[0])) for number, mark in marks if mark]


@cache
def _tags(markdown: str) -> list[Tag]:
    return read(to_html(markdown)).tags


def _ids(page: Page) -> list[str]:
    return [tag.attributes["id"] for tag in _tags(page.markdown) if "id" in tag.attributes]


def _inner_links(page: Page) -> Iterator[tuple[str, str]]:
    for tag in _tags(page.markdown):
        file, mark, anchor = tag.attributes.get("href", "").partition("#")
        if mark and re.fullmatch(r"(?:[\w./-]+\.md)?", file):
            folder = posixpath.dirname(page.path)
            yield (posixpath.normpath(posixpath.join(folder, file)) if file else page.path), anchor


@pytest.mark.parametrize("seed", SEEDS)
def test_no_page_shows_what_is_missing(seed: int) -> None:
    texts = {page.path: support.text_of(page) for page in support.sample(seed)}
    found = [
        (path, text[max(0, hit.start() - 40) : hit.end() + 20])
        for path, text in texts.items()
        for hit in BROKEN.finditer(text)
    ]
    assert not found


@pytest.mark.parametrize("seed", SEEDS)
def test_no_heading_stands_alone(seed: int) -> None:
    for page in support.sample(seed):
        rows = page.markdown.split("\n")
        headings = [*_headings(page.markdown), (len(rows), 0)]
        for (line, level), (end, below) in itertools.pairwise(headings):
            filled = any(row.strip() for row in rows[line + 1 : end])
            assert filled or below == level + 1, f"{page.path}: {rows[line]}"


@pytest.mark.parametrize("seed", SEEDS)
def test_headings_start_with_the_title_and_never_jump(seed: int) -> None:
    for page in support.sample(seed):
        levels = [level for _, level in _headings(page.markdown)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("seed", SEEDS)
def test_each_id_is_on_its_page_once(seed: int) -> None:
    for page in support.sample(seed):
        ids = _ids(page)
        assert len(ids) == len(set(ids)), page.path


@pytest.mark.parametrize("seed", SEEDS)
def test_each_block_that_knows_its_line_is_on_the_page(seed: int) -> None:
    for page in support.sample(seed):
        anchors = {entry.anchor for entry in page.provenance if entry.anchor}
        assert anchors <= set(_ids(page)), page.path


@pytest.mark.parametrize("seed", SEEDS)
def test_each_link_inside_a_community_meets_its_target(seed: int) -> None:
    pages = [page for page in support.sample(seed) if page.kind != "article"]
    ids = {page.path: set(_ids(page)) for page in pages}
    missing = [
        (page.path, file, anchor)
        for page in pages
        for file, anchor in _inner_links(page)
        if anchor not in ids.get(file, set())
    ]
    assert not missing


@pytest.mark.parametrize("seed", SEEDS)
def test_text_from_people_never_becomes_markup(seed: int) -> None:
    for page in support.sample(seed):
        for tag in _tags(page.markdown):
            assert tag.name not in {"b", "script"}
            assert "planted" not in f"{tag.attributes.get('class')} {tag.attributes.get('id')}"
            assert not tag.attributes.get("href", "").startswith("javascript:")


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_shown_by_the_sign_for_a_hidden_person(seed: int) -> None:
    assert not [page.path for page in support.sample(seed) if UNNAMED in page.markdown]


@pytest.mark.parametrize("kind", LEAVE_OUT)
def test_every_page_says_something_without(kind: str) -> None:
    whole = support.shipped()[0]
    default = type(whole).model_fields[kind].get_default() if kind else None
    pages = support.render(whole.model_copy(update={kind: default}) if kind else support.community())
    assert all(len(markdown.split("\n\n")) > 1 for markdown in pages.values())


def test_the_smallest_community_still_welcomes() -> None:
    start = support.render(support.community())["start-here"]
    assert "# Welcome to Hard Talks" in start
    assert "In your first 10 minutes" in start


def test_a_code_without_contacts_says_so() -> None:
    assert "has not named anybody to report to" in support.render(support.community())["code-of-conduct"]


def test_a_contact_is_named_with_a_link_to_their_address() -> None:
    code = support.render(support.community(conduct={"contacts": (CONTACT,)}))["code-of-conduct"]
    assert "**Ada Example**: [ada@example.org](mailto:ada@example.org)" in code


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("0800 111 0 111, day and night", "[0800 111 0 111](tel:08001110111), day and night"),
        ("142, free", "[142](tel:142), free"),
    ],
)
def test_a_crisis_line_can_be_called_from_the_page(written: str, shown: str) -> None:
    line = {"id": "here", "country": "Here", "reach": written}
    start = support.render(support.community(care={"crisis_lines": (line,)}))["start-here"]
    assert f"**Here:** {shown}\n" in start


def test_a_single_contact_is_said_to_be_the_only_one() -> None:
    code = support.render(support.community(conduct={"contacts": (CONTACT,)}))["code-of-conduct"]
    assert "only one person to report to" in code


def test_a_story_is_told_only_with_consent() -> None:
    stories = ({"id": "a", "after": "Told.", "consent": True}, {"id": "b", "after": "Kept."})
    measures = support.render(support.community(stories=stories))["measures"]
    assert "Told." in measures
    assert "Kept." not in measures


@pytest.mark.parametrize(
    ("counted", "of", "shown"),
    [(9.0, 12.0, "</meter> 9 of 12\n"), (15.0, 20.0, "</meter> 15 of 20\n"), (9.0, None, "\n:   9\n")],
)
def test_a_figure_is_given_as_it_was_counted(counted: float, of: float | None, shown: str) -> None:
    results = ({"id": "x", "date": "2026-09-30", "value": counted, "of": of},)
    metrics = ({"id": "held", "name": "Held", "results": results},)
    assert shown in support.render(support.community(metrics=metrics))["measures"]


@pytest.mark.parametrize(
    ("members", "shown"), [(0, "no members yet"), (1, "There is 1 member."), (34, "There are 34")]
)
def test_members_are_counted_in_the_right_number(members: int, shown: str) -> None:
    assert shown in support.render(support.community(size={"members": members}))["home"]


def test_a_founders_answer_replaces_the_generated_one_with_its_id() -> None:
    own = {"id": "what-does-it-cost", "q": "Is it dear?", "a": "No."}
    faq = support.render(support.community(faq=(own,)))["faq"]
    assert "### Is it dear? {#faq-what-does-it-cost}" in faq
    assert "What does it cost?" not in faq


def test_an_answer_that_is_missing_is_said_to_be_open() -> None:
    faq = support.render(support.community(faq=({"id": "cats", "q": "And cats?"},)))["faq"]
    assert "### And cats? {#faq-cats}\n\nThis is not decided yet." in faq


def test_a_first_post_is_to_be_copied_exactly_as_it_was_written() -> None:
    post = "Hello\n```\n<b>*\n```"
    start = support.render(support.community(onboarding={"first_post": post}))["start-here"]
    assert f"\n````{{ .text .hb-post }}\n{post}\n````\n" in start.replace("```` {", "````{")


def test_a_phrase_that_ends_a_sentence_brings_no_second_stop() -> None:
    start = support.render(support.community(onboarding={"ask": "Ask at Acme Inc."}))["start-here"]
    assert "Ask at Acme Inc.\n" in start


def _sentences() -> list[tuple[str, str]]:
    leaves = support.theme().words("en").leaves
    forms = [
        (key, form)
        for key, leaf in leaves.items()
        for form in ([leaf] if isinstance(leaf, str) else leaf.values())
    ]
    return [(key, part) for key, form in forms for part in re.split(r"(?<=[.?:])\s+", form)]


def test_no_sentence_of_ours_is_long() -> None:
    assert not [(key, part) for key, part in _sentences() if len(part.split()) > 28]


def test_no_sentence_of_ours_shouts_or_belittles() -> None:
    loud = re.compile(r"!|\b(?:just|simply|easy|easily|obviously)\b", re.IGNORECASE)
    assert not [(key, part) for key, part in _sentences() if loud.search(part)]
