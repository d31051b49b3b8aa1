"""The file of rounds is read as it was written, and slips of a hand in it are told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.mixing.ledger import as_csv, read_rounds
from hearthbook.mixing.plan import Way, plan
from tests.mixing.rounds import as_rounds, people

if TYPE_CHECKING:
    from pathlib import Path

NAME = "members/oak-rounds.csv"
HEAD = "round,date,group,member\n"


@settings(max_examples=15)
@given(st.integers(2, 9), st.integers(1, 4), st.integers(2, 4))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, members: int, many: int, size: int
) -> None:
    rounds = tuple(as_rounds(plan([people(members)] * many, [], Way(size=size))))
    path = tmp_path_factory.mktemp("any") / "oak-rounds.csv"
    path.write_text(as_csv(rounds), encoding="utf-8")
    assert read_rounds(path, NAME) == (rounds, ())


def test_names_with_commas_and_quotes_come_back(tmp_path: Path) -> None:
    rounds = as_rounds([((('A, "the first"', "B; b"),), ("Ö",))])
    path = tmp_path / "rounds.csv"
    path.write_text(as_csv(rounds), encoding="utf-8")
    assert read_rounds(path, NAME)[0] == tuple(rounds)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("x,2026-01-05,1,A\n", ":2:1 `x` is not a round; write 1, 2, 3"),
        ("0,2026-01-05,1,A\n", ":2:1 `0` is not a round; write 1, 2, 3"),
        ("1,5.1.2026,1,A\n", ":2:3 `5.1.2026` is not a date; write year-month-day, as in 2026-11-03"),
        ("1,2026-01-05,one,A\n", ":2:14 `one` is not a group; write 1, 2, 3, or rest for who sits out"),
        ("1,2026-01-05,1,\n", ":2:16 the name is empty; write a name or a pseudonym, or take the line out"),
        (
            "1,2026-01-05,1,=A\n",
            (
                ":2:16 spreadsheets would take the name `=A` for a formula; "
                "write a name that begins with a letter, as in `A`"
            ),
        ),
        ("1,2026-01-05\n", ":2:1 this line has too few cells; each line has round, date, group, member"),
        (
            "1,2026-01-05,1,A\n1,2026-01-06,1,B\n",
            (
                ":3:3 round 1 is on 2026-01-05 further up, and on 2026-01-06 "
                "here; give all lines of a round the same day"
            ),
        ),
        (
            "1,2026-01-05,1,A\n1,2026-01-05,2,A\n",
            ":3:16 `A` is in round 1 twice; take one of the two lines out",
        ),
        (
            "1,2026-01-05,1,A\n2,2026-01-05,1,A\n",
            ":3:3 round 2 is on 2026-01-05, and an earlier round on 2026-01-05; give later rounds later days",
        ),
    ],
)
def test_each_mistake_is_told_with_its_place_and_remedy(tmp_path: Path, rows: str, said: str) -> None:
    path = tmp_path / "rounds.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    _, mistakes = read_rounds(path, NAME)
    assert [str(each) for each in mistakes] == [NAME + said]


def test_who_sits_out_is_written_down(tmp_path: Path) -> None:
    path = tmp_path / "rounds.csv"
    path.write_text(f"{HEAD}1,2026-01-05,1,A\n1,2026-01-05,1,B\n1,2026-01-05,Rest,C\n", encoding="utf-8")
    ((one,), _) = read_rounds(path, NAME)
    assert (one.day, one.groups, one.resting) == (date(2026, 1, 5), (("A", "B"),), ("C",))


@given(st.text('0123456789,;-=rest\nAB" ', max_size=120))
def test_no_text_makes_it_stumble(tmp_path_factory: pytest.TempPathFactory, rows: str) -> None:
    path = tmp_path_factory.mktemp("any") / "oak-rounds.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    rounds, mistakes = read_rounds(path, NAME)
    assert mistakes or all(each.number for each in rounds)
