"""Short forms say the same as long ones, and every entry gets an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.ingest.archive import load_archive
from hearthbook.model.archive import Defaults

if TYPE_CHECKING:
    from tests.ingest.conftest import Load, Made, Told

SAME = {
    "place": ("place: Leipzig", "place: {city: Leipzig}"),
    "status": ("status: full", "status: {state: full}"),
    "size": ("size: 34", "size: {members: 34}"),
    "tags": ("tags: work", "tags: [work]"),
    "founders": ("founders: Ada Example", "founders: [Ada Example]"),
    "links": ("links: {Ours: 'https://a.example'}", "links: [{name: Ours, url: 'https://a.example'}]"),
    "norms": ("norms: [Be kind]", "norms: [{id: be-kind, statement: Be kind}]"),
    "channels": (
        "channels: {help: Ask here, Wins: }",
        "channels: [{id: help, name: help, purpose: Ask here}, {id: wins, name: Wins}]",
    ),
    "channels in a list": ("channels: [help]", "channels: [{name: help}]"),
    "channels with keys": (
        "channels: {help: {purpose: Ask, owner: Ada Example}}",
        "channels: [{name: help, purpose: Ask, owner: Ada Example}]",
    ),
    "channels named anew": ("channels: {help: {name: Help Desk}}", "channels: [{name: Help Desk}]"),
    "contacts": (
        "conduct: {contacts: ['Ada Example, ada@example.org']}",
        "conduct: {contacts: [{who: Ada Example, reach: ada@example.org}]}",
    ),
    "contacts with a comma": (
        "conduct: {contacts: ['Ada, the host, ada@example.org']}",
        "conduct: {contacts: [{who: 'Ada, the host', reach: ada@example.org}]}",
    ),
    "contacts by name": ("conduct: {contacts: [Ada]}", "conduct: {contacts: [{who: Ada}]}"),
    "ladder": ("conduct: {ladder: [A word]}", "conduct: {ladder: [{consequence: A word}]}"),
    "appeal": ("conduct: {appeal: The board}", "conduct: {appeal: {to: The board}}"),
    "decisions": ("conduct: {decisions: two}", "conduct: {decisions: {quorum: two}}"),
    "people and weeks": (
        "people: {ada: '@ada'}\nlaunch: {weeks: [Who are you?]}",
        "people: {ada: {handle: '@ada'}}\nlaunch: {weeks: [{prompt: Who are you?}]}",
    ),
    "roles": ("roles: {Host: Opens}", "roles: [{name: Host, does: Opens}]"),
    "holders": ("roles: [{name: Host, held_by: [Ada]}]", "roles: [{name: Host, held_by: [{person: Ada}]}]"),
    "steps": ("onboarding: {steps: [Say hello]}", "onboarding: {steps: [{do: Say hello}]}"),
    "questions": ("onboarding: {questions: [Why?]}", "onboarding: {questions: [{ask: Why?}]}"),
    "rituals": (
        "rituals: {Wins: every Tuesday at 17:00}",
        "rituals: [{name: Wins, when: {every: week, day: [Tuesday], at: 17:00}}]",
    ),
    "faq": ("faq: {May I listen?: 'Yes.'}", "faq: [{q: May I listen?, a: 'Yes.'}]"),
    "claim": ("faq: [{q: A, claim: expert}]", "faq: [{q: A, claim: {basis: expert}}]"),
    "metrics": ("metrics: {Held: Talks held}", "metrics: [{name: Held, definition: Talks held}]"),
    "feedback": ("feedback: [Too late]", "feedback: [{said: Too late}]"),
    "a single step": ("onboarding: {steps: Say hello}", "onboarding: {steps: [Say hello]}"),
    "a single holder": (
        "roles: [{name: Host, held_by: Ada}]",
        "roles: [{name: Host, held_by: [{person: Ada}]}]",
    ),
    "membership": ("membership: free", "membership: {model: free}"),
    "access": ("access: Ask us", "access: {other: Ask us}"),
    "review": ("review: Ada Example", "review: {owner: Ada Example}"),
    "synonyms": ("synonyms: {advice: ideas}", "synonyms: {advice: [ideas]}"),
}


@pytest.mark.parametrize(("short", "long"), SAME.values(), ids=SAME)
def test_a_short_form_says_the_same_as_the_long_one(community: Made, short: str, long: str) -> None:
    assert community(short + "\n") == community(long + "\n")


def test_a_promise_may_be_short_all_through(load: Load) -> None:
    short = "name: Oak\npromise: {for: a, not_for: [b], outcome: c, boundary: 50, assumes: d}\n"
    long = (
        "name: Oak\npromise: {for: [a], not_for: [{who: b}], outcome: c, boundary: {cap: 50}, assumes: [d]}\n"
    )
    first, second = (load({"communities/oak.yml": text}).communities[0].community for text in (short, long))
    assert first == second


@pytest.mark.parametrize("one", ["b", "{who: b}"])
def test_whom_it_is_not_for_may_be_a_single_entry(load: Load, one: str) -> None:
    text = f"name: Oak\npromise: {{for: a, not_for: {one}, outcome: c}}\n"
    (entry,) = load({"communities/oak.yml": text}).communities[0].community.promise.not_for
    assert (entry.id, entry.who) == ("b", "b")


@pytest.mark.parametrize(
    ("lines", "ids"),
    [
        ("norms: [Be kind, Ask first]", ["be-kind", "ask-first"]),
        ("norms: [{name: Kindness, statement: Be kind}]", ["kindness"]),
        ("norms: [{id: own, name: Kindness, statement: Be kind}]", ["own"]),
        ("norms: ['!?']", ["x8faf838e"]),
    ],
    ids=["sentence", "name", "explicit", "hash"],
)
def test_an_id_comes_from_the_entry_itself(community: Made, lines: str, ids: list[str]) -> None:
    assert [norm.id for norm in community(lines + "\n").norms] == ids


def test_two_entries_with_one_id_are_told_with_both_lines(told: Told) -> None:
    (finding,) = told("norms:\n  - Be kind\n  - Ask first\n  - Be kind!\n")
    assert finding.startswith(
        "8:5 HB013 two entries share the id `be-kind` (the other is in communities/oak.yml"
    )
    assert "line 6)" in finding


def test_one_id_may_stand_in_two_lists(community: Made) -> None:
    assert community("norms: [{id: same, statement: A}]\nfaq: [{id: same, q: B}]\n").norms[0].id == "same"


def test_entries_keep_the_order_in_which_they_are_written(community: Made) -> None:
    assert [c.name for c in community("channels: {wins: , help: , all: }\n").channels] == [
        "wins",
        "help",
        "all",
    ]


def test_a_zone_and_a_language_of_the_archive_hold_where_none_is_named(load: Load, start: str) -> None:
    ritual = "rituals: {Wins: every Tuesday at 17:00, Demo: every Friday at 17:00 UTC, Rest: every Sunday}\n"
    root = load({"communities/oak.yml": start + ritual}).root
    community = load_archive(root, Defaults(language="de", zone="Europe/Berlin")).communities[0].community
    assert [ritual.when.zone for ritual in community.rituals if ritual.when] == ["Europe/Berlin", "UTC", None]
    assert community.language == "de"


def test_a_language_of_its_own_comes_before_that_of_the_archive(load: Load, start: str) -> None:
    root = load({"communities/oak.yml": start + "language: fr\n"}).root
    assert load_archive(root, Defaults(language="de")).communities[0].community.language == "fr"


def test_places_of_short_forms_point_at_the_words(load: Load, start: str) -> None:
    lines = "norms:\n  - Be kind\nchannels:\n  help: Ask here\n"
    sources = load({"communities/oak.yml": start + lines}).communities[0].sources
    assert {key: str(sources.place(key)).partition(":")[2] for key in _POINTERS} == _POINTERS


_POINTERS = {
    "/name": "1:7",
    "/promise/for/0": "3:8",
    "/norms/0": "6:5",
    "/norms/0/statement": "6:5",
    "/channels/0/name": "8:3",
    "/channels/0/purpose": "8:9",
    "/norms/0/why": "6:5",
    "/nowhere/at/all": "1:1",
}


def test_a_time_without_a_zone_anywhere_is_a_warning(load: Load, start: str) -> None:
    root = load({"communities/oak.yml": f"{start}rituals: {{Wins: every Tuesday at 17:00}}\n"}).root
    archive = load_archive(root)
    (finding,) = archive.findings
    assert (finding.code, finding.severity, finding.pointer) == ("HB017", "warning", "/rituals/0/when")
    assert str(finding).startswith("communities/oak.yml:5:17 HB017 no zone says whose 17:00 this is; ")
    assert "`zone:`" in finding.hint
    assert "mkdocs.yml" in finding.hint
    assert len(archive.communities) == 1


@pytest.mark.parametrize("when", ["every Tuesday at 17:00 UTC", "every Tuesday"])
def test_a_time_with_a_zone_or_without_an_hour_is_fine(load: Load, start: str, when: str) -> None:
    root = load({"communities/oak.yml": f"{start}rituals: {{Wins: {when}}}\n"}).root
    assert load_archive(root).findings == ()
