"""Reads a calendar the way a program that never met ours would: from its lines, by RFC 5545.

The days of an event are those of the day-by-day reading; dateutil reads the rules of zones.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Final

from dateutil.rrule import rrulestr

from tests.calendar.oracle_rules import days_of_rule

_FAR: Final = datetime(2046, 1, 1)  # noqa: DTZ001 - clocks show it
_TEXT: Final = {r"\n": "\n", r"\N": "\n", r"\,": ",", r"\;": ";", r"\\": "\\"}

Moment = date | datetime


@dataclass
class Line:
    """One line of content: its name, its parameters and its value."""

    name: str
    params: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as people read it."""
        return re.sub(r"\\.", lambda match: _TEXT[match[0]], self.value)


@dataclass
class Part:
    """A component with its lines and the components in it."""

    name: str
    lines: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def get(self, name: str) -> Line | None:
        """The first line with that name."""
        return next((line for line in self.lines if line.name == name), None)

    def line(self, name: str) -> Line:
        """The only line with that name."""
        (found,) = (line for line in self.lines if line.name == name)
        return found

    def inside(self, *names: str) -> list[Part]:
        """The components of these kinds that it holds."""
        return [part for part in self.parts if part.name in names]


def unfolded(data: bytes) -> list[str]:
    """The lines of content of a file."""
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]


def read(data: bytes) -> Part:
    """The calendar in a file."""
    stack = [Part("")]
    for text in unfolded(data):
        line = _line(text)
        if line.name == "BEGIN":
            stack.append(Part(line.value))
        elif line.name == "END":
            part = stack.pop()
            assert part.name == line.value
            stack[-1].parts.append(part)
        else:
            stack[-1].lines.append(line)
    (calendar,) = stack[0].parts
    return calendar


def _line(text: str) -> Line:
    match = re.fullmatch(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', text)
    assert match, text
    pairs = re.findall(r';([A-Z-]+)=("[^"]*"|[^";:,]*)', match[2])
    return Line(match[1], {name: value.strip('"') for name, value in pairs}, match[3])


def offset(text: str) -> timedelta:
    """A distance from UTC such as `-0330`."""
    match = re.fullmatch(r"([+-])(\d\d)(\d\d)(\d\d)?", text)
    assert match, text
    length = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return -length if match[1] == "-" else length


class Zone:
    """The clocks of a place, as its VTIMEZONE tells them."""

    def __init__(self, part: Part) -> None:
        """Lists every change of the clocks with its instant."""
        found = []
        for one in part.inside("STANDARD", "DAYLIGHT"):
            before, after = (offset(one.line(name).value) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
            found += [(shown - before, before, after) for shown in _onsets(one)]
        self.changes = sorted(found)
        self._instants = [instant for instant, _, _ in self.changes]

    def at(self, instant: datetime) -> timedelta:
        """The distance from UTC at an instant, which is written without a zone."""
        place = bisect_right(self._instants, instant)
        assert place, "the zone begins too late"
        return self.changes[place - 1][2]

    def instant(self, shown: datetime) -> datetime:
        """When the clocks show that: first, or by the clocks before where they never do."""
        near = timedelta(hours=30)
        before, after = (self.at(max(shown + step, self._instants[0])) for step in (-near, near))
        right = (each for each in (before, after) if self.at(max(shown - each, self._instants[0])) == each)
        return (shown - next(right, before)).replace(tzinfo=UTC)


def _onsets(part: Part) -> list[datetime]:
    start = _moment(part.line("DTSTART"))
    assert isinstance(start, datetime)
    rule, listed = part.get("RRULE"), [line for line in part.lines if line.name == "RDATE"]
    found = [start, *(_parsed(value) for line in listed for value in line.value.split(","))]
    if rule:
        found += rrulestr(rule.value, dtstart=start).between(start, _FAR)
    return found


def _parsed(value: str) -> datetime:
    return datetime.strptime(value.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007


def _moment(line: Line) -> Moment:
    if line.params.get("VALUE") == "DATE":
        return datetime.strptime(line.value, "%Y%m%d").date()  # noqa: DTZ007
    return _parsed(line.value)


class Calendar:
    """The events of a calendar, each time by itself."""

    def __init__(self, data: bytes) -> None:
        """Reads a file."""
        self.part = read(data)
        self.zones = {zone.line("TZID").value: Zone(zone) for zone in self.part.inside("VTIMEZONE")}

    def times(self, start: date, end: date) -> set[tuple[date, Moment]]:
        """The day and the moment of everything that takes place from `start` to `end`.

        The moment is an instant in UTC, a time without a zone, or a day.
        """
        events = self.part.inside("VEVENT")
        found: set[tuple[date, Moment]] = set()
        for whole in (event for event in events if not event.get("RECURRENCE-ID")):
            uid = whole.line("UID").value
            others = [e for e in events if e.get("RECURRENCE-ID") and e.line("UID").value == uid]
            shown = self._shown(whole, end) - {_moment(one.line("RECURRENCE-ID")) for one in others}
            lasting = [one for one in (whole, *others) if not _is_off(one)]
            for one in lasting:
                line = one.line("DTSTART")
                for moment in shown if one is whole else {_moment(line)}:
                    day = moment.date() if isinstance(moment, datetime) else moment
                    found |= {(day, self.instant(line, moment))} if start <= day <= end else set()
        return found

    def instant(self, line: Line, moment: Moment) -> Moment:
        """The instant at which something starts, where its line has a zone."""
        if not isinstance(moment, datetime):
            return moment
        if line.value.endswith("Z"):
            return moment.replace(tzinfo=UTC)
        zone = line.params.get("TZID")
        return self.zones[zone].instant(moment) if zone else moment

    def _shown(self, event: Part, end: date) -> set[Moment]:
        line, rule = event.line("DTSTART"), event.get("RRULE")
        first = _moment(line)
        if not rule:
            return {first}
        last = re.search(r";UNTIL=(\w+)", rule.value)
        text = re.sub(r";UNTIL=\w+", "", rule.value)
        begin, clock = (first.date(), first.time()) if isinstance(first, datetime) else (first, None)
        days = days_of_rule(text, begin, end)
        found = {datetime.combine(day, clock) if clock is not None else day for day in days}
        return {each for each in found if not last or self._is_before(line, each, last[1])}

    def _is_before(self, line: Line, moment: Moment, last: str) -> bool:
        """Whether a time is not after the end of its rule."""
        if not isinstance(moment, datetime):
            assert len(last) == len("20260101")
            return f"{moment:%Y%m%d}" <= last
        assert last.endswith("Z") == (line.value.endswith("Z") or "TZID" in line.params)
        end = _parsed(last)
        instant = self.instant(line, moment)
        return instant <= (end.replace(tzinfo=UTC) if last.endswith("Z") else end)


def _is_off(event: Part) -> bool:
    status = event.get("STATUS")
    return bool(status and status.value == "CANCELLED")
