"""Each blueprint is a whole way of running a group, in each language."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.bring.blueprints import LANGUAGES, blueprint, names
from hearthbook.bring.draft import Group, Items, plain, with_value
from hearthbook.bring.emit import text_of
from hearthbook.bring.judged import judged
from hearthbook.bring.reading import read_draft
from hearthbook.errors import HearthbookError
from hearthbook.ingest.shapes import shapes
from hearthbook.model.archive import Defaults
from hearthbook.model.community import Community
from hearthbook.model.findings import Severity
from hearthbook.resources import starter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearthbook.bring.draft import Draft, Value
    from hearthbook.model.base import Section

WANTED = {
    "craft-club",
    "local-chapter",
    "open-source",
    "peer-support",
    "product-community",
    "professional-circle",
    "reading-group",
    "study-cohort",
}
BOTH = [(name, language) for name in sorted(WANTED) for language in LANGUAGES]
EACH = pytest.mark.parametrize(("name", "language"), BOTH)
CONTACTS = ["Ada Example, ada@example.org", "Ben Example, ben@example.net"]
FOUNDERS_OWN = frozenset(
    {
        *("HB017", "HB505"),  # the zone
        *("HB104", "HB115"),  # proof, and where people hear of the group
        *("HB201", "HB202", "HB207", "HB214", "HB215", "HB219"),  # whom to tell and whom to call
        *("HB404", "HB407", "HB412", "HB502", "HB813"),  # who does what
        "HB418",  # the address of a form
        "HB816",  # the promise
        "HB910",  # the first line, which is written with the file
    }
)
"""Advice on what only the founder can say."""
SPANS = frozenset({"reply_within", "receipt_within", "decide_within", "within", "term"})
NOT_ACCUSATIVE = re.compile(r"Tagen|Monaten|\b(?:einem|einer|keiner)\b|^ein (?:Abend|Monat|Tag)\b")
"""Pages put such a span behind "innerhalb von höchstens" or "für", as in "für einen Abend"."""
SHARED_WORDS = 0.5
"""How much of its norms' words a blueprint may have in common with another."""


def path_of(name: str, language: str) -> Path:
    return starter() / "blueprints" / name / f"{language}.yml"


def draft_of(name: str, language: str) -> Draft:
    return blueprint(name, language).draft


def test_all_ways_of_running_a_group_are_there() -> None:
    assert set(names()) == WANTED


@EACH
def test_a_blueprint_is_written_as_new_files_are(name: str, language: str) -> None:
    text = path_of(name, language).read_text(encoding="utf-8")
    assert text_of(read_draft(text, name)) == text


@EACH
def test_a_blueprint_says_for_whom_it_is(name: str, language: str) -> None:
    found = blueprint(name, language)
    assert 0 < len(found.title) <= 40
    assert 80 <= len(found.summary) <= 400


@EACH
def test_a_site_can_be_built_from_a_blueprint(name: str, language: str) -> None:
    assert judged(text_of(draft_of(name, language)), name).sound


@EACH
def test_a_blueprint_needs_only_what_the_founder_knows(name: str, language: str) -> None:
    draft = with_value(draft_of(name, language), "/conduct/contacts", CONTACTS)
    told = judged(text_of(draft), name, Defaults(zone="Europe/Berlin"))
    warned = [each for each in told.findings if each.severity is not Severity.ADVICE]
    advice = {one.finding.code: one.finding.message for one in told.advice if not one.ignored}
    assert not warned
    assert {code: said for code, said in advice.items() if code not in FOUNDERS_OWN} == {}


@EACH
def test_a_promise_that_was_not_written_over_is_told(name: str, language: str) -> None:
    told = judged(text_of(draft_of(name, language)), name).advice
    where = {one.finding.pointer for one in told if one.finding.code == "HB816"}
    assert {"/promise/for/0", "/promise/outcome"} <= where


