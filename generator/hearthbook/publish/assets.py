"""The files that the theme brings along: style sheets, scripts, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import Files

from hearthbook.publish.mkdocs_site import UNUSED

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig


def write_assets(config: MkDocsConfig, folder: Path) -> None:
    """Writes the theme's files that a site of ours needs, as MkDocs would."""
    config.site_dir = str(folder)
    found = Files([])
    found.add_files_from_theme(config.theme.get_env(), config)
    Files([file for file in found if not UNUSED.match(file.src_uri)]).copy_static_files()
