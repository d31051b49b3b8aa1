"""HB405: no channel serves help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Channel
    from hearthbook.model.community import Community

_HELP: Final = re.compile(
    r"\b(?:help|ask|asking|question|questions|support|stuck|hilfe|helfen|frag|frage|fragen|fragt)\b",
    re.IGNORECASE,
)
"""Words by which a channel that says nothing of what it serves shows that it is for help."""


@rule(Severity.ADVICE, worth=3, after=("HB402",))
def no_help_channel(community: Community) -> Iterator[Slip]:
    """Finds groups in which nobody can tell where to ask."""
    channels = community.channels
    if channels and not any(_helps(each) for each in channels):
        fact = (
            "no channel serves help"
            if len(channels) > 1
            else "the one channel does not say that it serves help"
        )
        yield Slip(
            "/channels", fact, "mark the one where questions are welcome with `serves: help`, or open one"
        )
    elif not channels and not (community.onboarding and community.onboarding.ask):
        hint = 'name one place for questions: `channels: { help: "Ask here, answers within a day" }`'
        yield Slip("", "nothing says where one asks for help", hint)


def _helps(channel: Channel) -> bool:
    words = " ".join((channel.name, channel.purpose or "", *channel.post_here))
    return channel.serves == "help" if channel.serves else bool(_HELP.search(words))
