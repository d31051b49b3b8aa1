"""What is to be done on a day, in English, for those who keep the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hearthbook.calendar.due import Duty, Kind


class _Said(NamedTuple):
    fact: str
    """What it is, with `{about}` in the place of what people wrote."""
    remedy: str
    """What to do, and what to write afterwards, with `{day}` in the place of the day."""


_SAID: Final[Mapping[Kind, _Said]] = {
    "term": _Said(
        "the term as {about} ends",
        "go on, and write the new `until`; or stop: find who is next, and write that in `held_by`",
    ),
    "handbook": _Said(
        "the handbook is to be read through",
        "read it, mend what is no longer so, and write the day on which you did as `last`",
    ),
    "code": _Said(
        "the code of conduct is to be reviewed",
        "read it, try each address once, and write the day on which you did as `last`",
    ),
    "norm": _Said(
        "the norm {about} is to be looked at again",
        "keep it, change it or drop it, and move `review_by` on",
    ),
    "answer": _Said(
        "the answer to {about} is to be looked at again",
        "see whether it is still so, and move `review_by` on",
    ),
    "claim": _Said(
        "the answer to {about} is to be checked",
        "look up what it stands on, then move `checked` and `expires` on; if nobody can, take it out",
    ),
    "article": _Said(
        "the article {about} is to be checked",
        "read it, then move `reviewed` and `expires` on; if nobody can, take it out",
    ),
    "metric": _Said("{about} is to be measured again", "count, and add what came out to its `results`"),
    "ritual": _Said(
        "{about} has its last day",
        "ask those who come whether it goes on; write a new `until`, or `retired: {day}`",
    ),
    "mixing": _Said("members are mixed for the first time", "ask who takes part, and tell them with whom"),
    "apply": _Said("the last day to apply for the round", "see that everybody who applied has an answer"),
    "starts": _Said("the round starts", "see that everybody who has a seat knows where and when"),
    "ends": _Said("the round ends", "ask how it was; write the days of the next one, or take `cohort` out"),
    "split": _Said("the group splits from {about}", "tell both groups what changes for them"),
    "status": _Said(
        "from this day the group is {about}", "tell the members, and what becomes of their rituals"
    ),
}
_FINDS: Final = "go on, and write the new `until`; or stop, and {finder} finds who is next"
_OVER: Final[Mapping[Kind, str]] = {
    "term": "the term as {about} has ended",
    "ritual": "{about} has had its last day",
    "ends": "the round that is announced is over",
    "starts": "the round has started, and nothing says when it ends",
    "apply": "one could apply until then, and nothing says when the round starts",
}
"""The fact once the day is over, where that is another one."""


def fact(duty: Duty, quoted: Callable[[str], str], *, over: bool) -> str:
    """What it is, in one sentence without a full stop.

    `quoted` makes words of people fit for where they will stand.
    """
    pattern = _OVER.get(duty.kind, "") if over else ""
    said = (pattern or _SAID[duty.kind].fact).replace("{about}", quoted(duty.about))
    others = [quoted(name) for name in duty.owners[1:]]
    return f"{said}, together with {listed(others)}" if others else said


def remedy(duty: Duty, quoted: Callable[[str], str]) -> str:
    """What to do about it, and what to write afterwards, without a full stop."""
    if duty.kind == "term" and duty.finder:
        return _FINDS.replace("{finder}", quoted(duty.finder))
    return _SAID[duty.kind].remedy.replace("{day}", str(duty.day))


def listed(names: Sequence[str]) -> str:
    """`mira`, `mira and noor`, `mira, noor and tess`; empty for nobody."""
    *first, last = names or ("",)
    return f"{', '.join(first)} and {last}" if first else last
