"""How long a running preview takes from a saved file to the new page."""

from __future__ import annotations

import http.client
import socket
import time
from statistics import median
from typing import TYPE_CHECKING, Final

from bench.process import CommandError, running

if TYPE_CHECKING:
    import subprocess

    from bench.site import Site

_HOST: Final = "127.0.0.1"
_PERIOD: Final = 0.01
_LONGEST: Final = 900
"""Seconds after which nobody would wait any more."""


def _free_port() -> int:
    with socket.create_server((_HOST, 0)) as found:
        return int(found.getsockname()[1])


def _fetch(port: int, address: str) -> str:
    """A page of the preview; empty where it does not answer, or not with this page."""
    connection = http.client.HTTPConnection(_HOST, port, timeout=_LONGEST)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", errors="replace")
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()
    return body if answer.status == http.HTTPStatus.OK else ""


def _wait_for(process: subprocess.Popen[bytes], port: int, address: str, text: str) -> None:
    """Asks for the page until it holds the text; raises CommandError where that does not happen."""
    end = time.monotonic() + _LONGEST
    while text not in _fetch(port, address):
        if process.poll() is not None or time.monotonic() > end:
            raise CommandError(f"the preview does not show `{text}` at {address}")
        time.sleep(_PERIOD)


def reload_seconds(site: Site, runs: int) -> float:
    """The median of seconds from a saved sentence to a page that holds it."""
    port = _free_port()
    address = f"/{site.slug}/norms/"
    words = [str(word).format(port=port) for word in site.serve]
    found = []
    with running(words, site.folder, site.environment) as process:
        _wait_for(process, port, address, site.line.text)
        for _ in range(runs):
            text = site.line.change()
            start = time.perf_counter()
            _wait_for(process, port, address, text)
            found.append(time.perf_counter() - start)
    return median(found)
