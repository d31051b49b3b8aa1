"""A line about a time, as people write it: read with certainty, with a question, or refused.

    Every other Tuesday at 09:00 PT
    jeden letzten Freitag im Monat um 18:30 Uhr
    alternating between Monday at 13:00 PT and Wednesday at 09:00 PT

Every word has to have its place in what is read. A word without one is named, and
the line is refused: a time that is nearly right sends people to the wrong hour.
`ingest.when` reads a few plain phrases in YAML; this reader is for what people bring.
"""

from __future__ import annotations

from difflib import get_close_matches
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from hearthbook.calendar.firsts import begun, near
from hearthbook.calendar.reading.drafts import Asked
from hearthbook.calendar.reading.grammar import simplified
from hearthbook.calendar.reading.labels import NAME, named
from hearthbook.calendar.reading.several import drafts_of
from hearthbook.calendar.reading.tokens import UNKNOWN, Token, plain, tokens_of
from hearthbook.calendar.reading.turns import takes_turns, turns_of
from hearthbook.calendar.readings import Choice, Meeting, Reading, Unreadable
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from hearthbook.calendar.readings import Answer, Draft

_MOST: Final = 12
"""Ways to read one line; with more, it says too little."""
_ORDER: Final[tuple[str, ...]] = (
    "every",
    "day",
    "alternate",
    "rrule",
    "at",
    "zone",
    "minutes",
    "from",
    "until",
    "except",
)
_NAMED: Final = 5
"""Words that a refusal names."""
_SHOWN: Final = 40
"""Characters of each of them."""


def read(text: str, *, today: date, zones: tuple[str, ...] = (), start: date | None = None) -> Reading:
    """How a line is read: its choices with their questions, or why it is refused.

    `zones` answer for an abbreviation that may mean one of them, and the first stands in where
    none is named; `start` is a day from which rhythms of several weeks are counted. Never raises.
    """
    asked = Asked(today=near(today), zones=zones, start=start)
    try:
        drafts = _drafts(_heard(plain(text)), asked)
        return _reading(text, drafts, asked)
    except Unreadable as problem:
        return Reading(text=text, refusal=problem.reason, unread=problem.unread)


def _heard(line: str) -> tuple[Token, ...]:
    """The tokens that say something; refuses words with a reason against them, and unknown ones."""
    tokens = named(tokens_of(line))
    for token in tokens:
        if token.kind == "!":
            raise Unreadable(f"`{token.text}`: {token.value}", token.text)
    if unknown := [token.text for token in tokens if token.kind == UNKNOWN]:
        raise Unreadable(_left_over(unknown), *unknown)
    return simplified(tokens)


def _left_over(words: Sequence[str]) -> str:
    shown = ", ".join(f"`{word[:_SHOWN]}`" for word in words[:_NAMED])
    more = f" and {len(words) - _NAMED} more words" if len(words) > _NAMED else ""
    for word in words:
        near = get_close_matches(word[:_SHOWN].title().removesuffix("s"), WEEKDAYS, n=1, cutoff=0.75)
        if near:
            return f"{shown}{more} cannot be read; did you mean {near[0]}?"
    if any(word.isupper() and word.isascii() and word.isalpha() for word in words):
        return f"{shown}{more} cannot be read; a time zone is written as its place, as in Asia/Karachi"
    return f"{shown}{more} cannot be read; write days, times and zones only, and the rest as a `note`"


def _drafts(tokens: tuple[Token, ...], asked: Asked) -> tuple[Draft, ...]:
    if not any(token.kind != NAME for token in tokens):
        raise Unreadable("it names neither a day nor a time; write them as in `every Tuesday at 17:00`")
    tokens = _every_other(tokens)
    return (turns_of(tokens, asked),) if takes_turns(tokens) else drafts_of(tokens, asked)


def _every_other(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """`alternating Tuesdays at 17:00` is every other Tuesday."""
    kinds = "".join(token.kind for token in tokens)
    alone = kinds.count("d") == 1 and kinds.count("t") <= 1 and "&" not in kinds
    if alone and kinds.removeprefix("e").startswith("ad"):
        return tuple(Token(kind="x", text=token.text) if token.kind == "a" else token for token in tokens)
    return tokens


def _reading(text: str, drafts: Sequence[Draft], asked: Asked) -> Reading:
    """All choices that the open questions leave."""
    every = {question.key: question for draft in drafts for question in draft.asked()}
    questions = tuple(every.values())
    ways = 1
    for question in questions:
        ways *= len(question.answers)
    if ways > _MOST:
        raise Unreadable(
            f"it can be read in {ways} ways; name the zone by its place, and each day by its name"
        )
    choices = []
    for answers in product(*(question.answers for question in questions)):
        taken = dict(zip(every, answers, strict=True))
        meetings = tuple(begun(_meeting(draft, taken), asked.start) for draft in drafts)
        told = tuple((each.about, answer.says) for each, answer in zip(questions, answers, strict=True))
        choices.append(Choice(meetings=meetings, answers=told))
    remarks = tuple(dict.fromkeys(remark for draft in drafts for remark in draft.remarks))
    return Reading(text=text, choices=tuple(choices), questions=questions, remarks=remarks)


def _meeting(draft: Draft, taken: Mapping[str, Answer]) -> Meeting:
    """A meeting with the questions settled."""
    keys: dict[str, Any] = dict(draft.keys)
    missing: list[str] = []
    for question in draft.questions:
        keys |= taken[question.key].keys
        missing += taken[question.key].missing
    notes: tuple[str, ...] = ()
    if draft.slots:
        slots = [dict(_meeting(slot, taken).keys) for slot in draft.slots]
        keys |= _together(slots)
        notes = tuple(
            f"{slot['day']}: {each.name}" for slot, each in zip(slots, draft.slots, strict=True) if each.name
        )
    ordered = {key: keys[key] for key in _ORDER if key in keys}
    return Meeting(keys=ordered, name=draft.name, missing=tuple(missing), notes=notes)


def _together(slots: list[dict[str, Any]]) -> dict[str, Any]:
    """The slots, and what is the same in all of them beside them."""
    keys: dict[str, Any] = {}
    for key in ("zone", "minutes"):
        if key in slots[0] and all(slot.get(key) == slots[0][key] for slot in slots):
            keys[key] = slots[0][key]
            for slot in slots:
                del slot[key]
    return {"alternate": slots, **keys}
