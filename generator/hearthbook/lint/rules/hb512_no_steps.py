"""HB512: a ritual does not say what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.people import in_channel
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=1, after=("HB508",))
def no_steps(community: Community) -> Iterator[Slip]:
    """Finds groups none of whose gatherings has steps; what is written in a channel needs none."""
    gatherings = [
        (index, each)
        for index, each in enumerate(community.rituals)
        if not in_channel(each.where, community) and not (each.when and each.when.until)
    ]
    if gatherings and not any(each.steps for each in community.rituals):
        index, ritual = gatherings[0]
        fact = f"nothing says what happens at `{ritual.name:.40}`"
        hint = "add two or three steps, as in `steps: [Each reads one page, The others say what worked]`"
        yield Slip(pointer("rituals", index), fact, hint)
