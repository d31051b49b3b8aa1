"""One difference between two versions of a community, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - pydantic reads it
from typing import Final, Literal, TypeAlias

from pydantic import JsonValue

Facts: TypeAlias = dict[str, JsonValue]
"""A community as JSON: keys as founders write them, short forms written out, lists of entries with their
ids, and nothing that only says what holds anyway."""

Kind = Literal["wording", "facts", "norms", "safety", "boundary"]
KINDS: Final[tuple[Kind, ...]] = ("safety", "boundary", "norms", "facts", "wording")
"""What changes touch, the weightiest first: how people are kept safe, whom the group is for and how large
it gets, the habits it keeps, what members rely on, and how it is said."""

Act = Literal["added", "removed", "changed", "renamed", "moved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two versions of a community."""

    act: Act
    """A value appears, goes, or becomes another; an entry of a list gets another id, or another place."""
    path: tuple[str, ...]
    """Which value: keys, and for entries of lists their ids, as in `("norms", "credit", "statement")`;
    for an entry that has no id, its position in the old list, or in the new one where it was added.
    An entry that was renamed goes by its old id, or as a table's entry by its old key."""
    kind: Kind
    """What it touches."""
    old: JsonValue = None
    """The value before; None where there was none. For `renamed` the old id, for `moved` the old position."""
    new: JsonValue = None
    """The value after; None where there is none. For `renamed` the new id, for `moved` the new position."""
    before: str = ""
    """JSON Pointer to it in the old version; empty where it was not there."""
    after: str = ""
    """JSON Pointer to it in the new version; empty where it is not there."""
    place: int | None = None
    """Where an entry that was added stands among the others of its list or table; None for all else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change in plain words, as a member would notice it; every text is plain, none of it is markup."""

    kind: Kind
    """What it touches."""
    headline: str
    """One short sentence."""
    before: str = ""
    """What was said before, as the member read it; empty where there was nothing, or where `spans` tell."""
    after: str = ""
    """What is said now."""
    spans: tuple[tuple[Literal["same", "gone", "new"], str], ...] = ()
    """Where only some words of a text differ: its parts in order, joined they are the text."""
    effects: tuple[str, ...] = ()
    """What follows from it, a sentence each, as for people in other time zones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One commit that changed something in an archive."""

    id: str
    """Its full name, as 40 or 64 hexadecimal digits."""
    when: datetime
    """When it was committed, in UTC."""
    author: str
    """The author's name, as the commit says it; no page shows it but for people who allow it."""
    email: str
    """The author's address, as the commit says it; it is only compared, and shown nowhere."""
    subject: str
    """The first line of its message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What one commit changed in one community, as it may be shown."""

    commit: str
    """The commit's full name."""
    when: datetime
    """When it was committed, in UTC."""
    who: str
    """Who did it, as that person wishes to be shown; empty for a member who is not named."""
    why: str
    """The first line of the commit's message, as plain text."""
    changes: tuple[Change, ...]
    """What changed, the weightiest kinds first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An event in the words of the community's language."""

    commit: str
    """The commit's full name."""
    when: datetime
    """When it was committed, in UTC."""
    who: str
    """Who did it, as that person wishes to be shown; empty for a member who is not named."""
    why: str
    """The first line of the commit's message, as plain text."""
    told: tuple[Told, ...]
    """What changed, the weightiest kinds first."""
