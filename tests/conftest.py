"""What tests share: the checkout, the real data beside it, and a browser."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import settings

from hearthbook.publish.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from playwright.sync_api import Browser

ROOT: Final = Path(__file__).resolve().parents[1]
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
FIRST: Final = ("tests/browser/test_axe.py", "tests/words/", "tests/cli/")
QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

# The same examples in every run: a red test is red for whoever looks next.
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci")


def pytest_configure(config: pytest.Config) -> None:
    """Lets pytest-xdist give out files in their order.

    It would begin with those of the most tests, and end with one worker waiting for the
    other, because the files that take longest hold few.
    """
    config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Brings the longest file first, and next what others can do while it builds the site for all browsers.

    That also leaves small files for the end, so that workers end together.
    """
    items.sort(key=lambda item: _place(item.nodeid))


def _place(test: str) -> int:
    return next((place for place, part in enumerate(FIRST) if test.startswith(part)), len(FIRST))


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def common(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of pytest-xdist have in common; made anew for each run."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "common"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once(common: Path) -> Iterator[None]:
    """Has all builds keep their compiled templates in one place: that takes longer than a small build.

    Jinja finds them by their source, so that a test may change a template.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "templates", lambda _, versions: common / "templates" / versions)
        yield


@pytest.fixture(scope="session", autouse=True)
def _cache_of_these_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps what commands leave behind out of the cache of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEARTHBOOK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def few_assets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves out Material's own files, which few tests look at and which take long to list."""

    def write(config: MkDocsConfig, folder: Path) -> None:
        html = next(path for path in map(Path, config.theme.dirs) if (path / "assets/hearth").is_dir())
        shutil.copytree(html / "assets/hearth", folder / "assets/hearth")

    monkeypatch.setattr("hearthbook.publish.builder.write_assets", write)


@pytest.fixture(scope="session")
def shared(project_root: Path) -> Path:
    """The folder of real data that lies beside the checkout; skips without it."""
    folder = project_root.parent / "shared"
    if not folder.is_dir():
        pytest.skip("there is no folder shared/ with real data beside the checkout")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's browser; skips without one, or fails where one is required."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found:
        return found
    reason = "no Chromium found; on Debian `apt-get install chromium` brings it"
    if os.environ.get("HEARTHBOOK_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A running browser without a window, one for the whole session."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most tests need no browser

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield running
        running.close()
