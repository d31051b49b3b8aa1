"""HB505: the hour moves for members elsewhere when the clocks change."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from babel.dates import get_month_names

from hearthbook.lint.people import in_channel
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.rhythm import Ritual

_YEAR: Final = 2026
"""A year to read the clocks by; the months in which they change have long been the same."""

_SCREEN: Final = re.compile(r"://|\b(?:video|online|webinar|zoom|jitsi|(?:video)?calls?\b)", re.IGNORECASE)

_CLOCKS: Final = re.compile(
    r"\bclocks?\b|summer time|daylight saving|\bDST\b|Zeitumstellung|(?:Sommer|Winter)zeit|\bUhren\b"
    r"|changement d.heure|heure d.été|الساعات|التوقيت (?:الصيفي|الشتوي)",
    re.IGNORECASE,
)
"""Words that speak of clocks which change."""


@rule(Severity.ADVICE, worth=2)
def clocks_change(community: Community) -> Iterator[Slip]:
    """Finds groups that meet on screens by clocks that change, and do not say so."""
    lasting = {n: each for n, each in enumerate(community.rituals) if not (each.when and each.when.until)}
    if community.place and not all(_on_screen(each, community) for each in lasting.values()):
        return
    for index, ritual in lasting.items():
        when = ritual.when
        if not when or not when.at or not when.zone or when.note or _speaks_of_clocks(ritual, community):
            continue
        changes = _changes(when.zone)
        if changes and _on_screen(ritual, community):
            city = when.zone.rpartition("/")[2].replace("_", " ")
            months = " and ".join(changes)
            fact = f"`{ritual.name:.30}` goes by the clocks of {city}; far away, its hour moves in {months}"
            hint = f"say in `steps`, `purpose` or `faq` that your hour may move with the clocks of {city}"
            yield Slip(pointer("rituals", index, "when"), fact, hint)
            return


def _speaks_of_clocks(ritual: Ritual, community: Community) -> bool:
    """Whether members read somewhere that clocks change."""
    answers = (text for answer in community.faq for text in (answer.q, answer.a))
    return any(_CLOCKS.search(text) for text in (ritual.purpose, *ritual.steps, *answers) if text)


def _on_screen(ritual: Ritual, community: Community) -> bool:
    """Whether members elsewhere can take part: in a channel, at an address, in a video room."""
    said = " ".join(each for each in (ritual.where, ritual.name, ritual.purpose) if each)
    return in_channel(ritual.where, community) or bool(_SCREEN.search(said))


def _changes(zone: str) -> list[str]:
    """The names of the months within which the clocks of a zone change."""
    names = get_month_names(locale="en")
    firsts = [
        datetime(_YEAR + month // 13, month % 13 or 1, 1, tzinfo=ZoneInfo(zone)) for month in range(1, 14)
    ]
    shifts = [first.utcoffset() for first in firsts]
    return [names[month] for month, (one, other) in enumerate(pairwise(shifts), 1) if one != other]
