from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.process import CommandError, peaks, run, running, settled

LARGE = """
import sys
held = bytearray(80_000_000)
for place in range(0, len(held), 1000):
    held[place] = 1
print("ready", flush=True)
sys.stdin.read()
"""
"""Holds 80 MB until its input ends."""
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {LARGE!r}], check=True)"
"""Holds next to nothing itself."""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux shows each process by itself")
def test_a_process_and_its_child_are_looked_at_by_themselves() -> None:
    words = [sys.executable, "-c", PARENT]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        held = peaks(process.pid)
        process.communicate()
    parent = held.pop(process.pid)
    (child,) = held.values()
    assert parent < 80_000_000 < child


def test_what_was_seen_counts() -> None:
    assert settled({1: 50, 2: 70}, 1, largest=70, floor=10) == {1: 50, 2: 70}


def test_a_missed_end_counts_for_the_largest_that_was_seen() -> None:
    assert settled({1: 50, 2: 70}, 1, largest=90, floor=10) == {1: 50, 2: 90}


def test_what_the_starting_process_held_does_not_count() -> None:
    assert settled({1: 50}, 1, largest=90, floor=90) == {1: 50}


def test_where_nothing_could_be_seen_the_count_of_the_system_has_to_do() -> None:
    assert settled({}, 1, largest=90, floor=0) == {1: 90}


def test_a_command_that_fails_tells_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"ended with 3\nno oven here"):
        run([sys.executable, "-c", "print('no oven here'); raise SystemExit(3)"], tmp_path, {})


def test_a_command_finds_what_its_environment_is_given(tmp_path: Path) -> None:
    code = "import os, pathlib; pathlib.Path('found').write_text(os.environ['OVEN'])"
    run([sys.executable, "-c", code], tmp_path, {"OVEN": "hot"})
    assert (tmp_path / "found").read_text(encoding="utf-8") == "hot"


def test_a_command_runs_until_the_block_ends(tmp_path: Path) -> None:
    with running([sys.executable, "-c", "import signal; signal.pause()"], tmp_path, {}) as process:
        assert process.poll() is None
    assert process.poll() is not None
