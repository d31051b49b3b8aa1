"""HB402: channels that do not say what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Channel


@rule(Severity.ADVICE, worth=2)
def channel_without_purpose(channels: tuple[Channel, ...]) -> Iterator[Slip]:
    """Finds channels of which one learns the name alone, and tells of all of them at once."""
    bare = [
        position
        for position, each in enumerate(channels)
        if not (each.purpose or each.serves or each.post_here)
    ]
    if bare:
        names = listed([channels[position].name for position in bare])
        fact = f"nothing says what {names} {'is' if len(bare) == 1 else 'are'} for"
        yield Slip(
            pointer("channels", bare[0]), fact, 'add a line: `purpose: "Ask here, answers within a day"`'
        )
