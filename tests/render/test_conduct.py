"""The code of conduct: five true sentences, and one honest list of what is missing."""

from __future__ import annotations

import itertools
import re
from typing import Final

import pytest
from pydantic import ValidationError

from tests.render import support
from tests.render.codes import code_of, code_with, gaps
from tests.render.reading import read, to_html
from tests.render.support import ADA, NOOR

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


def _short(code: str) -> list[str]:
    """The sentences of the short version, as they are read."""
    part = code.partition("{#short}")[2].partition("\n## ")[0]
    return [read(to_html(row[3:])).text for row in part.splitlines() if row.startswith("1. ")]


def test_the_short_version_is_five_sentences_whatever_is_missing() -> None:
    for norms, *chosen in itertools.product(((), (NORM,)), *(values for _, values in COMBINED)):
        facts = {name: value for (name, _), value in zip(COMBINED, chosen, strict=True) if value}
        short = _short(code_of(facts, norms=norms))
        assert len(short) == 5
        assert [line for line in short if len(re.findall(r"[.?](?= |$)", line)) != 1] == []


def test_the_short_version_says_only_what_holds() -> None:
    for chosen in itertools.product(*(values for _, values in COMBINED)):
        facts = {name: value for (name, _), value in zip(COMBINED, chosen, strict=True) if value}
        short = _short(code_of(facts))
        people = facts.get("contacts", ())
        assert ("Ada Example" in short[2]) == bool(people)
        assert ("Ada Example or Noor Example" in short[2]) == (len(people) == 2)
        assert ("The house" in short[2]) == ("above" in facts and not people)
        assert ("two days" in short[3]) == ("receipt_within" in facts and bool(people))
        assert ("two weeks" in short[3]) == ("decide_within" in facts and bool(people))
        assert ("cannot promise" in short[3]) == (not people)
        assert ("but not the one it concerns" in short[2]) == (len(people) == 2)
        assert ("unless it is about them" in short[2]) == (len(people) == 1)
        assert ("The board" in short[4]) == ("appeal" in facts)
        assert ("nine days" in short[4]) == ("within" in facts.get("appeal", ""))
        assert ("nobody is named yet" in short[4]) == ("appeal" not in facts)


def test_nothing_is_missing_where_all_is_in_place() -> None:
    code = code_with(*FULL)
    assert gaps(code) == set()
    assert "We know of no gap here." in code


@pytest.mark.parametrize(("fact", "lack"), LACKS)
def test_what_is_not_in_place_is_told_in_the_list(fact: str, lack: str) -> None:
    assert lack in gaps(code_with(*(name for name in FULL if name != fact)))


def test_no_fact_is_missed_that_is_there() -> None:
    for fact in FULL:
        told = {lack for one, lack in LACKS if one != fact}
        assert gaps(code_with(*(name for name in FULL if name != fact))) & told == set()


@pytest.mark.parametrize(
    "facts", [(), ("contacts",), ("contacts", "receipt_within"), ("above",), tuple(FULL)]
)
def test_what_is_missing_stands_in_one_list_and_nowhere_else(facts: tuple[str, ...]) -> None:
    code = code_with(*facts)
    before = code.partition("{#missing}")[0]
    lacks = {str(support.theme().words("en").raw(f"conduct.lack.{gap}")) for gap in gaps(code)}
    assert [lack for lack in lacks if lack in before] == []
    assert len(re.findall(r"\{: #missing-", code)) == len(gaps(code))
    assert ("(#missing)" in before) == bool(gaps(code))


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        ("terms", "until this code is next reviewed"),
        ("audit", "we tell those above us, without names, how we handled it: The house."),
        ("training", "talk through a made-up case"),
        ("handover", "hands open cases over in writing"),
    ],
)
def test_a_promise_that_the_group_does_not_make_is_told_in_the_list_alone(clause: str, said: str) -> None:
    assert said in code_with(*FULL)
    code = code_of({**FULL, "without": (clause,)})
    assert said not in code
    assert gaps(code) == {clause}
    assert "We have decided not to promise this." in code.partition("{#missing}")[2]
    assert "what this code does not promise" in code


def test_a_code_without_any_of_the_promises_has_no_empty_heading() -> None:
    code = code_of({**FULL, "without": ("terms", "audit", "training", "handover", "audit")})
    assert "{#terms}" not in code
    assert gaps(code) == {"terms", "audit", "training", "handover"}
    assert len(re.findall(r"#missing-audit ", code)) == 1


