"""What tests share: the checkout, the real data beside it, and a browser."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT: Final = Path(__file__).resolve().parents[1]
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
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
    """Lets pytest-xdist give out files in their order, browsers first.

    It would begin with those of the most tests, and end with one worker waiting for the
    other, because the files that take longest hold few.
    """
    config.option.loadscopereorder = False


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The root of the checkout."""
    return ROOT


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
