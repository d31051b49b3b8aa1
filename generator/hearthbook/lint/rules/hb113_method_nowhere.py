"""HB113: there is a method, and nowhere it happens any more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=3)
def method_nowhere(community: Community) -> Iterator[Slip]:
    """Finds methods whose rituals have all ended, and that no channel or mixing carries."""
    if not community.promise.method or community.channels or community.mixing:
        return
    ends = [ritual.when.until if ritual.when else None for ritual in community.rituals]
    last = max([each for each in ends if each], default=date.max)
    # without any ritual HB500 speaks
    if ends and None not in ends:
        hint = "name the ritual in which it happens: `rituals: { Page night: every Tuesday at 17:00 }`"
        fact = f"the last ritual that could do what the method says ended on {last}"
        yield Slip("/promise/method", fact, hint, since=last + timedelta(days=1))
