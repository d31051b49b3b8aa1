"""HB609: one person holds three roles or more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import person
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearthbook.model.belonging import Holder, Role
    from hearthbook.model.community import Community

LEAST: Final = 3
"""Two roles often belong together; with three, one tired person stops half the group."""


@rule(Severity.ADVICE, worth=2)
def three_roles(roles: tuple[Role, ...], community: Community, *, least: int = LEAST) -> Iterator[Slip]:
    """Finds people on whom too much rests."""
    held: dict[str, dict[int, Holder]] = {}
    for number, role in enumerate(roles):
        for holder in role.held_by:
            held.setdefault(person(holder.person, community), {})[number] = holder
    for mine in held.values():
        if len(mine) >= max(least, 1):
            who = next(iter(mine.values())).person
            yield Slip(
                pointer("roles", [*mine][max(least, 1) - 1], "held_by"),
                f"`{who}` holds {len(mine)} roles: {listed([roles[number].name for number in mine])}",
                "offer one of them to somebody else, with a small start and `open_seats: 1`",
                until=_until(mine.values(), least),
            )


def _until(held: Iterable[Holder], least: int) -> date | None:
    """The last day on which somebody still holds that many roles."""
    ends = sorted((one.until or date.max for one in held), reverse=True)
    end = ends[max(least, 1) - 1]
    return None if end == date.max else end
