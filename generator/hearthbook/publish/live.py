"""MkDocs' live-reload server, so that it answers while pages are being made or cannot be made.

It speaks to this machine only: a page from elsewhere that gives its own name to
our address is turned away.
"""

from __future__ import annotations

import os
import re
import sys
import wsgiref.simple_server
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, quote

from mkdocs.livereload import LiveReloadServer

from hearthbook.publish.manifest import SEARCH
from hearthbook.publish.notices import BAR, LAST_GOOD, Notice, waiting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

HOST: Final = "127.0.0.1"
_QUIET: Final = 0.05
"""Seconds without another change after which a build begins; editors save in several steps."""
_PATIENCE: Final = 1.0
"""Seconds that a page waits for the build that is going on, before the old one is shown."""
_SEARCHED: Final = re.compile(r"/search/(?:index\.json|words/)|/(?P<folder>search/[^/.]+)/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build came to."""

    notice: Notice | None = None
    """What stands in for the pages from now on."""
    fresh: bool = True
    """Whether browsers are to load their page again."""


class _Handler(wsgiref.simple_server.WSGIRequestHandler):
    """Answers without a word: the terminal is for what the founder has to know."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - as Python has it
        """Says nothing."""


class LiveServer(LiveReloadServer):
    """Serves a folder, has it built when something changed, and makes browsers load again."""

    allow_reuse_address = os.name == "posix"

    def __init__(self, build: Callable[[], Outcome], port: int, site: Path) -> None:
        """Take the port; raises OSError where that cannot be."""
        super().__init__(lambda: None, HOST, port, str(site))
        self._build = build
        self._busy = False
        self.notice: Notice | None = waiting(None)
        self.before_search: Callable[[str], None] = lambda _: None
        """Hears which folder of the search a browser is about to read."""
        self.build_delay = _QUIET
        self.RequestHandlerClass = _Handler
        self.error_handler = self._error_page
        # MkDocs' script goes into pages only where it watches something itself
        self._watched_paths[str(site)] = 1
        try:
            self.server_bind()
            self.server_activate()
        except OSError:
            self.server_close()
            raise
        names = {f"{name}:{self.server_port}" for name in (HOST, "localhost")}
        self._hosts = names | ({HOST, "localhost"} if self.server_port == 80 else set())  # noqa: PLR2004

    @property
    def address(self) -> str:
        """Where the pages are."""
        return f"http://{HOST}:{self.server_port}/"

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answers at once, builds, and builds again after each change, until it is shut down."""
        del open_in_browser
        self.serve_thread.start()
        self._renew()
        while self._next_change():
            self._renew()

    def touch(self) -> None:
        """Says that something changed."""
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def shutdown(self, wait: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' own signature
        """Ends it; pages that wait for a change are left alone."""
        super().shutdown()
        if wait and self.serve_thread.is_alive():
            self.serve_thread.join()

    def _next_change(self) -> bool:
        """Waits until something changed and is quiet again; false when it is time to end."""
        with self._rebuild_cond:
            # without the pauses Windows would not hear Ctrl+C
            while not self._rebuild_cond.wait_for(
                lambda: self._want_rebuild or self._shutdown, timeout=self.shutdown_delay
            ):
                pass
            while not self._shutdown and self._rebuild_cond.wait(timeout=self.build_delay):
                pass
            self._want_rebuild = False
            return not self._shutdown

    def _renew(self) -> None:
        self._busy = True
        try:
            outcome = self._build()
        finally:
            self._busy = False
        with self._epoch_cond:
            self.notice = outcome.notice
            if outcome.fresh:
                self._visible_epoch = max(round(monotonic() * 1000), self._visible_epoch + 1)
                self._wanted_epoch = self._visible_epoch
            self._epoch_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """The answer to a request, which browsers are not to keep."""

        def start(status: str, headers: list[tuple[str, str]]) -> object:
            return start_response(status, [*headers, ("Cache-Control", "no-store")])

        if environ.get("HTTP_HOST", "").lower() not in self._hosts:
            start("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [f"This preview answers at {self.address} only.\n".encode()]
        # two slashes at the start would lead a redirect to another server
        environ["PATH_INFO"] = "/" + environ.get("PATH_INFO", "").lstrip("/")
        if _is_page(environ["PATH_INFO"]):
            special = self._instead(environ, start)
            if special is not None:
                return special
        if wanted := _SEARCHED.match(environ["PATH_INFO"].removeprefix(self.mount_path.rstrip("/"))):
            self.before_search(wanted["folder"] or SEARCH)
        answer: Iterable[bytes] = super().serve_request(environ, start)
        return answer

    def _instead(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes] | None:
        """What is answered in place of a page, if anything is."""
        with self._epoch_cond:
            if self.notice is None:
                self._epoch_cond.wait_for(lambda: not self._busy, timeout=_PATIENCE)
            notice, epoch = self.notice, self._visible_epoch
        last_good = LAST_GOOD in parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        if notice and not (last_good and notice.standing):
            page = self._inject_js_into_html(notice.page, epoch)
            start(notice.status, [("Content-Type", "text/html; charset=utf-8")])
            return [page]
        if last_good and not notice:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            start("302 Found", [("Location", quote(path))])
            return []
        return None

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """The page with the script that loads it again, and a word where it is an old one."""
        notice = self.notice
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        if notice and notice.standing and content != notice.page:
            head, end, tail = page.rpartition(b"</body>")
            page = head + BAR + end + tail
        return page

    def _error_page(self, code: int) -> bytes | None:
        """The site's own page for an error; it loads again when the page may have come."""
        try:
            with open(os.path.join(self.root, f"{code}.html"), "rb") as file:  # noqa: PTH118, PTH123
                return self._inject_js_into_html(file.read(), self._visible_epoch)
        except OSError:
            return None

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as Python has it
        """Says nothing where a browser went away before its answer was complete."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _is_page(path: str) -> bool:
    name = path.rpartition("/")[2]
    return not path.startswith("/livereload/") and ("." not in name or name.endswith(".html"))
