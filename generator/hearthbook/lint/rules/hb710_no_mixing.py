"""HB710: more than fifteen members, and nothing brings strangers together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

MOST: Final = 15
"""Up to here everybody has talked with everybody after a few weeks, without help."""


@rule(Severity.ADVICE, worth=2)
def no_mixing(community: Community, *, most: int = MOST) -> Iterator[Slip]:
    """Finds groups large enough for cliques that do not mix."""
    if community.size and community.size.members > most and not community.mixing:
        fact = f"there are {community.size.members} members, and nothing makes sure that they meet each other"
        hint = "draw new pairs now and then: `mixing: {how: pairs, every: month, opt_out: Tell the host.}`"
        yield Slip("/size/members", fact, hint)
