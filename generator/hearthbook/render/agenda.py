"""The archive's agenda: which community stands on which of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.calendar.series import is_sure
from hearthbook.ingest.slugs import words_to_id
from hearthbook.model.pages import Gathering, Meet
from hearthbook.render.cards import PAGE_SIZE, sort_key
from hearthbook.render.meetings import find_channel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.model.community import Community
    from hearthbook.model.rhythm import Ritual

FOLDER: Final = "agenda"
MOST_TAGS: Final = 100
"""Tags that one page names at most, those of most communities."""
_RESTS: Final = frozenset({"paused", "closed"})


class Tagged(NamedTuple):
    """A tag, with its part of an address."""

    id: str
    name: str
    groups: int
    """How many communities have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPage:
    """One page of the agenda: the whole of a small archive, or the communities with one tag."""

    address: str
    """Its final address below the site."""
    number: int = 1
    """Its number among the pages of its tag, from 1."""
    all: tuple[str, ...] = ()
    """The addresses of the pages of its tag."""
    tag: Tagged | None = None
    tags: tuple[Tagged, ...] = ()
    """On the first page: the tags that have a calendar."""
    paged: bool = False
    """Whether tags have pages of their own, because all communities do not fit on one."""
    gatherings: tuple[Gathering, ...] = ()
    """The communities on it, by name."""


def gathering(slug: str, community: Community) -> Gathering:
    """What the agenda needs of a community; without rituals where it rests, or gave them up."""
    rests = bool(community.status and community.status.state in _RESTS)
    rituals = () if rests else community.rituals
    return Gathering(
        slug=slug,
        name=community.name,
        language=community.language or "en",
        tags=community.tags,
        meets=tuple(_meet(community, each) for each in rituals if each.when and not each.retired),
    )


def meeting(gatherings: Iterable[Gathering]) -> tuple[Gathering, ...]:
    """Those on the archive's agenda; nobody where only one of them meets, which has its own."""
    some = tuple(one for one in gatherings if one.meets)
    return some if len(some) > 1 else ()


def _meet(community: Community, ritual: Ritual) -> Meet:
    when = ritual.when.model_dump_json(by_alias=True, exclude_defaults=True) if ritual.when else ""
    where = ritual.where or ""
    elsewhere = not where or "://" in where or find_channel(community, where)
    sure = bool(ritual.when and is_sure(ritual.when, in_person=False))
    return Meet(id=ritual.id, name=ritual.name, when=when, in_words="" if elsewhere else where, sure=sure)


def tags_of(gatherings: Iterable[Gathering]) -> tuple[Tagged, ...]:
    """The tags of communities that meet on days that are known, those of most first."""
    names: dict[str, list[str]] = {}
    for one in (some for some in gatherings if any(meet.sure for meet in some.meets)):
        for id_, name in _ids(one).items():
            names.setdefault(id_, []).append(name)
    found = (Tagged(id_, min(some), len(some)) for id_, some in names.items())
    return tuple(sorted(found, key=lambda tag: (-tag.groups, sort_key(tag.name), tag.id)))


def _ids(one: Gathering) -> dict[str, str]:
    """Each tag of a community by its part of an address."""
    return {words_to_id(tag): tag for tag in one.tags}


def by_tag(gatherings: Iterable[Gathering]) -> dict[str, list[Gathering]]:
    """The id of each tag -> the communities with it, in their order."""
    found: dict[str, list[Gathering]] = {}
    for one in gatherings:
        for id_ in _ids(one):
            found.setdefault(id_, []).append(one)
    return found


def agenda_pages(gatherings: Iterable[Gathering]) -> tuple[AgendaPage, ...]:
    """The pages of the agenda; none where nobody meets, or one community only.

    All communities stand on the first page where they fit; else it names the tags, and each
    tag has pages of its own.
    """
    some = sorted(meeting(gatherings), key=lambda one: (sort_key(one.name), one.slug))
    if not some:
        return ()
    tags = tags_of(some)[:MOST_TAGS]
    paged = len(some) > PAGE_SIZE
    first = AgendaPage(address=f"{FOLDER}/", tags=tags, paged=paged, gatherings=() if paged else tuple(some))
    tagged = by_tag(some) if paged else {}
    return (first, *(page for tag in tags if paged for page in _of_tag(tag, tagged[tag.id])))


def _of_tag(tag: Tagged, own: list[Gathering]) -> list[AgendaPage]:
    parts = [tuple(own[start : start + PAGE_SIZE]) for start in range(0, len(own), PAGE_SIZE)]
    home = f"{FOLDER}/{tag.id}/"
    addresses = (home, *(f"{home}{number}/" for number in range(2, len(parts) + 1)))
    return [
        AgendaPage(address=addresses[index], number=index + 1, all=addresses, tag=tag, gatherings=part)
        for index, part in enumerate(parts)
    ]
