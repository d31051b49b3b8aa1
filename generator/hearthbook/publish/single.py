"""The finished pages of one community, without building the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hearthbook.model.sources import SourceMap
from hearthbook.publish.cells import NO_FAMILY, make_cell
from hearthbook.publish.configuration import default_theme, load, on_our_ground
from hearthbook.publish.inputs import project_of, read_inputs
from hearthbook.publish.press import Batch, press
from hearthbook.publish.told import with_past
from hearthbook.publish.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hearthbook.model.pages import Cell
    from hearthbook.publish.finished import Finished
    from hearthbook.publish.inputs import Inputs
    from hearthbook.publish.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """One community as the site shows it."""

    cell: Cell
    """What its pages were made from."""
    direction: str
    """Direction of its script: ltr or rtl."""
    site_url: str
    """The address of the site; empty where mkdocs.yml names none."""
    files: Mapping[str, bytes]
    """Path below the site -> page or style sheet."""
    pictures: Mapping[str, Path]
    """Path below the site -> picture on the disk."""

    def page(self, kind: str) -> tuple[str, str]:
        """The path below the site of a page and its HTML."""
        names = (f"{self.cell.slug}/{kind}/index.html", f"{self.cell.slug}/{kind}.html")
        name = next(name for name in names if name in self.files)
        return name, self.files[name].decode("utf-8")

    def read(self, name: str) -> bytes | None:
        """What lies at a path below the site, as far as this community brings it along."""
        if name in self.pictures:
            return self.pictures[name].read_bytes()
        return self.files.get(name)


def single(root: Path, slug: str, store: Store | None = None) -> Single:
    """One community of the archive in `root`, its pages taken from the store or made.

    What is wrong with other communities does not matter here. Raises HearthbookError
    where there is no such community, UnfitArchiveError with what is wrong with it.
    """
    cell, inputs, site_url = _read(root, slug, store)
    planned = inputs.plan.cells[slug]
    finished = store.get(planned.key) if store else None
    return Single(
        cell=cell,
        direction=inputs.tools.theme.words(cell.language).locale.text_direction,
        site_url=site_url,
        files=(finished or _made(root, cell, inputs, store)).files,
        pictures={to: root / source for to, source in planned.pictures.items()},
    )


def single_cell(root: Path, slug: str, store: Store | None = None) -> tuple[Cell, str]:
    """What the pages of one community are made from, and the site's address; raises as `single` does."""
    cell, _, site_url = _read(root, slug, store)
    return cell, site_url


def _read(root: Path, slug: str, store: Store | None) -> tuple[Cell, Inputs, str]:
    config = load(root)
    on_our_ground(config)
    inputs = read_inputs(root, config, Wishes(store=store), default_theme(), only=slug)
    resolved = inputs.register.resolved([slug])[slug]
    cell = make_cell(resolved, inputs.plan.cells[slug].family or NO_FAMILY)
    return with_past(cell, inputs.past, inputs.register.theme), inputs, config.site_url or ""


def _made(root: Path, cell: Cell, inputs: Inputs, store: Store | None) -> Finished:
    """The cell's pages as a build makes them."""
    bare = replace(cell, sources=SourceMap({}, cell.sources.root))
    batch = Batch(
        project=project_of(root, inputs, store),
        menu=inputs.plan.menu,
        cells=(bare,),
        pictures={cell.slug: inputs.plan.cells[cell.slug].pictures},
    )
    return press(batch)[0]
