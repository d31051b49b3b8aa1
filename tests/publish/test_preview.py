"""The preview follows changes, and keeps the last good pages when one goes wrong.

MkDocs' server is asked directly, as its sockets would: no port is opened.
"""

from __future__ import annotations

import errno
import socket
from typing import TYPE_CHECKING, Any, Never

import pytest
from mkdocs.livereload import LiveReloadServer

from hearthbook.errors import HearthbookError
from hearthbook.publish.preview import preview
from hearthbook.resources import themes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Serving = Callable[[Callable[[LiveReloadServer], None]], list[str]]


def _page(server: LiveReloadServer, address: str) -> str:
    """What the server answers for an address."""

    def start(*_: object) -> None:
        return None

    parts = server.serve_request({"PATH_INFO": address}, start)
    try:
        return b"".join(parts).decode()
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()


@pytest.fixture
def serving(town: Path, monkeypatch: pytest.MonkeyPatch) -> Serving:
    """Starts a preview of the small archive and lets a test look round while it runs."""

    def start(look: Callable[[LiveReloadServer], None]) -> list[str]:
        def serve(self: LiveReloadServer, **_: Any) -> None:  # noqa: ANN401 - MkDocs' own options
            look(self)

        said: list[str] = []
        monkeypatch.setattr(LiveReloadServer, "serve", serve)
        preview(town, 8123, said.append)
        return said

    return start


def test_it_says_where_to_look_and_how_to_stop(serving: Serving) -> None:
    assert serving(lambda _: None) == ["http://127.0.0.1:8123/ follows your changes; stop with Ctrl+C"]


def test_it_shows_the_pages(serving: Serving) -> None:
    pages: list[str] = []
    serving(lambda server: pages.append(_page(server, "/lantern-walk/norms/")))
    assert "The slowest sets the pace." in pages[0]


def test_its_pages_reload_themselves(serving: Serving) -> None:
    pages: list[str] = []
    serving(lambda server: pages.append(_page(server, "/lantern-walk/")))
    assert "livereload" in pages[0]
    assert "Content-Security-Policy" not in pages[0]


def test_a_page_that_is_not_there_is_told_in_our_words(serving: Serving) -> None:
    pages: list[str] = []
    serving(lambda server: pages.append(_page(server, "/nowhere/")))
    assert "This page is not here" in pages[0]


def test_it_watches_facts_prose_settings_and_looks(serving: Serving, town: Path) -> None:
    watched: set[str] = set()
    serving(lambda server: watched.update(server._watched_paths))  # noqa: SLF001 - MkDocs has no other list
    wanted = (town / "communities", town / "content", town / "mkdocs.yml", themes() / "hearth")
    assert watched >= {str(path) for path in wanted}


def test_a_change_is_shown_by_the_next_build(serving: Serving, town: Path) -> None:
    pages: list[str] = []

    def change(server: LiveReloadServer) -> None:
        file = town / "communities" / "lantern-walk.yml"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("The slowest sets the pace.", "We wait at each corner."), encoding="utf-8"
        )
        server.builder()
        pages.append(_page(server, "/lantern-walk/norms/"))

    serving(change)
    assert "We wait at each corner." in pages[0]
    assert "The slowest sets the pace." not in pages[0]


def test_a_slip_leaves_the_last_good_pages(
    serving: Serving, town: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pages: list[str] = []

    def slip(server: LiveReloadServer) -> None:
        (town / "communities" / "oak.yml").write_text("name: Oak\npromise: [\n", encoding="utf-8")
        server.builder()
        pages.append(_page(server, "/lantern-walk/norms/"))

    serving(slip)
    assert "The slowest sets the pace." in pages[0]
    assert "communities/oak.yml:" in caplog.text


def test_it_leaves_the_built_site_alone(serving: Serving, town: Path) -> None:
    serving(lambda _: None)
    assert not (town / "site").exists()


@pytest.fixture
def _closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Closes the socket that MkDocs opens, and leaves open when its first build fails."""
    servers: list[LiveReloadServer] = []
    start = LiveReloadServer.__init__

    def remember(self: LiveReloadServer, *values: Any, **more: Any) -> None:  # noqa: ANN401 - as MkDocs has it
        servers.append(self)
        start(self, *values, **more)

    monkeypatch.setattr(LiveReloadServer, "__init__", remember)
    yield
    for server in servers:
        server.server_close()


@pytest.mark.usefixtures("_closed")
def test_a_first_build_that_fails_ends_it(town: Path, caplog: pytest.LogCaptureFixture) -> None:
    (town / "communities" / "oak.yml").write_text("name: Oak\n", encoding="utf-8")
    with pytest.raises(HearthbookError, match="the preview cannot start; mend the above first"):
        preview(town, 8123, print)
    assert "communities/oak.yml:" in caplog.text


def test_a_port_that_is_taken_is_told_with_its_remedy(town: Path) -> None:
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        expected = f"^port {port}: Address already in use; another program uses it: choose one with --port$"
        with pytest.raises(HearthbookError, match=expected):
            preview(town, port, said.append)
    assert said == []


def test_another_objection_of_the_system_is_not_blamed_on_the_port(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Never:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("hearthbook.publish.preview.mkdocs_serve", refuse)
    with pytest.raises(HearthbookError, match=r"^No space left on device; check the disk and permissions$"):
        preview(town, 8123, print)
