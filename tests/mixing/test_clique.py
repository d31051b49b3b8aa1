"""The clique alarm hears the same people, and never chance or a good plan."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.mixing.clique import Occasion, clique_in
from hearthbook.mixing.meetings import read_met
from hearthbook.mixing.plan import Way, plan
from hearthbook.mixing.values import Member
from tests.mixing.rounds import people

if TYPE_CHECKING:
    from pathlib import Path


def _drawn(members: int, size: int, rounds: int, seed: int) -> list[Occasion]:
    """Groups by chance."""
    random = Random(seed)  # noqa: S311 - a test
    found = []
    for _ in range(rounds):
        names = people(members)
        random.shuffle(names)
        found.append(Occasion(groups=tuple(tuple(names[at : at + size]) for at in range(0, members, size))))
    return found


@settings(max_examples=150)
@given(st.integers(4, 30), st.integers(2, 5), st.integers(1, 15), st.integers(0, 10_000))
def test_rounds_drawn_by_chance_give_no_alarm(members: int, size: int, rounds: int, seed: int) -> None:
    assert clique_in(_drawn(members, size, rounds, seed)) is None


@settings(max_examples=100)
@given(st.integers(6, 40), st.integers(2, 4), st.integers(1, 20), st.integers(0, 10_000))
def test_a_few_meetings_among_many_members_drawn_by_chance_give_none_either(
    members: int, size: int, meetings: int, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 - a test
    pool = tuple(people(members))
    met = [Occasion(groups=(tuple(random.sample(pool, size)),), pool=pool) for _ in range(meetings)]
    assert clique_in(met) is None


@pytest.mark.parametrize(("members", "size"), [(8, 2), (13, 2), (12, 4), (20, 4)])
def test_what_we_plan_gives_none(members: int, size: int) -> None:
    rounds = plan([people(members)] * 20, [], Way(size=size))
    assert clique_in([Occasion(groups=groups, pool=resting) for groups, resting in rounds]) is None


def test_four_who_always_sit_together_are_heard_and_named() -> None:
    knot = ("Ada", "Ben", "Cem", "Dia")
    met = [Occasion(groups=(knot, *each.groups)) for each in _drawn(16, 4, 8, 1)]
    found = clique_in(met)
    assert found is not None
    assert set(found.names) == set(knot)
    assert (found.times, found.repeats > 2 * found.expected) == (8, True)
    assert found == clique_in(met)


def test_a_pair_that_will_not_part_is_heard() -> None:
    met = [Occasion(groups=(("Ada", "Ben"), *each.groups)) for each in _drawn(20, 2, 10, 3)]
    found = clique_in(met)
    assert found is not None
    assert found.names == ("Ada", "Ben")


def test_many_who_never_change_are_heard_as_well() -> None:
    groups = tuple(tuple(people(4, at)) for at in range(0, 100, 4))
    found = clique_in([Occasion(groups=groups)] * 20)
    assert found is not None
    assert (found.times, len(found.names)) == (20, 4)


def test_nothing_and_a_single_meeting_are_no_clique() -> None:
    assert clique_in([]) is None
    assert clique_in([Occasion(groups=(("Ada", "Ben"),))]) is None


def test_two_who_can_only_meet_each_other_are_no_clique() -> None:
    assert clique_in([Occasion(groups=(("Ada", "Ben"),))] * 30) is None


def test_who_actually_met_is_read_day_by_day(tmp_path: Path) -> None:
    path = tmp_path / "met.csv"
    path.write_text(
        "date,member,member\n2026-01-02,B,C\n2026-01-01,A,B,C,\n2026-01-02,D,E\n", encoding="utf-8"
    )
    occasions, mistakes = read_met(path, "met.csv", [Member(name="A"), Member(name="Z", out=True)])
    assert mistakes == ()
    assert [each.groups for each in occasions] == [(("A", "B", "C"),), (("B", "C"), ("D", "E"))]
    assert {each.pool for each in occasions} == {("A",)}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "2026-13-01,A,B",
            "met.csv:1:1 2026-13-01 is not in the calendar; write year-month-day, as in 2026-11-03",
        ),
        ("soon,A,B", "met.csv:1:1 `soon` is not a date; write year-month-day, as in 2026-11-03"),
        ("2026-01-01,A,A", "met.csv:1:1 this line names fewer than two people; write date,name,name"),
        (
            "2026-01-01,A,=B",
            (
                "met.csv:1:14 spreadsheets would take the name `=B` for a formula; "
                "write a name that begins with a letter, as in `B`"
            ),
        ),
    ],
)
def test_a_slip_in_it_is_told(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "met.csv"
    path.write_text(line, encoding="utf-8")
    assert [str(each) for each in read_met(path, "met.csv", [])[1]] == [said]
