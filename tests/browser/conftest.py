"""One site with everything in it, served on this machine, and one look at each of its pages."""

from __future__ import annotations

import functools
import threading
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.publish.builder import build_site
from tests.publish.sites import ROOT, TOWN, add_line, copy_archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

PHONE, DESK = 390, 1280
LONG_NAME = ("Donaudampfschifffahrtsgesellschaftskapitänsmützenschirm" * 6)[:300]
LONG = f"name: {LONG_NAME}\npromise: {{for: [{LONG_NAME}], outcome: {LONG_NAME}}}\nnorms: [{LONG_NAME}]\n"
LOOK = """() => ({
  headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => Number(h.tagName[1])),
  mains: document.querySelectorAll('main').length,
  banners: document.querySelectorAll('body > header, .hb-header').length,
  menus: [...document.querySelectorAll('nav')].map(nav => nav.getAttribute('aria-label') || ''),
  footers: document.querySelectorAll('footer').length,
  unnamed: [...document.querySelectorAll('a, button')]
    .filter(e => !e.hidden && !(e.textContent.trim() || e.getAttribute('aria-label'))).length,
})"""
TOO_WIDE = "() => Math.max(0, document.scrollingElement.scrollWidth - document.documentElement.clientWidth)"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What one page looks like in a browser."""

    facts: dict[str, Any]
    """Headings and landmarks."""
    text: str
    """What there is to read, without buttons."""
    too_wide: dict[int, int]
    """Width of the window -> pixels that stick out of it."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example archive and the small one in one, and a community with a name of 300 characters."""
    root = copy_archive(ROOT, tmp_path_factory.mktemp("browser"))
    copy_archive(TOWN, root)
    (root / "communities" / "long.yml").write_text(LONG, encoding="utf-8")
    add_line(root, "repo_url: https://github.com/example/archive")
    return build_site(root).site_dir


class _Handler(SimpleHTTPRequestHandler):
    """Answers with 404.html where there is no page, and says nothing."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        return

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        del message, explain
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    handler = functools.partial(_Handler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page in a window of its own; options as for a Playwright context."""
    contexts = []

    def go(path: str, width: int = DESK, **options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path)
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """The addresses to look at, from the root of the site.

    Left out are the example's smaller communities, and of the pages on rules, which are all of
    one make, most.
    """
    found = [path.relative_to(site).parent.as_posix() for path in site.rglob("index.html")]
    alike = {path for path in found if path.startswith("rules/hb") and not path.startswith("rules/hb20")}
    wanted = set(found) - alike
    wanted -= {path for path in wanted if path.startswith(("repair-table", "sunday-pages"))}
    return sorted("/" if path == "." else f"/{path}/" for path in wanted)


def _text(page: Page) -> str:
    """The words of the page's main part; the copy buttons exist with JavaScript only."""
    return str(
        page.evaluate("""() => {
          for (const button of document.querySelectorAll('.hb-copy')) button.remove();
          return document.querySelector('main').innerText;
        }""")
    )


def _survey(
    browser: Browser, address: str, paths: list[str], widths: tuple[int, ...], *, scripts: bool
) -> dict[str, Seen]:
    """Every page, looked at once."""
    seen = {}
    context = browser.new_context(java_script_enabled=scripts, reduced_motion="reduce")
    page = context.new_page()
    for path in paths:
        page.goto(address + path)
        wide = {}
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            wide[width] = page.evaluate(TOO_WIDE)
        seen[path] = Seen(facts=page.evaluate(LOOK), text=_text(page), too_wide=wide)
    context.close()
    return seen


@pytest.fixture(scope="session")
def survey(browser: Browser, address: str, paths: list[str]) -> dict[str, Seen]:
    """Every page, looked at once with JavaScript."""
    return _survey(browser, address, paths, (PHONE, DESK), scripts=True)


@pytest.fixture(scope="session")
def plain_survey(browser: Browser, address: str, paths: list[str]) -> dict[str, Seen]:
    """Every page, looked at once without JavaScript."""
    return _survey(browser, address, paths, (DESK,), scripts=False)
