"""What is due in an archive, read without its settings, its theme or its site tool."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.due import duties
from hearthbook.calendar.duties import SOMEBODY
from hearthbook.ingest.archive import read_parts
from hearthbook.ingest.reveal import person_display, publishable
from hearthbook.model.findings import Severity
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hearthbook.calendar.due import Duty
    from hearthbook.ingest.archive import Part
    from hearthbook.model.archive import Resolved
    from hearthbook.model.community import Community

_CHUNK: Final = 50
_MANY: Final = 150
"""Communities to read for which it pays to start other processes."""
_EXPIRES: Final = re.compile(r"expires\s*:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One duty, for those who have the files and for everybody."""

    here: Duty
    """With people as their files call them."""
    shown: Duty
    """With people as they wish to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dues:
    """What is due in one community, whatever the day."""

    slug: str
    told: tuple[Told, ...] = ()
    ancestors: tuple[str, ...] = ()
    """The files that its file extends."""
    names: Mapping[str, str] | None = None
    """Every name of a person, in small letters -> what `told` calls them; None where errors hide it all."""


@dataclass(frozen=True, slots=True)
class _Some:
    root: str
    stems: frozenset[str]


def dues(root: Path, slugs: Iterable[str], jobs: int = 1) -> tuple[Dues, ...]:
    """What is due in some communities of an archive, by slug; with many of them, in several processes."""
    stems = sorted(slugs)
    chunks = [_Some(str(root), frozenset(stems[at : at + _CHUNK])) for at in range(0, len(stems), _CHUNK)]
    found: Iterable[tuple[Dues, ...]]
    if jobs == 1 or len(stems) < _MANY:
        found = map(read_dues, chunks)
    else:
        from hearthbook.publish.processes import spread  # noqa: PLC0415 - takes long to import

        found = spread(read_dues, chunks, jobs)
    return tuple(sorted((one for some in found for one in some), key=lambda one: one.slug))


def read_dues(some: _Some) -> tuple[Dues, ...]:
    """What is due in some communities: what every worker does."""
    root = Path(some.root)
    parts = read_parts(root, only=some.stems).parts
    return tuple(_dues(root, slug, part) for slug, part in parts.items())


def _dues(root: Path, slug: str, part: Part) -> Dues:
    broken = any(finding.severity is Severity.ERROR for finding in part.findings)
    if broken or not part.community:
        return Dues(slug=slug)
    own = part.community
    here = _lines(root, _of(own, publishable(_open(own.community))))
    shown = _of(own, publishable(own.community))
    told = (
        Told(here=one, shown=replace(other, place=one.place)) for one, other in zip(here, shown, strict=True)
    )
    return Dues(slug=slug, told=tuple(told), ancestors=part.ancestors, names=dict(_names(own.community)))


def _of(own: Resolved, community: Community) -> tuple[Duty, ...]:
    found = duties(own.slug, community, own.articles, own.sources)
    return tuple(
        replace(one, owners=tuple(_said(name) for name in one.owners), finder=_said(one.finder))
        for one in found
    )


def _said(name: str) -> str:
    return SOMEBODY if name == UNNAMED else name


def _open(community: Community) -> Community:
    """The same with whoever wishes not to be shown by their id, which whoever has the file reads anyway."""
    people = {
        key: person.model_copy(update={"show": "handle", "handle": key})
        if person.show == "nothing"
        else person
        for key, person in community.people.items()
    }
    return community.model_copy(update={"people": people})


def _names(community: Community) -> Iterator[tuple[str, str]]:
    show = person_display(_open(community))
    for key, person in community.people.items():
        for name in (person.name, person.handle, key):
            if name:
                yield name.casefold().removeprefix("@"), show(key)


def _lines(root: Path, found: tuple[Duty, ...]) -> Iterator[Duty]:
    """The same with the line of each article's day, which nobody needs but who opens the file."""
    for duty in found:
        place = duty.place
        if duty.kind != "article" or not place:
            yield duty
            continue
        lines = (root / place.file).read_text(encoding="utf-8-sig", errors="replace").split("\n")
        line = next((number for number, text in enumerate(lines, 1) if _EXPIRES.match(text)), 1)
        yield replace(duty, place=replace(place, line=line))
