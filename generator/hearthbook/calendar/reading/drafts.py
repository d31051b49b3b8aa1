"""One meeting from its parts, with the questions that are open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast

from hearthbook.calendar.reading.clock_words import Clock
from hearthbook.calendar.reading.hours import hours_of
from hearthbook.calendar.reading.limits import limits_of
from hearthbook.calendar.reading.rhythms import rhythm_of
from hearthbook.calendar.reading.zone_questions import question_of, settled
from hearthbook.calendar.readings import Draft, Question, Unreadable
from hearthbook.calendar.shifts import spoken
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from datetime import date

    from hearthbook.calendar.reading.grammar import Parts
    from hearthbook.calendar.reading.zone_words import Written

_LONGEST_RANGE: Final = 8 * 60
"""Minutes that a meeting may last where an end can also be a distance from UTC."""
_SEVERAL: Final = re.compile(r"(?:days|tags|wochs)$", re.IGNORECASE)
NO_ZONE: Final = "no zone is named, so the archive's own clock counts; add `zone` where that may not be so"
NO_TIME: Final = "it names no time of day; add `at` where there is one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a reading depends on besides the line."""

    today: date
    """The day from which the next change of clocks is looked for."""
    zones: tuple[str, ...] = ()
    """Zones that somebody named beforehand; the first is taken where a line names none."""
    start: date | None = None
    """The day from which a rhythm of several weeks is counted."""


def draft_of(parts: Parts, asked: Asked) -> Draft:
    """One meeting: its rhythm or its one day, its time and zone, its first and last day."""
    rhythm = _once(parts) if "date" in parts else rhythm_of(parts)
    bounds = limits_of(parts, rhythm, asked.today)
    timed = timed_of(parts, asked)
    return joined(replace(rhythm, name=parts.name), timed, bounds)


def joined(first: Draft, *others: Draft) -> Draft:
    """Several drafts of one meeting as one."""
    drafts = (first, *others)
    keys = {key: value for draft in drafts for key, value in draft.keys.items()}
    questions = tuple(question for draft in drafts for question in draft.questions)
    remarks = tuple(dict.fromkeys(remark for draft in drafts for remark in draft.remarks))
    return replace(first, keys=keys, questions=questions, remarks=remarks)


def timed_of(parts: Parts, asked: Asked) -> Draft:
    """The time of day, the zone and the length."""
    hours = hours_of(parts)
    if "time" not in parts:
        if "zone" in parts:
            raise Unreadable(f"`{parts.words('zone')}` names a zone, and there is no time of day")
        return replace(hours, remarks=(*hours.remarks, NO_TIME))
    return joined(hours, _zone(parts, asked))


def zone_words(parts: Parts) -> tuple[Written, ...]:
    """The zones as written, beside the time or within it."""
    found = (*parts.values("time", "z"), *parts.values("zone", "z"))
    return cast("tuple[Written, ...]", found)


def _zone(parts: Parts, asked: Asked) -> Draft:
    found = zone_words(parts)
    if not found:
        taken = asked.zones[0] if asked.zones else ""
        told = f"no zone is named; {taken} is taken, as you asked" if taken else NO_ZONE
        return Draft(keys={"zone": taken} if taken else {}, remarks=(told,))
    written = settled(found, asked.today)
    _refuse_range(parts, written)
    meant = question_of(written, asked.today, asked.zones)
    if isinstance(meant, Question):
        return Draft(questions=(meant,))
    sure = written.sure or written.ahead == 0
    return Draft(
        keys={"zone": meant}, remarks=() if sure else (f"`{written.text}` is taken as {meant}, as you asked",)
    )


def _refuse_range(parts: Parts, written: Written) -> None:
    """Refuses `9:00 UTC-10:00`, which may be an hour in UTC, or a start in Honolulu."""
    clocks = parts.values("time", "t")
    if (
        len(clocks) != 1
        or not isinstance(clocks[0], Clock)
        or "-" not in written.text
        or ":" not in written.text
    ):
        return
    lasts = -(written.ahead or 0) - clocks[0].minutes
    if 0 < lasts <= _LONGEST_RANGE:
        end = written.text.rpartition("-")[2]
        raise Unreadable(
            f"`{written.text}` can be a distance from UTC, or an end at {end} in UTC; write `to {end} UTC`"
        )


def _once(parts: Parts) -> Draft:
    """A single day; refuses a weekday that it is not, and a rhythm beside it."""
    day = cast("date", parts.values("date", "D")[0])
    if others := [
        name for name in ("cadence", "of", "each", "nth", "dates", "from", "until", "span") if name in parts
    ]:
        fact = f"`{parts.words('date')}` is a single day, and `{parts.words(*others)}` speaks of several"
        raise Unreadable(f"{fact}; write `from {day}` where it begins then")
    names = parts.values("days", "d")
    if any(_SEVERAL.search(token.text) for token in parts.found.get("days", ())):
        raise Unreadable(
            f"`{parts.words('days')}` are several, and `{parts.words('date')}` is one; write `from {day}`"
        )
    if "days" in parts and names != (WEEKDAYS[day.weekday()],):
        raise Unreadable(
            f"{spoken(day)} is a {WEEKDAYS[day.weekday()]}, not a {parts.words('days')}; check which holds"
        )
    return Draft(keys={"from": day.isoformat(), "until": day.isoformat()}, remarks=("it is a single day",))
