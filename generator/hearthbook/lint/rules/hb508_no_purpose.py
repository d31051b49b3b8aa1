"""HB508: a ritual does not say what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.rhythm import Ritual


@rule(Severity.ADVICE, worth=2)
def no_purpose(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds rituals without a purpose, until they have ended."""
    for index, ritual in enumerate(rituals):
        if not ritual.purpose:
            fact = f"nothing says what members get out of `{ritual.name:.40}`"
            hint = "add one line, as in `purpose: Hear how your page sounds to somebody else`"
            last = ritual.when.until if ritual.when else None
            yield Slip(pointer("rituals", index), fact, hint, until=last)
