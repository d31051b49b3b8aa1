"""Drives MkDocs in this process: into staging, checked, then swapped in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from pydantic import TypeAdapter, ValidationError

from hearthbook.errors import HearthbookError
from hearthbook.ingest.archive import load_archive
from hearthbook.ingest.content import FOLDER
from hearthbook.model.archive import Defaults
from hearthbook.model.findings import Severity
from hearthbook.model.texts import Language, Zone
from hearthbook.publish.heard import heard
from hearthbook.publish.languages import with_missing_words
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


UNTOUCHED: Final = "the old site is untouched"


class UnfitArchiveError(HearthbookError):
    """The archive has errors; the site is not built."""

    def __init__(self, archive: Archive) -> None:
        """Tell all findings, so that one look mends them all."""
        errors = [f for f in archive.findings if f.severity is Severity.ERROR]
        count, what = ("1 error", "it") if len(errors) == 1 else (f"{len(errors):,} errors", "them")
        lines = "\n".join(str(finding) for finding in archive.findings)
        super().__init__(f"{lines}\n{count}: nothing was built", hint=f"mend {what} and build again")
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
        return with_missing_words(load_archive(root), default_theme())
    return with_missing_words(load_archive(root, _settings(load(root))), default_theme())


def fit_archive(root: Path, settings: Defaults) -> Archive:
    """The archive in `root`; raises UnfitArchiveError when there are errors."""
    archive = with_missing_words(load_archive(root, settings), default_theme())
    if any(finding.severity is Severity.ERROR for finding in archive.findings):
        raise UnfitArchiveError(archive)
    return archive


def plain_pages(root: Path, config: MkDocsConfig) -> SitePages:
    """All pages of the archive as plain Markdown; raises UnfitArchiveError."""
    settings = _settings(config)
    archive = fit_archive(root, settings)
    return render_site(
        archive,
        default_theme(),
        language=settings.language,
        site_name=config.site_name,
        edit_root=edit_root(config),
    )


def make_site(root: Path, config: MkDocsConfig, *, live: bool) -> MkDocsSite:
    """The archive in `root`, read, checked and rendered, ready for MkDocs.

    Raises UnfitArchiveError when there are errors, and HearthbookError when
    mkdocs.yml names a theme that ours does not stand on.
    """
    if config.theme.name != "material":
        message = f"Hearthbook's pages stand on the theme material, not on {config.theme.name}"
        raise HearthbookError(message, where="mkdocs.yml", hint="write `name: material` below `theme:`")
    site = plain_pages(root, config)
    return MkDocsSite(site=site, theme=default_theme(), root=root, live=live, edit_root=edit_root(config))


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


def load(root: Path, *, strict: bool = False) -> MkDocsConfig:
    """The project's MkDocs configuration.

    Raises HearthbookError where mkdocs.yml is missing or wrong, or does not
    name our plugin.
    """
    file = root / "mkdocs.yml"
    if not file.is_file():
        hint = "run `hearthbook init` there, or say where the archive is with --project"
        raise HearthbookError("there is no mkdocs.yml here", where=str(root), hint=hint)
    with heard() as lines:
        try:
            config = load_config(config_file=str(file), strict=strict)
        except (MkDocsException, SystemExit) as problem:
            text = "\n".join(lines) or str(problem) or "MkDocs cannot read it"
            if "docs_dir" in text and not (root / FOLDER).exists():
                hint = "make it with a file index.md in it"
                raise HearthbookError(f"there is no folder {FOLDER}/", where=str(root), hint=hint) from None
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
    with heard() as lines:
        config = load(root, strict=strict)
        target = _own_folder(root, Path(config.site_dir))
        with staged(target) as staging:
            config.site_dir = str(staging)
            config.plugins.on_startup(command="build", dirty=False)
            _run(config, lines)
            plugin = config.plugins["hearthbook"]
            site: MkDocsSite = plugin.site  # type: ignore[attr-defined]
            _check(site, staging)
            config.plugins.on_shutdown()
    return Built(
        site_dir=target,
        pages=len(site.places),
        communities=len(site.site.cells),
        warnings=tuple(lines),
    )


def _own_folder(root: Path, target: Path) -> Path:
    """The site folder; raises HearthbookError where a build would take people's own files away."""
    found = target.resolve()
    archive = ("mkdocs.yml", "communities", "content")
    if root.resolve().is_relative_to(found) or any((found / name).exists() for name in archive):
        hint = "name a folder of its own as site_dir in mkdocs.yml"
        raise HearthbookError("the site's folder holds more than the site", where=str(target), hint=hint)
    return target


def _run(config: MkDocsConfig, lines: list[str]) -> None:
    try:
        mkdocs_build(config)
    except (MkDocsException, TemplateError) as problem:
        told = "\n".join(lines) or str(problem)
        where = template_place(problem) if isinstance(problem, TemplateError) else ""
        raise HearthbookError(told, where=where, hint=UNTOUCHED) from problem


def template_place(error: TemplateError) -> str:
    """The file and line of the HTML template that went wrong."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    place, trace = "", error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _check(site: MkDocsSite, staging: Path) -> None:
    """Every page that was planned is there; nothing is swapped in otherwise."""
    missing = [
        place.mk.file.dest_uri
        for place in site.places.values()
        if place.mk and not (staging / place.mk.file.dest_uri).is_file()
    ]
    if missing:
        shown = ", ".join(missing[:5])
        raise HearthbookError(f"MkDocs left out {shown}", hint=UNTOUCHED)
