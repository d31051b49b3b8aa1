"""HB114: nothing says what one needs to bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise


@rule(Severity.ADVICE, worth=2)
def nothing_assumed(promise: Promise) -> Iterator[Slip]:
    """Finds promises that name no tools, time, money or skill to start with."""
    if not promise.assumes:
        hint = "name the time, tools and skill you count on: `assumes: [two hours a week, a quiet room]`"
        yield Slip("/promise", "nothing says what a member needs to have already", hint)
