"""What is due, as the text of an issue with boxes to tick.

What people wrote stands in code spans, where GitHub calls nobody, links nothing and takes nothing
for HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.due_words import fact, remedy
from hearthbook.calendar.duties import by_owner, distance, joined
from hearthbook.export.due_text import counted, heading, shortened, where

if TYPE_CHECKING:
    from hearthbook.calendar.due import Duty
    from hearthbook.calendar.duties import Agenda

_TICKS: Final = re.compile("`+")


def as_issue(found: Agenda, made: str) -> str:
    """The issue: a line that can be its title, a list of boxes for each owner, and how it was made.

    `made` is the command that makes it again.
    """
    found = joined(found)
    blocks = [_block(name, duties, found) for name, duties in by_owner(found)]
    title = f"# What is due: {counted(found)}"
    return "\n\n".join([title, *blocks, f"Made by {code(made, len(made))}."])


def code(text: str, most: int = 80) -> str:
    """A text of people as a code span of one line (CommonMark 0.31, section 6.1)."""
    line = shortened(text, most)
    longest = max((len(run) for run in _TICKS.findall(line)), default=0)
    fence = "`" * (longest + 1)
    room = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{room}{line}{room}{fence}"


def _block(name: str, duties: tuple[Duty, ...], found: Agenda) -> str:
    head = heading(name) or code(name)
    return "\n".join([f"## {head}", "", *(_told(duty, found) for duty in duties)])


def _told(duty: Duty, found: Agenda) -> str:
    over = duty.day < found.today
    day = f"{duty.day}, {distance(duty.day, found.today)}"
    head = f"**{day}**" if over else day
    place = where(duty)
    first = f"- [ ] {head}: {fact(duty, code, over=over)} ({code(place, len(place))})"
    said = remedy(duty, code)
    return f"{first}\n  {said[:1].upper()}{said[1:]}."
