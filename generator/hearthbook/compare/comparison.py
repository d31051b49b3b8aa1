"""What is told about two versions of an archive, as values for reporters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hearthbook.model.changes import Act, Told
    from hearthbook.model.findings import Finding, Place

Version = Literal["old", "new"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a member would notice."""

    told: Told
    """It in plain words."""
    act: Act
    """What happened."""
    path: tuple[str, ...] = ()
    """The value's path; `articles` or `texts` and the name for what people wrote in Markdown."""
    pointer: str = ""
    """JSON Pointer into the new version, or into the old one for what is gone."""
    place: Place | None = None
    """Where it stands, in the same version."""
    old: JsonValue = None
    """The value before, without what people do not wish to be shown."""
    new: JsonValue = None
    """The value after, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What becomes of one community."""

    slug: str
    """Its slug, in the new version if it is there."""
    name: str
    """Its name."""
    language: str
    """The language of its words."""
    entries: tuple[Entry, ...] = ()
    """Its own changes, the weightiest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A change in a file that communities extend, told once."""

    file: str
    """The file: `communities/_base.yml`."""
    entry: Entry
    """The change, as the first of these communities tells it."""
    reaches: tuple[str, ...]
    """The slugs of those whom it reaches."""
    names: tuple[str, ...]
    """Their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """Something that kept a file from being compared."""

    version: Version
    """The version that it is in."""
    finding: Finding
    """What is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that is told about two versions of an archive."""

    groups: tuple[Group, ...] = ()
    """Communities with changes of their own, by slug."""
    shared: tuple[Shared, ...] = ()
    """Changes that come from files which communities extend."""
    texts: tuple[Entry, ...] = ()
    """Changes in the hub's own pages."""
    broken: tuple[Broken, ...] = ()
    """What could not be read."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed, as far as could be read."""
        return not (self.groups or self.shared or self.texts)
