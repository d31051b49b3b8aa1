"""HB907: an ignored rule has nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.rule import Outcome


@rule(Severity.ADVICE, worth=1, even_closed=True)
def ignored_for_nothing(outcome: Outcome) -> Iterator[Slip]:
    """Finds ignored rules that looked and found nothing."""
    for code in outcome.ignores:
        if code in outcome.ran and code not in outcome.used:
            hint = f"take the line out; {code} speaks up again if it comes back"
            yield Slip(pointer("lint", "ignore", code), f"{code} finds nothing here any more", hint)
