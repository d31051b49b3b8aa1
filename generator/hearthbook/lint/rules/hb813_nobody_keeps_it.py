"""HB813: nobody keeps the handbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=2)
def nobody_keeps_it(community: Community) -> Iterator[Slip]:
    """Finds handbooks that are in nobody's care."""
    review = community.review
    if not (review and review.owner):
        first = community.founders[0] if community.founders else "Ada Example"
        example = f"review: {{ owner: {first[:30]}, every: six months }}"
        hint = f"name who reads it through and how often: `{example}`"
        yield Slip("/review" if review else "", "nobody is named who keeps this handbook true", hint)
