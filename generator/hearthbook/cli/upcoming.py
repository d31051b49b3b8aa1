"""The meetings to come in an archive, day by day, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hearthbook.calendar.occurrences import occurrences
from hearthbook.calendar.shifts import spoken
from hearthbook.calendar.speaking import zone_city
from hearthbook.ingest.reader import printable
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hearthbook.calendar.occurrences import Occurrence
    from hearthbook.model.archive import Resolved
    from hearthbook.model.rhythm import Ritual


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """One meeting on one day."""

    slug: str
    """The community."""
    community: str
    """What it is called."""
    ritual: str
    """What the meeting is called."""
    here: Occurrence
    """When it is."""

    def shown(self, zone: str) -> tuple[date, time | None, str]:
        """Its day, its hour and the zone of both: those of a zone, or its own where that is empty."""
        start = self.here.start
        if not zone or start is None:
            return self.here.day, self.here.at, self.here.zone or ""
        local = start.astimezone(ZoneInfo(zone))
        return local.date(), local.time(), zone


def coming(communities: Iterable[Resolved], first: date, days: int, zone: str) -> tuple[Coming, ...]:
    """The meetings on so many days from `first` on, as a zone or each group's own counts them, in order."""
    last = first + timedelta(days=days - 1)
    around = timedelta(days=1 if zone else 0)
    found = (
        each
        for resolved in communities
        for ritual in resolved.community.rituals
        for each in _of(resolved, ritual, first - around, last + around)
    )
    return tuple(sorted((each for each in found if first <= each.shown(zone)[0] <= last), key=_order(zone)))


def _of(resolved: Resolved, ritual: Ritual, first: date, last: date) -> Iterator[Coming]:
    """The times of a ritual; none after the day on which it was given up."""
    until = min(last, ritual.retired.on) if ritual.retired else last
    if not ritual.when or until < first:
        return
    name = resolved.community.name
    for here in occurrences(ritual.when, first, until):
        yield Coming(slug=resolved.slug, community=name, ritual=ritual.name, here=here)


def _order(zone: str) -> Any:  # noqa: ANN401 - what sorts is known to `sorted` alone
    def key(each: Coming) -> tuple[date, datetime, str, str]:
        day, at, _ = each.shown(zone)
        return day, each.here.start or datetime.combine(day, at or time(), UTC), each.slug, each.ritual

    return key


def without_days(communities: Iterable[Resolved], first: date) -> tuple[str, ...]:
    """The meetings that are not given up, and whose days nobody can work out: `oak: Open evening`."""
    far = first + timedelta(days=366 * 2)
    return tuple(
        f"{resolved.slug}: {ritual.name}"
        for resolved in communities
        for ritual in resolved.community.rituals
        if ritual.when and not ritual.retired and not (ritual.when.until and ritual.when.until < first)
        if not occurrences(ritual.when, first, far)
    )


def as_text(found: Sequence[Coming], zone: str) -> str:
    """The meetings below the days on which they are."""
    rows: list[str] = []
    before: date | None = None
    for each in found:
        day, at, where = each.shown(zone)
        if day != before:
            rows += ["", f"{WEEKDAYS[day.weekday()]}, {spoken(day)}"]
            before = day
        clock = f"{at:%H:%M} {zone_city(where) if where else ''}".strip() if at else "all day"
        rows.append(f"  {clock:<22}  {printable(each.community)}: {printable(each.ritual)}{_aside(each)}")
    return "\n".join(rows[1:])


def _aside(each: Coming) -> str:
    here = each.here
    minutes = f"{here.minutes} minutes" if here.minutes else ""
    moved = f"moved from {spoken(here.moved_from)}" if here.moved_from else ""
    told = [printable(part) for part in (minutes, moved, here.note or "") if part]
    return f" ({'; '.join(told)})" if told else ""


def as_json(found: Sequence[Coming], zone: str) -> str:
    """The meetings for programs, each with its instant in UTC where that is known."""
    return json.dumps([_facts(each, zone) for each in found], ensure_ascii=False, indent=2)


def _facts(each: Coming, zone: str) -> dict[str, object]:
    day, at, where = each.shown(zone)
    start = each.here.start
    return {
        "community": each.slug,
        "ritual": each.ritual,
        "day": day.isoformat(),
        "at": f"{at:%H:%M}" if at else None,
        "zone": where or None,
        "start": start.isoformat() if start else None,
        "minutes": each.here.minutes,
        "moved_from": each.here.moved_from.isoformat() if each.here.moved_from else None,
        "note": each.here.note,
    }
