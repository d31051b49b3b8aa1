"""A project as one value to send: what pages are made with, and nothing of the archive.

Whoever unpacks it has a folder with an mkdocs.yml that says the same as ours,
wherever the theme, a custom_dir and hooks lay here.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from dataclasses import dataclass, field, replace
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from hearthbook.publish.besides import beside
from hearthbook.publish.configuration import load
from hearthbook.publish.dialect import EXTENSIONS, SETTINGS
from hearthbook.publish.stamps import below, digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.publish.press import Project

_CONTENT: Final = "content"
_CUSTOM: Final = "custom"
_THEME: Final = "theme"
_KEPT: Final = 3
"""Parcels that stay unpacked, for those who build several archives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A packed project."""

    data: bytes
    """A ZIP archive: the same project gives the same bytes."""
    origins: Mapping[str, str]
    """Path in the parcel -> the path here that it stands for."""


def packed_project(project: Project) -> Parcel:
    """Everything that pages of a project are made with; raises HearthbookError where mkdocs.yml is wrong."""
    root = Path(project.root)
    config = load(root)
    hooks = {f"hooks/{number}": Path(normpath(root / name)) for number, name in enumerate(config.hooks)}
    folders = {_THEME: project.theme}
    if config.theme.custom_dir:
        folders[_CUSTOM] = normpath(config.theme.custom_dir)
    contents: dict[str, bytes] = {}
    for name, folder in folders.items():
        contents |= {f"{name}/{path}": Path(folder, path).read_bytes() for path in _all(folder)}
    for name, hook in hooks.items():
        files = {path.relative_to(hook.parent).as_posix(): path for path in beside(hook)}
        contents |= {f"{name}/{file}": path.read_bytes() for file, path in files.items()}
    contents["mkdocs.yml"] = _settings(root / "mkdocs.yml", config, hooks)
    origins = folders | {name: str(hook.parent) for name, hook in hooks.items()}
    return Parcel(data=_zipped(contents), origins=origins)


def _all(folder: str) -> Iterator[str]:
    return (name for name, _ in below(folder) if not name.endswith(".pyc"))


def _settings(file: Path, config: MkDocsConfig, hooks: Mapping[str, Path]) -> bytes:
    """What mkdocs.yml says, with all that it inherits and takes from the environment filled in."""
    with file.open("rb") as stream:
        said = yaml_load(stream, get_yaml_loader(config=config))
    said |= {"docs_dir": _CONTENT, "site_dir": "site"}
    said.pop("watch", None)
    if config.theme.custom_dir:
        said["theme"]["custom_dir"] = _CUSTOM
    if hooks:
        said["hooks"] = [f"{name}/{hook.name}" for name, hook in hooks.items()]
    # of the Markdown extensions only ours are switched on, with SETTINGS in front of what people set
    kept = [name for name in EXTENSIONS if name not in SETTINGS and config.mdx_configs.get(name)]
    said["markdown_extensions"] = [{name: config.mdx_configs[name]} for name in kept]
    text: Any = yaml.dump(said, allow_unicode=True, sort_keys=False)
    return str(text).encode("utf-8")


def _zipped(contents: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(contents):
            # without the time of day, which a plain name would bring in
            archive.writestr(zipfile.ZipInfo(name), contents[name], zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@dataclass(slots=True)
class Unpacked:
    """The parcels that this process has unpacked, into folders that end with it."""

    _folders: dict[str, tempfile.TemporaryDirectory[str]] = field(default_factory=dict)
    """By the digests of the parcels; the one that was asked for last comes last."""

    def folder(self, data: bytes, below: str | None = None) -> Path:
        """The folder of a parcel, unpacked in the folder `below` unless it is there already."""
        name = digest_of(data)
        if name != next(reversed(self._folders), None):
            self._forget_modules()
            there = name in self._folders
            self._folders[name] = self._folders.pop(name) if there else _unpacked(data, below)
        self.close(_KEPT)
        return Path(self._folders[name].name).resolve()

    def close(self, kept: int = 0) -> None:
        """Takes the folders away, but for some that were asked for last."""
        while len(self._folders) > kept:
            self._folders.pop(next(iter(self._folders))).cleanup()

    def _forget_modules(self) -> None:
        """What hooks of one parcel have imported is not what those of another one mean by that name."""
        places = tuple(str(Path(folder.name).resolve()) for folder in self._folders.values())
        for name, module in list(sys.modules.items()):
            if places and str(getattr(module, "__file__", None)).startswith(places):
                del sys.modules[name]


def _unpacked(data: bytes, below: str | None) -> tempfile.TemporaryDirectory[str]:
    made = tempfile.TemporaryDirectory(prefix="hearthbook-", dir=below)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(made.name)
    Path(made.name, _CONTENT).mkdir()
    return made


def project_in(folder: Path, project: Project) -> Project:
    """The project as it is in the folder of its parcel."""
    return replace(project, root=str(folder), theme=str(folder / _THEME), bytecode=str(folder / "templates"))


def in_words_of(origins: Mapping[str, str], folder: Path, text: str) -> str:
    """The text with the paths that somebody knows who has the project."""
    for name, origin in origins.items():
        text = text.replace(f"{folder}/{name}", origin)
    return text
