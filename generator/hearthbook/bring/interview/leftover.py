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

    from hearthbook.bring.interview.questions import Script
    from hearthbook.bring.interview.session import Session
    from hearthbook.ingest.tree import Node
    from hearthbook.model.recurrence import When

ELSEWHERE: Final = frozenset({"example", "first_post", "when", "term", "interval", "tags"})
"""Keys whose texts are about something else than when the group meets."""
EVENING: Final = 17
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
    for line, text in _texts(tree) if tree else ():
        words = [word for pattern in doubtful if (word := pattern.search(text))]
        if words and text not in typed:
            found.append(Leftover(line=line, word=min(words, key=re.Match.start)[0], text=text))
    return tuple(found)


def signs(spoken: Script) -> dict[str, re.Pattern[str]]:
    """Weekday, `weekly` or `evening` -> the words of a language for it."""
    names = get_day_names("wide", locale=spoken.language)
    days = {day: rf"\b{re.escape(str(names[number]))}s?\b" for number, day in enumerate(WEEKDAYS)}
    rhythm = {key: spoken.frame[key] for key in ("weekly", "evening")}
    return {key: re.compile(words, re.IGNORECASE) for key, words in {**days, **rhythm}.items()}


def _doubtful(when: When, session: Session) -> tuple[re.Pattern[str], ...]:
    """The words that are not true of a meeting at that time."""
    known, held = signs(session.script), [str(day) for day in when.day or ()]
    keys = [day for day in WEEKDAYS if held and not any(day in each for each in held)]
    keys += ["weekly"] if when.every != "week" else []
    keys += ["evening"] if when.at and when.at.hour < EVENING else []
    return tuple(known[key] for key in keys)


def _texts(node: Node) -> Iterator[tuple[int, str]]:
    """Each text with the line on which it begins, without those that are about something else."""
    if isinstance(node, Scalar):
        yield node.mark.line, node.text.strip()
    elif isinstance(node, Listing):
        for item in node.items:
            yield from _texts(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key not in ELSEWHERE:
                yield from _texts(entry.value)
