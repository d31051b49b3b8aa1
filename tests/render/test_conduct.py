"""The code of conduct: five true sentences, and one honest list of what is missing."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest
from pydantic import ValidationError

from tests.render import support
from tests.render.reading import read, to_html
from tests.render.support import ADA, NOOR

if TYPE_CHECKING:
    from collections.abc import Mapping

NORM: Final = {"id": "ask", "statement": "We ask first."}
APPEAL: Final = {"to": "The board", "within": "nine days"}
FULL: Final = support.CONDUCT
# A fact, and what the list at the end then says is missing.
LACKS: Final = (
    ("contacts", "contacts"),
    ("above", "above"),
    ("stand_by", "leads"),
    ("anonymous", "anonymous"),
    ("receipt_within", "receipt"),
    ("decide_within", "decide"),
    ("decisions", "quorum"),
    ("records", "records"),
    ("ladder", "ladder"),
    ("appeal", "appeal"),
    ("statistics", "statistics"),
    ("review", "review"),
    ("review", "terms"),
    ("review", "change"),
)
COMBINED: Final = (
    ("contacts", ((), (ADA,), (ADA, NOOR))),
    ("above", (None, "The house")),
    ("receipt_within", (None, "two days")),
    ("decide_within", (None, "two weeks")),
    ("appeal", (None, {"to": "The board"}, APPEAL)),
)


@cache
def _page(*facts: str) -> str:
    conduct = {name: FULL[name] for name in facts}
    return support.page(support.community(conduct=conduct or None), "code-of-conduct")


def _code(conduct: Mapping[str, object], **more: object) -> str:
    return support.page(support.community(conduct=dict(conduct), **more), "code-of-conduct")


def _short(code: str) -> list[str]:
    """The sentences of the short version, as they are read."""
    part = code.partition("{#short}")[2].partition("\n## ")[0]
    return [read(to_html(row[3:])).text for row in part.splitlines() if row.startswith("1. ")]


def _gaps(code: str) -> set[str]:
    """What the list at the end says is missing."""
    return set(re.findall(r"\{: #missing-([a-z]+) \}", code))


def test_the_short_version_is_five_sentences_whatever_is_missing() -> None:
    for norms, *chosen in itertools.product(((), (NORM,)), *(values for _, values in COMBINED)):
        facts = {name: value for (name, _), value in zip(COMBINED, chosen, strict=True) if value}
        short = _short(_code(facts, norms=norms))
        assert len(short) == 5
        assert [line for line in short if len(re.findall(r"[.?](?= |$)", line)) != 1] == []


def test_the_short_version_says_only_what_holds() -> None:
    for chosen in itertools.product(*(values for _, values in COMBINED)):
        facts = {name: value for (name, _), value in zip(COMBINED, chosen, strict=True) if value}
        short = _short(_code(facts))
        people = facts.get("contacts", ())
        assert ("Ada Example" in short[2]) == bool(people)
        assert ("Ada Example or Noor Example" in short[2]) == (len(people) == 2)
        assert ("The house" in short[2]) == ("above" in facts and not people)
        assert ("two days" in short[3]) == ("receipt_within" in facts and bool(people))
        assert ("two weeks" in short[3]) == ("decide_within" in facts and bool(people))
        assert ("cannot promise" in short[3]) == (not people)
        assert ("The board" in short[4]) == ("appeal" in facts)
        assert ("nine days" in short[4]) == ("within" in facts.get("appeal", ""))
        assert ("nobody is named yet" in short[4]) == ("appeal" not in facts)


def test_nothing_is_missing_where_all_is_in_place() -> None:
    code = _page(*FULL)
    assert _gaps(code) == set()
    assert "has one. If you find a gap" in code


@pytest.mark.parametrize(("fact", "lack"), LACKS)
def test_what_is_not_in_place_is_told_in_the_list(fact: str, lack: str) -> None:
    assert lack in _gaps(_page(*(name for name in FULL if name != fact)))


def test_no_fact_is_missed_that_is_there() -> None:
    for fact in FULL:
        told = {lack for one, lack in LACKS if one != fact}
        assert _gaps(_page(*(name for name in FULL if name != fact))) & told == set()


@pytest.mark.parametrize(
    "facts", [(), ("contacts",), ("contacts", "receipt_within"), ("above",), tuple(FULL)]
)
def test_what_is_missing_stands_in_one_list_and_nowhere_else(facts: tuple[str, ...]) -> None:
    code = _page(*facts)
    before = code.partition("{#missing}")[0]
    lacks = {str(support.theme().words("en").raw(f"conduct.lack.{gap}")) for gap in _gaps(code)}
    assert [lack for lack in lacks if lack in before] == []
    assert len(re.findall(r"\{: #missing-", code)) == len(_gaps(code))
    assert ("(#missing)" in before) == bool(_gaps(code))


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("terms", "until this code is next reviewed"),
        ("audit", "whether we kept this code"),
        ("training", "talk through a made-up case"),
        ("handover", "hands open cases over in writing"),
    ],
)
def test_a_promise_that_the_group_does_not_make_is_told_in_the_list_alone(clause: str, said: str) -> None:
    assert said in _page(*FULL)
    code = _code({**FULL, "without": (clause,)})
    assert said not in code
    assert _gaps(code) == {clause}
    assert "We have decided not to promise this." in code.partition("{#missing}")[2]
    assert "what this code does not promise" in code


def test_a_code_without_any_of_the_promises_has_no_empty_heading() -> None:
    code = _code({**FULL, "without": ("terms", "audit", "training", "handover", "audit")})
    assert "{#terms}" not in code
    assert _gaps(code) == {"terms", "audit", "training", "handover"}
    assert len(re.findall(r"#missing-audit ", code)) == 1


def test_what_protects_people_cannot_be_taken_out() -> None:
    with pytest.raises(ValidationError):
        support.community(conduct={"without": ("retaliation",)})


def test_several_more_places_are_introduced_once() -> None:
    code = _code({"spaces": ("the stairs", "the way home")})
    assert code.count("here too") == 1
    assert "    - the way home\n" in code
    assert "- here too: the stairs\n" in _code({"spaces": ("the stairs",)})


def test_a_code_is_reviewed_every_year_however_the_founder_wrote_it() -> None:
    for every in ("year", "every year", "Every year."):
        assert "It is reviewed every year." in _code({"review": {"every": every}})
    assert "It is reviewed twice a year." in _code({"review": {"every": "twice a year"}})


def test_no_time_is_missing_twice() -> None:
    assert _gaps(_page("contacts")) & {"times", "receipt", "decide"} == {"times"}


def test_each_thing_that_is_missing_comes_with_what_one_can_do_meanwhile() -> None:
    rows = _page().partition("{#missing}")[2].partition("\n## ")[0].split("\n- ")[1:]
    assert len(rows) > 10
    assert [row for row in rows if not re.match(r"\*\*[^*]+\.\*\* \S+ \S+", row)] == []


def test_a_single_contact_is_said_to_be_the_only_one() -> None:
    alone = _code({"contacts": (ADA,), "above": "The house"})
    assert "only one person to report to. If it is about them, turn here: The house." in alone


def test_without_contacts_the_body_above_is_told_in_the_list() -> None:
    assert "Turn here: The house." in _page("above").split("{#missing}")[1]


def test_who_stands_outside_is_named() -> None:
    code = _page(*FULL)
    assert "does not help to lead it: Noor Example." in code


def test_a_contact_is_told_with_the_part_they_hold() -> None:
    roles = (
        {"id": "host", "name": "Host", "held_by": ({"id": "a", "person": "Ada Example"},)},
        {
            "id": "key",
            "name": "Key",
            "held_by": ({"id": "a", "person": "Ada Example", "until": "2026-01-01"},),
        },
    )
    code = _code({"contacts": (ADA,)}, roles=roles, founders=("Ada Example",))
    assert "([Host](roles.md#role-host) and helped to start the group)" in code


@pytest.mark.parametrize("anchor", ["credit", "selling", "records-access", "terms", "training", "handover"])
def test_a_clause_has_an_anchor_of_its_own(anchor: str) -> None:
    for code in (_page(), _page(*FULL)):
        assert len(re.findall(rf"#{anchor}[ }}]", code)) == 1


def test_danger_comes_first_in_the_words_of_the_community_or_in_ours() -> None:
    assert "call the emergency services first" in _page(*FULL)
    own = _code({"emergency": "Call 112."})
    assert "**Danger first:** Call 112.\n" in own
    assert "emergency services" not in own


def test_a_word_on_danger_without_a_number_stands_beside_ours() -> None:
    code = _code({"emergency": "The box is in the hall."})
    assert "call the emergency services first" in code
    assert "**Danger first:** The box is in the hall.\n" in code


def test_notes_are_kept_short_and_without_names_where_nothing_else_is_said() -> None:
    assert "initials in place of names" in _page("contacts")
    assert "initials in place of names" not in _page(*FULL)


def test_the_code_says_where_its_words_come_from_and_that_they_may_be_used() -> None:
    assert "MIT licence: you may copy them" in _page()
