"""Rounds for tests, made short."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hearthbook.mixing.values import Round

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.mixing.plan import Seated

FIRST = date(2026, 1, 5)


def people(number: int, start: int = 0) -> list[str]:
    """So many names."""
    return [f"p{each:03}" for each in range(start, start + number)]


def as_rounds(seated: Iterable[Seated], start: int = 1) -> list[Round]:
    """Groups as rounds, a week apart."""
    return [
        Round(number=at, day=FIRST + timedelta(weeks=at), groups=groups, resting=resting)
        for at, (groups, resting) in enumerate(seated, start)
    ]