@EACH
def test_a_blueprint_invents_nobody(name: str, language: str) -> None:
    data = plain(draft_of(name, language))
    invented = {"people", "founders", "links", "stories", "feedback", "place", "size"} & data.keys()
    assert not invented
    assert "contacts" not in data["conduct"]
    assert "proof" not in data["promise"]
    assert not any(role.get("held_by") for role in data["roles"])


@EACH
def test_a_blueprint_has_every_part_of_a_handbook(name: str, language: str) -> None:
    data = plain(draft_of(name, language))
    parts = {"promise", "join", "onboarding", "norms", "conduct", "channels", "rituals", "roles", "faq"}
    assert parts <= data.keys()
    assert all({"name", "statement", "example", "kind"} <= norm.keys() for norm in data["norms"])


@EACH
def test_what_is_switched_off_can_be_switched_on(name: str, language: str) -> None:
    for where, off in _examples(draft_of(name, language).body, ""):
        example = plain(read_draft("\n".join(off) + "\n", name))
        draft = with_value(draft_of(name, language), where, example[off[0].partition(":")[0]])
        told = judged(text_of(draft), name, slugs=frozenset({"first-circle"}))
        # a file that it would extend is not there
        wrong = [each for each in told.findings if each.code != "HB011"]
        assert told.sound or not wrong, (where, wrong)


def _examples(value: Value | None, where: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(value, Items):
        for index, item in enumerate(value.items):
            yield from _examples(item.value, f"{where}/{index}")
    for entry in value.entries if isinstance(value, Group) else ():
        at = f"{where}/{entry.key}"
        if entry.off:
            yield at, entry.off
        yield from _examples(entry.value, at)


@EACH
def test_keys_stand_in_the_order_of_the_model(name: str, language: str) -> None:
    _ordered(draft_of(name, language).body, Community, "")


def _ordered(group: Group, model: type[Section], where: str) -> None:
    known = list(shapes(model))
    keys = [entry.key for entry in group.entries]
    assert keys == sorted(keys, key=known.index), where
    for entry in group.entries:
        shape = shapes(model)[entry.key]
        if shape.model and isinstance(entry.value, Group) and shape.kind == "section":
            _ordered(entry.value, shape.model, f"{where}/{entry.key}")


@pytest.mark.parametrize("name", sorted(WANTED))
def test_both_languages_say_the_same_things(name: str) -> None:
    english, german = (plain(draft_of(name, language)) for language in LANGUAGES)
    assert german.pop("language") == "de"
    assert english.keys() == german.keys()
    for key in ("norms", "channels", "rituals", "roles", "faq"):
        assert len(english[key]) == len(german[key]), key


@pytest.mark.parametrize("name", sorted(WANTED))
def test_spans_of_time_fit_the_sentences_in_which_german_pages_say_them(name: str) -> None:
    spans = [text for key, text in _texts(plain(draft_of(name, "de"))) if key in SPANS]
    assert [text for text in spans if NOT_ACCUSATIVE.search(text)] == []


def _texts(data: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON of any shape
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, str):
            yield str(key), value
        elif isinstance(value, dict | list):
            yield from _texts(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_blueprints_differ_in_what_they_ask_of_members(language: str) -> None:
    said = {name: _norm_words(plain(draft_of(name, language))) for name in sorted(WANTED)}
    alike = {
        pair: len(said[pair[0]] & said[pair[1]]) / min(len(said[pair[0]]), len(said[pair[1]]))
        for pair in combinations(said, 2)
    }
    assert {pair: share for pair, share in alike.items() if share > SHARED_WORDS} == {}


def _norm_words(data: dict[str, Any]) -> set[str]:
    return {word.strip(".,").lower() for norm in data["norms"] for word in norm["statement"].split()}


def test_a_language_without_blueprints_gets_the_english_one() -> None:
    assert blueprint("peer-support", "ar").language == "en"
    assert blueprint("peer-support", "de-AT").language == "de"


def test_an_unknown_blueprint_is_told_with_the_nearest() -> None:
    with pytest.raises(HearthbookError, match="did you mean `peer-support`"):
        blueprint("peersupport", "en")
