"""Who is who in a community: the same person may stand there by an id or by a name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Contact

_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FAMILY_FIRST: Final = re.compile(r"\s*([^\W\d_][\w'-]*),\s*([A-Z\u00c0-\u00de][\w'.-]*)\s*")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_HOME: Final = re.compile(
    r"((?:[A-Z\u00c0-\u00de][\w'-]*\s+){2,3})(?:at|from|of)\s+(?:the|our)\s.*", re.DOTALL
)
_WORD: Final = re.compile(r"[^\W_]+")
_BETWEEN: Final = re.compile(r"\b(?:or|and|oder|und)\b|[,;/&+]", re.IGNORECASE)
"""What stands between two names."""

_GROUP: Final = (
    r"(?:(?:ask|write to|back to|to|an)\s+)?(?:(?:all|any|both|each|either|one|two|alle|beide)\s+)?(?:of\s+)?"
    r"(?:(?:the|our|these|die|der|den|unsere)\s+)?(?:same\s+)?(?:{})(?:\s+(?:again|together))?\W*"
)
_CONTACTS: Final = re.compile(
    _GROUP.format(
        r"(?:report\s+|reporting\s+|conduct\s+)?contacts?|contact\s+(?:people|persons?|team)|"
        r"(?:people|persons?)|kontakte|kontaktpersonen|kontaktleute|ansprechpersonen|ansprechpartner(?:innen)?"
    ),
    re.IGNORECASE,
)
_LEADERS: Final = re.compile(
    _GROUP.format(
        r"moderators?|mods|moderation(?:\s+team)?|hosts?|leads?|leaders?|organi[sz]ers?|facilitators?|admins?|"
        r"moderatoren|moderatorinnen|moderator:innen|gastgeber(?:innen)?|leitung|leitenden"
    ),
    re.IGNORECASE,
)
_SET_APART: Final = re.compile(
    r"\b(?:not|n['\u2019]t|no|nobody|none|neither|other|others|another|except|but|without|instead|besides|"
    r"nicht|kein\w*|au\u00dfer|ohne|ander\w*|statt)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""Words with which a name may be the one who is left out."""


def _bare(reference: str) -> str:
    """The name alone, without an address, brackets or a house; `Lee, Kim` becomes `Kim Lee`."""
    turned = _FAMILY_FIRST.fullmatch(reference)
    if turned:
        return f"{turned[2]} {turned[1]}"
    name = _BRACKETS.sub(" ", _MAIL.sub(" ", reference.partition(",")[0])).strip()
    placed = _HOME.fullmatch(name)
    if placed and not placed[1].startswith("The "):
        name = placed[1].strip()
    return name.casefold()


def _words(name: str) -> list[str]:
    """The words of a name in small letters and without accents, in an order that is always the same."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return sorted(_WORD.findall("".join(each for each in plain if not unicodedata.combining(each))))


def alike(one: str, other: str) -> bool:
    """Whether two names are the same: `Kim Lee` is `Lee, Kim`, and `Kim L.`, and the id `kim-lee`."""
    first, second = _words(_bare(one)), _words(_bare(other))
    if not first or not second or first == second:
        return bool(first) and first == second
    shared = [word for word in (Counter(first) & Counter(second)).elements() if len(word) > 1]
    for word in shared:
        first.remove(word)
        second.remove(word)
    if not shared or len(first) != len(second):
        return False
    return all(1 in {len(a), len(b)} and a[0] == b[0] for a, b in zip(first, second, strict=True))


def _names(key: str, community: Community) -> list[str]:
    """How a person of `people` may be written: the id, the name and the handle."""
    each = community.people[key]
    return [key, *(name for name in (each.name, each.handle) if name)]


def person(reference: str, community: Community) -> str:
    """One key for a person, however they are written: their id, or the name in small letters.

    `Ada Example, ada@example.org` is `ada example`, or the id of the person of that name or handle.
    Names count in any order, and with an initial where only one founder or contact fits it.
    """
    if reference in community.people:
        return reference
    bare = _bare(reference).casefold()
    for key in community.people:
        names = {name.removeprefix("@").casefold() for name in _names(key, community)}
        if names & {bare, bare.removeprefix("@")}:
            return key
    ids = [key for key in community.people if any(alike(bare, name) for name in _names(key, community))]
    if ids:
        return ids[0] if len(ids) == 1 else bare
    return next((_bare(each).casefold() for each in _known(community) if alike(bare, each)), bare)


def _known(community: Community) -> Iterator[str]:
    """Who is named where it counts, founders first; these names stand for others that are alike."""
    yield from community.founders
    yield from (one.who for one in (community.conduct.contacts if community.conduct else ()))


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


def takes_reports(community: Community) -> set[str]:
    """The contacts."""
    return persons((one.who for one in community.conduct.contacts) if community.conduct else (), community)


def independent(contact: Contact, community: Community) -> bool:
    """Whether a contact is outside the circle that leads: as the file says, else as its roles show.

    A founder never is, whatever the file says.
    """
    key = person(contact.who, community)
    if key in founders(community):
        return False
    if contact.independent is not None:
        return contact.independent
    circle = leads(community)
    return bool(circle) and key not in circle


def insiders(community: Community) -> set[str]:
    """Those who lead, as their roles show, unless the contacts' own entries say otherwise."""
    contacts = community.conduct.contacts if community.conduct else ()
    said = {
        person(each.who, community): each.independent for each in contacts if each.independent is not None
    }
    started = founders(community)
    return {each for each in leads(community) | set(said) if each in started or not said.get(each)}


def outsider(reference: str | None, community: Community) -> bool:
    """Whether somebody is named who neither leads nor takes reports."""
    if not reference:
        return False
    return person(reference, community) not in insiders(community) | takes_reports(community)


def back_to_contacts(to: str, community: Community) -> bool:
    """Whether words such as `the contacts` or `Ada or Noor` name nobody but those who take reports."""
    contacts = community.conduct.contacts if community.conduct else ()
    name = _MAIL.sub("", to).strip(" ,;<>()")
    if _CONTACTS.fullmatch(name):
        return True
    if _LEADERS.fullmatch(name):
        return any(not (one.independent and independent(one, community)) for one in contacts)
    return any(_is_or_names(to, one, community) for one in contacts)


def _is_or_names(to: str, contact: Contact, community: Community) -> bool:
    """Whether words are the reference to a contact, their mailbox, or a sentence with their name."""
    key = person(contact.who, community)
    if person(to, community) == key or mailboxes(to) & mailboxes(f"{contact.who} {contact.reach or ''}"):
        return True
    if _SET_APART.search(to):
        return False
    names = _names(key, community) if key in community.people else [contact.who.partition(",")[0]]
    text = _MAIL.sub(" ", to)
    return any(_names_in(text, " ".join(name.removeprefix("@").split())) for name in names)


def _names_in(text: str, name: str) -> bool:
    """Whether a text holds a name, or its first word by itself."""
    first = name.split(" ", maxsplit=1)[0] if name else ""
    parts = {each.strip(" .").casefold() for each in _BETWEEN.split(text)}
    if not first or {name.casefold(), first.casefold()} & parts:
        return bool(first)
    whole = " " in name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    alone = (
        rf"(?<![A-Z]\w)(?<!\w){re.escape(first[:1].upper() + first[1:])}(?![\w'\u2019-])(?!\s+[^\W\d_a-z])"
    )
    return bool(whole or re.search(alone, text))
