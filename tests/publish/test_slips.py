"""Plain `mkdocs serve` outlives slips: it tells them, serves on, and recovers.

MkDocs' own server runs here with its sockets and its watcher. A test waits for
a build the way a browser does, by a request that is answered once pages are new.
"""

from __future__ import annotations

import re
import socket
import threading
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest
from jinja2 import TemplateSyntaxError
from mkdocs.commands.serve import serve
from mkdocs.exceptions import ConfigurationError
from mkdocs.livereload import LiveReloadServer

from hearthbook.publish.slips import forgiving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 20
"""Seconds after which a server counts as stuck."""


def _asked(address: str) -> str:
    with urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
        text: str = answer.read().decode()
    return text


class Running:
    """A server that runs beside the test."""

    def __init__(self, root: Path, port: int) -> None:
        self._folder = root
        self._address = f"http://127.0.0.1:{port}"
        self._epoch = ""

    def norms(self) -> str:
        """A page, as it is served now."""
        page = _asked(f"{self._address}/lantern-walk/norms/")
        found = re.search(r"livereload\((\d+),", page)
        self._epoch = found[1] if found else ""
        return page

    def write(self, name: str, text: str) -> None:
        """Changes a file and waits until the server has looked at it."""
        self.norms()
        (self._folder / name).write_text(text, encoding="utf-8")
        _asked(f"{self._address}/livereload/{self._epoch}/1")


@pytest.fixture
def running(town: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """The small archive, served on a port of its own."""
    servers: list[LiveReloadServer] = []
    listening = threading.Event()
    activate = LiveReloadServer.server_activate

    def note(self: LiveReloadServer, *values: Any) -> None:  # noqa: ANN401 - as MkDocs has it
        activate(self, *values)
        servers.append(self)
        listening.set()

    monkeypatch.setattr(LiveReloadServer, "server_activate", note)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    def run() -> None:
        try:
            serve(config_file=str(town / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}")
        finally:
            listening.set()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert listening.wait(_PATIENCE)
    assert servers
    yield Running(town, port)
    servers[0].shutdown(wait=True)
    thread.join(_PATIENCE)


def test_a_slip_in_a_community_is_told_and_pages_go_on(
    running: Running, town: Path, caplog: pytest.LogCaptureFixture
) -> None:
    good = (town / "communities/lantern-walk.yml").read_text(encoding="utf-8")
    running.write("communities/lantern-walk.yml", "name: Walk\npromise: [\n")
    assert "The slowest sets the pace." in running.norms()
    assert "communities/lantern-walk.yml:" in caplog.text
    assert "Aborted" not in caplog.text
    assert "stuck" not in caplog.text
    mended = good.replace("The slowest sets the pace.", "We wait at each corner.")
    running.write("communities/lantern-walk.yml", mended)
    assert "We wait at each corner." in running.norms()


def test_a_slip_in_the_settings_is_told_in_words(
    running: Running, town: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    good = (town / "mkdocs.yml").read_text(encoding="utf-8")
    running.write("mkdocs.yml", good + "extra: [\n")
    assert "The slowest sets the pace." in running.norms()
    assert "mkdocs.yml" in caplog.text
    assert "Traceback" not in caplog.text + capfd.readouterr().err
    running.write("mkdocs.yml", good.replace("site_name: ", "site_name: New "))
    assert "New " in running.norms()


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (ConfigurationError("no theme"), "no theme"),
        (TemplateSyntaxError("no end", 7, filename="nav.html"), "nav.html:7: no end"),
        (OSError("no space"), "no space"),
        (KeyError("lost"), "a mistake in Hearthbook"),
    ],
)
def test_whatever_stops_a_build_is_told_and_goes_no_further(
    problem: Exception, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    def build() -> None:
        raise problem

    forgiving(build)()
    assert told in caplog.text
