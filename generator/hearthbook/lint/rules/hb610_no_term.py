"""HB610: a role says nothing about how long one holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Role


@rule(Severity.ADVICE, worth=2)
def no_term(roles: tuple[Role, ...]) -> Iterator[Slip]:
    """Finds roles without an end."""
    lacking = {number: role.name for number, role in enumerate(roles) if not role.term}
    if lacking:
        fact = f"nothing says for how long one is {listed(list(lacking.values()))}"
        yield Slip(pointer("roles", next(iter(lacking))), fact, "write an end: `term: six months`")
