"""One site with everything in it, served on this machine, and one look at its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.publish.builder import build_site
from tests.browser.kinds import BARE, all_that_differ
from tests.browser.seeing import DESK, look_at
from tests.browser.serving import served
from tests.browser.windows import Windows
from tests.once import made_once
from tests.publish.sites import ROOT, TOWN, add_line, copy_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.seeing import Seen

LONG_NAME = ("Donaudampfschifffahrtsgesellschaftskapitänsmützenschirm" * 6)[:300]
LONG = f"name: {LONG_NAME}\npromise: {{for: [{LONG_NAME}], outcome: {LONG_NAME}}}\nnorms: [{LONG_NAME}]\n"


@pytest.fixture(scope="session")
def site(common: Path) -> Path:
    """The example archive and the small one in one, and a community with a name of 300 characters."""

    def make(root: Path) -> None:
        copy_archive(ROOT, root)
        copy_archive(TOWN, root)
        (root / "communities" / f"{BARE}.yml").write_text(LONG, encoding="utf-8")
        add_line(root, "repo_url: https://github.com/example/archive")
        build_site(root)

    return made_once(common, "browser", make) / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def all_windows(browser: Browser) -> Windows:
    """The windows that are open."""
    return Windows(browser)


@pytest.fixture
def windows(all_windows: Windows) -> Iterator[Windows]:
    """Windows for one test."""
    yield all_windows
    all_windows.give_back()


@pytest.fixture
def visit(windows: Windows, address: str) -> Callable[..., Page]:
    """Opens a page in a window of its own, perhaps with a clock that stands still; options as for Windows."""

    def go(path: str, width: int = DESK, **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        page = windows.one(width, **options)
        page.goto(address + path, wait_until="domcontentloaded")
        return page

    return go


@pytest.fixture(scope="session")
def survey(browser: Browser, address: str, site: Path) -> dict[str, Seen]:
    """Every page that differs from the others, looked at once."""
    return look_at(browser, address, all_that_differ(site))
