"""HB406: channels on more than three platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed, words
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Channel

MOST: Final = 3
"""A place to talk, a place to keep things and perhaps a mailing list: each more is an account more."""
_NAME: Final = 3
"""A tool's name has no more words; `the chalk board in the yard` is a place, and needs no account."""


@rule(Severity.ADVICE, worth=2)
def many_platforms(channels: tuple[Channel, ...], *, most: int = MOST) -> Iterator[Slip]:
    """Finds groups whose members need more tools than three."""
    named = [(each.platform or "").partition(",")[0].strip() for each in channels]
    tools = {name.casefold(): name for name in named if 0 < len(words(name)) <= _NAME}
    if len(tools) > most:
        fact = f"the channels are on {len(tools)} platforms: {listed(list(tools.values()), len(tools))}"
        yield Slip("/channels", fact, "ask which one members open anyway, and move the others there")
