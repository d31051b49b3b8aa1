"""A reading as YAML that `hearthbook check` accepts, and as the model has it."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from hearthbook.calendar.firsts import first_day, near
from hearthbook.model.recurrence import When

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hearthbook.calendar.readings import Choice, Meeting

_QUOTED: Final = frozenset({"at", "rrule"})
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9 _/()+-]*[A-Za-z0-9_)]|[A-Za-z]|[0-9]+ (?:weeks|months)")
_WORDS: Final = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
_WHICH: Final = {
    "turns": "because somebody must say which week the first time has",
    "week": "because somebody must say which week",
    "month": "because somebody must say which month",
    "rule": "because a rule is counted from a day",
}


def when_of(keys: Mapping[str, Any]) -> When:
    """The keys as a `When`; raises what the model raises where one of them is wrong."""
    return When.model_validate({key: _frozen(value) for key, value in keys.items()})


def _frozen(value: object) -> object:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _scalar(key: str, value: object) -> str:
    text = str(value)
    if isinstance(value, int) or (key not in _QUOTED and key in {"from", "until", "except"}):
        return text
    plain = key not in _QUOTED and _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)


def _value(key: str, value: object) -> str:
    if isinstance(value, list):
        return (
            _scalar(key, value[0])
            if len(value) == 1
            else f"[{', '.join(_scalar(key, each) for each in value)}]"
        )
    return _scalar(key, value)


def _flow(keys: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{key}: {_value(key, value)}" for key, value in keys.items()) + "}"


def _when(meeting: Meeting) -> list[str]:
    """The lines of a `when`; turns stand below each other, each with its name as a comment."""
    if "alternate" not in meeting.keys:
        return [f"when: {_flow(meeting.keys)}"]
    lines = ["when:"]
    for key, value in meeting.keys.items():
        if key != "alternate":
            lines.append(f"  {key}: {_value(key, value)}")
            continue
        names = [note.partition(": ")[2] for note in meeting.notes] or [""] * len(value)
        lines.append("  alternate:")
        lines += [
            f"    - {_flow(slot)}{f'  # {name}' if name else ''}"
            for slot, name in zip(value, names, strict=True)
        ]
    return lines


def _still(meeting: Meeting, today: date) -> list[str]:
    """What somebody has still to add, as comments."""
    return [
        f"# still to add: {_first(meeting, today) if each == 'from' else each}" for each in meeting.missing
    ]


def _first(meeting: Meeting, today: date) -> str:
    every = str(meeting.keys.get("every"))
    kind = (
        "rule"
        if "rrule" in meeting.keys
        else "turns"
        if "alternate" in meeting.keys
        else "week"
        if "week" in every
        else "month"
    )
    one = first_day(meeting.keys, today)
    two = first_day(meeting.keys, one + timedelta(days=1)) if one else None
    dates = " or ".join(str(day) for day in (one, two) if day)
    return f"from, the first day, such as {dates}, {_WHICH[kind]}"


def yaml_of(choice: Choice, today: date) -> str:
    """The YAML of one way to read a line: a `when`, or `rituals` where the line names several meetings.

    What is missing stands below as a comment, with days from `today` on as examples.
    """
    today = near(today)
    if len(choice.meetings) == 1:
        meeting = choice.meetings[0]
        return "\n".join([*_when(meeting), *_still(meeting, today)])
    lines = ["rituals:"]
    for name, meeting in zip(_names(choice), choice.meetings, strict=True):
        inner = [*_when(meeting), *_still(meeting, today)]
        lines += [f"  - name: {_scalar('name', name)}", *(f"    {line}" for line in inner)]
    return "\n".join(lines)


def _names(choice: Choice) -> list[str]:
    """A name for each meeting, no two alike."""
    names: list[str] = []
    for number, meeting in enumerate(choice.meetings, 1):
        name = meeting.name or f"Meeting {number}"
        names.append(f"{name} {number}" if name in names else name)
    return names
