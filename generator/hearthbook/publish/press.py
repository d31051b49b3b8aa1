"""Drives MkDocs over a batch of cells, in memory: cells in, finished pages out.

The same function serves this process, its helpers on this machine and workers on
others. One MkDocs configuration and one Jinja environment are kept from batch
to batch; Material's 14,000 icons are never listed, and nothing is written.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hearthbook.errors import HearthbookError
from hearthbook.publish.companions import beside_cell, beside_hub, twins
from hearthbook.publish.configuration import UNTOUCHED, load, run_mkdocs
from hearthbook.publish.finished import HUB, RULES, TOLD, Finished, is_sheet
from hearthbook.publish.guard import stop_at_gaps
from hearthbook.publish.heard import heard
from hearthbook.publish.links import address, open_links
from hearthbook.publish.mkdocs_site import MkDocsSite, prepare
from hearthbook.publish.others import answering_for_others
from hearthbook.publish.site import Hub, SitePages, cell_pages, hub_pages, list_pages, rules_pages
from hearthbook.render.compiled import CompiledTemplates
from hearthbook.render.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearthbook.model.pages import Cell, MenuEntry, Page
    from hearthbook.publish.sheets import Printed, Sheet

_PAGE_NAMED: Final = re.compile(r"'(?P<path>[^']+\.md)'")

_UNASKED: Final = frozenset({"search_index.json"})
"""Files of plugins that MkDocs brings along and no page of ours asks for."""
_UNPUBLISHED: Final = (
    "{others} writes files that `hearthbook build` does not publish; "
    "put them into the site's folder yourself, or use `mkdocs build`"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """What all batches of an archive share."""

    root: str
    """The folder that holds mkdocs.yml."""
    theme: str
    """The theme's folder."""
    made_with: str
    """Digest of templates, words, options and versions: another one is another project."""
    bytecode: str = ""
    """A folder to keep compiled templates in; empty for none."""
    live: bool = False
    """Whether this is a preview that reloads itself."""
    forge: bool = False
    """Whether pages lead to their lines."""
    guard: tuple[str, ...] = ()
    """Codes of the rules that no page may break."""
    offline: str = ""
    """What makes workers differ that keep pages in browsers; empty where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some cells to make, with all they need."""

    project: Project
    menu: tuple[MenuEntry, ...]
    """What menus say of the hub."""
    cells: tuple[Cell, ...] = ()
    pictures: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Slug or HUB -> the pictures that its pages may show: path below the site -> path from the project."""
    hub: Hub | None = None
    """The hub, if its pages are wanted."""
    rules: Hub | None = None
    """The hub, if the reference of the rules is wanted, in its frame."""
    sheets: tuple[Sheet, ...] = ()
    """Sheets of the hub's lists."""
    lists: Hub | None = None
    """The hub without its cards, if sheets are wanted: what they have in common."""


def press(batch: Batch) -> tuple[Finished, ...]:
    """The batch's cells, finished, the hub first; a pure function of the batch.

    What MkDocs told of no page comes last, under TOLD, because it is no cell's.
    Raises HearthbookError where a template, a word or mkdocs.yml is wrong.
    """
    return _press(batch.project).run(batch)


@lru_cache(maxsize=1)
def _press(project: Project) -> _Press:
    return _Press(project)


