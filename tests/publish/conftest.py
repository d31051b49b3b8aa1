"""Sites that are built once and read by many tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.driver import build_site
from tests.publish.sites import ROOT, TOWN, add_line, copy_archive

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the small archive that a test may change."""
    return copy_archive(TOWN, tmp_path / "town")


@pytest.fixture(scope="session")
def town_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive, built."""
    root = copy_archive(TOWN, tmp_path_factory.mktemp("town"))
    return build_site(root, strict=True).site_dir


@pytest.fixture(scope="session")
def forge_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive, built with an address and a repository."""
    root = copy_archive(TOWN, tmp_path_factory.mktemp("forge"))
    add_line(root, "site_url: https://town.example.org/handbooks/")
    add_line(root, "repo_url: https://github.com/example/archive")
    return build_site(root, strict=True).site_dir


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the repository itself, built."""
    root = copy_archive(ROOT, tmp_path_factory.mktemp("example"))
    return build_site(root, strict=True).site_dir
