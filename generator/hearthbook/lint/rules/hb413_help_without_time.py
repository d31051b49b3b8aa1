"""HB413: the help channel does not say how soon somebody answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Channel

_TIME: Final = re.compile(
    r"\d|hour|day|week|minute|evening|morning|tonight|stunde|tag|woche|abend|heure|jour|semaine|hora|día",
    re.IGNORECASE,
)
"""What shows that the purpose itself says how soon, as in `answers within a day`."""


@rule(Severity.ADVICE, worth=3)
def help_without_time(channels: tuple[Channel, ...]) -> Iterator[Slip]:
    """Finds channels that serve help and leave open when it comes."""
    for position, each in enumerate(channels):
        if each.serves == "help" and not each.reply_within and not _TIME.search(each.purpose or ""):
            fact = f"{quoted(each.name)} serves help and does not say how soon somebody answers"
            hint = "write the time you keep even in a bad week: `reply_within: two days`"
            yield Slip(pointer("channels", position), fact, hint)
