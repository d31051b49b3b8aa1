"""Sites that are built once and read by many tests."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.store import Store
from hearthbook.publish.workers import make_here
from hearthbook.render.theme import Theme
from tests.publish.hamlet import Place, write_hamlet, write_lone, write_theme
from tests.publish.sites import ROOT, TOWN, add_line, copy_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig


@pytest.fixture(scope="session", autouse=True)
def _cache_of_these_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps what commands leave behind out of the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEARTHBOOK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The cells of the small archive, for tests in which only a few of them change."""
    store = Store(tmp_path_factory.mktemp("kept"))
    build_site(copy_archive(TOWN, tmp_path_factory.mktemp("town")), Wishes(store=store))
    return store


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the small archive that a test may change."""
    return copy_archive(TOWN, tmp_path / "town")


@pytest.fixture(scope="session")
def town_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive, built."""
    root = copy_archive(TOWN, tmp_path_factory.mktemp("town"))
    return build_site(root, Wishes(strict=True)).site_dir


@pytest.fixture(scope="session")
def forge_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive, built with an address and a repository."""
    root = copy_archive(TOWN, tmp_path_factory.mktemp("forge"))
    add_line(root, "site_url: https://town.example.org/handbooks/")
    add_line(root, "repo_url: https://github.com/example/archive")
    return build_site(root, Wishes(strict=True)).site_dir


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the repository itself, built."""
    root = copy_archive(ROOT, tmp_path_factory.mktemp("example"))
    return build_site(root, Wishes(strict=True)).site_dir


@pytest.fixture
def few_assets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves out Material's own files, which few tests look at and which take long to list."""

    def write(config: MkDocsConfig, folder: Path) -> None:
        html = next(path for path in map(Path, config.theme.dirs) if (path / "assets/hearth").is_dir())
        shutil.copytree(html / "assets/hearth", folder / "assets/hearth")

    monkeypatch.setattr("hearthbook.publish.builder.write_assets", write)


@pytest.fixture
def hamlet(tmp_path: Path) -> Place:
    """The hamlet with an address, built."""
    root = write_hamlet(tmp_path / "hamlet")
    add_line(root, "site_url: https://hamlet.example.org/")
    place = Place(root, Store(tmp_path / "store"))
    place.build()
    return place


@pytest.fixture
def lone(tmp_path: Path) -> Place:
    """One community, built with all its pages."""
    root = write_lone(tmp_path / "hamlet")
    place = Place(root, Store(tmp_path / "store"), make_here)
    place.build()
    return place


@pytest.fixture
def theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a theme that a test may change."""
    folder = write_theme(tmp_path / "theme")
    monkeypatch.setattr("hearthbook.publish.builder.default_theme", lambda: Theme(folder))
    return folder
