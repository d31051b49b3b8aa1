"""The dates of those who run a community, as a calendar: a term that ends, a review, a last day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from hearthbook.calendar.due import duties
from hearthbook.export.ics import Event, ics, uid
from hearthbook.model.base import Item
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearthbook.calendar.due import Duty, Kind
    from hearthbook.model.community import Community
    from hearthbook.model.pages import Cell

FILE: Final = "stewards.ics"
_DAY: Final = 24 * 60
_ALARM: Final = 7 * _DAY - 9 * 60
"""Minutes before midnight of the day: at nine in the morning, a week before it."""
_PLACE: Final = re.compile(r"\{(\w+)\}")
_PAGES: Final[Mapping[Kind, str]] = {
    "term": "roles/",
    "code": "code-of-conduct/",
    "norm": "norms/",
    "answer": "faq/",
    "claim": "faq/",
    "metric": "measures/",
    "ritual": "rituals/",
    "mixing": "rituals/",
    "split": "growth/",
}
"""The page on which members read about it; the home where there is none."""


class Words(Protocol):
    """The words of a language."""

    @property
    def spoken(self) -> str:
        """The language, BCP 47."""

    @property
    def comma(self) -> str:
        """What stands between two parts of one phrase."""

    def raw(self, key: str) -> str:
        """The sentence `key` with its places unfilled."""


def stewards_calendar(cell: Cell, words: Words, site_url: str = "") -> bytes:
    """The calendar of a community's duties, in its language; empty where there are none.

    People are named as the cell names them, which is as they wish to be shown. `site_url` is the
    address of the site, with a slash at its end.
    """
    community = cell.community
    events = [
        _event(duty, community, words, site_url)
        for duty in duties(cell.slug, community, cell.articles, cell.sources)
    ]
    if not events:
        return b""
    name = _filled(words.raw("due.calendar"), name=community.name)
    source = f"{site_url}{cell.slug}/{FILE}" if site_url else ""
    return ics(name, events, language=words.spoken, source=source)


def _event(duty: Duty, community: Community, words: Words, site_url: str) -> Event:
    """One day; its id is that of what was written, so that it moves when the day does."""
    page = f"{site_url}{duty.slug}/{_page(duty)}" if site_url else ""
    told = (words.raw(f"due.{duty.kind}_do"), _whose(duty, words), _finder(duty, words), page)
    what = _filled(words.raw(f"due.{duty.kind}"), about=duty.about, owner=_people(duty.owners, words))
    return Event(
        uid=uid(duty.slug, _by_ids(community, duty.pointer), duty.kind),
        summary=f"{what} \N{MIDDLE DOT} {community.name}",
        description="\n\n".join(part for part in told if part),
        first=duty.day,
        url=page,
        alarm=_ALARM,
        of=duty.slug,
    )


def _by_ids(community: Community, where: str) -> str:
    """A pointer with ids in place of positions, so that an entry put before others changes no calendar."""
    here: object = community
    parts = []
    for part in where.split("/")[1:]:
        here = here[int(part)] if isinstance(here, tuple) else getattr(here, part, None)
        parts.append(here.id if isinstance(here, Item) else part)
    return "/".join(["", *parts])


def _page(duty: Duty) -> str:
    if duty.kind == "article":
        return f"articles/{duty.pointer.split('/')[2]}/"
    return _PAGES.get(duty.kind, "")


def _whose(duty: Duty, words: Words) -> str:
    if not duty.owners:
        return words.raw("due.nobody")
    return _filled(words.raw("due.owner"), owner=_people(duty.owners, words))


def _finder(duty: Duty, words: Words) -> str:
    if not duty.finder:
        return ""
    return _filled(words.raw("due.finder"), finder=_people((duty.finder,), words))


def _people(names: tuple[str, ...], words: Words) -> str:
    """The names; each person who is not shown as the language's word for that."""
    return words.comma.join(words.raw("people.unnamed") if name == UNNAMED else name for name in names)


def _filled(pattern: str, **values: str) -> str:
    """A sentence on one line, its places filled all at once: what people wrote is never taken for a place."""
    return " ".join(_PLACE.sub(lambda match: values[match[1]], pattern).split())
