"""Writes a whole archive: community files, mkdocs.yml, a first page, and where it all came from."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.real.schedules import Schedule

Facts = dict[str, Any]
"""What a community file says, in the order in which it says it."""

# Older YAML tools read `NO` as false and `17:00` as 1020, so those are always quoted.
_MISREAD: Final = re.compile(r"(?:y|n|yes|no|on|off|\d+(?::\d+)+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """What a converter made of a data set."""

    slugs: tuple[str, ...]
    """The communities, in order."""
    told: tuple[str, ...] = ()
    """What the converter decided, mended or left out, one sentence each."""
    schedules: tuple[Schedule, ...] = ()
    """Every time that was written in words, read or refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What an archive says about itself."""

    site: str
    """The site's name."""
    title: str
    """The heading of its first page."""
    summary: str
    """One line for search engines."""
    body: str
    """The first page, in Markdown."""


def _careful(value: object) -> object:
    """The value with texts in quotes that another YAML tool would take for something else."""
    if isinstance(value, dict):
        return CommentedMap((key, _careful(inner)) for key, inner in value.items())
    if isinstance(value, list):
        return [_careful(inner) for inner in value]
    if isinstance(value, str) and _MISREAD.fullmatch(value):
        return DoubleQuotedScalarString(value)
    return value


def write_facts(file: Path, facts: Facts, comments: Mapping[str, str]) -> None:
    """Writes a community file; `comments` maps a key to what stands above it."""
    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    written = _careful(facts)
    if isinstance(written, CommentedMap):
        for key, comment in comments.items():
            written.yaml_set_comment_before_after_key(key, before=comment)
    with file.open("w", encoding="utf-8") as stream:
        yaml.dump(written, stream)


def write_frame(target: Path, cover: Cover, source: Path) -> None:
    """Writes what an archive needs beside its communities, and copies SOURCE.txt."""
    (target / "communities").mkdir(parents=True)
    (target / "content").mkdir()
    (target / "mkdocs.yml").write_text(
        f"site_name: {cover.site}\n"
        f"site_description: {cover.summary}\n"
        "docs_dir: content\nsite_dir: site\n"
        "theme:\n  name: material\n"
        "plugins:\n  - hearthbook:\n      language: en\n",
        encoding="utf-8",
    )
    (target / "content" / "index.md").write_text(
        f"---\ntitle: {cover.title}\nsummary: {cover.summary}\n---\n\n{cover.body}\n",
        encoding="utf-8",
    )
    shutil.copyfile(source / "SOURCE.txt", target / "SOURCE.txt")
