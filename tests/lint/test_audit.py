"""A code of conduct is held against the forty-five things that a good one says."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.lint.audit import ITEMS, audited
from hearthbook.lint.people import alike
from hearthbook.model.community import Community
from tests.render import support

WHOLE = next(one for one in support.shipped() if one.name == "Hard Talks")


def _community(conduct: dict[str, Any]) -> Community:
    facts = {
        "name": "Oak",
        "promise": {"for": ["people"], "outcome": "mend things"},
        "founders": ["Mira"],
        "conduct": conduct,
    }
    return Community.model_validate_json(json.dumps(facts))


def _states(community: Community) -> dict[str, str]:
    return {one.item: one.state for one in audited(community)}


def _contacts(*people: tuple[str, bool]) -> list[dict[str, Any]]:
    return [
        {"id": who.lower(), "who": who, "reach": f"{who.lower()}@example.org", "independent": outside}
        for who, outside in people
    ]


def test_a_full_code_has_every_item_in_place() -> None:
    assert set(_states(WHOLE).values()) == {"present"}


def test_without_a_code_thirteen_items_are_missing() -> None:
    missing = [item for item, state in _states(_community({})).items() if state == "missing"]
    assert len(missing) == 13
    assert {"C13", "C14", "C43"} <= set(missing)


@pytest.mark.parametrize(
    ("people", "above", "state"),
    [
        ([("Ada", True), ("Ben", False)], "The board", "present"),
        ([("Ada", False), ("Ben", False)], "The board", "missing"),
        ([("Ada", True), ("Ben", False)], "Ada", "missing"),
        ([("Ada", True), ("Ben", False)], None, "missing"),
        ([("Ada", True)], "The board", "missing"),
    ],
    ids=["two and a board", "none independent", "above is one of them", "nobody above", "one"],
)
def test_two_people_count_only_if_there_is_a_way_past_both(
    people: list[tuple[str, bool]], above: str | None, state: str
) -> None:
    conduct = {"contacts": _contacts(*people)} | ({"above": above} if above else {})
    assert _states(_community(conduct))["C14"] == state


def test_a_second_look_by_the_same_person_is_none() -> None:
    conduct = {"contacts": _contacts(("Ada", True)), "appeal": {"to": "Ada", "within": "14 days"}}
    assert _states(_community(conduct))["C37"] == "missing"


@pytest.mark.parametrize("to", ["the contacts", "Ada or Ben", "moderators", "Kontakte", "Ask Ben"])
def test_a_second_look_by_words_for_the_same_people_is_none(to: str) -> None:
    people = _contacts(("Ada", True), ("Ben", False))
    conduct = {"contacts": people, "appeal": {"to": to, "within": "14 days"}}
    assert _states(_community(conduct))["C37"] == "missing"


@pytest.mark.parametrize("to", ["The library board", "Adam or Bea", "The Ada Lovelace house", "Not Ada"])
def test_a_second_look_by_others_is_one(to: str) -> None:
    people = _contacts(("Ada", True), ("Ben", False))
    conduct = {"contacts": people, "appeal": {"to": to, "within": "14 days"}}
    assert _states(_community(conduct))["C37"] == "present"


@pytest.mark.parametrize("founder", ["Mira", "mira"])
def test_a_founder_is_never_independent(founder: str) -> None:
    people = _contacts((founder, True), ("Ben", False))
    assert _states(_community({"contacts": people, "above": "The board"}))["C14"] == "missing"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kim Lee", "Lee, Kim", True),
        ("Kim L.", "Kim Lee", True),
        ("kim-lee", "Lee Kim (host)", True),
        ("Ruben Example at the guild", "Ruben Example, ruben@example.org", True),
        ("Kim Lam", "Kim Lee", False),
        ("The board of the house", "The board of the town", False),
        ("the head of the house", "the head of the the", False),
    ],
)
def test_names_are_compared_with_patience(one: str, other: str, *, same: bool) -> None:
    assert alike(one, other) == alike(other, one) == same


@pytest.mark.parametrize(
    ("conduct", "states"),
    [
        ({"stand_by": "Zoe"}, ("present", "present")),
        ({"stand_by": "Ada"}, ("missing", "missing")),
        ({"stand_by": "Mira"}, ("missing", "missing")),
        ({"above": "Zoe"}, ("missing", "present")),
        ({"stand_by": "TBD"}, ("missing", "missing")),
    ],
    ids=["outside", "a contact", "the founder", "above", "a placeholder"],
)
def test_a_way_round_is_nobody_who_leads_or_takes_reports(
    conduct: dict[str, str], states: tuple[str, str]
) -> None:
    found = _states(_community({"contacts": _contacts(("Ada", False))} | conduct))
    assert (found["C38"], found["C43"]) == states


def test_a_contact_who_leads_nothing_may_stand_by_for_cases_about_leads() -> None:
    found = _states(_community({"contacts": _contacts(("Ada", True)), "stand_by": "Ada"}))
    assert (found["C38"], found["C43"]) == ("present", "present")


@pytest.mark.parametrize("decide", [None, "TBD", "[date]", "{{ time }}"])
def test_what_happens_next_needs_both_times(decide: str | None) -> None:
    conduct = {"receipt_within": "two days"} | ({"decide_within": decide} if decide else {})
    assert _states(_community(conduct))["C20"] == "missing"
    assert _states(_community(conduct | {"decide_within": "two weeks"}))["C20"] == "present"


def test_what_a_group_does_without_is_declined() -> None:
    states = _states(_community({"without": ["terms", "audit"]}))
    assert (states["C39"], states["C38"]) == ("declined", "declined")


@given(chance=st.randoms(use_true_random=True), share=st.floats(0, 1))
def test_every_community_has_every_item_in_order(chance: Any, share: float) -> None:  # noqa: ANN401
    found = audited(support.thinned(WHOLE, share, chance))
    assert [one.item for one in found] == [f"C{number}" for number in range(1, ITEMS + 1)]
