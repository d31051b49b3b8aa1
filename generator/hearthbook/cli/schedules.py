"""Schedules read from files, and what is said about each: for people and for programs."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from typing import TYPE_CHECKING, Any, Final

from hearthbook.calendar.describe import describe
from hearthbook.calendar.firsts import begun
from hearthbook.calendar.written import when_of, yaml_of
from hearthbook.errors import HearthbookError
from hearthbook.ingest.reader import printable
from hearthbook.render.words import load_words
from hearthbook.resources import themes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hearthbook.calendar.readings import Choice, Meeting, Reading

_WIDTH: Final = 90
_MOST: Final = 2_000_000
"""Bytes of a file; a line of a schedule has about forty."""


def _decoded(data: bytes, file: str) -> str:
    if len(data) > _MOST:
        raise HearthbookError("this file is too large", where=file, hint="cut it into files of 2 MB at most")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise HearthbookError(
            "this is not UTF-8", where=f"{file}:{line}", hint="save the file as UTF-8"
        ) from None


def lines_of(data: bytes, file: str) -> list[str]:
    """The lines that hold something."""
    return [line.strip() for line in _decoded(data, file).splitlines() if line.strip()]


def rows_of(data: bytes, columns: Sequence[str], file: str) -> list[str]:
    """What some columns of a CSV say together, row by row; raises HearthbookError where one is absent."""
    text = _decoded(data, file)
    first = text.partition("\n")[0]
    mark = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as problem:
        raise HearthbookError(f"this is not a CSV: {problem}", where=file, hint="check its quotes") from None
    names = [name.strip() for name in rows[0]] if rows else []
    if absent := next((column for column in columns if column not in names), None):
        hint = (
            f"its columns are {', '.join(names[:12])}" if any(names) else "its first line names the columns"
        )
        raise HearthbookError(f"there is no column `{absent}`", where=file, hint=printable(hint))
    places = [names.index(column) for column in columns]
    joined = (" ".join(" ".join(row[at] for at in places if at < len(row)).split()) for row in rows[1:])
    return [line for line in joined if line]


def _said(meeting: Meeting, language: str, today: date) -> str:
    """A meeting in the words of the theme."""
    words = load_words(themes() / "hearth" / "words", language)
    when = when_of(begun(meeting, today).keys)
    if "from" in meeting.missing and not when.rrule:
        when = when.model_copy(update={"from_": None})
    return str(describe(when, words.say, words.locale))


def _reads(choice: Choice, language: str, today: date) -> str:
    return "; and ".join(_said(meeting, language, today) for meeting in choice.meetings)


def _text(reading: Reading, today: date, language: str) -> str:
    """What is said about one line."""
    shown = printable(" ".join(reading.text.split())[:300])
    rows = [shown]
    if reading.refusal:
        rows.append(_fitted("not read: ", printable(reading.refusal)))
    several = len(reading.choices) > 1
    if reading.choices and not several:
        rows.append(_fitted("reads as: ", _reads(reading.choices[0], language, today)))
    rows += [_fitted(f"{each.about}: ", each.asks) for each in reading.questions]
    rows += [_fitted("note: ", remark) for remark in reading.remarks]
    for number, choice in enumerate(reading.choices, 1):
        told = _fitted(f"{number}. ", _reads(choice, language, today)) + "\n" if several else ""
        rows.append(f"\n{told}{textwrap.indent(yaml_of(choice, today), '    ')}")
    return "\n".join(rows)


def _fitted(first: str, text: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=f"  {first}",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def as_text(readings: Sequence[Reading], today: date, language: str) -> str:
    """What is said about each line, for people."""
    return "\n\n".join(_text(reading, today, language) for reading in readings)


def _facts(reading: Reading, today: date, language: str) -> dict[str, Any]:
    choices = [
        {
            "reads_as": _reads(choice, language, today),
            "answers": [{"about": about, "taken": taken} for about, taken in choice.answers],
            "meetings": [
                {
                    "name": each.name,
                    "when": each.keys,
                    "missing": list(each.missing),
                    "notes": list(each.notes),
                }
                for each in choice.meetings
            ],
            "yaml": yaml_of(choice, today),
        }
        for choice in reading.choices
    ]
    questions = [
        {"about": each.about, "asks": each.asks, "answers": [answer.says for answer in each.answers]}
        for each in reading.questions
    ]
    return {
        "text": reading.text,
        "refusal": reading.refusal,
        "unread": list(reading.unread),
        "choices": choices,
        "questions": questions,
        "remarks": list(reading.remarks),
    }


def as_json(readings: Sequence[Reading], today: date, language: str) -> str:
    """What is said about each line, for programs."""
    return json.dumps([_facts(each, today, language) for each in readings], ensure_ascii=False, indent=2)
