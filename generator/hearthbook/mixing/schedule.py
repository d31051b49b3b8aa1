"""Rounds that were, rounds to come, and on which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from hearthbook.mixing.days import days
from hearthbook.mixing.plan import plan
from hearthbook.mixing.values import Round

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hearthbook.mixing.plan import Way
    from hearthbook.mixing.values import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What rounds are wanted."""

    rounds: int
    """How many, from today on."""
    today: date
    """Rounds of this day and earlier ones have begun, and stay as they are."""
    every: str
    """How often: `week`, `2 weeks`, `month`, `quarter`, `year`."""
    way: Way
    """In pairs or in circles, and how."""
    since: date | None = None
    """The day of the very first round, as the community's file has it."""
    first: date | None = None
    """The day of the first round that is planned now, where it is not the next in the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """All rounds."""

    kept: tuple[Round, ...]
    """Those that have begun."""
    planned: tuple[Round, ...]
    """Those to come."""

    @property
    def rounds(self) -> tuple[Round, ...]:
        """One after the other."""
        return self.kept + self.planned


def schedule(members: Sequence[Member], before: Sequence[Round], asked: Asked) -> Schedule:
    """The rounds that have begun as they are, and so many to come after them, planned anew.

    A round of today counts among the rounds that are asked for, unless a first day is named.
    Raises ValueError where no day is known to begin with.
    """
    kept = tuple(each for each in before if each.day <= asked.today)
    begun = bool(kept) and kept[-1].day == asked.today and not asked.first
    wanted = _coming(kept, before, asked)[: asked.rounds - begun]
    rosters = [tuple(member.name for member in members if member.takes_part(day)) for day in wanted]
    number = kept[-1].number if kept else 0
    seated = zip(wanted, plan(rosters, kept, asked.way), strict=True)
    planned = tuple(
        Round(number=number + at, day=day, groups=groups, resting=resting)
        for at, (day, (groups, resting)) in enumerate(seated, 1)
    )
    return Schedule(kept=kept, planned=planned)


def _coming(kept: Sequence[Round], before: Sequence[Round], asked: Asked) -> list[date]:
    """The next days, as many as rounds are asked for: those that follow in the row, or from `first` on."""
    since = max(asked.today, kept[-1].day + timedelta(days=1)) if kept else asked.today
    if asked.first:
        return list(islice(days(asked.first, asked.every, since), asked.rounds))
    starts = [asked.since, before[0].day if before else None, kept[-1].day if kept else None]
    known = [each for each in starts if each]
    if not known:
        raise ValueError("no day to begin with")
    row = next((each for each in known if not kept or _follows(kept[-1].day, each, asked.every)), known[-1])
    return list(islice(days(row, asked.every, since), asked.rounds))


def _follows(day: date, first: date, every: str) -> bool:
    """Whether a day is in the row that begins with another; months keep their day even after a short one."""
    return first <= day and next(days(first, every, day)) == day