class _Press:
    """One MkDocs configuration, ready to run again and again."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._theme = Theme(Path(project.theme), project.bytecode)
        self._config = load(Path(project.root))
        # all pages come from us and go back to us: MkDocs has nothing to read and nothing to write
        self._config.docs_dir = self._config.site_dir = str(Path(project.root, ".nowhere"))
        prepare(self._config, self._theme)
        self._static = set(self._config.theme.static_templates)
        self._extra = list(self._config.extra_templates)
        self._keep_environment()
        command = "serve" if project.live else "build"
        with answering_for_others():
            self._config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]

    def _keep_environment(self) -> None:
        theme: Any = self._config.theme
        environment = theme.get_env()
        if self._project.bytecode:
            environment.bytecode_cache = CompiledTemplates(self._project.bytecode, "html-%s.cache")
        # the hub brings the theme's files once; a batch has none
        environment.list_templates = lambda *_, **__: []
        theme.get_env = lambda: environment

    def run(self, batch: Batch) -> tuple[Finished, ...]:
        """The batch's cells, finished."""
        hub = hub_pages(batch.hub, self._theme) if batch.hub else ()
        rules = rules_pages(batch.rules, self._theme) if batch.rules else ()
        parts = tuple(
            replace(cell_pages(cell, self._theme), pictures=batch.pictures.get(cell.slug, {}))
            for cell in batch.cells
        )
        lists = list_pages(batch.lists, self._theme, batch.sheets) if batch.lists else {}
        listed = tuple(page for one in lists.values() for page in one.pages)
        stop_at_gaps(parts, (*hub, *listed), self._project.guard)
        pictures = batch.pictures.get(HUB, {}) if batch.hub else {}
        site = MkDocsSite(
            site=SitePages(hub=(*hub, *listed, *rules), cells=parts, menu=batch.menu, pictures=pictures),
            theme=self._theme,
            root=Path(self._project.root),
            live=self._project.live,
            forge=self._project.forge,
            kept={},
        )
        told = self._build(site, whole=batch.hub is not None)
        finished = []
        if batch.hub:
            known = frozenset(card.slug for card in batch.hub.cards) | set(batch.hub.lists)
            beside = beside_hub(site, batch.hub, hub)
            finished.append(_finished(site, HUB, hub, told, known=known, beside=beside))
        finished += [_finished_sheet(site, sheet, lists[sheet.slug], told) for sheet in batch.sheets]
        if rules:
            finished.append(_finished(site, RULES, rules, told))
        for part in parts:
            known = frozenset(part.cell.neighbours) | {address("index.md")}
            beside = beside_cell(site, part)
            finished.append(_finished(site, part.cell.slug, part.pages, told, known=known, beside=beside))
        if general := tuple(dict.fromkeys(line for line in told if _concerned(line, site) is None)):
            finished.append(Finished(slug=TOLD, files={}, told=general))
        return tuple(finished)

    def _build(self, site: MkDocsSite, *, whole: bool) -> list[str]:
        config = self._config
        config.theme.static_templates = self._static if whole else set()
        config.extra_templates = self._extra if whole else []
        plugin: Any = config.plugins["hearthbook"]
        plugin.given = site
        try:
            with heard() as told, self._room_for_others(told):
                run_mkdocs(config, told)
        finally:
            # MkDocs has one plugin for all that is loaded in a process, plain builds included
            plugin.given = None
        left_out = [path for path in site.targets() if path not in (site.kept or {})]
        if left_out:
            raise HearthbookError(f"MkDocs left out {', '.join(left_out[:5])}", hint=UNTOUCHED)
        return told

    @contextlib.contextmanager
    def _room_for_others(self, told: list[str]) -> Iterator[None]:
        """A folder for files that plugins of others write; `told` hears of them, because they end there."""
        others = [str(name) for name in self._config.plugins if name != "hearthbook"]
        if not others:
            yield
            return
        with tempfile.TemporaryDirectory(prefix="hearthbook-") as folder:
            self._config.site_dir = folder
            yield
            if any(path.is_file() and path.name not in _UNASKED for path in Path(folder).rglob("*")):
                # what search writes is not asked for, so it is not the one meant
                named = [name for name in others if not name.endswith("search")]
                told.append(_UNPUBLISHED.format(others=" or ".join(named)))


def _finished(  # noqa: PLR0913 - each is one part of the value
    site: MkDocsSite,
    slug: str,
    pages: tuple[Page, ...],
    told: list[str],
    *,
    beside: Mapping[str, bytes] = MappingProxyType({}),
    known: frozenset[str] = frozenset(),
) -> Finished:
    kept, targets = site.kept or {}, site.targets()
    paths = {page.path for page in pages}
    files = {target: kept[target] for target, path in targets.items() if path in paths}
    if slug == HUB:
        files |= {target: page for target, page in kept.items() if target not in targets}
    files |= {**beside, **twins(site, pages)}
    anchors = {address(page.path): tuple(sorted(site.anchors(page.path))) for page in pages}
    return Finished(
        slug=slug,
        files=files,
        anchors=anchors,
        links=open_links(pages, anchors, known),
        found=site.found(paths),
        told=tuple(line for line in told if _concerned(line, site) == slug),
    )


def _finished_sheet(site: MkDocsSite, sheet: Sheet, made: Printed, told: list[str]) -> Finished:
    done = _finished(site, sheet.slug, made.pages, told, known=sheet.names | sheet.siblings | sheet.parts)
    return replace(done, files={**done.files, **{path: text.encode("utf-8") for path, text in made.files}})


def _concerned(line: str, site: MkDocsSite) -> str | None:
    """The slug of the cell, or HUB, that a warning is about; None for one that names no page."""
    named = _PAGE_NAMED.search(line)
    place = site.places.get(named["path"]) if named else None
    if place is None:
        return None
    if place.part:
        return place.part.cell.slug
    sheet = f"/{address(place.page.path)}"
    return RULES if sheet.startswith(f"/{RULES}/") else sheet if is_sheet(sheet) else HUB
