"""HB222: several people take reports, and nothing says how they decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.conduct import Conduct


@rule(Severity.ADVICE, worth=1, after=("HB201",))
def no_way_to_decide(conduct: Conduct) -> Iterator[Slip]:
    """Finds contacts who do not know how many of them must agree, or what breaks a tie."""
    said = conduct.decisions
    lacks = [] if said and said.quorum else ["how many must agree"]
    lacks += [] if said and said.tie_break else ["who breaks a tie"]
    count = len(conduct.contacts)
    if count > 1 and lacks:
        yield Slip(
            "/conduct/decisions" if said else "/conduct",
            f"{count} people take reports, and nothing says {' or '.join(lacks)}",
            "settle it now, as in `decisions: { quorum: both contacts, tie_break: the stand-by person }`",
        )
