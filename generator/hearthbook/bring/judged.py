"""A community's file before it is written, read and put before all the rules for one community."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hearthbook.ingest.archive import read_alone
from hearthbook.ingest.folder import FOLDER, Source
from hearthbook.lint.engine import examine
from hearthbook.lint.rule import Document
from hearthbook.lint.settings import LintSettings
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from hearthbook.model.archive import Defaults
    from hearthbook.model.community import Community
    from hearthbook.model.findings import Finding
    from hearthbook.model.verdict import Advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What is known of a file."""

    community: Community | None
    """None where an error hides it."""
    findings: tuple[Finding, ...]
    """What is wrong with it, in the order in which it was met."""
    advice: tuple[Advice, ...]
    """What the rules say, in the order of the file; nothing where it cannot be read."""

    @property
    def sound(self) -> bool:
        """Whether a site can be built from it."""
        told = [*self.findings, *(one.finding for one in self.advice if not one.ignored)]
        return not any(finding.severity is Severity.ERROR for finding in told)


def judged(
    text: str,
    slug: str,
    defaults: Defaults | None = None,
    *,
    slugs: frozenset[str] = frozenset(),
    lint: LintSettings | None = None,
) -> Judged:
    """What is known of a text that would be `communities/<slug>.yml`.

    `slugs` are the other communities of the archive, `lint` its settings for the rules.
    """
    name = f"{FOLDER}/{slug}.yml"
    part = read_alone(text, Source(stem=slug, path=Path(name), name=name), defaults, slugs)
    if part.community is None:
        return Judged(community=None, findings=part.findings, advice=())
    verdict = examine(part.community, Document(name=name, text=text), lint or LintSettings())
    return Judged(community=part.community.community, findings=part.findings, advice=verdict.advice)


def checked(text: str, slug: str, defaults: Defaults | None = None) -> tuple[Finding, ...]:
    """The errors in a text that would be `communities/<slug>.yml`, without the rules."""
    name = f"{FOLDER}/{slug}.yml"
    part = read_alone(text, Source(stem=slug, path=Path(name), name=name), defaults)
    return tuple(finding for finding in part.findings if finding.severity is Severity.ERROR)
