"""HB816: the promise is still the example that a new file starts with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise

EXAMPLE: Final = frozenset(
    {"people who want to get better at one thing together", "do that thing without putting it off"}
)
"""`promise.for` and `promise.outcome` as `hearthbook new` writes them."""


@rule(Severity.WARNING, worth=4)
def starters_promise(promise: Promise) -> Iterator[Slip]:
    """Finds the words of the starter file where the group's own should stand."""
    said = [(f"/promise/for/{number}", text) for number, text in enumerate(promise.for_)]
    for where, text in (*said, ("/promise/outcome", promise.outcome)):
        if text in EXAMPLE:
            yield Slip(
                where, "this is still the example of a new file", "write in your own words what you promise"
            )
