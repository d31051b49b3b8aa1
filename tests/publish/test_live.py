"""The preview's server answers this machine only, and never leaves a browser without an answer."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import Progress
from hearthbook.publish.live import LiveServer, Outcome
from hearthbook.publish.notices import waiting
from tests.publish.previews import PATIENCE, after, ask

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Served:
    """A server of two pages and a picture, whose builds a test lets begin and end."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._server = LiveServer(self._build, 0, site)
        self._thread = threading.Thread(target=self._server.serve, daemon=True)
        self.outcome = Outcome()
        self.begun = threading.Semaphore(0)
        self.may_end = threading.Semaphore(0)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_port)

    def start(self) -> None:
        """Starts it; its first build is going on then."""
        self._thread.start()
        assert self.begun.acquire(timeout=PATIENCE)

    def built(self) -> None:
        """Lets the build that is going on end."""
        self.may_end.release()

    def change(self) -> None:
        """Says that something changed."""
        self._server.touch()

    def touch(self) -> None:
        """Has another build begin."""
        self.change()
        assert self.begun.acquire(timeout=PATIENCE)

    def stop(self) -> None:
        """Ends it."""
        self.may_end.release(100)
        self._server.shutdown(wait=True)
        self._thread.join(PATIENCE)

    def _build(self) -> Outcome:
        self.begun.release()
        assert self.may_end.acquire(timeout=PATIENCE)
        (self._site / "oak").mkdir(parents=True, exist_ok=True)
        (self._site / "oak/index.html").write_text("<body>The oak</body>", encoding="utf-8")
        (self._site / "404.html").write_text("<body>Not here</body>", encoding="utf-8")
        (self._site / "leaf.png").write_bytes(b"a leaf")
        return self.outcome


@pytest.fixture
def starting(tmp_path: Path) -> Iterator[Served]:
    """A server whose first build is going on."""
    served = Served(tmp_path / "site")
    served.start()
    yield served
    served.stop()


@pytest.fixture
def served(starting: Served) -> Served:
    """A server whose first build is done."""
    after(starting, starting.built)
    return starting


@pytest.mark.parametrize("address", ["/", "/oak/", "/leaf.png", "/livereload/0/1"])
def test_another_name_for_this_machine_is_refused(address: str, served: Served) -> None:
    answer = ask(served.port, address, Host=f"evil.example:{served.port}")
    assert answer.status == 403
    assert answer.text == f"This preview answers at http://127.0.0.1:{served.port}/ only.\n"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", ""])
def test_a_host_without_the_port_is_refused(host: str, served: Served) -> None:
    assert ask(served.port, "/oak/", Host=host).status == 403


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "LocalHost"])
def test_this_machine_is_served(host: str, served: Served) -> None:
    assert ask(served.port, "/oak/", Host=f"{host}:{served.port}").status == 200


def test_browsers_keep_nothing(served: Served) -> None:
    assert ask(served.port, "/oak/").headers["cache-control"] == "no-store"
    assert ask(served.port, "/leaf.png").headers["cache-control"] == "no-store"


def test_an_address_cannot_lead_to_another_server(served: Served) -> None:
    assert ask(served.port, "//oak").headers["location"] == "/oak/"
    assert ask(served.port, "//evil.example/?last-good").headers["location"] == "/evil.example/"


def test_a_page_that_is_not_there_loads_again_when_it_may_be(served: Served) -> None:
    answer = ask(served.port, "/elm/")
    assert answer.status == 404
    assert "Not here" in answer.text
    assert answer.epoch


def test_during_the_first_build_it_asks_for_patience(starting: Served) -> None:
    answer = ask(starting.port, "/oak/?last-good")
    assert answer.status == 503
    assert "The pages are being made" in answer.text
    assert '<meta http-equiv="refresh" content="1">' in answer.text
    page = after(starting, starting.built, "/oak/")
    assert (page.status, "The oak" in page.text) == (200, True)


def test_a_build_that_takes_long_holds_no_page_back(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearthbook.publish.live._PATIENCE", 0)
    served.touch()
    page = ask(served.port, "/oak/")
    assert (page.status, "The oak" in page.text) == (200, True)
    newer = after(served, served.built, "/oak/")
    assert int(newer.epoch) > int(page.epoch)


def test_a_build_that_changes_nothing_loads_no_page_again(served: Served) -> None:
    epoch = ask(served.port, "/oak/").epoch
    served.outcome = Outcome(fresh=False)
    served.touch()
    served.built()
    assert ask(served.port, "/oak/").epoch == epoch


def test_a_change_during_a_build_is_followed_by_another(served: Served) -> None:
    served.touch()
    served.change()
    served.built()
    assert served.begun.acquire(timeout=PATIENCE)


def test_the_page_that_asks_for_patience_says_how_far_the_build_is() -> None:
    page = waiting(Progress(done=1200, cells=3000, reused=0, pages=9000)).page
    assert b"1,200 of 3,000 communities are ready." in page
