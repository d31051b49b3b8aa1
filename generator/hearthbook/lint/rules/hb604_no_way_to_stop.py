"""HB604: a role says nothing about how to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Role


@rule(Severity.ADVICE, worth=3)
def no_way_to_stop(roles: tuple[Role, ...]) -> Iterator[Slip]:
    """Finds roles that one cannot see a way out of."""
    lacking = {number: role.name for number, role in enumerate(roles) if not role.stop}
    if lacking:
        fact = f"nothing says how to stop as {listed(list(lacking.values()))}"
        yield Slip(
            pointer("roles", next(iter(lacking))),
            fact,
            "write the way out: `stop: Tell the hosts two weeks ahead; no reasons needed`",
        )
