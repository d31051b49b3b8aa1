"""A community's calendars: one for each ritual, one for all of them, and one for its stewards.

How often the community was changed, by which programs find a change, is put in at the last
step; see versions.py.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from mkdocs.utils import get_relative_url

from hearthbook.calendar.due import duties
from hearthbook.calendar.series import is_sure
from hearthbook.publish.versions import SUFFIX
from hearthbook.render.meetings import Meetings, find_channel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.export.ics import Event
    from hearthbook.export.meetings import Meeting
    from hearthbook.model.community import Community
    from hearthbook.model.pages import Cell, Page
    from hearthbook.model.recurrence import When
    from hearthbook.model.rhythm import Ritual
    from hearthbook.render.words import Words

CALENDAR: Final = "calendar.ics"
STEWARDS: Final = "stewards.ics"
TYPE: Final = "text/calendar"
_RESTS: Final = frozenset({"paused", "closed"})
ABOUT_DATES: Final = frozenset({"rituals", "agenda", "hosts"})
"""Pages that lead to calendars."""
_WHEN: Final = re.compile(r'<p [^>]*\bid="when-(?P<id>[^"]+)"[^>]*>.*?</p>', re.DOTALL)
_DOT: Final = " \N{MIDDLE DOT} "


class Dated(NamedTuple):
    """A ritual whose days and hour are known well enough for a calendar."""

    ritual: Ritual
    when: When
    in_person: bool
    """Whether people come to a place, whose clocks count."""


class CellCalendars:
    """The calendars of one community, and the ways to them on its pages."""

    def __init__(self, cell: Cell, words: Words, site_url: str | None) -> None:
        """Bind the community, its words, and the address of the site if that is known."""
        self._cell = cell
        self._words = words
        self._site = site_url or ""
        self._dated = tuple(_dated(cell.community, words))

    def files(self) -> dict[str, bytes]:
        """The calendars: path below the site -> content; none where no day is sure."""
        from hearthbook.export.meetings import meeting_events  # noqa: PLC0415 - takes long to import
        from hearthbook.export.stewards import stewards_calendar  # noqa: PLC0415 - as above

        slug, name = self._cell.slug, self._cell.community.name
        events = {one.ritual.id: meeting_events(self._meeting(one)) for one in self._dated}
        names = {one.ritual.id: f"{one.ritual.name}{_DOT}{name}" for one in self._dated}
        every = [event for some in events.values() for event in some]
        found = {f"{slug}/rituals/{id_}{SUFFIX}": (names[id_], some) for id_, some in events.items() if some}
        found |= {f"{slug}/{CALENDAR}": (name, tuple(every))} if every else {}
        calendars = {path: self._calendar(path, title, some) for path, (title, some) in found.items()}
        stewards = stewards_calendar(self._cell, self._words, self._site)
        return calendars | ({f"{slug}/{STEWARDS}": stewards} if stewards else {})

    def _calendar(self, path: str, name: str, events: tuple[Event, ...]) -> bytes:
        from hearthbook.export.ics import ics  # noqa: PLC0415 - as above

        source = f"{self._site}{path}" if self._site else ""
        return ics(name, events, language=self._cell.language, source=source)

    def _meeting(self, one: Dated) -> Meeting:
        from hearthbook.export.meetings import Meeting  # noqa: PLC0415 - as above

        community, ritual = self._cell.community, one.ritual
        name = f"{ritual.name}{_DOT}{community.name}"
        page = f"{self._site}{self._cell.slug}/rituals/#ritual-{ritual.id}" if self._site else ""
        location, address = _place(community, ritual)
        return Meeting(
            slug=self._cell.slug,
            id=ritual.id,
            name=name,
            when=one.when,
            description="\n\n".join(part for part in (ritual.purpose, address, page) if part),
            location=location,
            url=page,
            off=self._words.raw("calendar.off").replace("{name}", name),
            remind=ritual.remind,
            retired=ritual.retired.on if ritual.retired else None,
            rests=bool(community.status and community.status.state in _RESTS),
            in_person=one.in_person,
        )

    def linked(self, html: str, page: Page, url: str) -> str:
        """The HTML of a page of `ABOUT_DATES` with the ways into a reader's calendar.

        Each ritual has its own file below it; all of them together, at the end, can be subscribed
        to. `url` is the page's address below the site.
        """
        if page.kind == "hosts":
            return self._with_duties(html, url)
        known = {one.ritual.id for one in self._dated if not one.ritual.retired}
        if not known:
            return html

        def way(match: re.Match[str]) -> str:
            if match["id"] not in known:
                return match[0]
            target = f"{self._cell.slug}/rituals/{match['id']}{SUFFIX}"
            return f"{match[0]}\n{_aside(self._link(target, url, 'calendar.add'))}"

        return f"{_WHEN.sub(way, html)}\n{_aside(self._ways(url))}\n"

    def _with_duties(self, html: str, url: str) -> str:
        """The page for hosts with the way to the stewards' calendar, where there is one."""
        if not duties(self._cell.slug, self._cell.community, self._cell.articles):
            return html
        link = self._link(f"{self._cell.slug}/{STEWARDS}", url, "due.add")
        hint = escape(self._words.raw("calendar.stewards_how"))
        return f"{html}\n{_aside(f'{link}<br>{hint}')}\n"

    def _ways(self, url: str) -> str:
        """How all meetings get into a calendar and stay right there."""
        path = f"{self._cell.slug}/{CALENDAR}"
        download = self._link(path, url, "calendar.download")
        if not self._site:
            return download
        address = escape(f"{self._site}{path}".partition("://")[2])
        label = escape(self._words.raw("calendar.subscribe"))
        hint = escape(self._words.raw("calendar.how"))
        return f'<a href="webcal://{address}">{label}</a>{_DOT}{download}<br>{hint}'

    def _link(self, path: str, url: str, word: str) -> str:
        """A link to a calendar, from a page with this address."""
        href, label = escape(quote(get_relative_url(path, url))), escape(self._words.raw(word))
        return f'<a type="{TYPE}" href="{href}">{label}</a>'


def _aside(html: str) -> str:
    return f'<p class="hb-small hb-screen hb-into">{html}</p>'


def _dated(community: Community, words: Words) -> Iterator[Dated]:
    meetings = Meetings(community, words)
    for ritual in community.rituals:
        in_person = bool(ritual.where) and not meetings.on_screen(ritual)
        if ritual.when and is_sure(ritual.when, in_person=in_person):
            yield Dated(ritual, ritual.when, in_person)


def _place(community: Community, ritual: Ritual) -> tuple[str, str]:
    """Where it takes place, and the address to open, if it has one besides."""
    channel = find_channel(community, ritual.where) if ritual.where else None
    if not channel:
        return ritual.where or "", ""
    named = f"{channel.name} ({channel.platform})" if channel.platform else channel.name
    return named, channel.url or ""
