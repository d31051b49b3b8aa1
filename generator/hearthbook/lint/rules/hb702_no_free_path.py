"""HB702: it costs money, and there is no way in without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import names_a_sum, quoted
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Membership

MODELS: Final = ("paid", "cohort", "workshops")
"""The models in which taking part itself is paid for."""


@rule(Severity.ADVICE, worth=3)
def no_free_path(membership: Membership, *, models: tuple[str, ...] = MODELS) -> Iterator[Slip]:
    """Finds groups that charge and have no seat for those who cannot pay."""
    priced = names_a_sum(membership.price) if membership.price else membership.model in models
    if priced and membership.model != "free" and not membership.free_path:
        cost = f"it costs {quoted(membership.price)}" if membership.price else "members pay"
        hint = "write one: `free_path: Ask any host, and you pay nothing. Nobody asks why`"
        yield Slip("/membership", f"{cost}, and nothing says how to take part without paying", hint)
