"""HB300: no norm is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=3)
def no_norms(community: Community) -> Iterator[Slip]:
    """Finds communities that name none of their habits."""
    if not community.norms:
        hint = 'write the habit you already keep: `norms: ["We ask before we advise."]`'
        yield Slip("", "no norm is written down", hint)
