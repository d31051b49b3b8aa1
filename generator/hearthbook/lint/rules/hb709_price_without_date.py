"""HB709: a price does not say since when it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import names_a_sum, quoted
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Membership


@rule(Severity.ADVICE, worth=1)
def price_without_date(membership: Membership) -> Iterator[Slip]:
    """Finds prices without the day from which they hold."""
    if membership.price and names_a_sum(membership.price) and not membership.since:
        fact = f"nothing says since when {quoted(membership.price)} holds"
        yield Slip("/membership/price", fact, "write the first day of this price: `since: 2026-04-01`")
