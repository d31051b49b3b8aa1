"""Who is meant by `among`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hearthbook.mixing.members import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearthbook.mixing.values import Member
    from hearthbook.model.belonging import Role
    from hearthbook.model.community import Community


class Chosen(NamedTuple):
    """Some of the members, and how that was understood."""

    members: tuple[Member, ...]
    understood: str
    """In one sentence, for whoever asked."""


def chosen(members: Sequence[Member], community: Community) -> Chosen:
    """The members among whom a community mixes.

    `among` that is a tag of the members file means those with the tag; the id or name of a role
    means those who have it as a tag or hold it; any other words mean everybody.
    """
    among = community.mixing.among if community.mixing else None
    if not among:
        return Chosen(tuple(members), "")
    wanted = key(among)
    tagged = tuple(each for each in members if wanted in map(key, each.tags))
    role = next((each for each in community.roles if wanted in {key(each.id), key(each.name)}), None)
    if role:
        held = _holders(role, community)
        own = {key(role.id), wanted}
        some = tuple(each for each in members if key(each.name) in held or own & set(map(key, each.tags)))
        return Chosen(some, f"`among: {among}` is a role: those who hold it, or have it as a tag, take part.")
    if tagged:
        return Chosen(tagged, f"`among: {among}` is a tag: those who have it take part.")
    fact = f"`among: {among}` is neither a tag in the members file nor a role, so everybody in it takes part."
    return Chosen(tuple(members), fact)


def _holders(role: Role, community: Community) -> set[str]:
    """What those who hold a role may be called in the members file."""
    ids = {key(holder.person) for holder in role.held_by}
    return ids | _names(community, ids)


def _names(community: Community, ids: Iterable[str]) -> set[str]:
    people = [person for each, person in community.people.items() if key(each) in ids]
    return {key(name) for person in people for name in (person.name, person.handle) if name}
