"""What is due on a day: overdue, or within a span, by owner."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.due import order
from hearthbook.calendar.spans import after

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hearthbook.calendar.due import Duty

_SHORT: Final = {"d": "days", "w": "weeks", "m": "months", "q": "quarters", "y": "years"}
_WRITTEN: Final = re.compile(r"(?P<number>[0-9]{1,3}) ?(?P<unit>[a-z]*)")
NOBODY: Final = ""
"""Stands for the owner of what is nobody's."""
SOMEBODY: Final = "somebody who is not named"
"""Stands for whoever wishes not to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What there is to do from a day on."""

    today: date
    """The day on which somebody asks."""
    until: date
    """The last day of the span that they asked for."""
    overdue: tuple[Duty, ...] = ()
    """What should have been done by now, the oldest first."""
    coming: tuple[Duty, ...] = ()
    """What falls due within the span, today included, the next first."""
    later: Duty | None = None
    """The first after the span."""

    @property
    def all(self) -> tuple[Duty, ...]:
        """What is overdue and then what is coming."""
        return (*self.overdue, *self.coming)


def end_of_span(today: date, written: str) -> date | None:
    """The last day of a span that begins today: `30d`, `6w`, `3m`, `1y`, `3 months`, `zwei Wochen`, `0d`.

    None where it is no such span, or leads beyond the calendar.
    """
    words = " ".join(written.casefold().split())
    short = _WRITTEN.fullmatch(words)
    if not short:
        return after(today, words)
    unit = _SHORT.get(short["unit"], short["unit"]) or "days"
    if not int(short["number"]):
        return today if after(today, unit) else None
    return after(today, f"{short['number']} {unit}")


def agenda(duties: Iterable[Duty], today: date, until: date) -> Agenda:
    """What is overdue on a day, and what falls due until another; what has passed by itself is left out."""
    some = sorted(duties, key=order)
    later = (duty for duty in some if duty.day > until)
    return Agenda(
        today=today,
        until=until,
        overdue=tuple(duty for duty in some if duty.day < today and not duty.passes),
        coming=tuple(duty for duty in some if today <= duty.day <= until),
        later=next(later, None),
    )


def by_owner(found: Agenda) -> list[tuple[str, tuple[Duty, ...]]]:
    """Owner -> what they have to do, overdue first; who has waited longest comes first, nobody last.

    What several people share stands below the first of them.
    """
    groups: dict[str, list[Duty]] = {}
    for duty in found.all:
        groups.setdefault(duty.owners[0] if duty.owners else NOBODY, []).append(duty)
    last = sorted(groups, key=lambda name: name == NOBODY)
    return [(name, tuple(groups[name])) for name in last]


def joined(found: Agenda) -> Agenda:
    """The same with what one line of a shared file asks of one owner told once, for all communities."""
    return replace(found, overdue=_joined(found.overdue), coming=_joined(found.coming))


def _joined(some: tuple[Duty, ...]) -> tuple[Duty, ...]:
    groups: dict[object, list[Duty]] = {}
    for duty in some:
        same = (duty.place, duty.kind, duty.owners[:1]) if duty.place else (duty.slug, duty.pointer)
        groups.setdefault((duty.day, same), []).append(duty)
    return tuple(_one(group) for group in groups.values())


def _one(group: list[Duty]) -> Duty:
    owners = dict.fromkeys(name for duty in group for name in duty.owners)
    return replace(group[0], owners=tuple(owners), also=tuple(duty.slug for duty in group[1:]))


def distance(day: date, today: date) -> str:
    """How far a day is: `12 days ago`, `yesterday`, `today`, `tomorrow`, `in 5 days`."""
    days = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return f"in {days:,} days" if days > 0 else f"{-days:,} days ago"
