"""HB509: a ritual says when it starts and not how long it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.people import in_channel
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=1)
def no_length(community: Community) -> Iterator[Slip]:
    """Finds gatherings without a length; what is written in a channel needs none."""
    for index, ritual in enumerate(community.rituals):
        when = ritual.when
        if when and when.at and not when.minutes and not in_channel(ritual.where, community):
            fact = f"`{ritual.name:.40}` starts at {when.at:%H:%M}, and nothing says when it is over"
            hint = "add its length to `when`, as in `minutes: 60`"
            yield Slip(pointer("rituals", index, "when"), fact, hint, until=when.until)
