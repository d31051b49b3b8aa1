"""HB500: nothing is done again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=3)
def no_rituals(community: Community) -> Iterator[Slip]:
    """Finds groups that never come together, as far as their handbook says."""
    if not community.rituals:
        hint = 'begin with one line, as in `rituals: {Weekly wins: "every Tuesday at 17:00"}`'
        yield Slip("", "no ritual says when the group comes together", hint)
