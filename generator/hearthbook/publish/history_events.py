"""A community's events, from what happened to each of its files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from hearthbook.compare.apply import applied
from hearthbook.ingest.shapes import shapes
from hearthbook.model.changes import KINDS, Change, Event
from hearthbook.model.community import NOT_INHERITED, Community
from hearthbook.publish.history_authors import Authors, why
from hearthbook.publish.history_masks import Mask
from hearthbook.publish.history_packed import change_of, change_row
from hearthbook.publish.history_pairs import naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import JsonValue

    from hearthbook.history.log import Done
    from hearthbook.ingest.shapes import Shape
    from hearthbook.model.changes import Facts
    from hearthbook.publish.history_packed import Pair

    Gone = tuple[tuple[str, ...], ...]

BEGUN: Final = Change(act="added", path=(), kind="facts")
"""Stands for all that the first version of a community says."""
_PEOPLE: Final = "people"
_STORIES: Final = "stories"
_ARTICLES: Final = "articles"
_ALWAYS: Final = 1 << 30
"""Comes before the oldest commit."""


class Told(NamedTuple):
    """What happened to one file."""

    commits: tuple[int, ...]
    """By which commits, counted from the newest; oldest first."""
    pairs: tuple[Pair, ...]
    """What each did."""


class Sources(NamedTuple):
    """What happened to all files of a community."""

    own: Told
    above: tuple[Told, ...]
    """The files that it extends, nearest first."""
    articles: tuple[Told, ...]
    said: tuple[Facts, Gone] | None
    """What its own file says now, and what it takes away; None where it extends nothing."""


class Part(NamedTuple):
    """Some changes of an event, with what one needs to know to tell them."""

    changes: tuple[Change, ...]
    old: Facts
    """The version before: the sections that changed, of entries that did not only what they are called."""
    new: Facts
    """The same afterwards."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, with what one needs to know to tell it."""

    event: Event
    parts: tuple[Part, ...]
    """The event's changes, by the file that they were made in."""


def happenings(community: Community, sources: Sources, done: Sequence[Done]) -> tuple[Happening, ...]:
    """What happened in a community, newest first, as it may be shown now."""
    mask = Mask(community, _names(sources))
    found: dict[int, list[Part]] = defaultdict(list)
    begun = _begun(sources.own)
    if not any(pair.readable for pair in sources.own.pairs):
        return ()
    for at, pair in _later(sources.own, begun):
        found[at].append(_part(pair.changes, pair, mask))
    for told in sources.above:
        for at, pair in _later(told, begun):
            found[at].append(_part(_inherited(pair.changes, sources.said), pair, mask))
    for told in sources.articles:
        for at, pair in _later(told, begun):
            found[at].append(_part(pair.changes, pair, mask))
    if begun < _ALWAYS:
        found[begun] = [Part((BEGUN,), {}, {})]
    authors = Authors(community)
    names = frozenset(done[at].commit.author for at in found)
    made = (_happening(done[at], found[at], authors, mask, names) for at in sorted(found))
    kept = [each for each in made if each.event.changes]
    # git counts what was merged in no order of its own: by time, and of one second as git does
    return tuple(sorted(kept, key=lambda each: each.event.when, reverse=True))


def _names(sources: Sources) -> Iterator[str]:
    for told in (sources.own, *sources.above):
        for pair in told.pairs:
            yield from pair.names


def _begun(own: Told) -> int:
    """The commit that brought the first version with pages; it may be older than all that are known.

    That is the first that can be read, and the first after the last draft.
    """
    begun, waiting = _ALWAYS, False
    for at, pair in zip(own.commits, own.pairs, strict=True):
        if pair.readable:
            begun = at if waiting or (pair.begun and begun == _ALWAYS) else begun
            waiting = pair.draft
    return begun


def _later(told: Told, begun: int) -> Iterator[tuple[int, Pair]]:
    """What happened after a community had begun."""
    return (each for each in zip(told.commits, told.pairs, strict=True) if each[0] < begun)


def _part(changes: Sequence[Change], pair: Pair, mask: Mask) -> Part:
    """The changes as they may be shown; nothing of people, who are told of nowhere."""
    kept = tuple(change for change in changes if change.path[:1] != (_PEOPLE,))
    if not kept:
        return Part((), {}, {})
    new = {} if kept[0].path[:1] == (_ARTICLES,) else _after(pair, mask)
    shown = tuple(each for change in kept if (each := _masked(change, mask)))
    return Part(shown, called(mask.facts(pair.around), mask.now), called(new, mask.now))


