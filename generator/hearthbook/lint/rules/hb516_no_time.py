"""HB516: a ritual does not say when it takes place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.rhythm import Ritual


@rule(Severity.ADVICE, worth=2)
def no_time(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds rituals without a word on when they take place."""
    for index, ritual in enumerate(rituals):
        if not ritual.when:
            fact = f"nothing says when `{ritual.name:.40}` takes place"
            hint = 'add `when: "every Tuesday at 17:00"`, or `when: {note: We tell you in the help channel}`'
            yield Slip(pointer("rituals", index), fact, hint)
