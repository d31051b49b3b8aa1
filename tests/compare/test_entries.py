from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.compare.entries import NOTHING, entries_of, listing, pairs_of, parts_of, table
from hearthbook.ingest.shapes import Shape
from hearthbook.model.belonging import Holder, Norm

if TYPE_CHECKING:
    from pydantic import JsonValue

NORMS = Shape(kind="sections", model=Norm)


def test_what_is_not_there_has_no_parts_and_what_is_empty_is_told_whole() -> None:
    assert parts_of(NOTHING, ["a"]) == ([], ["a"])
    assert parts_of({"a": 1}, NOTHING) == ({"a": 1}, {})
    assert parts_of([], ["a"]) is None
    assert parts_of(["a"], {"a": 1}) is None
    assert parts_of("a", "b") is None


def test_a_list_with_ids_and_one_without_cannot_be_told_entry_by_entry() -> None:
    assert entries_of([{"id": "a"}], ["a"], NORMS) is None
    assert entries_of([], ["a"], NORMS) is not None


def test_entries_go_by_name_in_paths_and_by_place_in_pointers() -> None:
    listed = listing([{"id": "a"}, {"id": "b"}])
    assert (listed.name(1), listed.step(1)) == ("b", "/1")
    assert (table({"a/b": 1}).name(0), table({"a/b": 1}).step(0)) == ("a/b", "/a~1b")
    assert (listing(["x"]).name(0), listing(["x"]).step(0)) == ("0", "/0")


def test_entries_of_one_name_are_the_same_whatever_they_say() -> None:
    old: list[JsonValue] = [{"id": "a", "statement": "We ask."}, {"id": "b", "statement": "We rest."}]
    new: list[JsonValue] = [{"id": "a", "statement": "We rest."}, {"id": "b", "statement": "We ask."}]
    assert pairs_of(listing(old), listing(new), NORMS) == [(0, 0), (1, 1)]


def test_whoever_holds_a_role_is_one_or_another() -> None:
    holders = Shape(kind="sections", model=Holder)
    old, new = listing([{"id": "mira", "person": "mira"}]), listing([{"id": "mila", "person": "mila"}])
    assert pairs_of(old, new, holders) == []