def called(facts: Facts, now: Facts) -> Facts:
    """The facts with what entries are called that only a file above says, as far as it says it today."""
    known = shapes(Community)
    return {
        key: _called(value, now.get(key), known[key]) if key in known else value
        for key, value in facts.items()
    }


def _called(value: JsonValue, now: JsonValue, shape: Shape) -> JsonValue:
    model = shape.model
    if shape.kind == "section" and model and isinstance(value, dict) and isinstance(now, dict):
        known = shapes(model)
        return {
            key: _called(each, now.get(key), known[key]) if key in known else each
            for key, each in value.items()
        }
    if shape.kind != "sections" or not model or not isinstance(value, list) or not isinstance(now, list):
        return value
    today = {each["id"]: each for each in now if isinstance(each, dict) and "id" in each}
    keys = naming(model)
    return [
        {key: part for key, part in today.get(each.get("id"), {}).items() if key in keys} | each
        if isinstance(each, dict)
        else each
        for each in value
    ]


def _after(pair: Pair, mask: Mask) -> Facts:
    known = tuple(change for change in pair.changes if change.path[:1] != (_PEOPLE,))
    try:
        return mask.facts(applied(pair.around, known))
    except (LookupError, TypeError, ValueError):
        return {}


def _masked(change: Change, mask: Mask) -> Change | None:
    """The change as it may be shown; None where nothing is left of it."""
    before, after = mask.text(change.before), mask.text(change.after)
    plain = replace(change, path=mask.path(change.path), before=before, after=after)
    if change.act == "moved":
        return plain
    if change.path[0] == _STORIES and not mask.is_said((change.old, change.new)):
        # whoever told it may have taken it back
        return None
    show = mask.text if change.act == "renamed" or change.path[0] == _ARTICLES else None
    old, new = (
        show(each) if show and isinstance(each, str) else mask.value(each, change.path)
        for each in (change.old, change.new)
    )
    # of an article only its title is known, which may be what it was
    if old == new and change.path[0] != _ARTICLES:
        return None
    return replace(plain, old=old, new=new)


def _inherited(changes: Iterable[Change], said: tuple[Facts, Gone] | None) -> tuple[Change, ...]:
    """The changes of a file above that reach a community."""
    facts, gone = said or ({}, ())
    return tuple(
        change
        for change in changes
        if change.path[0] not in NOT_INHERITED
        and not any(change.path[: len(path)] == path for path in gone)
        and not _says(facts, change.path)
    )


def _says(facts: JsonValue, path: tuple[str, ...]) -> bool:
    """Whether the value at a path is a community's own, whatever the files above say.

    Mappings are completed key by key, lists of entries by id; everything else is replaced as a whole.
    """
    value = facts
    for part in path:
        if isinstance(value, dict):
            if part not in value:
                return False
            value = value[part]
        elif isinstance(value, list) and all(isinstance(each, dict) for each in value):
            found = next((each for each in value if isinstance(each, dict) and each.get("id") == part), None)
            if found is None:
                return False
            value = found
        else:
            return True
    return not isinstance(value, dict | list) or _plain(value)


def _plain(value: JsonValue) -> bool:
    return isinstance(value, list) and not any(isinstance(each, dict) for each in value)


def _happening(
    done: Done, parts: Iterable[Part], authors: Authors, mask: Mask, names: frozenset[str]
) -> Happening:
    kept = tuple(part for part in parts if part.changes)
    changes = sorted((c for part in kept for c in part.changes), key=lambda c: KINDS.index(c.kind))
    event = Event(
        commit=done.commit.id,
        when=done.commit.when,
        who=authors.shown(done.commit),
        why=why(done.commit, mask, names),
        changes=tuple(changes),
    )
    return Happening(event, kept)


def rows_of(made: Iterable[Happening]) -> list[Any]:
    """Happenings as JSON."""
    return [
        [
            *(each.event.commit, int(each.event.when.timestamp()), each.event.who, each.event.why),
            [[list(map(change_row, part.changes)), part.old, part.new] for part in each.parts],
        ]
        for each in made
    ]


def happenings_of(rows: Iterable[Any]) -> tuple[Happening, ...]:
    """The happenings in such JSON; raises one of `history_packed.DAMAGED`."""
    return tuple(_happening_of(*row) for row in rows)


def _happening_of(commit: str, when: int, who: str, why: str, parts: list[Any]) -> Happening:
    read = tuple(Part(tuple(map(change_of, told)), dict(old), dict(new)) for told, old, new in parts)
    changes = sorted((c for part in read for c in part.changes), key=lambda c: KINDS.index(c.kind))
    made = datetime.fromtimestamp(when, UTC)
    event = Event(commit=str(commit), when=made, who=str(who), why=str(why), changes=tuple(changes))
    return Happening(event, read)
