"""What a blueprint says that the answers make doubtful: other days, another rhythm, another time of day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from babel.dates import get_day_names

from hearthbook.ingest.events import read_tree
from hearthbook.ingest.tree import Listing, Mapping, Scalar
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.bring.interview.session import Session
    from hearthbook.ingest.tree import Node
    from hearthbook.model.recurrence import When

_ELSEWHERE: Final = frozenset({"example", "first_post", "when", "term", "interval", "tags"})
"""Keys whose texts are about something else than when the group meets."""
_EVENING: Final = 17
"""The hour from which a meeting may be called one in the evening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A line that somebody should read again."""

    line: int
    """In the file, from 1."""
    word: str
    """What is doubtful in it."""
    text: str
    """The whole text."""


def leftovers(session: Session) -> tuple[Leftover, ...]:
    """The texts of the file that the first meeting's time makes doubtful, in their order.

    Empty where nobody has said when the group meets, or has begun without a blueprint.
    """
    community = session.judged().community
    when = community.rituals[0].when if community and community.rituals else None
    if when is None or not {"when", "way"} <= session.answers.keys():
        return ()
    doubtful = _doubtful(when, session)
    tree, _ = read_tree(session.text(), "")
    typed = {" ".join(answer.split()) for answer in session.answers.values()}
    found = []
    if tree is None or doubtful is None:
        return ()
    for line, text in _texts(tree):
        if (word := doubtful.search(text)) and text not in typed:
            found.append(Leftover(line=line, word=word[0], text=text))
    return tuple(found)


def _doubtful(when: When, session: Session) -> re.Pattern[str] | None:
    """The words that are not true of a meeting at that time; None where all may be."""
    frame, held = session.script.frame, [str(day) for day in when.day or ()]
    names = get_day_names("wide", locale=session.script.language)
    others = [
        str(names[number])
        for number, day in enumerate(WEEKDAYS)
        if held and not any(day in each for each in held)
    ]
    parts = [rf"\b(?:{'|'.join(map(re.escape, others))})s?\b"] if others else []
    if when.every != "week":
        parts.append(frame["weekly"])
    if when.at and when.at.hour < _EVENING:
        parts.append(frame["evening"])
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def _texts(node: Node) -> Iterator[tuple[int, str]]:
    """Each text with the line on which it begins, without those that are about something else."""
    if isinstance(node, Scalar):
        yield node.mark.line, node.text.strip()
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key not in _ELSEWHERE:
                yield from _texts(entry.value)
