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
    """Finds gatherings without steps; what is written in a channel needs none."""
    for index, ritual in enumerate(community.rituals):
        if not ritual.steps and not in_channel(ritual.where, community):
            fact = f"nothing says what happens at `{ritual.name:.40}`"
            hint = "add two or three steps, as in `steps: [Each reads one page, The others say what worked]`"
            last = ritual.when.until if ritual.when else None
            yield Slip(pointer("rituals", index), fact, hint, until=last)
