"""Places in people's files, and what was found there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearthbook.model.edits import Edit  # noqa: TC001 - pydantic reads it


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A spot in a file that a person can open."""

    file: str
    """Path from the project folder, with forward slashes: `communities/oak.yml`."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in characters, counted from 1."""

    def __str__(self) -> str:
        """`file:line:column`, which editors and terminals turn into a link."""
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The handbook cannot be made, or would say something wrong."""
    WARNING = "warning"
    """The handbook can be made, but a reader would be let down."""
    ADVICE = "advice"
    """A good founder would want to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem: where it is, what is the fact, what would mend it."""

    code: str
    """`HB` and three digits; the first digit is the group."""
    severity: Severity
    """Errors make `hearthbook check` exit with 1."""
    place: Place
    """Where to look."""
    message: str
    """The fact, in one sentence without a full stop."""
    hint: str
    """What to write instead, with a valid example where one helps."""
    pointer: str = ""
    """JSON Pointer (RFC 6901) into the community's YAML, empty for the whole file."""
    community: str = ""
    """Slug of the community, empty where no community is concerned."""
    worth: int = 0
    """What following it weighs, from 1, a nicety, to 5, somebody may be hurt; 0 where it is no advice."""
    fix: Edit | None = None
    """What `hearthbook check --fix` would write; None where that is for people to decide."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Orders findings by place, then code, then words: the same on every run."""
        return (self.place.file, self.place.line, self.place.column, self.code, self.message)

    def __str__(self) -> str:
        """`communities/oak.yml:12:5 HB201 fact; remedy`."""
        return f"{self.place} {self.code} {self.message}; {self.hint}"


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sorted findings without repeats.

    A slip in a base file shows up once for each community that extends it;
    place, code and words are the same, so one of them is enough.
    """
    unique = {finding.sort_key: finding for finding in findings}
    return tuple(unique[key] for key in sorted(unique))
