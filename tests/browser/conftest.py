"""One site with everything in it, served on this machine, and one look at its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.publish.builder import build_site
from tests.browser.kinds import BARE, all_that_differ
from tests.browser.seeing import DESK, look_at
from tests.browser.serving import served
from tests.publish.sites import ROOT, TOWN, add_line, copy_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.seeing import Seen

LONG_NAME = ("Donaudampfschifffahrtsgesellschaftskapitänsmützenschirm" * 6)[:300]
LONG = f"name: {LONG_NAME}\npromise: {{for: [{LONG_NAME}], outcome: {LONG_NAME}}}\nnorms: [{LONG_NAME}]\n"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example archive and the small one in one, and a community with a name of 300 characters."""
    root = copy_archive(ROOT, tmp_path_factory.mktemp("browser"))
    copy_archive(TOWN, root)
    (root / "communities" / f"{BARE}.yml").write_text(LONG, encoding="utf-8")
    add_line(root, "repo_url: https://github.com/example/archive")
    return build_site(root).site_dir


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page in a window of its own; options as for a Playwright context."""
    contexts = []

    def go(path: str, width: int = DESK, **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path, wait_until="domcontentloaded")
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def survey(browser: Browser, address: str, site: Path) -> dict[str, Seen]:
    """Every page that differs from the others, looked at once."""
    return look_at(browser, address, all_that_differ(site))
