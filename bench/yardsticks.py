"""Other site tools over the same Markdown, as `hearthbook render` writes it.

MkDocs, ProperDocs and Zensical build it with the settings that come with it. Hugo and
Eleventy get a theme of a few lines each: they show how fast a page can be made at
all, not what this site would cost with them.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.site import Line, Site

if TYPE_CHECKING:
    from collections.abc import Callable

_BIN: Final = Path(sys.executable).parent
_ADDRESS: Final = "127.0.0.1:{port}"

_HUGO_SETTINGS: Final = """\
baseURL = "https://example.org/"
title = "Benchmark"
publishDir = "site"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""
_HUGO_PAGE: Final = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav><a href="/">{{ .Site.Title }}</a></nav><main>{{ .Content }}</main></body>
</html>
"""
_ELEVENTY_SETTINGS: Final = """\
module.exports = function (config) {
  config.addGlobalData("layout", "page.html");
  return {
    dir: { input: "docs", output: "site", includes: "../layouts" },
    templateFormats: ["md"],
    markdownTemplateEngine: false,
    htmlTemplateEngine: "liquid",
  };
};
"""
_ELEVENTY_PAGE: Final = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><nav><a href="/">Benchmark</a></nav><main>{{ content }}</main></body>
</html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """A tool that may be installed, and how it builds a folder of plain Markdown."""

    name: str
    """What it is called in the table."""
    program: str
    """The command that must be there."""
    build: tuple[str, ...]
    """What follows the command for a build."""
    serve: tuple[str, ...] = ()
    """What follows it for a preview; empty where none is measured."""
    kept: tuple[str, ...] = ()
    """What it keeps in the folder from one build to the next."""
    docs: str = "docs"
    """Where it expects the Markdown."""
    prepare: Callable[[Path], None] = lambda _: None
    """Makes the copied folder ready for it."""
    package: str = ""
    """The Python package that holds its version; empty where the command itself must be asked."""


def with_search(folder: Path) -> None:
    """Switches MkDocs' own search on, because our builds make a search as well."""
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("plugins: []", "plugins: [search]"), encoding="utf-8", newline="\n")


def hugo_folder(folder: Path) -> None:
    """Settings, a theme and Hugo's own names: `_index.md` opens a section, `index.md` would close it."""
    (folder / "docs").rename(folder / "content")
    for page in sorted((folder / "content").rglob("index.md")):
        page.rename(page.with_name("_index.md"))
    (folder / "hugo.toml").write_text(_HUGO_SETTINGS, encoding="utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(_HUGO_PAGE, encoding="utf-8")


def eleventy_folder(folder: Path) -> None:
    """Settings and a layout; templates inside the Markdown are switched off."""
    (folder / ".eleventy.js").write_text(_ELEVENTY_SETTINGS, encoding="utf-8")
    (folder / "layouts").mkdir()
    (folder / "layouts" / "page.html").write_text(_ELEVENTY_PAGE, encoding="utf-8")


YARDSTICKS: Final = (
    Yardstick(
        name="MkDocs + Material",
        program="mkdocs",
        build=("build", "--quiet"),
        serve=("serve", "--quiet", "--dev-addr", _ADDRESS),
        prepare=with_search,
        package="mkdocs",
    ),
    Yardstick(
        name="ProperDocs",
        program="properdocs",
        build=("build", "--quiet", "--config-file", "mkdocs.yml"),
        serve=("serve", "--quiet", "--config-file", "mkdocs.yml", "--dev-addr", _ADDRESS),
        prepare=with_search,
        package="properdocs",
    ),
    Yardstick(
        name="Zensical",
        program="zensical",
        build=("build",),
        serve=("serve", "--dev-addr", _ADDRESS),
        kept=(".cache",),
        package="zensical",
    ),
    Yardstick(
        name="Hugo, bare theme",
        program="hugo",
        build=("--quiet",),
        kept=("resources",),
        docs="content",
        prepare=hugo_folder,
    ),
    Yardstick(
        name="Eleventy, bare theme",
        program="eleventy",
        build=("--quiet",),
        prepare=eleventy_folder,
    ),
)


def installed(yardstick: Yardstick) -> Path | None:
    """The tool's command, beside this Python or anywhere else; None where it is not there."""
    beside = _BIN / yardstick.program
    found = str(beside) if beside.is_file() else shutil.which(yardstick.program)
    return Path(found) if found else None


def yardstick_site(yardstick: Yardstick, program: Path, plain: Path, folder: Path, line: Line) -> Site:
    """A copy of the plain Markdown in `folder`, ready for the tool; the line is one of the plain files'."""
    shutil.copytree(plain, folder)
    yardstick.prepare(folder)
    norms = line.path.relative_to(plain / "docs")
    return Site(
        tool=yardstick.name,
        folder=folder,
        build=(program, *yardstick.build),
        slug=norms.parts[0],
        line=Line(folder / yardstick.docs / norms, line.text),
        kept=tuple(folder / name for name in yardstick.kept),
        serve=(program, *yardstick.serve) if yardstick.serve else (),
        environment={"NO_MKDOCS_2_WARNING": "1"},
    )
