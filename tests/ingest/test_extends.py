"""What a community shares through `extends`, value by value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.model.archive import Archive, Resolved
    from tests.ingest.conftest import Load

BASE = """language: de
color: "#2f6f4f"
tags: [a, b]
promise:
  for: people
  outcome: mend things
  within: six weeks
norms:
  - {id: kind, statement: Be kind, why: It helps}
  - {id: late, statement: Be on time}
people: {mira: {name: Mira, handle: "@m"}, jo: "@jo"}
glossary: {x: one, y: two}
channels: {help: Ask, wins: Tell}
"""


@pytest.fixture
def family(load: Load) -> Callable[[str], Archive]:
    """An archive whose community oak extends the base above with these lines."""

    def read(lines: str) -> Archive:
        oak = f"extends: _base\nname: Oak\n{lines}"
        return load({"communities/_base.yml": BASE, "communities/oak.yml": oak})

    return read


@pytest.fixture
def child(family: Callable[[str], Archive]) -> Callable[[str], Resolved]:
    """The one community of that archive, which must be clean."""

    def read(lines: str) -> Resolved:
        archive = family(lines)
        assert [str(finding) for finding in archive.findings] == []
        return archive.communities[0]

    return read


if TYPE_CHECKING:
    Family = Callable[[str], Archive]
    Child = Callable[[str], Resolved]


def test_a_base_file_is_no_community(child: Child) -> None:
    assert child("").slug == "oak"


def test_what_is_not_said_is_inherited(child: Child) -> None:
    community = child("").community
    assert (community.language, community.tags, community.promise.within) == ("de", ("a", "b"), "six weeks")


def test_a_single_value_overrides(child: Child) -> None:
    promise = child("promise: {within: two weeks}\n").community.promise
    assert (promise.outcome, promise.within) == ("mend things", "two weeks")


def test_a_list_of_plain_values_replaces(child: Child) -> None:
    assert child("tags: [c]\n").community.tags == ("c",)


def test_an_empty_value_clears_a_single_value(child: Child) -> None:
    community = child("color:\npromise: {within: }\n").community
    assert (community.color, community.promise.within) == (None, None)


@pytest.mark.parametrize("key", ["norms", "promise", "tags", "glossary"])
def test_an_empty_key_leaves_what_holds_more_than_one_value(child: Child, key: str) -> None:
    assert getattr(child(f"{key}:\n").community, key) == getattr(child("").community, key)


def test_entries_with_one_id_become_one(child: Child) -> None:
    norms = child("norms: [{id: kind, why: It lasts}]\n").community.norms
    assert [(norm.id, norm.statement, norm.why) for norm in norms] == [
        ("kind", "Be kind", "It lasts"),
        ("late", "Be on time", None),
    ]


def test_new_entries_come_after_those_of_the_parent(child: Child) -> None:
    norms = child("norms: [Ask first, {id: late, why: We wait}]\n").community.norms
    assert [norm.id for norm in norms] == ["kind", "late", "ask-first"]


def test_an_entry_can_be_taken_away(child: Child) -> None:
    assert [norm.id for norm in child("norms: [{id: kind, remove: true}]\n").community.norms] == ["late"]


def test_an_entry_can_be_taken_away_by_its_key(child: Child) -> None:
    assert [each.id for each in child("channels: {help: {remove: true}}\n").community.channels] == ["wins"]


def test_a_table_grows_changes_and_shrinks_by_its_keys(child: Child) -> None:
    community = child("glossary: {x: , y: other, z: three}\npeople: {jo: , mira: {show: name}}\n").community
    assert community.glossary == {"y": "other", "z": "three"}
    assert list(community.people) == ["mira"]
    assert (community.people["mira"].show, community.people["mira"].handle) == ("name", "@m")


@pytest.mark.parametrize(
    "line",
    [
        "name: Base",
        "tagline: Ours",
        "status: active",
        "size: 30",
        "place: Leipzig",
        "lineage: {by: place}",
        "launch: {invited: 14}",
        "visibility: draft",
        "lint: {ignore: {HB203: 'No.'}}",
    ],
)
def test_what_belongs_to_one_community_alone_is_not_inherited(load: Load, line: str) -> None:
    oak = "extends: _base\nname: Oak\n"
    archive = load({"communities/_base.yml": f"{BASE}{line}\n", "communities/oak.yml": oak})
    assert archive.findings == ()
    key = line.partition(":")[0]
    fresh = load({"communities/_base.yml": BASE}).communities[0].community
    assert getattr(archive.communities[0].community, key) == getattr(fresh, key)


def test_a_chain_of_three_is_followed_and_the_nearest_wins(load: Load) -> None:
    files: dict[str, str | bytes] = {
        "communities/_far.yml": BASE + "privacy: Far.\ndecisions: Far.\n",
        "communities/_near.yml": "extends: _far\nprivacy: Near.\n",
        "communities/oak.yml": "extends: _near\nname: Oak\n",
    }
    archive = load(files)
    community = archive.communities[0].community
    assert (community.privacy, community.decisions) == ("Near.", "Far.")
    assert archive.shared == {"oak": ("communities/_near.yml", "communities/_far.yml")}


def test_a_community_can_extend_a_community(load: Load, start: str) -> None:
    files: dict[str, str | bytes] = {
        "communities/elm.yml": start + "privacy: Ours.\n",
        "communities/oak.yml": "extends: elm\nname: Oak Two\n",
    }
    elm, oak = load(files).communities
    assert (elm.community.name, oak.community.name) == ("Oak", "Oak Two")
    assert oak.community.privacy == "Ours."


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("/promise/outcome", "_base.yml:6:12"),
        ("/promise/within", "oak.yml:3:19"),
        ("/norms/0/statement", "_base.yml:9:27"),
        ("/norms/0/why", "oak.yml:4:25"),
        ("/norms/0", "oak.yml:4:9"),
        ("/norms/1", "_base.yml:10:5"),
        ("/people/mira/name", "_base.yml:11:23"),
        ("/nothing", "oak.yml:1:1"),
    ],
)
def test_the_place_of_a_value_is_where_it_is_written(child: Child, pointer: str, place: str) -> None:
    sources = child("promise: {within: two weeks}\nnorms: [{id: kind, why: It lasts}]\n").sources
    assert str(sources.place(pointer)) == f"communities/{place}"


@pytest.mark.parametrize(
    ("lines", "place", "fact"),
    [
        ("norms: [{id: gone, remove: true}]", "3:9", "there is no entry `gone` to remove"),
        ("norms: [{remove: true}]", "3:9", "`remove: true` does not say which entry to remove"),
        ("norms: [{id: kind, why: a}, {id: kind, why: b}]", "3:29", "two entries share the id `kind`"),
        ("promise: {outcome: }", "3:11", "`outcome` is empty"),
        ("norms: Be kind", "3:8", "`norms` is the text `Be kind`, but should be a list"),
        ("promise: [a]", "3:10", "`promise` is a list, but should be a mapping"),
        ("glossary: [a]", "3:11", "`glossary` is a list, but should be a mapping"),
    ],
)
def test_a_slip_of_the_child_is_told_in_the_child(family: Family, lines: str, place: str, fact: str) -> None:
    archive = family(lines + "\n")
    (finding,) = archive.findings
    assert str(finding).startswith(f"communities/oak.yml:{place} HB0")
    assert fact in finding.message
    assert archive.communities == ()


def test_what_was_to_be_taken_away_may_be_misspelled(load: Load, start: str) -> None:
    base = "norms: [{id: two, statement: B}]\n"
    own = start + "extends: _base\nnorms: [{id: tw, remove: true}]\n"
    (finding,) = load({"communities/_base.yml": base, "communities/oak.yml": own}).findings
    assert "there is no entry `tw` to remove in the files this one extends" in finding.message
    assert finding.hint == "did you mean `two`?"


def test_nothing_can_be_taken_away_without_a_parent(load: Load, start: str) -> None:
    (finding,) = load({"communities/oak.yml": start + "norms: [{id: x, remove: true}]\n"}).findings
    assert finding.code == "HB011"
    assert "this file extends no other" in finding.message


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("colour: green", "14:1"),
        ("review: {last: 2026-02-30}", "14:16"),
        ("faq: [{q: A}, {q: A}]", "14:15"),
        ("onboarding: {steps: [{do: A, where: hlep}]}", "14:37"),
        ("tagline: [", "15:1"),
    ],
)
def test_an_error_of_a_base_file_is_told_once_however_many_extend_it(
    load: Load, line: str, place: str
) -> None:
    files = {f"communities/{slug}.yml": f"extends: _base\nname: {slug}\n" for slug in ("ash", "elm", "oak")}
    archive = load({**files, "communities/_base.yml": f"{BASE}{line}\n"})
    (finding,) = archive.findings
    assert str(finding).startswith(f"communities/_base.yml:{place} HB0")
    assert archive.communities == ()


def test_a_base_file_may_leave_out_what_a_community_must_say(load: Load) -> None:
    assert load({"communities/_base.yml": "tags: [a]\n"}).findings == ()


def test_an_empty_base_file_is_told_what_it_is_for(load: Load) -> None:
    (finding,) = load({"communities/_base.yml": "# nothing\n"}).findings
    assert finding.hint == "write what several communities share, or take it away"
