"""What passes between the parts of mixing: members, rounds, and mistakes in their files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hearthbook.model.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Something in a file of members that cannot be understood."""

    place: Place
    """Where to look."""
    message: str
    """The fact, in one sentence without a full stop."""
    hint: str
    """What to write instead."""

    def __str__(self) -> str:
        """`members/oak.csv:3:7 fact; remedy`."""
        return f"{self.place} {self.message}; {self.hint}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Some days, both ends included."""

    first: date
    """The first day."""
    last: date
    """The last day; the same one where it is a single day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who may take part."""

    name: str
    """As the group calls them; may be a pseudonym."""
    tags: tuple[str, ...] = ()
    """Words by which some members are chosen: tags or ids of roles."""
    first: date | None = None
    """From when on they take part."""
    last: date | None = None
    """Until when."""
    pauses: tuple[Span, ...] = ()
    """When they sit out."""
    out: bool = False
    """Whether they take no part at all."""
    place: Place = field(default=Place(file=""), compare=False)
    """Where the file says so."""

    def takes_part(self, day: date) -> bool:
        """Whether this member is mixed in a round on a day."""
        if self.out or (self.first and day < self.first) or (self.last and day > self.last):
            return False
        return not any(pause.first <= day <= pause.last for pause in self.pauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Who meets whom on one day, or from that day on until the next round."""

    number: int
    """Counted from 1."""
    day: date
    """Its day."""
    groups: tuple[tuple[str, ...], ...]
    """Pairs or circles, each with its members' names."""
    resting: tuple[str, ...] = ()
    """Who would take part and has no partner this time."""

    @property
    def names(self) -> frozenset[str]:
        """Everybody who takes part, those who rest among them."""
        return frozenset(self.resting).union(*self.groups)

    def same_as(self, other: Round) -> bool:
        """Whether the same people meet, in whatever order they are written."""
        return together(self.groups) == together(other.groups) and set(self.resting) == set(other.resting)


def together(groups: Iterable[Iterable[str]]) -> frozenset[frozenset[str]]:
    """Groups without an order."""
    return frozenset(frozenset(group) for group in groups)
