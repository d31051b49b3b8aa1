"""Drives MkDocs in this process: into staging, checked, then swapped in."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from pydantic import TypeAdapter, ValidationError

from hearthbook.errors import HearthbookError
from hearthbook.ingest.archive import load_archive
from hearthbook.model.archive import Defaults
from hearthbook.model.findings import Severity
from hearthbook.model.texts import Language, Zone
from hearthbook.publish.mkdocs_site import MkDocsSite
from hearthbook.publish.site import render_site
from hearthbook.publish.swap import staged
from hearthbook.render.theme import Theme
from hearthbook.resources import themes

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.archive import Archive
    from hearthbook.publish.site import SitePages

_FORGE_DEFAULTS: Final = ("edit/master/docs/", "-/edit/master/docs/", "src/default/docs/")
"""What MkDocs assumes when mkdocs.yml does not say where files are edited."""


class UnfitArchiveError(HearthbookError):
    """The archive has errors; the site is not built."""

    def __init__(self, archive: Archive) -> None:
        """Tell all findings, so that one look mends them all."""
        errors = [f for f in archive.findings if f.severity is Severity.ERROR]
        count = f"{len(errors)} {'errors' if len(errors) > 1 else 'error'}"
        lines = "\n".join(str(finding) for finding in archive.findings)
        super().__init__(f"{lines}\n{count}: nothing was built", hint="mend them and build again")
        self.archive = archive

    def __str__(self) -> str:
        """The findings, one a line, then what follows."""
        return f"{self.message}; {self.hint}"


def default_theme() -> Theme:
    """The theme that comes with Hearthbook."""
    return Theme(themes() / "hearth")


def edit_root(config: MkDocsConfig) -> str:
    """What a file's path from the project folder is appended to for editing it."""
    if not config.repo_url:
        return ""
    uri = config.edit_uri or ""
    if uri in _FORGE_DEFAULTS:
        uri = uri.removesuffix("docs/").replace("master", "main")
    if not uri:
        return ""
    return config.repo_url.rstrip("/") + "/" + uri.strip("/") + "/"


def defaults(language: str, zone: str | None) -> Defaults:
    """What mkdocs.yml says for all communities.

    Raises HearthbookError for a language or time zone that does not exist.
    """
    try:
        known = TypeAdapter(Language).validate_python(language)
        clock = TypeAdapter(Zone).validate_python(zone) if zone else None
    except ValidationError as problem:
        first = problem.errors()[0]
        context = first.get("ctx", {})
        message = str(context.get("message", first["msg"]))
        hint = str(context.get("hint", "see the comments in mkdocs.yml"))
        raise HearthbookError(message, where="mkdocs.yml, plugin hearthbook", hint=hint) from None
    return Defaults(language=known, zone=clock)


def _settings(config: MkDocsConfig) -> Defaults:
    ours = config.plugins["hearthbook"].config
    return defaults(ours["language"], ours["zone"])


def read_archive(root: Path) -> Archive:
    """The archive in `root` with its findings; mkdocs.yml, if it is there, gives the defaults."""
    if not (root / "mkdocs.yml").is_file():
        return load_archive(root)
    return load_archive(root, _settings(load(root)))


def fit_archive(root: Path, settings: Defaults) -> Archive:
    """The archive in `root`; raises UnfitArchiveError when there are errors."""
    archive = load_archive(root, settings)
    if any(finding.severity is Severity.ERROR for finding in archive.findings):
        raise UnfitArchiveError(archive)
    return archive


def plain_pages(root: Path, config: MkDocsConfig) -> SitePages:
    """All pages of the archive as plain Markdown; raises UnfitArchiveError."""
    settings = _settings(config)
    archive = fit_archive(root, settings)
    return render_site(archive, default_theme(), language=settings.language, site_name=config.site_name)


def make_site(root: Path, config: MkDocsConfig, *, live: bool) -> MkDocsSite:
    """The archive in `root`, read, checked and rendered, ready for MkDocs.

    Raises UnfitArchiveError when there are errors.
    """
    site = plain_pages(root, config)
    return MkDocsSite(
        site=site, theme=default_theme(), root=root, live=live, edit_root=edit_root(config)
    )


def write_extras(site: MkDocsSite, config: MkDocsConfig) -> None:
    """Writes what MkDocs does not: the sitemap, where the site's address is known."""
    if config.site_url:
        target = Path(config.site_dir, "sitemap.xml")
        target.write_text(site.sitemap(config.site_url), encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made."""

    site_dir: Path
    """Where the site is."""
    pages: int
    """How many pages it has."""
    communities: int
    """How many communities it shows."""
    warnings: tuple[str, ...] = ()
    """What MkDocs warned about."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs logs at warning level or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def load(root: Path, *, strict: bool = False, site_dir: Path | None = None) -> MkDocsConfig:
    """The project's MkDocs configuration.

    Raises HearthbookError where mkdocs.yml is missing or wrong, or does not
    name our plugin.
    """
    file = root / "mkdocs.yml"
    if not file.is_file():
        hint = "run `hearthbook init` there, or say where the archive is with --project"
        raise HearthbookError("there is no mkdocs.yml here", where=str(root), hint=hint)
    more = {"site_dir": str(site_dir)} if site_dir else {}
    try:
        config = load_config(config_file=str(file), strict=strict, **more)
    except (MkDocsException, SystemExit) as problem:
        text = str(problem) or "MkDocs cannot read it"
        raise HearthbookError(text, where="mkdocs.yml", hint="mend mkdocs.yml") from None
    if "hearthbook" not in config.plugins:
        hint = "add the lines `plugins:` and `  - hearthbook`"
        raise HearthbookError("the plugin hearthbook is not switched on", where="mkdocs.yml", hint=hint)
    return config


def build_site(root: Path, *, strict: bool = False) -> Built:
    """Builds the archive into the site folder that mkdocs.yml names.

    The old site stays until the new one is complete. Raises HearthbookError
    with every finding, or with what MkDocs or the disk objected to.
    """
    target = Path(load(root, strict=strict).site_dir)
    log = logging.getLogger("mkdocs")
    caught = _Warnings()
    log.addHandler(caught)
    try:
        with staged(target) as staging:
            config = load(root, strict=strict, site_dir=staging)
            config.plugins.on_startup(command="build", dirty=False)
            _run(config, caught)
            plugin = config.plugins["hearthbook"]
            site: MkDocsSite = plugin.site  # type: ignore[attr-defined]
            _check(site, staging)
            config.plugins.on_shutdown()
    finally:
        log.removeHandler(caught)
    return Built(
        site_dir=target,
        pages=len(site.places),
        communities=len(site.site.cells),
        warnings=tuple(caught.lines),
    )


def _run(config: MkDocsConfig, caught: _Warnings) -> None:
    try:
        mkdocs_build(config)
    except Abort as problem:
        told = "\n".join(caught.lines) or str(problem)
        raise HearthbookError(told, hint="the old site is untouched") from None
    except MkDocsException as problem:
        raise HearthbookError(str(problem), hint="the old site is untouched") from problem


def _check(site: MkDocsSite, staging: Path) -> None:
    """Every page that was planned is there; nothing is swapped in otherwise."""
    missing = [
        place.mk.file.dest_uri
        for place in site.places.values()
        if place.mk and not (staging / place.mk.file.dest_uri).is_file()
    ]
    if missing:
        shown = ", ".join(missing[:5])
        raise HearthbookError(f"MkDocs left out {shown}", hint="the old site is untouched")


