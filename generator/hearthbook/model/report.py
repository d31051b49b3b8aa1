"""What `hearthbook check` has to say, for every way of saying it."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads it
from dataclasses import dataclass, field

from hearthbook.model.findings import Finding  # noqa: TC001 - the same
from hearthbook.model.verdict import Audited, Skip  # noqa: TC001 - the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one community stands."""

    score: int
    """Of the advice that could apply, how much it follows, from 0 to 100; weighed by what it is worth."""
    next: tuple[Finding, ...] = ()
    """What would help it most, at most three, the most helpful first."""
    skipped: tuple[Skip, ...] = ()
    """The rules that had nothing to look at, by code."""
    audit: tuple[Audited, ...] = ()
    """Its code of conduct, item by item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything that a check found."""

    checked: int
    """How many community files were looked at."""
    findings: tuple[Finding, ...] = ()
    """In order of file, line and code."""
    communities: Mapping[str, Standing] = field(default_factory=dict)
    """Slug -> how it stands, for every community that could be read."""
    rules: str = ""
    """Address of the pages about rules on the archive's site; empty where mkdocs.yml has no `site_url`."""
