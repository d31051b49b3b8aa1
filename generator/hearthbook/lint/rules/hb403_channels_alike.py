"""HB403: two channels have nearly the same purpose."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import gist, likeness, quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Channel

ALIKE: Final = 0.75
"""Three words shared of four: `Ask here about glazes` and `Ask here about kilns` stay below."""


@rule(Severity.ADVICE, worth=2)
def channels_alike(channels: tuple[Channel, ...], *, alike: float = ALIKE) -> Iterator[Slip]:
    """Finds channels between which nobody could choose; what both say they serve tells them apart."""
    gists = [gist(channel.purpose or "") for channel in channels]
    told = set()
    for first, second in combinations(range(len(channels)), 2):
        one, other = channels[first], channels[second]
        apart = one.serves and other.serves and one.serves != other.serves
        if second not in told and not apart and likeness(gists[first], gists[second]) >= alike:
            told.add(second)
            fact = f"{quoted(one.name, 20)} and {quoted(other.name, 20)} have nearly the same purpose"
            hint = "make one channel of the two, or add to each what does not belong there: `not_here`"
            yield Slip(pointer("channels", second), fact, hint)
