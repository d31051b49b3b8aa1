"""HB416: nobody says how people are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Join


@rule(Severity.WARNING, worth=3)
def choice_unexplained(join: Join) -> Iterator[Slip]:
    """Finds doors at which somebody chooses, and nothing says who, or by what."""
    if join.how in {"apply", "invite"} and not join.chosen_by:
        comes = "one applies here" if join.how == "apply" else "one is invited here"
        hint = 'write who, by what and how soon: `chosen_by: "Two hosts read each note within a week."`'
        yield Slip("/join/how", f"{comes}, and nothing says how people are chosen", hint)
