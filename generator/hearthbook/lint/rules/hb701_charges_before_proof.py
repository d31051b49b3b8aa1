"""HB701: it costs money, and nothing shows yet that it works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import names_a_sum
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.worth import Membership

CHARGES: Final = ("paid", "cohort", "workshops", "product")
"""The models in which members pay; sponsors pay for them."""


def _charges(membership: Membership, models: tuple[str, ...]) -> bool:
    """Whether members pay: a product's group may well be free, and so may a price without a sum."""
    unpriced = not membership.price and membership.model != "product"
    return membership.model in models and (unpriced or names_a_sum(membership.price or ""))


def _proven(community: Community) -> bool:
    measured = any(metric.results for metric in community.metrics)
    told = any(story.consent for story in community.stories)
    return bool(community.promise.proof or measured or told)


@rule(Severity.WARNING, worth=3)
def charges_before_proof(
    membership: Membership, community: Community, *, models: tuple[str, ...] = CHARGES
) -> Iterator[Slip]:
    """Finds groups that charge without a proof, a measurement or a story."""
    if _charges(membership, models) and not _proven(community):
        fact = "members pay, and there is no `proof`, no measured result and no story yet"
        hint = "run one round free, or write what held so far: `proof: 8 of 12 people finished their story`"
        yield Slip("/membership", fact, hint)
