"""Communities as cards: what is on one, in words, and the order in which lists have them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.model.pages import Card
from hearthbook.render.environment import phrase, sentence
from hearthbook.render.plain import fill
from hearthbook.render.words import joined

if TYPE_CHECKING:
    from hearthbook.model.community import Community
    from hearthbook.render.words import Words

PAGE_SIZE: Final = 60
"""Communities a page at most, so that no page grows with the archive."""

OWN_WORDS: Final = ("promise.aim", "promise.aim_within", "hub.card_whom")
"""The words in which a card is said in its community's own language."""

_COMES_IN: Final = frozenset({None, "forming", "active"})
"""The states in which a free seat can be taken."""
_SCRIPT: Final = 4
"""Letters of a script's code: `Hant`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What is written on a card, as plain text in the language of the list.

    The pages and the data file of the directory are both made from it, so that
    a card drawn by the script says the same.
    """

    slug: str
    name: str
    promise: str
    """What members get, a sentence in the community's own language."""
    whom: str
    """Whom it is for, another one."""
    language: str
    """The community's language, BCP 47, where it is not the list's; else empty."""
    state: str = ""
    """forming, active, full, paused or closed."""
    status: str = ""
    """The same in words."""
    seats: str = ""
    """How many members there are, and may be."""
    room: str = ""
    """Whether there is room, in words; empty where nobody can tell, or the status says it."""
    has_room: bool = False
    """Whether somebody could come in now."""
    place: str = ""
    country: str = ""
    code: str = ""
    """The community's language and script, without a region: `de`, `zh-Hant`."""
    spoken: str = ""
    """The name of that."""
    tags: tuple[str, ...] = ()

    @property
    def where(self) -> tuple[str, ...]:
        """The place, and the language if it is not the list's."""
        return tuple(filter(None, (self.place, self.spoken if self.language else "")))


def card(slug: str, community: Community) -> Card:
    """The community as a card."""
    boundary = community.promise.boundary
    return Card(
        slug=slug,
        name=community.name,
        for_=community.promise.for_,
        outcome=community.promise.outcome,
        within=community.promise.within,
        state=community.status.state if community.status else None,
        members=community.size.members if community.size else None,
        cap=boundary.cap if boundary else None,
        language=community.language or "en",
        tags=community.tags,
        city=community.place.city if community.place else None,
        country=community.place.country if community.place else None,
    )


def sort_key(name: str) -> list[str | int]:
    """What names are put in order by, the same on every machine; `Group 9` before `Group 36`."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(c for c in folded if c.isalnum() or c.isspace()).strip()
    return [int(run) if place % 2 else run for place, run in enumerate(re.split(r"(\d+)", bare))]


def by_name(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The cards in alphabetical order."""
    return tuple(sorted(cards, key=lambda one: (sort_key(one.name), one.slug)))


def face(one: Card, words: Words, own: Words) -> Face:
    """The card in words; `own` are those of the community's language, if the theme has them."""
    room = one.members is not None and one.cap is not None and one.state in _COMES_IN
    free = room and (one.members or 0) < (one.cap or 0)
    room = room and not _over(one)
    country, code = words.country(one.country) or "", _code(one.language)
    said = own if _same(own.language, one.language) else words
    whom = _joined([phrase(text) for text in one.for_], said, "standard")
    return Face(
        slug=one.slug,
        name=one.name,
        promise=_promise(one, said),
        whom=str(fill(said.raw("hub.card_whom"), {"whom": whom})),
        language="" if _same(one.language, words.language) else one.language,
        state=one.state or "",
        status=words.raw(f"hub.status.{one.state}") if one.state else "",
        seats=_seats(one, words),
        room=(words.raw("hub.has_room") if free else words.raw("hub.is_full")) if room else "",
        has_room=free,
        place=_joined([part for part in (one.city, country) if part], words, "unit"),
        country=country,
        code=code,
        spoken=str(words.locale.languages.get(code.replace("-", "_"), code)),
        tags=one.tags,
    )


def _same(one: str, other: str) -> bool:
    return one.partition("-")[0] == other.partition("-")[0]


def _joined(parts: list[str], words: Words, style: str) -> str:
    return joined(parts, words, style)


def _promise(one: Card, words: Words) -> str:
    outcome, within = phrase(sentence(one.outcome)), phrase(one.within or "")
    said = words.raw("promise.aim_within") if within else words.raw("promise.aim")
    return str(fill(said, {"outcome": outcome, "within": within}))


def _over(one: Card) -> int:
    """How many more members there are than seats; 0 for a group that has ended."""
    return max(0, (one.members or 0) - one.cap) if one.cap and one.state != "closed" else 0


def _seats(one: Card, words: Words) -> str:
    if more := _over(one):
        return str(words.say("hub.card_members_over", count=one.members, more=more))
    if one.members is not None and one.cap and one.members <= one.cap:
        return str(words.say("hub.card_members_of", count=one.members, cap=one.cap))
    if one.members is not None:
        return str(words.say("hub.card_members", count=one.members))
    return str(words.say("hub.card_cap", cap=one.cap)) if one.cap else ""


def _code(language: str) -> str:
    """The language and its script; a region, as in en-GB, only decides how dates are written."""
    tag = language.split("-")
    return "-".join(tag[:2]) if tag[1:] and len(tag[1]) == _SCRIPT else tag[0]
