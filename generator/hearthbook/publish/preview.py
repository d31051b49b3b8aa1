"""A preview on this machine that follows every change and outlives every slip."""

from __future__ import annotations

import errno
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hearthbook.errors import HearthbookError
from hearthbook.ingest.content import FOLDER as CONTENT
from hearthbook.ingest.folder import FOLDER as COMMUNITIES
from hearthbook.publish.besides import named_besides
from hearthbook.publish.builder import Progress, Wishes, build_site
from hearthbook.publish.configuration import default_theme, load
from hearthbook.publish.heard import heard
from hearthbook.publish.live import LiveServer, Outcome
from hearthbook.publish.news import news
from hearthbook.publish.notices import troubled, waiting
from hearthbook.publish.trouble import Trouble, trouble
from hearthbook.publish.watch import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.publish.builder import Built


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How the preview speaks to whoever started it."""

    ready: Callable[[str], None]
    """Hears the address, once it answers."""
    say: Callable[[str], None]
    """Hears what was built."""
    warn: Callable[[str], None]
    """Hears what is to be mended."""


def preview(root: Path, port: int, wishes: Wishes, voice: Voice) -> None:
    """Serves the archive on localhost until it is stopped by Ctrl+C.

    A slip is told, in the browser too, and the last good pages stay. Raises
    HearthbookError where there is no archive or the port is taken.
    """
    if not (root / "mkdocs.yml").is_file():
        # says what is missing and how to get it
        load(root)
    with tempfile.TemporaryDirectory(prefix="hearthbook-", ignore_cleanup_errors=True) as folder:
        running = Preview(root, Path(folder, "site"), port, wishes, voice)
        try:
            running.serve()
        except KeyboardInterrupt:
            pass
        finally:
            running.stop()


class Preview:
    """One preview while it runs."""

    def __init__(self, root: Path, site: Path, port: int, wishes: Wishes, voice: Voice) -> None:
        """Take the port; raises HearthbookError where another program has it.

        The pages go to `site`, which nobody else may write to.
        """
        self._root = root
        self._voice = voice
        self._told_elsewhere = wishes.tell
        self._wishes = replace(wishes, live=True, site_dir=site, tell=self._tell)
        self._standing = False
        self._trouble: Trouble | None = None
        self._warnings: frozenset[str] = frozenset()
        self._settings: frozenset[Path] = frozenset()
        self._building = Lock()
        self._searched: set[str] = set()
        self._up_to_date: set[str] = set()
        try:
            self._server = LiveServer(self._build, port, site)
        except OSError as problem:
            raise _no_port(port, problem) from None
        self._server.before_search = self._search
        self._watcher = Watcher(self._server.touch, voice.warn)

    @property
    def address(self) -> str:
        """Where the pages are."""
        return self._server.address

    def serve(self) -> None:
        """Answers and follows changes until it is stopped."""
        self._voice.ready(self.address)
        self._server.serve()

    def stop(self) -> None:
        """Ends it."""
        self._watcher.close()
        self._server.shutdown(wait=True)

    def _build(self) -> Outcome:
        touched = self._watcher.taken()
        start = monotonic()
        try:
            self._watcher.follow(self._followed(touched))
            with self._building:
                self._up_to_date.clear()
                # what is searched is indexed when somebody searches: pages come first
                built = build_site(self._root, replace(self._wishes, search=lambda _: False))
        except (Exception, SystemExit) as problem:  # noqa: BLE001 - whatever it is, the server goes on
            return self._failed(trouble(problem))
        return self._succeeded(built, monotonic() - start, prose=self._is_prose(touched))

    def _search(self, folder: str) -> None:
        """Brings a folder of the search up to date before it is read."""
        with self._building:
            if folder in self._up_to_date or not self._standing:
                return
            self._searched.add(folder)
            try:
                build_site(self._root, replace(self._wishes, search=self._searched.__contains__))
            except (Exception, SystemExit) as problem:  # noqa: BLE001 - the pages are there all the same
                self._voice.warn(str(trouble(problem)))
            else:
                self._up_to_date |= self._searched

    def _failed(self, found: Trouble) -> Outcome:
        same, self._trouble = found == self._trouble, found
        if same:
            self._voice.warn("still the same to mend")
        else:
            stay = "the last good pages stay" if self._standing else "the pages come once it is mended"
            self._voice.warn(f"{found.title}; {stay}\n{found}")
        return Outcome(notice=troubled(found, standing=self._standing), fresh=not same)

    def _succeeded(self, built: Built, seconds: float, *, prose: bool) -> Outcome:
        for warning in built.warnings:
            if warning not in self._warnings:
                self._voice.warn(f"warning: {warning}")
        self._warnings = frozenset(built.warnings)
        mended = bool(self._trouble) or not self._standing
        self._trouble, self._standing = None, True
        told = news(built)
        # styles and the like show in no cell's pages
        fresh = mended or bool(told) or not prose
        if fresh:
            self._voice.say(f"{told or 'all is up to date'} in {seconds:.1f} s")
        return Outcome(fresh=fresh)

    def _tell(self, progress: Progress) -> None:
        if not self._standing and not self._trouble:
            self._server.notice = waiting(progress)
        self._told_elsewhere(progress)

    def _is_prose(self, touched: frozenset[str]) -> bool:
        """Whether only what people write was touched, and not settings or looks."""
        written = tuple(f"{self._root / name}{os.sep}" for name in (COMMUNITIES, CONTENT))
        return all(path.startswith(written) for path in touched)

    def _followed(self, touched: frozenset[str]) -> frozenset[Path]:
        """All that pages are made from."""
        if not self._standing or self._trouble or not self._is_prose(touched):
            try:
                with heard():
                    config = load(self._root)
            except (Exception, SystemExit):  # noqa: BLE001, S110 - the build itself tells what is wrong
                pass
            else:
                named = (*named_besides(config), *config.watch)
                self._settings = frozenset(Path(path).resolve() for path in named)
                self._server.mount_path = urlsplit(config.site_url or "/").path.rstrip("/") + "/"
        always = {self._root / name for name in ("mkdocs.yml", COMMUNITIES, CONTENT)}
        return self._settings | always | {default_theme().folder}


def _no_port(port: int, problem: OSError) -> HearthbookError:
    taken = problem.errno == errno.EADDRINUSE
    hint = "another program uses it: choose one with --port" if taken else "choose another one with --port"
    reason = os.strerror(problem.errno) if problem.errno else str(problem)
    return HearthbookError(reason, where=f"port {port}", hint=hint)
