"""A founder's first minutes at a terminal, recorded: `python -m tests.recorded > first-minutes.cast`.

Builds the wheel, installs it into an empty environment, and types what a founder would type into an
empty folder: init, new with its questions, check, build. What appears is written in the format of
asciinema (version 2), with even steps of time; what the commands themselves took is told beside it.
"""

from __future__ import annotations

import json
import os
import pty
import re
import select
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS: Final = 80
ROWS: Final = 24
PATIENCE: Final = 120.0
"""Seconds without a sign after which a command has failed."""
_PROMPT: Final = re.compile(r"(?:^|\n)> $|\[[Yy]/[Nn]\]: $")
_STEP: Final = 0.4
"""Seconds between two things in the recording, whatever it took."""

ANSWERS: Final = (
    "reading-group",
    "people who used to write and miss it",
    "finish a page every week and build your own website",
    "finish a page every week and read it aloud",
    "four weeks",
    "people who look for a publisher; the writers' union has a list",
    "Sunday Pages",
    "One page a week, read aloud to people who listen",
    "30",
    "open",
    "2",
    "every Sunday at 17:00 for 60 minutes",
    "Europe/Berlin",
    "Signal",
    "Ines Example, ines@example.org",
    "Tomas Example, tomas@example.net",
    "The library's youth office, youth@example.org",
    "Robin",
    "",
    "Ines",
    "14",
    "",
    "y",
    "n",
)
"""What is typed at each prompt of `hearthbook new`: the second outcome follows a thought about the first."""


@dataclass
class Recording:
    """What has appeared and been typed, and how long the commands took."""

    events: list[tuple[str, str]] = field(default_factory=list)
    """`o` for what appeared and `i` for what was typed, with the text."""
    seconds: float = 0.0
    """Of all commands together, of the clock."""

    @property
    def text(self) -> str:
        """Everything that appeared."""
        return "".join(text for kind, text in self.events if kind == "o").replace("\r", "")

    def cast(self) -> str:
        """The recording in asciinema's format, version 2, with a line for each event."""
        header = {"version": 2, "width": COLUMNS, "height": ROWS, "title": "A founder's first minutes"}
        rows = [json.dumps(header)]
        for place, (kind, text) in enumerate(self.events):
            rows.append(json.dumps([round(place * _STEP, 1), kind, text], ensure_ascii=False))
        return "\n".join(rows) + "\n"


class Terminal:
    """A terminal in a folder, in which one command after the other is run."""

    def __init__(self, folder: Path, path: Path, columns: int = COLUMNS) -> None:
        """Start in `folder`, with the programs in `path` before all others."""
        self.recording = Recording()
        self._home = folder
        self._folder = folder
        self._environment = {
            **os.environ,
            "PATH": f"{path}{os.pathsep}{os.environ['PATH']}",
            "TERM": "dumb",
            "COLUMNS": str(columns),
            "HEARTHBOOK_CACHE": str(folder.parent / "cache"),
        }

    def run(self, command: Sequence[str], typed: Iterable[str] = ()) -> int:
        """Runs a command to its end, types a line at each prompt, and returns how it ended."""
        self.recording.events.append(("o", f"$ {' '.join(command)}\r\n"))
        started = time.perf_counter()
        child, ours = pty.fork()
        if child == 0:  # pragma: no cover - it becomes the command
            os.chdir(self._folder)
            os.execvpe(command[0], list(command), self._environment)  # noqa: S606 - it is ours
        lines = iter(typed)
        while self._heard(ours):
            line = next(lines, None)
            if line is None:
                os.write(ours, b"\x04")
                continue
            self.recording.events.append(("i", f"{line}\r\n"))
            os.write(ours, f"{line}\n".encode())
        os.close(ours)
        _, status = os.waitpid(child, 0)
        self.recording.seconds += time.perf_counter() - started
        return os.waitstatus_to_exitcode(status)

    def enter(self, folder: str) -> None:
        """Goes into a folder, as `cd` does."""
        self.recording.events.append(("o", f"$ cd {folder}\r\n"))
        self._folder /= folder

    def _heard(self, ours: int) -> bool:
        """Whether a prompt appeared; false where the command has ended."""
        heard = ""
        while True:
            ready, _, _ = select.select([ours], [], [], PATIENCE)
            data = _read(ours) if ready else b""
            if not data:
                self._show(heard)
                return False
            heard += data.decode("utf-8", "replace")
            if _PROMPT.search(heard.replace("\r", "")):
                self._show(heard)
                return True

    def _show(self, text: str) -> None:
        """Keeps what appeared, as if the empty folder were somebody's home."""
        self.recording.events.append(("o", text.replace(str(self._home), "~")))


def _read(ours: int) -> bytes:
    try:
        return os.read(ours, 65536)
    except OSError:
        # Linux says so when the other side is closed
        return b""


def record(programs: Path, empty: Path) -> tuple[Recording, list[int]]:
    """A founder's first minutes in an empty folder, and how each command ended."""
    terminal = Terminal(empty, programs)
    ends = [terminal.run(["hearthbook", "init", "our-handbooks"])]
    terminal.enter("our-handbooks")
    ends.append(terminal.run(["hearthbook", "new"], ANSWERS))
    ends += [terminal.run(["hearthbook", verb]) for verb in ("check", "build")]
    return terminal.recording, ends


def main() -> None:
    """Records with a wheel of this checkout."""
    from tests.wheels import installed, make_wheel  # noqa: PLC0415 - only this way to run it needs them

    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        python = installed(make_wheel(home), home)
        (home / "empty").mkdir()
        recording, ends = record(python.parent, home / "empty")
    sys.stdout.write(recording.cast())
    sys.stderr.write(f"{recording.seconds:.1f} s for {len(ends)} commands; they ended with {ends}\n")


if __name__ == "__main__":
    main()
