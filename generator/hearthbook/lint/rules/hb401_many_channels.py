"""HB401: more than seven channels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Channel

MOST: Final = 7
"""As many as fit on one screen of a phone; in 200 people there is not enough talk for more."""


@rule(Severity.ADVICE, worth=3)
def many_channels(channels: tuple[Channel, ...], *, most: int = MOST) -> Iterator[Slip]:
    """Finds groups that talk in more places than a newcomer can follow."""
    if len(channels) > most:
        hint = "join those in which the same people talk, and close the quietest with a last note"
        yield Slip("/channels", f"there are {len(channels)} channels, more than a newcomer can follow", hint)
