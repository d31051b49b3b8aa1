"""HB116: the group is for too many kinds of people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import words
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise

MOST: Final = 3
"""Three kinds of people can meet as one group; a fourth finds nobody who has the same question."""

_JOINT: Final = re.compile(
    r"\s*[,;/&]\s*(?:(?:and|or|und|oder)\s+)?|\s+(?:and|or|und|oder)\s+", re.IGNORECASE
)
_BARE: Final = 2
"""The most words of a name in a list such as `new parents, nurses, teachers`; more describe one kind."""


@rule(Severity.ADVICE, worth=3)
def many_audiences(promise: Promise, *, most: int = MOST) -> Iterator[Slip]:
    """Finds a `for` that names more kinds of people than can be one group."""
    kinds = sum(_kinds(entry) for entry in promise.for_)
    if kinds > most:
        hint = f"keep the {most} at most who share one question, and give the others a group of their own"
        yield Slip("/promise/for", f"the promise is for {kinds} kinds of people", hint)


def _kinds(entry: str) -> int:
    """How many kinds of people an entry names: several if it is a bare list of names, else one."""
    parts = [len(words(each)) for each in _JOINT.split(entry)]
    return len(parts) if all(1 <= each <= _BARE for each in parts) else 1
