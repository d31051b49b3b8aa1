"""The archive's calendars: for each tag, the events of all communities that have it.

They are put together from the communities' own calendars, once these stand in the site as
readers get them. A tag's calendar is made anew where one of its communities changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from mkdocs.utils import get_relative_url

from hearthbook.publish.calendars import CALENDAR, TYPE
from hearthbook.publish.manifest import Entry
from hearthbook.publish.stamps import digest
from hearthbook.publish.versions import SUFFIX
from hearthbook.render.agenda import FOLDER, by_tag, tags_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hearthbook.model.pages import Gathering
    from hearthbook.publish.folder import SiteFolder
    from hearthbook.render.words import Words

_EVENTS: Final = re.compile(rb"BEGIN:VEVENT\r\n.*END:VEVENT\r\n", re.DOTALL)
_ZONES: Final = re.compile(rb"BEGIN:VTIMEZONE\r\nTZID:([^\r]+)\r\n.*?END:VTIMEZONE\r\n", re.DOTALL)
_FIRST: Final = re.compile(rb"\r\nDTSTART:(\d{8})T")
_TAG: Final = re.compile(r'(?P<start><p id="tag-(?P<id>[^"]+)">)(?P<name>.*?)</p>', re.DOTALL)
_MARK: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class TagCalendar:
    """The calendar of one tag."""

    path: str
    """Where it lies below the site."""
    name: str
    """What programs call it."""
    language: str
    """The language of its name, BCP 47."""
    slugs: tuple[str, ...]
    """The communities in it."""


def tag_calendars(gatherings: Iterable[Gathering], site_name: str, words: Words) -> tuple[TagCalendar, ...]:
    """The calendars of an archive: one for each tag of a listed community that meets."""
    some = sorted(gatherings, key=lambda one: one.slug)
    tagged = by_tag(some)
    pattern = words.raw("hub.agenda.all").replace("{name}", site_name)
    return tuple(
        TagCalendar(
            path=f"{FOLDER}/{tag.id}{SUFFIX}",
            name=pattern.replace("{tag}", tag.name),
            language=words.spoken,
            slugs=tuple(one.slug for one in tagged[tag.id]),
        )
        for tag in tags_of(some)
    )


def renew_calendars(
    folder: SiteFolder,
    wanted: Iterable[TagCalendar],
    entries: Mapping[str, Entry],
    standing: Callable[[str, str], Entry | None],
) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """The calendars that stand as they should, and those that are staged to come in.

    `entries` says what the communities in them were made from; `standing` gives what the site
    holds for a name and a key.
    """
    kept, fresh = {}, {}
    for one in wanted:
        made_from = [(slug, entries[slug].key, entries[slug].dress) for slug in one.slugs]
        slug, key = f"/{one.path}", digest(one.name, one.language, made_from)
        if there := standing(slug, key):
            kept[slug] = there
            continue
        if content := joined(one, folder.read):
            folder.stage(one.path, content)
        fresh[slug] = Entry(key=key, files=(one.path,) if content else ())
    return kept, fresh


def joined(one: TagCalendar, read: Callable[[str], bytes]) -> bytes:
    """A tag's calendar; empty without events. `read` gives a file of the site, empty where there is none."""
    from hearthbook.export.ics import ics  # noqa: PLC0415 - takes long to import

    calendars = [read(f"{slug}/{CALENDAR}") for slug in one.slugs]
    zones: dict[bytes, bytes] = {}
    for found in (match for data in calendars for match in _ZONES.finditer(data)):
        zones[found[1]] = min(zones.get(found[1], found[0]), found[0], key=_first)
    events = [some[0] for data in calendars if (some := _EVENTS.search(data))]
    if not events:
        return b""
    head, end, rest = ics(one.name, (), language=one.language).rpartition(b"END:VCALENDAR")
    return b"".join([head, *(zones[zone] for zone in sorted(zones)), *events, end, rest])


def _first(zone: bytes) -> bytes:
    """The day from which a zone is told."""
    return min(_FIRST.findall(zone), default=b"")


def with_tag_links(html: str, url: str, words: Words, site_url: str) -> str:
    """The agenda's HTML with a link to the calendar of each tag; `url` is its address.

    The tag itself is the link, unless it leads to a page of its own already.
    """

    def linked(match: re.Match[str]) -> str:
        path = f"{FOLDER}/{quote(match['id'])}{SUFFIX}"
        label = escape(words.raw("hub.agenda.calendar"))
        href = f"webcal://{site_url.partition('://')[2]}{path}" if site_url else get_relative_url(path, url)
        start, name = match["start"], match["name"]
        link = f'<a type="{TYPE}" href="{escape(href)}"'
        if "<a " not in name:
            return f"{start}{link}>{name}</a></p>"
        named = f"{label}: {_MARK.sub('', name)}"
        return f'{start}{name} {link} aria-label="{named}">{label}</a></p>'

    return _TAG.sub(linked, html)
