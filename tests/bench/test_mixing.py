"""The table about mixing."""

from __future__ import annotations

from bench.mixing import Mixed, measure, section


def test_it_says_rounds_beside_the_minimum_and_what_was_aimed_for() -> None:
    found = [
        Mixed(members=12, size=4, rounds=5, minimum=4, seconds=0.4),
        Mixed(members=50, size=4, rounds=20, minimum=18, seconds=1.25),
    ]
    text = section(found)
    assert "| 12 | 4 | 5 | 4 | 1.25× | 0.40 |\n| 50 | 4 | 20 | 18 | 1.11× | 1.25 |\n" in text
    assert text.endswith("Aimed for at 50 members in circles of 4: 1.35×, 10.0 s; reached: 1.11×, 1.25 s.\n")


def test_a_group_is_measured_until_all_have_met() -> None:
    found = measure(9, 3)
    assert (found.members, found.size, found.minimum) == (9, 3, 4)
    assert found.ratio == found.rounds / 4 >= 1
