"""HB200: nothing is written about what happens when somebody is hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.WARNING, worth=5)
def no_conduct(community: Community) -> Iterator[Slip]:
    """Finds communities without a code of conduct."""
    if not community.conduct:
        yield Slip(
            "",
            "nothing says to whom a member can turn who was hurt",
            'name two people: `conduct: { contacts: ["Noor, noor@example.org", "Ada, ada@example.org"] }`',
        )
