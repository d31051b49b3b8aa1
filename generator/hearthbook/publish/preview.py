"""A preview on this machine that reloads itself, by MkDocs' own server."""

from __future__ import annotations

import errno
import os
import socket
from typing import TYPE_CHECKING

from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.exceptions import MkDocsException

from hearthbook.errors import HearthbookError
from hearthbook.publish.driver import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def preview(root: Path, port: int, say: Callable[[str], None]) -> None:
    """Serves the archive on localhost until it is stopped.

    Raises HearthbookError with the findings when the first build fails; later
    on, a slip is told and the last good pages stay.
    """
    load(root)
    try:
        # MkDocs asks for the port after its first build only
        socket.create_server(("127.0.0.1", port)).close()
        say(f"http://127.0.0.1:{port}/ follows your changes; stop with Ctrl+C")
        mkdocs_serve(config_file=str(root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}")
    except (MkDocsException, SystemExit) as problem:
        # MkDocs has already told what is wrong, and says no more here than that it stops
        raise HearthbookError("the preview cannot start", hint="mend the above first") from problem
    except OSError as problem:
        taken = problem.errno == errno.EADDRINUSE
        hint = (
            "another program uses it: choose one with --port" if taken else "check the disk and permissions"
        )
        reason = os.strerror(problem.errno) if problem.errno else str(problem)
        raise HearthbookError(reason, where=f"port {port}" if taken else "", hint=hint) from None
