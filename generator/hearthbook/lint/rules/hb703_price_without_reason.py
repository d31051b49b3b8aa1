"""HB703: a price does not say what it pays for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import names_a_sum, quoted
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Membership


@rule(Severity.ADVICE, worth=2)
def price_without_reason(membership: Membership) -> Iterator[Slip]:
    """Finds prices that serve nothing one could name."""
    if membership.price and names_a_sum(membership.price) and not membership.serves:
        fact = f"nothing says what {quoted(membership.price)} pays for"
        hint = "name it with the outcome: `serves: It pays for the room in which people finish their stories`"
        yield Slip("/membership/price", fact, hint)
