"""All communities of a project folder, as they were read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hearthbook.model.community import Community
    from hearthbook.model.findings import Finding, Place
    from hearthbook.model.pages import Article
    from hearthbook.model.sources import SourceMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for every community that does not say otherwise."""

    language: str = "en"
    """BCP 47."""
    zone: str | None = None
    """An IANA time zone, or None where each ritual must name its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """One community, complete, with where each of its values was written."""

    slug: str
    """The file's name without `.yml`."""
    community: Community
    """The community after short forms, `extends` and the archive's defaults."""
    sources: SourceMap
    """Where its values stand."""
    articles: tuple[Article, ...] = ()
    """Its articles, newest first."""
    files: tuple[str, ...] = ()
    """Pictures in its content folder, as paths from the project folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HubText:
    """A page of prose for the hub, from `content/`."""

    path: str
    """Path below content/: `guides/start.md`."""
    title: str
    """Its heading."""
    summary: str | None = None
    """One line for lists and search engines."""
    body: str = ""
    """Markdown without front matter and title."""
    place: Place
    """Where the body starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything that was read, and everything that is wrong with it."""

    root: Path
    """The project folder."""
    communities: tuple[Resolved, ...] = ()
    """The communities without errors, by slug; drafts are among them."""
    files: int = 0
    """How many community files there are, those with errors included."""
    shared: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slug -> the files that its file extends, nearest first: `communities/_base.yml`."""
    findings: tuple[Finding, ...] = ()
    """All findings of intake, in order."""
    texts: tuple[HubText, ...] = ()
    """The hub's own pages, by path."""
