"""A preview on this machine that reloads itself, by MkDocs' own server."""

from __future__ import annotations

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
    say(f"http://127.0.0.1:{port}/ follows your changes; stop with Ctrl+C")
    try:
        mkdocs_serve(config_file=str(root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}")
    except (MkDocsException, SystemExit) as problem:
        if str(problem) not in {"", "0"}:
            raise HearthbookError(str(problem), hint="mend it and start again") from None
    except OSError as problem:
        hint = "another program uses that port: choose one with --port"
        raise HearthbookError(problem.strerror or str(problem), hint=hint) from None
