"""HB502: a ritual that nobody hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.rhythm import Ritual


@rule(Severity.ADVICE, worth=2)
def no_host(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds rituals without a host, until they have ended."""
    for index, ritual in enumerate(rituals):
        if not ritual.host:
            fact = f"nobody is named who hosts `{ritual.name:.40}`"
            hint = "add an id from `people` or a name, as in `host: mira`"
            last = ritual.when.until if ritual.when else None
            yield Slip(pointer("rituals", index), fact, hint, until=last)
