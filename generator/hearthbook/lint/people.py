"""Who is who in a community: the same person may stand there by an id or by a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Contact

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def person(reference: str, community: Community) -> str:
    """One key for a person, however they are written: their id, or the name in small letters.

    `Ada Example, ada@example.org` is `ada example`, or the id of the person of that name or handle.
    """
    if reference in community.people:
        return reference
    bare = reference.partition(",")[0].strip().casefold()
    for key, each in community.people.items():
        names = {each.name, each.handle, (each.handle or "").removeprefix("@")} - {None, ""}
        if bare in {str(name).casefold() for name in names}:
            return key
    return bare


def persons(references: Iterable[str], community: Community) -> set[str]:
    """The people whom some references name."""
    return {person(each, community) for each in references}


def founders(community: Community) -> set[str]:
    """Those who started it."""
    return persons(community.founders, community)


def leads(community: Community) -> set[str]:
    """Those who lead: the founders, who holds a role, who hosts a ritual, who looks after a channel."""
    holders = (holder.person for role in community.roles for holder in role.held_by)
    hosts = (ritual.host for ritual in community.rituals if ritual.host)
    owners = (channel.owner for channel in community.channels if channel.owner)
    return founders(community) | persons((*holders, *hosts, *owners), community)


def in_channel(where: str | None, community: Community) -> bool:
    """Whether a place is one of the channels, by its id or its name."""
    names = {
        name.removeprefix("#").casefold() for each in community.channels for name in (each.id, each.name)
    }
    return (where or "").removeprefix("#").casefold() in names


def mailboxes(text: str) -> set[str]:
    """The e-mail addresses in a text, in small letters."""
    return {each.casefold() for each in _MAIL.findall(text)}


def independent(contact: Contact, community: Community) -> bool:
    """Whether a contact is outside the circle that leads: as the file says, else as its roles show."""
    if contact.independent is not None:
        return contact.independent
    circle = leads(community)
    return bool(circle) and person(contact.who, community) not in circle


def insiders(community: Community) -> set[str]:
    """Those who lead, as their roles show, unless the contacts' own entries say otherwise."""
    contacts = community.conduct.contacts if community.conduct else ()
    said = {
        person(each.who, community): each.independent for each in contacts if each.independent is not None
    }
    return {each for each in leads(community) | set(said) if not said.get(each)}
