"""HB506: a ritual has ended, and nothing tells where its notes are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.rhythm import Ritual

_A_DAY: Final = timedelta(days=1)


@rule(Severity.ADVICE, worth=1)
def ended_without_archive(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds rituals without an archive, from the day after their last."""
    for index, ritual in enumerate(rituals):
        last = ritual.when.until if ritual.when else None
        if last and not ritual.archive:
            fact = f"`{ritual.name:.40}` ended on {last}, and nothing says where its notes are"
            hint = "add `archive:` with an address, or with the words `Nothing was kept`"
            since = min(last, date.max - _A_DAY) + _A_DAY
            yield Slip(pointer("rituals", index), fact, hint, since=since)
