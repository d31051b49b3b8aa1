"""Runs a command in a process of its own, and watches what it and its children need.

Time is from start to end on the clock. Memory is the largest resident set that a
process ever had. On Linux each process of the tree is looked at by itself, every few
milliseconds; elsewhere the system's count for the largest of them has to do.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Words: TypeAlias = Sequence[str | Path]
"""A command."""
Environment: TypeAlias = Mapping[str, str]
"""What it finds in its environment beside everything else."""

MEGA: Final = 1_000_000
_PROC: Final = Path("/proc")
_PERIOD: Final = 0.02
_LOG_END: Final = 1500
"""How many characters of a failed command's words are told."""


class CommandError(Exception):
    """A command that was to be measured failed; its last words are the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one command cost."""

    seconds: float
    """From start to end."""
    megabytes: float
    """The most that the command's own process ever held."""
    child: float | None = None
    """The most that any one of its children held, in megabytes; None where it had none to be seen."""


def _read(path: Path) -> str:
    """What the system says there; nothing where the process is gone, or where there is no such file."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _children(pid: int) -> Iterator[int]:
    """The processes below this one, at all depths, as far as they can still be seen."""
    try:
        threads = list((_PROC / str(pid) / "task").iterdir())
    except OSError:
        return
    for thread in threads:
        for child in map(int, _read(thread / "children").split()):
            yield child
            yield from _children(child)


def _peak(pid: int) -> int:
    """The largest resident set of a process so far, in bytes; 0 where it is gone."""
    _, found, rest = _read(_PROC / str(pid) / "status").partition("VmHWM:")
    return int(rest.split()[0]) * 1024 if found else 0


def peaks(pid: int) -> dict[int, int]:
    """The process and all below it with the most bytes that each of them ever held."""
    found = {each: _peak(each) for each in (pid, *_children(pid))}
    return {each: peak for each, peak in found.items() if peak}


def settled(seen: Mapping[int, int], pid: int, largest: int, floor: int) -> dict[int, int]:
    """What was seen of the processes, mended where the end of the largest one was missed.

    `largest` is the system's own count for the largest of them. It says nothing up to
    `floor`, what the process held that started them, for it counts that in.
    """
    if largest <= max(floor, *seen.values(), 0):
        return dict(seen)
    return {**seen, max(seen, key=lambda each: seen[each], default=pid): largest}


class _Watch(threading.Thread):
    """Looks at a process and all below it until it is told that they have ended."""

    def __init__(self, pid: int) -> None:
        """Watch this process."""
        super().__init__(daemon=True)
        self.pid = pid
        self.ended = threading.Event()
        self.peaks: dict[int, int] = {}

    def run(self) -> None:
        """Keep the last peak of each process; before a child has its own program, it is its parent's."""
        while True:
            self.peaks |= peaks(self.pid)
            if self.ended.wait(_PERIOD):
                return


def _log(folder: Path) -> Path:
    """Where a command's words go: beside its folder, where no preview watches for changes."""
    return folder.with_name(f"{folder.name}.log")


def _start(words: Words, folder: Path, environment: Environment) -> subprocess.Popen[bytes]:
    """The running command; what it says goes into a file beside its folder."""
    with _log(folder).open("wb") as log:
        surroundings = {**os.environ, **environment}
        return subprocess.Popen(words, cwd=folder, env=surroundings, stdout=log, stderr=log)


def _failure(words: Words, folder: Path, code: int) -> CommandError:
    told = _log(folder).read_text(encoding="utf-8", errors="replace")[-_LOG_END:].strip()
    # a word with blanks is a program of its own
    command = " ".join(Path(word).name for word in words if " " not in str(word))
    return CommandError(f"`{command}` ended with {code}\n{told}")


def run(words: Words, folder: Path, environment: Environment) -> Run:
    """Runs a command in a folder; raises CommandError with its last words when it fails."""
    start = time.perf_counter()
    process = _start(words, folder, environment)
    watch = _Watch(process.pid)
    watch.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        raise
    finally:
        seconds = time.perf_counter() - start
        watch.ended.set()
        watch.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise _failure(words, folder, process.returncode)
    unit = 1 if sys.platform == "darwin" else 1024
    held = settled(watch.peaks, process.pid, usage.ru_maxrss * unit, floor=_peak(os.getpid()))
    own = held.pop(process.pid, 0) / MEGA
    return Run(seconds=seconds, megabytes=own, child=max(held.values()) / MEGA if held else None)


@contextmanager
def running(words: Words, folder: Path, environment: Environment) -> Iterator[subprocess.Popen[bytes]]:
    """A command that runs until the block ends, and is stopped then as by Ctrl+C."""
    process = _start(words, folder, environment)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
