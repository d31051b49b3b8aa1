"""HB603: somebody who holds, hosts or looks after something is written out as a plain name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.ingest.slugs import words_to_id
from hearthbook.lint.people import person
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

_SMALL: Final = frozenset(
    {"van", "von", "de", "der", "den", "da", "di", "del", "la", "le", "al", "el", "bin"}
)
"""Words inside a name that are written in small letters."""
_LONGEST: Final = 4
"""Names of more words are rare, and are mostly a description."""
BODIES: Final = (
    *("the", "a", "an", "our", "all", "every", "any", "der", "die", "das", "alle", "unsere"),
    *("les", "los", "association", "board", "centre", "center", "church", "circle", "club"),
    *("college", "committee", "council", "friends", "foundation", "group", "hosts", "house"),
    *("institute", "leads", "library", "members", "network", "office", "school", "society"),
    *("staff", "team", "union", "university", "volunteers", "workshop"),
)
"""Words of bodies and of turns that people take; where one stands, it is nobody's name."""


def _named(community: Community) -> Iterator[tuple[str, str, int]]:
    """Pointer and words of whoever holds, hosts or looks after something, and the words that a name has."""
    for number, role in enumerate(community.roles):
        for place, holder in enumerate(role.held_by):
            yield pointer("roles", number, "held_by", place), holder.person, 1
    for number, ritual in enumerate(community.rituals):
        yield pointer("rituals", number, "host"), ritual.host or "", 2
    for number, channel in enumerate(community.channels):
        yield pointer("channels", number, "owner"), channel.owner or "", 2


def _is_name(text: str, least: int, bodies: tuple[str, ...]) -> bool:
    parts = text.split()
    if not least <= len(parts) <= _LONGEST or {part.casefold() for part in parts} & set(bodies):
        return False
    return parts[0][0].isupper() and all(part[0].isupper() or part in _SMALL for part in parts)


@rule(Severity.ADVICE, worth=2)
def not_in_people(community: Community, *, bodies: tuple[str, ...] = BODIES) -> Iterator[Slip]:
    """Finds names of people who could not say how they wish to be shown."""
    work = {role.name.casefold() for role in community.roles}
    found: dict[str, str] = {}
    for where, reference, least in _named(community):
        name = reference.partition(",")[0].strip()
        unknown = person(reference, community) not in community.people
        if unknown and name.casefold() not in work and _is_name(name, least, bodies):
            found.setdefault(name, where)
    if found:
        first = next(iter(found))
        hint = f"ask them, and add `people: {{ {words_to_id(first)}: {{ name: {first}, show: name }} }}`"
        yield Slip(found[first], f"no entry in `people` says how to show {listed(list(found))}", hint)
