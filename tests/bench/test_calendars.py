"""The benchmark of calendars measures what it says."""

from __future__ import annotations

from bench.archive import SEED
from bench.calendars import RITUALS, measure, rhythms, section


def test_the_same_seed_makes_the_same_rhythms() -> None:
    assert rhythms(8) == rhythms(8)
    assert rhythms(8) != rhythms(8, seed=SEED + 1)
    assert {len(own) for own in rhythms(8)} == {RITUALS}


def test_all_days_and_calendars_are_counted() -> None:
    found = measure(8)
    assert found.days > 8 * RITUALS
    assert found.size > 8 * 500
    assert "8 communities with 3 rituals each" in section(found)
