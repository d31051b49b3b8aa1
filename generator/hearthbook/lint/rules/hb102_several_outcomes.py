"""HB102: the outcome joins several outcomes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted, words
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise

_JOINT: Final = re.compile(
    r"\s*[,;/&]\s*(?:(?:and|und)\s+)?(?:also\s+|auch\s+)?|\s+(?:and|plus|und)\s+(?:also\s+|auch\s+)?",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"\b(?:it|its|them|they|their|theirs|this|these|those|both|the|da(?:bei|mit|ran|raus|rüber|von|zu)"
    r"|sie|es|ihn|ihm|ihnen|ihr\w{0,2}|sein\w{0,2}|der|die|das|den|dem|des)\b",
    re.IGNORECASE,
)
"""Words that look back at what was said before: a second step of one thing, as in "and read it aloud"."""

_OPENING: Final = re.compile(
    r"(?:advance|become|build|connect|create|develop|discover|earn|expand|explore|find|gain|grow|improve|join"
    r"|launch|learn|meet|network|organi[sz]e|understand|get (?:better|fit|to know)|make (?:friends|new)"
    r"|start (?:a|an|your))\b",
    re.IGNORECASE,
)
"""How an aim of its own begins; "write" or "read" would often be a step on the way."""

_ENDING: Final = re.compile(
    r".*\b(?:aufbauen|bauen|entdecken|entwickeln|finden|gründen|kennenlernen|knüpfen|lernen|verbessern"
    r"|verdienen|vernetzen|verstehen|wachsen|werden)",
    re.IGNORECASE,
)
"""How it ends in German."""

_CLAUSE: Final = 2
"""The fewest words of a clause: in "read and write a proof", the first is none."""


@rule(Severity.ADVICE, worth=3, languages=("en", "de"))
def several_outcomes(promise: Promise) -> Iterator[Slip]:
    """Finds outcomes with an `and` after which something else begins."""
    clauses = _JOINT.split(" ".join(promise.outcome.strip(" .").split()))
    more = [after for before, after in pairwise(clauses) if _another(before, after)]
    if more:
        fact = f"the outcome goes on to another aim: {quoted(more[0])}"
        yield Slip(
            "/promise/outcome", fact, "keep the one that members come for; the rest may follow from it"
        )


def _another(before: str, after: str) -> bool:
    """Whether a clause is an aim of its own: a verb with an object that does not look back."""
    if min(len(words(before)), len(words(after))) < _CLAUSE or _BACK.search(after):
        return False
    last = words(before)[-1]
    german = _ENDING.fullmatch(after) and last.islower() and last.endswith("n")
    return bool(german or _OPENING.match(after))
