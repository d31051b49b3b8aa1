"""HB117: the members were counted long ago."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.calendar.spans import after
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.identity import Size

MONTHS: Final = 6
"""Half a year, in which a group of fifty easily gains or loses ten."""


@rule(Severity.ADVICE, worth=2)
def old_count(size: Size, *, months: int = MONTHS) -> Iterator[Slip]:
    """Finds counts from the day on which they are too old."""
    since = after(size.as_of, f"{months} months") if size.as_of else None
    if since:
        fact = f"the {size.members} members were counted on {size.as_of}"
        yield Slip("/size/as_of", fact, "count again, and write today's date as `as_of`", since=since)
