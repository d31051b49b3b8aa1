"""A community's pages without a network, where the archive offers it."""

from __future__ import annotations

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.store import Store
from tests.publish.hamlet import replace_in, write_lone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ON: Final = "      language: en\n      offline: true\n"
OFF: Final = "      language: en\n"
UNTIL: Final = """async ([name, other]) => {
  const found = {
    async kept() {
      await navigator.serviceWorker.ready;
      const names = await caches.keys();
      if (names.length !== 1 || names[0] === other) return null;
      const kept = await (await caches.open(names[0])).keys();
      return kept.length > 5 ? names[0] : null;
    },
    async gone() {
      const workers = await navigator.serviceWorker.getRegistrations();
      return workers.length === 0 && (await caches.keys()).length === 0;
    },
  };
  for (;;) {
    const answer = await found[name]();
    if (answer) return answer;
    await new Promise(requestAnimationFrame);
  }
}"""
"""Waits until pages are kept, under another name than this one, or until nothing is."""


class _Handler(SimpleHTTPRequestHandler):
    """Sends every file anew, because it knows of changes by the second only, and says nothing."""

    def do_GET(self) -> None:
        del self.headers["If-Modified-Since"]
        super().do_GET()

    def log_message(self, *_: object) -> None:
        return


class Place:
    """One community that is served, and can be changed."""

    def __init__(self, root: Path, store: Store) -> None:
        self._root, self._wishes = root, Wishes(store=store)
        replace_in(root / "mkdocs.yml", OFF, ON)
        handler = functools.partial(_Handler, directory=str(build_site(root, self._wishes).site_dir))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def change(self, file: str, old: str, new: str) -> None:
        """Changes a file and builds the site again."""
        replace_in(self._root / file, old, new)
        build_site(self._root, self._wishes)

    def close(self) -> None:
        """Is out of reach from now on."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """What one of these tests made, for the next."""
    return Store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def place(tmp_path: Path, store: Store) -> Iterator[Place]:
    """The community Yew, where `offline` is on."""
    place = Place(write_lone(tmp_path / "hamlet"), store)
    yield place
    place.close()


@pytest.fixture
def page(browser: Browser, place: Place) -> Iterator[Page]:
    """The community's home after a first visit, when all its pages are kept."""
    context = browser.new_context(service_workers="allow")
    page = context.new_page()
    page.goto(f"{place.address}/yew/")
    page.evaluate(UNTIL, ["kept", ""])
    yield page
    context.close()


def test_after_one_visit_every_page_is_read_without_a_network(page: Page, place: Place) -> None:
    place.close()
    for path in ("rituals/", "faq/#before", ""):
        page.goto(f"{place.address}/yew/{path}")
        assert "Yew" in page.inner_text("main")
        assert page.evaluate("() => document.styleSheets.length") > 1


def test_what_is_new_is_shown_at_once_and_kept_for_later(page: Page, place: Place) -> None:
    before = page.evaluate(UNTIL, ["kept", ""])
    place.change("communities/yew.yml", "The round", "The long walk")
    page.goto(f"{place.address}/yew/rituals/")
    assert "The long walk" in page.inner_text("main")
    page.evaluate(UNTIL, ["kept", before])
    place.close()
    page.goto(f"{place.address}/yew/start-here/")
    assert "The long walk" in page.inner_text("main")


def test_switched_off_again_it_leaves_nothing_behind(page: Page, place: Place) -> None:
    place.change("mkdocs.yml", ON, OFF)
    page.goto(f"{place.address}/yew/norms/")
    assert page.evaluate(UNTIL, ["gone", ""])


def test_another_community_and_the_hub_are_not_kept(page: Page) -> None:
    urls = page.evaluate("""async () => {
      const cache = await caches.open((await caches.keys())[0]);
      return (await cache.keys()).map((request) => new URL(request.url).pathname);
    }""")
    assert not [url for url in urls if not url.startswith(("/yew/", "/assets/"))]
