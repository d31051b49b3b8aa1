"""What is wrong in an archive, at the cost of what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.model.archive import Defaults
from hearthbook.publish.configuration import default_theme, load, named_besides, settings
from hearthbook.publish.register import survey
from hearthbook.publish.stamps import Digests
from hearthbook.publish.workers import read_here

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hearthbook.model.findings import Finding
    from hearthbook.publish.store import Store
    from hearthbook.publish.workers import Readers


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The findings of a whole archive."""

    findings: tuple[Finding, ...]
    """All of them, in order."""
    files: int
    """How many community files there are."""
    ancestors: Mapping[str, tuple[str, ...]]
    """Slug -> the files that its file extends, nearest first."""
    besides: tuple[str, ...] = ()
    """What mkdocs.yml names besides the archive's own files."""


def check_archive(root: Path, store: Store | None = None, readers: Readers = read_here) -> Checked:
    """Everything that is wrong in `root`; mkdocs.yml, if it is there, gives the defaults.

    Raises HearthbookError where mkdocs.yml is wrong.
    """
    config = load(root) if (root / "mkdocs.yml").is_file() else None
    digests = Digests(root, store.stamps() if store else {})
    now = store.now() if store else 0
    register = survey(
        root,
        settings(config) if config else Defaults(),
        default_theme(),
        digests,
        store=store,
        lines=bool(config and config.repo_url),
        readers=readers,
    )
    if store:
        store.keep_stamps({**digests.known, **digests.settled(now)})
    return Checked(
        findings=register.findings,
        files=register.files,
        ancestors={slug: one.ancestors for slug, one in register.records.items() if slug[0] != "_"},
        besides=named_besides(config) if config else (),
    )
