"""What git keeps under a name, read with one process for as many as are asked for."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

SAFE: Final = (
    *("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "core.quotePath=false"),
    *("-c", "protocol.allow=never"),
)
"""Nothing that a repository's own settings say is run, and what a clone left out is not fetched."""
COMMAND: Final = ("git", *SAFE, "--no-pager", "--no-optional-locks")
_PIECE: Final = 1 << 20
"""Bytes of what is too large that are read over at once."""


class Objects:
    """A repository's files by the names of their contents, while it is open; without git there are none."""

    def __init__(self, root: Path, limit: int) -> None:
        """Start git in a folder; what has more than `limit` bytes is not read."""
        self._limit = limit
        self._git: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._git = subprocess.Popen(  # noqa: S603 - the arguments are ours
                [*COMMAND, "cat-file", "--batch"],
                cwd=root,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def __enter__(self) -> Self:
        """Nothing but itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends git."""
        if self._git:
            self._git.kill()
            with suppress(OSError):
                self._git.communicate()

    def read(self, name: str) -> bytes | None:
        """What a file held; None where that is missing, no file, too large, or git has ended."""
        source, target = (self._git.stdout, self._git.stdin) if self._git else (None, None)
        if not source or not target or not name.isalnum():
            return None
        try:
            target.write(f"{name}\n".encode())
            target.flush()
        except OSError:
            return None
        head = source.readline().split()
        if len(head) != 3:  # noqa: PLR2004 - name, kind and size; `missing` has two words
            return None
        left = int(head[2]) + 1
        if head[1] == b"blob" and left <= self._limit + 1:
            return source.read(left)[:-1]
        while left > 0 and (read := source.read(min(left, _PIECE))):
            left -= len(read)
        return None
