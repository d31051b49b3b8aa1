"""HB103: the outcome has no time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise


@rule(Severity.ADVICE, worth=3)
def no_time(promise: Promise) -> Iterator[Slip]:
    """Finds promises that do not say how long it takes."""
    if not promise.within:
        hint = "write a time that most who take part have kept: `within: six weeks`"
        yield Slip("/promise", "nothing says how long it takes to reach the outcome", hint)
