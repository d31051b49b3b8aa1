"""What is due, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from hearthbook.calendar.due_words import fact, remedy

if TYPE_CHECKING:
    from hearthbook.calendar.due import Duty
    from hearthbook.calendar.duties import Agenda

SCHEMA: Final = 1
"""Grows when a key is renamed, taken away or means something else; not when one is added."""


def as_json(found: Agenda) -> str:
    """One JSON object: `schema`, `today`, `until` and `duties`, overdue first and each by day.

    A duty has `community`, `day` (ISO 8601), `days` (from today; negative is past), `overdue`, `kind` (one
    of `calendar.due.Kind`), `about`, `fact`, `remedy`, `owners` (as they wish to be shown; none is nobody),
    `finder` (or null), `pointer` (RFC 6901), `file` and `line`. All keys are always there.
    """
    whole = {
        "schema": SCHEMA,
        "today": str(found.today),
        "until": str(found.until),
        "duties": [_row(duty, found) for duty in found.all],
    }
    text = json.dumps(whole, indent=2, ensure_ascii=False)
    # half a character in somebody's words cannot be printed; JSON writes it as the same escape
    return text.encode("utf-8", "backslashreplace").decode()


def _row(duty: Duty, found: Agenda) -> dict[str, Any]:
    over = duty.day < found.today
    return {
        "community": duty.slug,
        "day": str(duty.day),
        "days": (duty.day - found.today).days,
        "overdue": over,
        "kind": duty.kind,
        "about": duty.about,
        "fact": fact(duty, _quoted, over=over),
        "remedy": remedy(duty, _quoted),
        "owners": list(duty.owners),
        "finder": duty.finder or None,
        "pointer": duty.pointer,
        "file": duty.place.file if duty.place else None,
        "line": duty.place.line if duty.place else None,
    }


def _quoted(text: str) -> str:
    return f"`{text}`"
