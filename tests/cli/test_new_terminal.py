"""`hearthbook new` in a terminal of its own, as small and as plain as there is."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.recorded import ANSWERS, Terminal

pytestmark = pytest.mark.slow

PROGRAMS = Path(sys.executable).parent


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal of sixty columns in a new archive."""
    (tmp_path / "home").mkdir()
    terminal = Terminal(tmp_path / "home", PROGRAMS, columns=60)
    assert terminal.run(["hearthbook", "init", "ours", "--forge", "none"]) == 0
    terminal.enter("ours")
    terminal.recording.events.clear()
    return terminal


def test_questions_fit_into_sixty_columns_without_colours_or_tricks(terminal: Terminal) -> None:
    assert terminal.run(["hearthbook", "new"], ("?", "reading-group", "readers", "?", "quit")) == 0
    text = terminal.recording.text
    assert "\x1b" not in text
    assert max(map(len, text.split("\n"))) <= 60


def test_the_end_shows_how_newcomers_are_greeted(terminal: Terminal) -> None:
    assert terminal.run(["hearthbook", "new"], ANSWERS) == 0, terminal.recording.text
    assert "This is how it greets newcomers:" in terminal.recording.text
    assert "Welcome to Sunday Pages" in terminal.recording.text


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_whoever_breaks_off_keeps_the_answers(terminal: Terminal, key: str) -> None:
    assert terminal.run(["hearthbook", "new", "oak"], ("reading-group", "readers", key)) == 0
    assert "Your answers are kept." in terminal.recording.text
    assert "Traceback" not in terminal.recording.text
    assert terminal.run(["hearthbook", "new", "oak"], ("quit",)) == 0
    assert "Answers from the last time: 2." in re.sub(r"\s+", " ", terminal.recording.text)