def test_what_protects_people_cannot_be_taken_out() -> None:
    with pytest.raises(ValidationError):
        support.community(conduct={"without": ("retaliation",)})


def test_several_more_places_are_introduced_once() -> None:
    code = code_of({"spaces": ("the stairs", "the way home")})
    assert code.count("here too") == 1
    assert "    - the way home\n" in code
    assert "- here too: the stairs\n" in code_of({"spaces": ("the stairs",)})


def test_a_code_is_reviewed_every_year_however_the_founder_wrote_it() -> None:
    for every in ("year", "every year", "Every year."):
        assert "It is reviewed every year." in code_of({"review": {"every": every}})
    assert "It is reviewed twice a year." in code_of({"review": {"every": "twice a year"}})


def test_no_time_is_missing_twice() -> None:
    assert gaps(code_with("contacts")) & {"times", "receipt", "decide"} == {"times"}


def test_each_thing_that_is_missing_comes_with_what_one_can_do_meanwhile() -> None:
    rows = code_with("contacts").partition("{#missing}")[2].partition("\n## ")[0].split("\n- ")[1:]
    assert len(rows) > 10
    assert [row for row in rows if not re.match(r"\*\*[^*]+\.\*\* \S+ \S+", row)] == []


def test_who_is_too_close_is_told_in_our_words_or_in_those_of_the_group() -> None:
    assert "Partners, relatives and close friends" in code_with(*FULL)
    own = code_of({**FULL, "conflict_of_interest": "Flatmates step aside."})
    assert "Partners, relatives" not in own
    assert "If that leaves nobody" in code_with("contacts")
    assert "If that leaves nobody" not in code_with(*FULL)


def test_who_leads_with_somebody_has_no_say_about_them() -> None:
    assert "{: #quorum }\n\nWhoever leads together with the person" in code_with(*FULL)


def test_no_page_looks_back_where_nobody_is_above() -> None:
    assert "{: #audit }" in code_with(*FULL)
    assert "{: #audit }" not in code_with(*(name for name in FULL if name != "above"))
    assert "{: #audit }" not in code_with(*(name for name in FULL if name != "stand_by"))


@pytest.mark.parametrize(
    ("rungs", "shown"),
    [
        (({"id": "a", "consequence": "Out"},), "\n- Out.\n"),
        (
            ({"id": "a", "consequence": "A word"}, {"id": "b", "consequence": "Out"}),
            "1. A word.\n\n1. Out.\n",
        ),
        (
            (
                {"id": "a", "event": "A shout", "consequence": "A word", "repair": "say sorry"},
                {"id": "b", "consequence": "Out"},
            ),
            "**What follows:** A word.\n\n    **How it is put right:** Say sorry.\n\n1. Out.\n",
        ),
    ],
)
def test_a_ladder_has_a_rung_for_each_step_and_nothing_where_nothing_is_written(
    rungs: tuple[dict[str, str], ...], shown: str
) -> None:
    for kind in ("code-of-conduct", "handling-reports"):
        page = support.page(support.community(conduct={"ladder": rungs}), kind)
        assert shown in page
        assert ("may start further down" in page) == (len(rungs) > 1)


@pytest.mark.parametrize("anchor", ["credit", "selling", "records-access", "terms", "training", "handover"])
def test_a_clause_has_an_anchor_of_its_own(anchor: str) -> None:
    for code in (code_with(), code_with(*FULL)):
        assert len(re.findall(rf"#{anchor}[ }}]", code)) == 1


def test_danger_comes_first_in_the_words_of_the_community_or_in_ours() -> None:
    assert "call the emergency services first" in code_with(*FULL)
    own = code_of({"emergency": "Call 112."})
    assert "**Danger first:** Call [112](tel:112).\n" in own
    assert "emergency services" not in own


def test_a_word_on_danger_without_a_number_stands_beside_ours() -> None:
    code = code_of({"emergency": "The box is in the hall."})
    assert "call the emergency services first" in code
    assert "**Danger first:** The box is in the hall.\n" in code


def test_notes_are_kept_short_and_without_names_where_nothing_else_is_said() -> None:
    assert "initials in place of names" in code_with("contacts")
    assert "initials in place of names" not in code_with(*FULL)


def test_the_code_says_where_its_words_come_from_and_that_they_may_be_used() -> None:
    assert "MIT licence: you may copy them" in code_with()
