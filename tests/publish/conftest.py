"""Sites that are built once and read by many tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.search_index import index
from hearthbook.publish.store import Store
from hearthbook.publish.workers import make_here
from hearthbook.render.theme import Theme
from tests.once import made_once
from tests.publish.hamlet import Place, sketch_index, write_hamlet, write_lone, write_theme
from tests.publish.sites import ROOT, TOWN, add_line, copy_archive

if TYPE_CHECKING:
    from pathlib import Path


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


def _built(root: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        # whoever asks first may have it sketched
        patch.setattr("hearthbook.publish.workers.index", index)
        build_site(root, Wishes(strict=True))


@pytest.fixture(scope="session")
def town_site(common: Path) -> Path:
    """The small archive, built."""
    return made_once(common, "town", lambda root: _built(copy_archive(TOWN, root))) / "site"


@pytest.fixture(scope="session")
def forge_site(common: Path) -> Path:
    """The small archive, built with an address and a repository."""

    def make(root: Path) -> None:
        copy_archive(TOWN, root)
        add_line(root, "site_url: https://town.example.org/handbooks/")
        add_line(root, "repo_url: https://github.com/example/archive")
        _built(root)

    return made_once(common, "forge", make) / "site"


@pytest.fixture(scope="session")
def example_site(common: Path) -> Path:
    """The archive of the repository itself, built."""
    return made_once(common, "example", lambda root: _built(copy_archive(ROOT, root))) / "site"


@pytest.fixture(autouse=True)
def _sketched_search(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Indexes nothing, because it costs each build a fifth of a second and few tests look at it."""
    if "real_search" not in request.fixturenames:
        monkeypatch.setattr("hearthbook.publish.workers.index", sketch_index)


@pytest.fixture
def real_search() -> None:
    """Has the search of sites made as for readers."""


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
