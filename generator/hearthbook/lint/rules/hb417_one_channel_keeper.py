"""HB417: one person looks after every channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import persons
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

LEAST: Final = 3
"""One person can carry two channels; with three, their holiday is a silence everywhere."""


@rule(Severity.ADVICE, worth=3)
def one_channel_keeper(community: Community, *, least: int = LEAST) -> Iterator[Slip]:
    """Finds groups whose channels all rest on the same person."""
    owners = [each.owner for each in community.channels if each.owner]
    if len(owners) == len(community.channels) >= least and len(persons(owners, community)) == 1:
        fact = f"{quoted(owners[0])} looks after all {len(owners)} channels"
        yield Slip("/channels", fact, "hand over the smallest one, to somebody who answers there already")
