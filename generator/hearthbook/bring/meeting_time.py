"""A meeting's time as somebody says it, made into what a file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hearthbook.calendar.read import read
from hearthbook.ingest.when import read_when

if TYPE_CHECKING:
    from datetime import date


def meeting_time(text: str, today: date) -> Any:  # noqa: ANN401 - as YAML has it
    """The text where a file may say it so, else its keys where it can mean one time only, else the text."""
    if not isinstance(read_when(text), str):
        return text
    choices = read(text, today=today).choices
    if len(choices) != 1 or len(choices[0].meetings) != 1 or choices[0].answers:
        return text
    return dict(choices[0].keys)
