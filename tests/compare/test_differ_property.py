"""What holds for any two versions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.compare.apply import applied
from hearthbook.compare.differ import changes
from hearthbook.compare.facts import community_of, facts_of
from hearthbook.ingest.archive import load_archive
from tests.compare.mutations import happened, spots
from tests.compare.strategies import ODD, communities

if TYPE_CHECKING:
    from hearthbook.model.changes import Facts

_ROOT: Final = Path(__file__).resolve().parents[2]
EXAMPLES: Final = {each.slug: facts_of(each.community) for each in load_archive(_ROOT).communities}
SLUGS: Final = st.sampled_from(sorted(EXAMPLES))


def copied(facts: Facts) -> Facts:
    found: Facts = json.loads(json.dumps(facts))
    return found


@settings(max_examples=60)
@given(communities())
def test_a_community_does_not_differ_from_itself(facts: Facts) -> None:
    assert changes(facts, copied(facts)) == ()


@settings(max_examples=100)
@given(communities(), communities())
def test_changes_of_any_two_communities_make_one_from_the_other(old: Facts, new: Facts) -> None:
    assert json.dumps(applied(old, changes(old, new))) == json.dumps(new)


@pytest.mark.parametrize("slug", sorted(EXAMPLES))
def test_any_example_becomes_any_other(slug: str) -> None:
    for other in EXAMPLES.values():
        assert json.dumps(applied(EXAMPLES[slug], changes(EXAMPLES[slug], other))) == json.dumps(other)


@settings(max_examples=300)
@given(SLUGS, st.data())
def test_a_single_thing_that_happens_is_one_change(slug: str, data: st.DataObject) -> None:
    old = EXAMPLES[slug]
    spot = data.draw(st.sampled_from(spots(old)))
    new = happened(old, spot, data.draw)
    found = changes(old, new)
    assert len(found) == 1, found
    assert applied(old, found) == new


@settings(max_examples=60)
@given(SLUGS, st.data())
def test_several_things_that_happen_are_told_so_that_they_can_happen_again(
    slug: str, data: st.DataObject
) -> None:
    old = new = EXAMPLES[slug]
    for _ in range(data.draw(st.integers(2, 6))):
        new = happened(new, data.draw(st.sampled_from(spots(new))), data.draw)
    assert json.dumps(applied(old, changes(old, new)), sort_keys=True) == json.dumps(new, sort_keys=True)


@settings(max_examples=300)
@given(ODD, ODD)
def test_facts_of_any_shape_are_compared(old: Facts, new: Facts) -> None:
    assert applied(old, changes(old, new)) == new


@settings(max_examples=60)
@given(SLUGS, ODD)
def test_an_example_and_facts_of_any_shape_are_compared(slug: str, odd: Facts) -> None:
    assert applied(EXAMPLES[slug], changes(EXAMPLES[slug], odd)) == odd
    mixed = EXAMPLES[slug] | odd
    assert applied(mixed, changes(mixed, EXAMPLES[slug])) == EXAMPLES[slug]


@settings(max_examples=60)
@given(communities(), communities())
def test_pointers_lead_to_what_changed(old: Facts, new: Facts) -> None:
    for change in changes(old, new):
        if change.act in {"changed", "removed"}:
            assert at(old, change.before) == change.old
        if change.act in {"changed", "added"}:
            assert at(new, change.after) == change.new
        assert (change.before == "") == (change.act == "added")
        assert (change.after == "") == (change.act == "removed")


def at(facts: Facts, where: str) -> Any:  # noqa: ANN401 - any value
    found: Any = facts
    for part in where.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        found = found[int(key)] if isinstance(found, list) else found[key]
    return found


@pytest.mark.parametrize("slug", sorted(EXAMPLES))
def test_facts_are_a_community_again(slug: str) -> None:
    assert facts_of(community_of(EXAMPLES[slug])) == EXAMPLES[slug]
