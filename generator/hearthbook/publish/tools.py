"""What pages are made with besides their community: templates, words, options, versions.

Each digest covers what its pages use and nothing else, so that a change makes
only those pages anew.
"""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.plugins import get_plugins

from hearthbook import __version__
from hearthbook.publish.assets import brings_its_own
from hearthbook.publish.besides import beside
from hearthbook.publish.canon import canonical
from hearthbook.publish.dialect import EXTENSIONS
from hearthbook.publish.stamps import Digests, below, digest, digest_of
from hearthbook.render.cell import KINDS
from hearthbook.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.render.theme import Theme

_PACKAGES: Final = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "mkdocs",
    "mkdocs-material",
    "pillow",
    "pydantic",
    "ruamel.yaml",
)
_CELL: Final = tuple(f"{kind}.md.jinja" for kind in (*KINDS, "handbook"))
_HUB: Final = tuple(f"hub-{name}.md.jinja" for name in ("home", "search", "directory", "a-z", "map"))
_OPTIONS: Final = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "copyright",
    "extra",
    "extra_css",
    "extra_javascript",
    "use_directory_urls",
    "repo_url",
    "repo_name",
)
"""What templates may print of mkdocs.yml."""


_USES: Final = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s(?P<what>[^%]*)%\}")
_NAME: Final = re.compile(r"[\"']([^\"']+\.jinja)[\"']")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Digests of what pages are made with."""

    base: str
    """The program, what it is built on, the options and the HTML templates."""
    cell: str
    """The page templates of cells."""
    hub: str
    """The page templates of the hub, and the HTML templates of pages that only it has."""
    assets: str
    """The files that the theme brings along."""
    theme: Theme

    @property
    def all(self) -> str:
        """One digest for all of it."""
        files = [(path.name, digest_of(path.read_bytes())) for path in _word_files(self.theme)]
        return digest(self.base, self.cell, self.hub, self.assets, files)

    def words(self, language: str) -> str:
        """The words that a cell in this language uses: all but the hub's own."""
        return _words(self.theme, language, hub=False)

    def hub_words(self, language: str) -> str:
        """The words that the hub may use: all there are."""
        return _words(self.theme, language, hub=True)


def _word_files(theme: Theme) -> list[Path]:
    return sorted((theme.folder / "words").glob("*.yml"))


def _words(theme: Theme, language: str, *, hub: bool) -> str:
    words = theme.words(language)
    leaves = {key: leaf for key, leaf in words.leaves.items() if hub or not key.startswith("hub.")}
    return digest(words.language, words.asked, leaves)


@cache
def versions() -> str:
    """One digest for the program and what it is built on."""
    code = Digests(PACKAGE).folder(".")
    program = {name: value for name, value in code.items() if name.endswith(".py")}
    return digest(packages(), program)


def packages() -> dict[str, str]:
    """Name -> version of Python, of the program and of what it is built on."""
    ours = {"Python": platform.python_version(), "hearthbook": __version__}
    return ours | {name: version(name) for name in _PACKAGES}


def _closure(folder: Path, roots: Iterable[str]) -> dict[str, str]:
    """Name -> source of templates and of all that they extend, include and import."""
    found: dict[str, str] = {}
    wanted = list(roots)
    while wanted:
        name = wanted.pop()
        if name in found:
            continue
        try:
            found[name] = (folder / name).read_text(encoding="utf-8")
        except (OSError, ValueError):
            # the build itself tells what is wrong with it
            found[name] = ""
        for tag in _USES.finditer(found[name]):
            named = _NAME.findall(tag["what"])
            # where a template is chosen while it runs, it may be any of them
            wanted += named or [path.name for path in folder.iterdir()]
    return found


def _overrides(folders: Iterable[str], statics: Iterable[str], digests: Digests) -> dict[str, str]:
    """The HTML templates that stand in front of Material's, whose own are known by its version."""
    found = {}
    # by number, so that another machine, where folders lie elsewhere, comes to the same digest
    for number, folder in enumerate(folders):
        for name, facts in below(folder):
            if name.endswith(".html") and name not in statics:
                found[f"{number}/{name}"] = digests.of(f"{folder}/{name}", facts)
    return found


def _fonts(theme: Theme, digests: Digests) -> dict[str, str]:
    """Name -> digest of the fonts that pictures are written with."""
    folder = f"{theme.folder}/fonts"
    return {name: digests.of(f"{folder}/{name}", facts) for name, facts in below(folder)}


def _folders(package: str) -> list[str]:
    spec = find_spec(package)
    return list(spec.submodule_search_locations or ()) if spec else []


def _options(config: MkDocsConfig, digests: Digests) -> str:
    shown: dict[str, Any] = {name: config.get(name) for name in _OPTIONS}
    # of the Markdown extensions only ours are switched on
    shown["mdx_configs"] = {name: config.mdx_configs.get(name) for name in EXTENSIONS}
    theme = {name: config.theme[name] for name in config.theme}
    # hooks stand among the plugins too, as modules without settings
    known = {"hearthbook", *config.hooks}
    others = {name: dict(plugin.config) for name, plugin in config.plugins.items() if name not in known}
    said = canonical([sorted(shown.items()), sorted(theme.items()), others])
    return digest(said, _hooks(config, digests), _others_versions(others))


def _hooks(config: MkDocsConfig, digests: Digests) -> list[tuple[str, dict[str, str]]]:
    """Each hook's name with the digests of its file and of what it may import from beside it."""
    found = []
    for hook in (Path(digests.root, str(name)) for name in config.hooks):
        files = {path.relative_to(hook.parent).as_posix(): digests.of(str(path)) for path in beside(hook)}
        found.append((hook.name, files))
    return found


def _others_versions(names: Iterable[str]) -> dict[str, str]:
    """Name -> version of the packages that plugins of others come from."""
    wanted = {name.partition(" #")[0] for name in names}
    found = get_plugins() if wanted else {}
    origins = [found[name].dist for name in wanted if name in found]
    return {origin.name: origin.version for origin in origins if origin}


def tools(theme: Theme, config: MkDocsConfig, digests: Digests) -> Tools:
    """The digests for one archive, as its mkdocs.yml stands."""
    pages = theme.folder / "pages"
    statics = sorted(config.theme.static_templates)
    foreign = {str(Path(place).resolve()) for name in ("material", "mkdocs") for place in _folders(name)}
    own = [
        folder
        for folder in config.theme.dirs
        if not any(Path(folder).resolve().is_relative_to(place) for place in foreign)
    ]
    assets = {
        f"{number}/{name}": digests.of(f"{folder}/{name}", facts)
        for number, folder in enumerate(own)
        for name, facts in below(folder)
        if not name.endswith(".html")
    }
    static = {
        f"{number}/{name}": digests.of(f"{folder}/{name}")
        for number, folder in enumerate(own)
        for name in statics
    }
    return Tools(
        base=digest(
            versions(), _options(config, digests), _overrides(own, statics, digests), _fonts(theme, digests)
        ),
        cell=digest(_closure(pages, _CELL)),
        hub=digest(_closure(pages, _HUB), static, canonical(config.extra_templates)),
        assets=digest(version("mkdocs-material"), assets, versions(), brings_its_own(config)),
        theme=theme,
    )
