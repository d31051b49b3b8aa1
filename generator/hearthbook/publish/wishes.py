"""What one asks of a build, and what one hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.errors import HearthbookError
from hearthbook.model.findings import Severity
from hearthbook.publish.stamps import seal
from hearthbook.publish.workers import Indexers, Makers, Readers, index_here, make_here, read_here

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hearthbook.model.findings import Finding
    from hearthbook.publish.ahead import Sealer
    from hearthbook.publish.shards import Share
    from hearthbook.publish.stamps import Sealed
    from hearthbook.publish.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a build is."""

    done: int
    """Cells that are ready."""
    cells: int
    """Cells that the site will have."""
    reused: int
    """Cells that nothing had to be made for."""
    pages: int
    """Pages that were made so far."""
    searching: bool = False
    """Whether all pages are there, and the search is being brought up to date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made."""

    site_dir: Path
    """Where the site is."""
    pages: int
    """How many pages it has."""
    renewed: int
    """How many of them were made, or only got other lines or pictures."""
    communities: int
    """How many communities it shows."""
    warnings: tuple[str, ...] = ()
    """What may let a reader down."""
    made: tuple[str, ...] = ()
    """Slugs of the cells whose pages were made, the hub's (HUB) first."""
    dressed: tuple[str, ...] = ()
    """Slugs of the cells that only got other lines or pictures, or were put back."""
    around: tuple[str, ...] = ()
    """What was written besides cells and the hub: ASSETS, SITEMAP, SEARCH."""
    removed: tuple[str, ...] = ()
    """What was taken out of the site."""
    outputs: tuple[Sealed, ...] = ()
    """Everything that the site is made of, as it stands now."""
    besides: tuple[str, ...] = ()
    """What mkdocs.yml names besides the archive's own files."""
    variables: tuple[str, ...] = ()
    """The variables of the environment that mkdocs.yml asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How to build."""

    strict: bool = False
    """Whether warnings are errors."""
    live: bool = False
    """Whether this is a preview that reloads itself."""
    store: Store | None = None
    """What earlier builds left; None to make everything."""
    makers: Makers = make_here
    """Who makes the cells that are missing."""
    readers: Readers = read_here
    """Who reads the files that changed."""
    jobs: int = 1
    """How many processes look into what git knows and was not looked into before."""
    indexers: Indexers = index_here
    """Who indexes the parts of the search that changed."""
    search: Callable[[str], bool] = lambda _: True
    """Which of the search's folders are to be brought up to date."""
    seal: Sealer = seal
    """Says how a folder of the site looks."""
    tell: Callable[[Progress], None] = lambda _: None
    """Hears how far the build is."""
    wait: Callable[[], None] = lambda: None
    """Called when another build of this site is at work."""
    moving: Callable[[], None] = lambda: None
    """Called when the first of what is new is about to take its place."""
    site_dir: Path | None = None
    """Where the site goes, instead of where mkdocs.yml says."""
    share: Share | None = None
    """The share of the site to build, for `merge` to join with the others; None for all of it."""


class UnfitArchiveError(HearthbookError):
    """The archive has errors; the site is not built."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Tell all findings, so that one look mends them all."""
        errors = [f for f in findings if f.severity is Severity.ERROR]
        count, what = ("1 error", "it") if len(errors) == 1 else (f"{len(errors):,} errors", "them")
        lines = "\n".join(str(finding) for finding in findings)
        super().__init__(f"{lines}\n{count}: nothing was built", hint=f"mend {what} and build again")
        self.findings = findings

    def __str__(self) -> str:
        """The findings, one a line, then what follows."""
        return f"{self.message}; {self.hint}"


def fit(findings: tuple[Finding, ...]) -> None:
    """Raises UnfitArchiveError where one of the findings is an error."""
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise UnfitArchiveError(findings)
