"""What one sees of a build that takes its time: a few lines, or nothing if one wishes."""

from __future__ import annotations

import itertools

import pytest

from hearthbook.cli.progress import shown
from hearthbook.publish.wishes import Progress


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock on which four seconds pass with each look at it."""
    ticks = itertools.count(0.0, 4.0)
    monkeypatch.setattr("hearthbook.cli.progress.time.monotonic", lambda: next(ticks))


def _told(*, quiet: bool, steps: int = 8) -> None:
    with shown(quiet=quiet) as tell:
        for done in range(1, steps + 1):
            tell(Progress(done=done, cells=steps, reused=2, pages=10 * done))


def test_without_a_terminal_lines_are_told_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    _told(quiet=False)
    lines = capsys.readouterr().err.splitlines()
    assert 1 <= len(lines) < 8
    assert all(" of 8 communities · " in line and " pages a second" in line for line in lines)


def test_a_line_says_how_much_was_there_already(capsys: pytest.CaptureFixture[str]) -> None:
    _told(quiet=False)
    assert "2 as they were" in capsys.readouterr().err


def test_what_goes_to_programs_stays_clean(capsys: pytest.CaptureFixture[str]) -> None:
    _told(quiet=False)
    assert capsys.readouterr().out == ""


def test_a_quiet_build_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    _told(quiet=True)
    assert capsys.readouterr() == ("", "")


def test_a_quick_build_says_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hearthbook.cli.progress.time.monotonic", lambda: 0.0)
    _told(quiet=False)
    assert capsys.readouterr().err == ""
