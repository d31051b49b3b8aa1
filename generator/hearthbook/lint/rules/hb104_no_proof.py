"""HB104: nothing shows that the promise has been kept before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.calendar.spans import after
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import names_a_sum, unseen_in
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=3)
def no_proof(community: Community) -> Iterator[Slip]:
    """Finds groups at work without a proof, from the day on which there may be one."""
    promise, status = community.promise, community.status
    forming = status and status.state not in {"active", "full"}
    if promise.proof or forming or _charges_untried(community) or unseen_in(community):
        return
    begun = status.since if status else None
    since = after(begun, promise.within) if begun and promise.within else None
    fact = "the promise does not say whether anybody has got there"
    yield Slip("/promise", fact, _hint(community), since=since)


def _charges_untried(community: Community) -> bool:
    """Whether members pay for what nothing else speaks for either: HB701 says so with more weight."""
    paid = community.membership
    shown = any(each.results for each in community.metrics) or any(each.consent for each in community.stories)
    charges = paid and paid.model not in {"free", "sponsors"} and names_a_sum(paid.price or "")
    return bool(charges and not shown)


def _hint(community: Community) -> str:
    outcomes = [each for each in community.metrics if each.kind == "outcome"]
    results = [each for metric in outcomes for each in metric.results if each.of]
    if not results:
        return "count who got there, and say so: `proof: 9 of our first 14 members ...`"
    last = max(results, key=lambda each: each.date)
    return f"put your own figures here: `proof: {last.value:g} of {last.of:g} members ...`"
