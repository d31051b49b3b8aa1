"""The files that the theme brings along: style sheets, scripts, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import Files

from hearthbook.publish.slim import script_without_remarks, slim, style_without_remarks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

UNUSED: Final = re.compile(
    r"^(?:sitemap\.xml|assets/(?:javascripts/.*|stylesheets/palette.*|.*\.map|images/favicon\.png))$"
)
"""Material's files, and those of ours, that no page of ours asks for."""
_SHEET: Final = re.compile(r"^assets/stylesheets/main\.\w+\.min\.css$")
_OURS: Final = re.compile(r"^assets/hearth/.*\.(?P<kind>css|js)$")


def write_assets(config: MkDocsConfig, folder: Path) -> None:
    """Writes the theme's files that a site of ours needs, as MkDocs would."""
    config.site_dir = str(folder)
    found = Files([])
    found.add_files_from_theme(config.theme.get_env(), config)
    Files(needed(found, config)).copy_static_files()


def needed(files: Iterable[File], config: MkDocsConfig) -> list[File]:
    """The theme's files that pages of ours ask for, without what no browser does anything with."""
    kept = [file for file in files if not UNUSED.match(file.src_uri)]
    styles = []
    for file in kept:
        if ours := _OURS.match(file.src_uri):
            text = file.content_string
            text = style_without_remarks(text) if ours["kind"] == "css" else script_without_remarks(text)
            file.content_bytes = text.encode("utf-8")
            styles += [text] if ours["kind"] == "css" else []
    if not brings_its_own(config):
        for file in kept:
            if _SHEET.match(file.src_uri):
                file.content_bytes = slim(file.content_string, "".join(styles)).encode("utf-8")
    return kept


def brings_its_own(config: MkDocsConfig) -> bool:
    """Whether pages may hold what we did not write, and so need all of Material's style sheet."""
    return bool(config.theme.custom_dir or config.hooks or config.extra_css or config.extra_templates)
