"""HB816: the promise is still the example that a new file starts with."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.resources import starter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise

EXAMPLE: Final = frozenset(
    {"people who want to get better at one thing together", "do that thing without putting it off"}
)
"""`promise.for` and `promise.outcome` as `hearthbook new` writes them without questions."""
_FOR: Final = re.compile(r"^  for:\n((?:    - .+\n)+)", re.MULTILINE)
_OUTCOME: Final = re.compile(r"^  outcome: (.+)$", re.MULTILINE)


@cache
def examples() -> frozenset[str]:
    """The promises of the starter file and of all blueprints, each of which was written for another group."""
    found = set(EXAMPLE)
    for path in (starter() / "blueprints").glob("*/*.yml"):
        text = path.read_text(encoding="utf-8")
        found |= {line.removeprefix("    - ") for rows in _FOR.findall(text) for line in rows.splitlines()}
        found |= set(_OUTCOME.findall(text))
    return frozenset(found)


@rule(Severity.WARNING, worth=4)
def starters_promise(promise: Promise) -> Iterator[Slip]:
    """Finds the words of the starter file or of a blueprint where the group's own should stand."""
    said = [(f"/promise/for/{number}", text) for number, text in enumerate(promise.for_)]
    for where, text in (*said, ("/promise/outcome", promise.outcome)):
        if text in examples():
            yield Slip(
                where, "this is still the example of a new file", "write in your own words what you promise"
            )
