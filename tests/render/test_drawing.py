"""Drawings out of facts: initials, seats, shares."""

from __future__ import annotations

import re

import pytest

from hearthbook.model.pages import UNNAMED
from hearthbook.render.drawing import badge, initials, seats, share


@pytest.mark.parametrize(
    ("shown", "letters"),
    [
        ("Mira", "M"),
        ("jonas", "J"),
        ("@oskar", "O"),
        ("Lena Example", "LE"),
        ("Anna van der Berg", "AB"),
        ("Ruth Example, ruth@example.com", "RE"),
        ("Женя Пример", "ЖП"),
        ("Élodie", "É"),
        ("E\N{COMBINING ACUTE ACCENT}lodie", "É"),
        ("山田 太郎", "山"),
        ("ليلى حداد", "ل"),
    ],
)
def test_initials_come_from_the_name_by_which_somebody_wishes_to_be_shown(shown: str, letters: str) -> None:
    assert initials(shown) == letters


@pytest.mark.parametrize("shown", ["", UNNAMED, "a team lead in a hospital", "two of us", "42", "???"])
def test_who_is_not_named_has_no_initials(shown: str) -> None:
    assert initials(shown) == ""
    assert badge(shown) == ""


def test_initials_are_a_sign_for_eyes_alone() -> None:
    assert badge("Mira Example") == '<span class="hb-initials" aria-hidden="true">ME</span> '


def _drawn(picture: str, kind: str) -> int:
    """The seats of a kind in the picture: on a line one more than it is long."""
    path = re.search(rf'class="hb-{kind}" d="([^"]*)"', picture)
    lengths = re.findall(r"h([\d.]+)", path[1]) if path else []
    return sum(round(float(length)) + 1 for length in lengths)


@pytest.mark.parametrize(
    ("members", "cap"), [(34, 50), (0, 12), (12, 12), (9, 10), (11, 20), (150, 200), (61, 75)]
)
def test_every_seat_is_drawn_once_and_the_taken_ones_are_filled(members: int, cap: int) -> None:
    picture = seats(members, cap)
    assert (_drawn(picture, "taken"), _drawn(picture, "free")) == (members, cap - members)
    assert 'aria-hidden="true"' in picture


def test_more_members_than_seats_fill_all_of_them() -> None:
    assert (_drawn(seats(14, 12), "taken"), _drawn(seats(14, 12), "free")) == (12, 0)


@pytest.mark.parametrize("cap", [0, 201, 1000])
def test_seats_that_are_too_many_to_count_are_not_drawn(cap: int) -> None:
    assert seats(5, cap) == ""


def test_a_share_is_a_bar_from_none_to_all() -> None:
    assert share(7, 10) == '<meter min="0" max="10" value="7" aria-hidden="true"></meter>'
    assert share(2.5, 4) == '<meter min="0" max="4" value="2.5" aria-hidden="true"></meter>'


@pytest.mark.parametrize(("value", "of"), [(None, 10), (3, None), (3, 0), (11, 10), (-1, 10)])
def test_what_is_no_part_of_a_whole_has_no_bar(value: float | None, of: float | None) -> None:
    assert share(value, of) == ""
