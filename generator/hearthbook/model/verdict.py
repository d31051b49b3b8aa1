"""What the linter says of a community."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads it
from dataclasses import dataclass, field
from datetime import date  # noqa: TC003 - pydantic reads it
from typing import Literal

from hearthbook.model.findings import Finding, Place  # noqa: TC001 - the same

State = Literal["present", "missing", "declined"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A finding, and the days on which it holds."""

    finding: Finding
    since: date | None = None
    """The first day; None for always."""
    until: date | None = None
    """The last day; None for ever."""
    ignored: str = ""
    """The community's reason for not minding it; empty where it gives none."""

    def holds(self, today: date) -> bool:
        """Whether it is to be told on a day."""
        begun = self.since is None or self.since <= today
        return begun and (self.until is None or today <= self.until) and not self.ignored


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """A rule that had nothing to look at."""

    code: str
    """The rule's code."""
    why: str
    """The reason, in a few words: `no conduct`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """One item that a code of conduct should hold, and how it stands."""

    item: str
    """`C1` to `C45`; the names are those of the guide "Every item of a good handbook"."""
    state: State
    """Present, missing, or declined: the group says that it does without."""
    pointer: str = ""
    """Where the community's file says it; empty where the theme's words say it for every group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Everything that the linter says of one community, whatever the day."""

    advice: tuple[Advice, ...] = ()
    """In the order of the file."""
    skipped: tuple[Skip, ...] = ()
    """By code."""
    audit: tuple[Audited, ...] = ()
    """The code of conduct, item by item."""
    ignores: tuple[str, ...] = ()
    """Codes of rules that the community gives its reasons against."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Pointer -> where it stands, for what rules that look at all communities speak of."""

    def place(self, pointer: str) -> Place | None:
        """Where a pointer, or the nearest one above it, stands."""
        while pointer and pointer not in self.places:
            pointer = pointer.rpartition("/")[0]
        return self.places.get(pointer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A community, as far as rules that look at all of them at once need to know it."""

    slug: str
    name: str
    language: str
    """BCP 47."""
    visibility: str
    """public, unlisted or draft."""
    state: str = ""
    """forming, active, full, paused or closed; empty where nobody says."""
    for_: tuple[str, ...] = ()
    outcome: str = ""
    split_from: str = ""
    graduates_to: tuple[str, ...] = ()
    translation_of: str = ""
