"""HB602: somebody is named for a role whose term is over."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Role


@rule(Severity.WARNING, worth=3)
def term_ended(roles: tuple[Role, ...]) -> Iterator[Slip]:
    """Finds holders whose last day has passed."""
    for number, role in enumerate(roles):
        for place, holder in enumerate(role.held_by):
            if holder.until and holder.until < date.max:
                yield Slip(
                    pointer("roles", number, "held_by", place, "until"),
                    f"`{holder.person}` is named as {role.name}, and the term ended on {holder.until}",
                    "write the new `until` if they go on; if not, take them out and set `open_seats: 1`",
                    since=holder.until + timedelta(days=1),
                )
