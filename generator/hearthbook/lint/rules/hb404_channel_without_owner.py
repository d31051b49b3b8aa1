"""HB404: channels that nobody looks after."""

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
def channel_without_owner(channels: tuple[Channel, ...]) -> Iterator[Slip]:
    """Finds channels without an owner, and tells of all of them at once."""
    bare = [position for position, each in enumerate(channels) if not each.owner]
    if bare:
        fact = f"nobody is named who looks after {listed([channels[position].name for position in bare])}"
        hint = "ask who reads it most, and write their id: `owner: jonas`"
        yield Slip(pointer("channels", bare[0]), fact, hint)
