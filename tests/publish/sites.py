"""What tests of sites share: copies of archives, commands, and HTML taken apart."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs.commands.build import build
from mkdocs.config import load_config

from hearthbook.publish.configuration import load
from hearthbook.publish.driver import fit_archive, plain_pages

if TYPE_CHECKING:
    from hearthbook.publish.site import SitePages

ROOT: Final = Path(__file__).resolve().parents[2]
TOWN: Final = ROOT / "tests" / "town"
BIN: Final = Path(sys.executable).parent
_GIT: Final = {
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "HOME": "/nonexistent",
    "PATH": "/usr/local/bin:/usr/bin:/bin",
}
_VOID: Final = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


def heed_ctrl_c() -> None:
    """In a process that is about to start: Ctrl-C ends it, also where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def copy_archive(source: Path, target: Path, *, backwards: bool = False) -> Path:
    """A copy of the parts that people write, its files created in one order or the other."""
    parts = [source / "mkdocs.yml"]
    for folder in ("communities", "content"):
        parts += sorted(path for path in (source / folder).rglob("*") if path.is_file())
    for path in reversed(parts) if backwards else parts:
        to = target / path.relative_to(source)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, to)
    return target


def add_line(root: Path, line: str) -> None:
    """Adds a setting at the end of mkdocs.yml."""
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")


def pages_of(root: Path) -> SitePages:
    """All pages of an archive as plain Markdown."""
    config = load(root)
    return plain_pages(fit_archive(root, config), config)


def plain_mkdocs(root: Path) -> Path:
    """The site that a strict `mkdocs build` makes, in this process."""
    config = load_config(config_file=str(root / "mkdocs.yml"), strict=True)
    build(config)
    return Path(config.site_dir)


def git(folder: Path, *words: str) -> None:
    """Runs git of the system, whatever its settings."""
    subprocess.run(["git", *words], cwd=folder, env=_GIT, check=True, capture_output=True)  # noqa: S607


def run(
    *words: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a command of the environment that runs the tests."""
    command = [str(BIN / words[0]), *map(str, words[1:])]
    surroundings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **(env or {})}
    return subprocess.run(
        command, cwd=cwd, env=surroundings, capture_output=True, encoding="utf-8", check=False, timeout=120
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Path -> content of every file below a folder that is not hidden."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {
        name: path.read_bytes()
        for path in files
        if not (name := path.relative_to(folder).as_posix()).startswith(".")
    }


def html_files(site: Path) -> list[Path]:
    """Every HTML file of a site."""
    return sorted(site.rglob("*.html"))


@dataclass(slots=True)
class Element:
    """One opening tag."""

    tag: str
    attributes: dict[str, str]
    inside: tuple[str, ...]
    """Tags and classes around it: `nav`, `nav.hb-nav`."""
    text: str = ""
    """Everything written inside it."""


@dataclass
class Html(HTMLParser):
    """A page taken apart into its elements, in their order."""

    markup: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Element] = []
        self.feed(self.markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        around = tuple(name for element in self._open for name in _names(element))
        element = Element(tag, {key: value or "" for key, value in attrs}, around)
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while any(element.tag == tag for element in self._open):
            if self._open.pop().tag == tag:
                return

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements with this tag and these attributes."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [e for e in self.elements if e.tag == tag and wanted.items() <= e.attributes.items()]

    def within(self, name: str) -> list[Element]:
        """The elements inside a tag or class: `nav`, `.hb-nav`."""
        return [element for element in self.elements if name in element.inside]


def _names(element: Element) -> tuple[str, ...]:
    return (element.tag, *(f".{name}" for name in element.attributes.get("class", "").split()))


def read(path: Path) -> Html:
    """A file of HTML taken apart."""
    return Html(path.read_text(encoding="utf-8"))
