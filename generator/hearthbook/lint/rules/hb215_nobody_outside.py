"""HB215: few lead, and nobody from outside is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import independent, insiders, persons
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Conduct

FEW: Final = 5
"""Among fewer, nobody is far enough from the others to judge a case about one of them."""


@rule(Severity.WARNING, worth=4, after=("HB214",))
def nobody_outside(conduct: Conduct, community: Community, *, few: int = FEW) -> Iterator[Slip]:
    """Finds groups with few leads in whose code everybody named is one of them."""
    inside = insiders(community)
    named = persons((each for each in (conduct.above, conduct.stand_by) if each), community)
    independents = any(independent(each, community) for each in conduct.contacts)
    if len(inside) < few and not independents and named <= inside:
        yield Slip(
            "/conduct",
            f"few people lead ({len(inside)}), and the code names nobody from outside",
            "name one person who is not a member, as in `stand_by: Ada Example, ada@example.org`",
        )
