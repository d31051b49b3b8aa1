"""HB106: somebody is turned away and not told where to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise


@rule(Severity.ADVICE, worth=2)
def turned_away(promise: Promise) -> Iterator[Slip]:
    """Finds entries of `not_for` without a better place."""
    for number, entry in enumerate(promise.not_for):
        if not entry.instead:
            fact = f"{quoted(entry.who)} are not told where they could go"
            hint = "name a group, a book or a person that would serve them: `instead: ...`"
            yield Slip(pointer("promise", "not_for", number), fact, hint)
