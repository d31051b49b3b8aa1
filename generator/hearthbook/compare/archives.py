"""Two versions of an archive, community by community."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.compare.articles import article_entries, text_entries
from hearthbook.compare.comparison import Broken, Comparison, Entry, Group, Shared
from hearthbook.compare.differ import changes
from hearthbook.compare.discreet import discreet, discreet_path
from hearthbook.compare.facts import facts_of
from hearthbook.compare.persons import Persons
from hearthbook.compare.places import look
from hearthbook.compare.telling import Teller
from hearthbook.compare.telling_people import is_untold
from hearthbook.compare.voice import Voice
from hearthbook.model.changes import KINDS, Told
from hearthbook.model.findings import Place, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from babel import Locale

    from hearthbook.calendar.speaking import Say
    from hearthbook.compare.comparison import Version
    from hearthbook.model.archive import Archive, Resolved
    from hearthbook.model.changes import Act, Change, Facts

    Spoken = Callable[[str], tuple[Say, Locale]]
    """A language -> what says its sentences, and how it writes days and numbers."""

_SAME: Final = 0.6
"""How many values two communities share that are one whose file got another name."""


class _Pair(NamedTuple):
    """A community before and after."""

    old: Resolved | None
    new: Resolved | None


class _Found(NamedTuple):
    """An entry and where it belongs."""

    slug: str
    name: str
    language: str
    entry: Entry


def compare_archives(old: Archive, new: Archive, spoken: Spoken, frame: Voice) -> Comparison:
    """What a member would notice, in the words of each community; what cannot be read is told as well.

    Communities are known by their slugs, and where a file got another name, by what they say. `frame`
    tells what belongs to no community.
    """
    found = [one for pair in _pairs(old, new) for one in _of_pair(pair, spoken)]
    own, shared = _sorted_out(found)
    return Comparison(
        groups=tuple(_groups(own)),
        shared=tuple(shared),
        texts=tuple(text_entries(old.texts, new.texts, frame)),
        broken=(*_broken(old, "old"), *_broken(new, "new")),
    )


def compare_two(old: Resolved, new: Resolved, spoken: Spoken) -> Comparison:
    """The same for two versions of one community."""
    found = list(_of_pair(_Pair(old, new), spoken, moved=False))
    return Comparison(groups=tuple(_groups(found)))


def _broken(archive: Archive, version: Version) -> Iterator[Broken]:
    for finding in archive.findings:
        if finding.severity is Severity.ERROR:
            yield Broken(version=version, finding=finding)


def _pairs(old: Archive, new: Archive) -> Iterator[_Pair]:
    """Each community before and after; those with errors on one side are left out."""
    before = {one.slug: one for one in old.communities}
    after = {one.slug: one for one in new.communities}
    gone = {slug: one for slug, one in before.items() if slug not in new.shared}
    came = {slug: one for slug, one in after.items() if slug not in old.shared}
    for _, one in sorted(came.items()):
        if partner := _partner(one, gone):
            yield _Pair(gone.pop(partner), one)
        else:
            yield _Pair(None, one)
    yield from (_Pair(one, None) for _, one in sorted(gone.items()))
    yield from (_Pair(before[slug], after[slug]) for slug in sorted(before.keys() & after.keys()))


def _partner(new: Resolved, gone: dict[str, Resolved]) -> str:
    """The slug of the community that this one was, by what it says; empty where there is none."""
    mine = _leaves(facts_of(new.community))
    scores = {}
    for slug, one in gone.items():
        yours = _leaves(facts_of(one.community))
        scores[slug] = len(mine & yours) / max(1, len(mine | yours))
    best = max(sorted(scores), key=scores.__getitem__, default="")
    return best if best and scores[best] >= _SAME else ""


def _leaves(facts: Facts) -> set[str]:
    return {json.dumps([key, each], sort_keys=True) for key, value in facts.items() for each in _parts(value)}


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [[key, each] for key, each in value.items()]
    return value if isinstance(value, list) else [value]


def _of_pair(pair: _Pair, spoken: Spoken, *, moved: bool = True) -> Iterator[_Found]:
    one = pair.new or pair.old
    if one is None:
        return
    language = one.community.language or "en"
    say, locale = spoken(language)
    voice = Voice(say, locale)

    def found(entry: Entry) -> _Found:
        return _Found(one.slug, one.community.name, language, entry)

    if not (pair.old and pair.new):
        act: Act = "added" if pair.new else "removed"
        key = "group_new" if pair.new else "group_gone"
        told = Told(kind="boundary", headline=voice.sentence(f"change.report.{key}", name=one.community.name))
        yield found(Entry(told=told, act=act, place=one.sources.root))
        return
    if moved and pair.old.slug != pair.new.slug:
        values = {"name": one.community.name, "old": pair.old.slug, "new": pair.new.slug}
        told = Told(kind="boundary", headline=voice.sentence("change.report.group_moved", **values))
        yield found(
            Entry(told=told, act="renamed", place=one.sources.root, old=pair.old.slug, new=pair.new.slug)
        )
    yield from map(found, _entries(pair.old, pair.new, Teller(say, locale), voice))
    yield from map(found, article_entries(pair.old.articles, pair.new.articles, voice))


def _entries(old: Resolved, new: Resolved, teller: Teller, voice: Voice) -> Iterator[Entry]:
    before, after = facts_of(old.community), facts_of(new.community)
    persons = Persons(before, after)
    for group, told in teller.gathered(changes(before, after), before, after):
        first, alone = group[0], len(group) == 1
        path = first.path if alone else first.path[:-1]
        was, now = (first.old, first.new) if alone else (look(before, path), look(after, path))
        shown, untold = discreet_path(path, persons), is_untold(path, before, after)
        pointer = first.after or first.before
        yield Entry(
            told=told,
            act=first.act if alone or first.act == "moved" else "changed",
            path=shown,
            pointer=pointer if shown == path else f"/{path[0]}",
            place=_place(first, old, new),
            old=None if untold else discreet(was, path, persons, voice.person),
            new=None if untold else discreet(now, path, persons, voice.person),
        )


def _place(change: Change, old: Resolved, new: Resolved) -> Place:
    return new.sources.place(change.after) if change.after else old.sources.place(change.before)


def _sorted_out(found: list[_Found]) -> tuple[list[_Found], list[Shared]]:
    """What is each community's own, and what comes from a file that several extend."""
    own: list[_Found] = []
    bases: dict[str, list[_Found]] = {}
    for one in found:
        file = one.entry.place.file if one.entry.place else ""
        if not file.startswith("communities/_"):
            own.append(one)
            continue
        told = one.entry.told
        mark = json.dumps([file, one.entry.act, one.entry.path, told.headline, told.before, told.after])
        bases.setdefault(mark, []).append(one)
    return own, [_shared(same) for same in bases.values()]


def _shared(same: list[_Found]) -> Shared:
    place = same[0].entry.place
    slugs = tuple(one.slug for one in same)
    names = tuple(one.name for one in same)
    return Shared(file=place.file if place else "", entry=same[0].entry, reaches=slugs, names=names)


def _groups(found: list[_Found]) -> Iterator[Group]:
    for slug in sorted({one.slug for one in found}):
        mine = [one for one in found if one.slug == slug]
        entries = sorted((one.entry for one in mine), key=lambda entry: KINDS.index(entry.told.kind))
        yield Group(slug=slug, name=mine[0].name, language=mine[0].language, entries=tuple(entries))
