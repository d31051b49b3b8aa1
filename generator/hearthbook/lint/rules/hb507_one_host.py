"""HB507: one person hosts every ritual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import person
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

LEAST: Final = 3
"""Two rituals one person can carry for a long time; with three, one cold cancels everything."""


@rule(Severity.ADVICE, worth=3)
def one_host(community: Community, *, least: int = LEAST) -> Iterator[Slip]:
    """Finds groups whose rituals all hang on one person; those with a last day count where all have one."""
    lasting = [each for each in community.rituals if not (each.when and each.when.until)]
    counted = lasting or community.rituals
    hosts = {person(each.host, community) if each.host else "" for each in counted}
    if len(counted) >= least and len(hosts) == 1 and "" not in hosts:
        ends = [each.when.until for each in counted if each.when and each.when.until]
        fact = f"all {len(counted)} rituals are hosted by `{counted[0].host:.40}`"
        hint = "ask somebody to host one of them once, with the usual host beside them"
        yield Slip("/rituals", fact, hint, until=min(ends, default=None))
