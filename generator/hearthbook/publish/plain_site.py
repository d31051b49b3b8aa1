"""The plain Markdown on disk, with an mkdocs.yml that needs nothing of ours."""

from __future__ import annotations

import html
import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from hearthbook.errors import HearthbookError
from hearthbook.publish.configuration import load
from hearthbook.publish.dialect import as_written
from hearthbook.publish.driver import fit_archive, plain_pages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hearthbook.model.pages import Page
    from hearthbook.publish.site import SitePages


def _front_matter(page: Page) -> str:
    """Title and description, each on one line."""
    rows = [f"title: {_quoted(page.title)}"]
    if page.description:
        rows.append(f"description: {_quoted(page.description)}")
    return "\n".join(["---", *rows, "---", "", ""])


def _shown(text: str) -> str:
    """The text ready for HTML, also inside an attribute: site tools write it there as it is."""
    return html.escape(" ".join(text.split()), quote=False).replace('"', "&quot;")


def _quoted(text: str) -> str:
    return "'" + _shown(text).replace("'", "''") + "'"


def _menu(site: SitePages) -> list[Any]:
    hub = [{_shown(page.menu or page.title): page.path} for page in site.hub if page.listed]
    cells = [
        {_shown(part.cell.community.name): [{_shown(p.title): p.path} for p in part.pages if p.listed]}
        for part in site.cells
        if not part.unlisted
    ]
    return [*hub, *cells]


def _settings(name: str, site: SitePages) -> dict[str, Any]:
    return {
        "site_name": name,
        "docs_dir": "docs",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "markdown_extensions": as_written(),
        "validation": {"nav": {"omitted_files": "info"}},
        "nav": _menu(site),
    }


def _copy(pictures: Mapping[str, str], root: Path, docs: Path) -> None:
    for to, source in pictures.items():
        (docs / to).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / source, docs / to, follow_symlinks=False)


def _provenance(site: SitePages) -> str:
    """Page -> its blocks, each with its anchor, its pointer and the line that says it."""
    pages = {
        page.path: [
            {
                "anchor": entry.anchor,
                "pointer": entry.pointer,
                "file": entry.place.file,
                "line": entry.place.line,
            }
            for entry in page.provenance
        ]
        for page in site.pages
        if page.provenance
    }
    return json.dumps(pages, indent=1, ensure_ascii=False) + "\n"


def write_plain_site(root: Path, target: Path) -> int:
    """Writes every page below `target/docs`, and `mkdocs.yml` and `provenance.json` beside it.

    Returns how many pages there are. Raises HearthbookError when the folder is
    not empty, or the archive has errors.
    """
    if target.exists() and any(target.iterdir()):
        hint = "name a new folder, or empty this one"
        raise HearthbookError("the folder is not empty", where=str(target), hint=hint)
    config = load(root)
    site = plain_pages(fit_archive(root, config), config)
    # other site tools bring their own search
    site = replace(site, hub=tuple(page for page in site.hub if page.kind != "hub-search"))
    docs = target / "docs"
    for page in site.pages:
        path = docs / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_front_matter(page) + page.markdown, encoding="utf-8", newline="\n")
    for pictures in (site.pictures, *(part.pictures for part in site.cells)):
        _copy(pictures, root, docs)
    (target / "provenance.json").write_text(_provenance(site), encoding="utf-8", newline="\n")
    yaml = YAML()
    yaml.default_flow_style = False
    with (target / "mkdocs.yml").open("w", encoding="utf-8", newline="\n") as stream:
        yaml.dump(_settings(config.site_name, site), stream)
    return len(site.pages)
