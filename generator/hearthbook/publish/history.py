"""How each community has changed, from git's history: who changed what, when and why, as it may be shown.

A community's events are those of its own file under all its names, of the files that it extends now as far
as it does not say otherwise itself, and of its articles. They are made once and kept; while neither the
history nor the community's files changed, only their digests are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.content import FOLDER as CONTENT
from hearthbook.ingest.folder import FOLDER as COMMUNITIES
from hearthbook.publish.history_events import happenings, happenings_of, rows_of
from hearthbook.publish.history_maker import Files, Maker
from hearthbook.publish.history_packed import DAMAGED, spread_out, squeezed
from hearthbook.publish.stamps import digest, digest_of
from hearthbook.publish.tools import versions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from hearthbook.history.versions import History
    from hearthbook.model.changes import Event
    from hearthbook.publish.history_events import Happening
    from hearthbook.publish.history_kept import Kept
    from hearthbook.publish.register import Record, Register

_FORM: Final = 3
_TABLE: Final = "news"
_TOLD: Final = "told"
_BESIDE: Final = 2
"""Slashes in the path of an article."""


class Past:
    """The events of all communities of an archive, each made when it is first asked for or was not kept."""

    def __init__(self, root: Path, register: Register, history: History, kept: Kept, jobs: int = 1) -> None:
        """Look at an archive and at what git knows of it; `jobs` processes read what was not read before."""
        self.history = history
        """How often each file was changed and when last."""
        self._root = root
        self._register = register
        self._kept = kept
        self._jobs = jobs
        self._told: dict[str, tuple[Happening, ...]] = {}

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """Slug -> a digest of its events; empty where there are none. Makes what was not kept."""
        keys = {slug: self._key(slug, record) for slug, record in self._records.items()}
        known = self._known()
        stale = [slug for slug, key in keys.items() if key and known.get(slug, ("", ""))[0] != key]
        fresh = self._make(stale) if stale else {}
        found = {slug: fresh[slug] if slug in fresh else known[slug][1] for slug, key in keys.items() if key}
        if stale or set(known) != set(found):
            self._kept.keep(_TABLE, {slug: [keys[slug], found[slug]] for slug in found})
            self._kept.drop_others(_TOLD, {slug for slug in found if found[slug]})
        return {slug: found.get(slug, "") for slug in keys}

    def happenings(self, slug: str) -> tuple[Happening, ...]:
        """What happened in a community, newest first, with what one needs to know to tell it."""
        if not self.digests.get(slug):
            return ()
        if slug not in self._told:
            try:
                self._told[slug] = happenings_of(spread_out(self._kept.get(_TOLD, slug)))
            except DAMAGED:
                self._make([slug])
        return self._told[slug]

    def events(self, slug: str) -> tuple[Event, ...]:
        """The events of a community, newest first."""
        return tuple(each.event for each in self.happenings(slug))

    @cached_property
    def _records(self) -> dict[str, Record]:
        return {slug: record for slug, record in self._register.records.items() if record.shown}

    @cached_property
    def _articles(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.history.files:
            if path.endswith(".md") and path.startswith(f"{CONTENT}/") and path.count("/") == _BESIDE:
                found[path.split("/")[1]].append(path)
        return found

    @cached_property
    def _around(self) -> str:
        return digest(_FORM, versions(), self._register.defaults.language)

    def _files(self, slug: str) -> Files:
        above = self._records[slug].ancestors
        return Files(f"{COMMUNITIES}/{slug}.yml", above, tuple(sorted(self._articles.get(slug, ()))))

    def _key(self, slug: str, record: Record) -> str:
        """What a community's events depend on; empty where git does not know it."""
        files, known = self._files(slug), self.history.files
        if files.own not in known:
            return ""
        names = (files.own, *files.above, *files.articles)
        marks = [(name, known[name].mark) for name in names if name in known]
        return digest(self._around, marks, dict(record.files))

    def _known(self) -> dict[str, tuple[str, str]]:
        rows = self._kept.table(_TABLE)
        whole = {slug: row for slug, row in rows.items() if isinstance(row, list) and _are_two(row)}
        return {slug: (key, told) for slug, (key, told) in whole.items()}

    def _make(self, slugs: Collection[str]) -> dict[str, str]:
        """Makes the events of some communities and keeps them; slug -> their digest."""
        done = self._kept.done(self._root, self.history)
        maker = Maker(self._root, self._kept, done, self._jobs)
        files = {slug: self._files(slug) for slug in sorted(slugs)}
        found = {}
        for slug, sources in maker.sources(files):
            one = self._register.resolved([slug])[slug].community
            made = happenings(one, sources, done)
            data = squeezed(rows_of(made)) if made else b""
            if data:
                self._kept.put(_TOLD, slug, data)
            self._told = {slug: made}
            found[slug] = digest_of(data) if data else ""
        return found


def _are_two(row: list[object]) -> bool:
    return [str, str] == [type(each) for each in row]


def last_change(events: Iterable[Event], sections: Collection[str] = ()) -> datetime | None:
    """When something was last changed in some top-level sections, or in any; None where that is not known.

    `articles/<name>` is one article. The beginning of a community changed them all. `events` come newest
    first.
    """
    for event in events:
        for change in event.changes:
            if not change.path or not sections or change.path[0] in sections:
                return event.when
            if change.path[0] == "articles" and "/".join(change.path) in sections:
                return event.when
    return None


def last_changes(events: Iterable[Event]) -> dict[str, datetime]:
    """Top-level section, or `articles/<name>` -> when it was last changed, if it was since the beginning."""
    found: dict[str, datetime] = {}
    for event in events:
        for change in event.changes:
            key = "/".join(change.path) if change.path[:1] == ("articles",) else "".join(change.path[:1])
            found.setdefault(key, event.when)
    begun = found.pop("", None)
    return {key: when for key, when in found.items() if not begun or when >= begun}
