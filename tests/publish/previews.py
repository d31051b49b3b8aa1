"""A preview that runs beside the test, asked as a browser asks."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Final, Protocol

from hearthbook.publish.builder import Wishes
from hearthbook.publish.preview import Preview, Voice
from hearthbook.publish.warm import WarmStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATIENCE: Final = 30
"""Seconds after which a server counts as stuck."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def epoch(self) -> str:
        """The version of the site, as the page tells it to its script."""
        found = re.search(r"livereload\((\d+),", self.text)
        assert found, self.text
        return found[1]


def ask(port: int, address: str, **headers: str) -> Answer:
    """The answer to one request; redirects are not followed."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8")
        return Answer(answer.status, {key.lower(): value for key, value in answer.getheaders()}, text)
    finally:
        connection.close()


class Reloading(Protocol):
    """A server of pages that load themselves again."""

    @property
    def port(self) -> int:
        """Where it listens."""


def after(running: Reloading, change: Callable[[], object], address: str = "/") -> Answer:
    """A page as the browser that has it open gets to see it after a change."""
    epoch = ask(running.port, address).epoch
    change()
    newer = ask(running.port, f"/livereload/{epoch}/1").text
    assert int(newer) > int(epoch), "the page was not loaded again"
    return ask(running.port, address)


@dataclass
class Running:
    """A preview on a free port, and what it has said."""

    root: Path
    pages: Path
    store: Path
    ready: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        voice = Voice(ready=self.ready.append, say=self.said.append, warn=self.warned.append)
        wishes = Wishes(store=WarmStore(self.store))
        self._preview = Preview(self.root, self.pages / "site", 0, wishes, voice)
        self._thread = threading.Thread(target=self._preview.serve, daemon=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._preview.address.rstrip("/").rpartition(":")[2])

    def start(self) -> None:
        """Starts it and waits for its first build."""
        self._thread.start()
        epoch = "0"
        while (page := ask(self.port, "/")).status == 503:
            epoch = ask(self.port, f"/livereload/{max(page.epoch, epoch)}/1").text

    def stop(self) -> None:
        """Ends it."""
        self._preview.stop()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def page(self, address: str = "/") -> Answer:
        """A page as it is served now."""
        return ask(self.port, address)

    def after(self, change: Callable[[], object], address: str = "/") -> Answer:
        """A page as the browser that has it open gets to see it after a change."""
        return after(self, change, address)
