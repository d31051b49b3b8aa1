"""`hearthbook serve` hands over to the preview, and tells what stops it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from tests.publish.hamlet import write_hamlet
from tests.publish.previews import PATIENCE, after, ask
from tests.publish.sites import BIN, heed_ctrl_c, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearthbook.publish.builder import Wishes
    from hearthbook.publish.preview import Voice

pytestmark = pytest.mark.slow


@pytest.fixture
def hamlet(tmp_path: Path) -> Path:
    """A small archive."""
    return write_hamlet(tmp_path / "hamlet")


def test_it_previews_the_archive_on_the_port_that_was_asked_for(
    hamlet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, int]] = []

    def preview(root: Path, port: int, wishes: Wishes, voice: Voice) -> None:
        asked.append((root, port))
        assert wishes.store
        voice.ready("http://127.0.0.1:8080/")
        voice.say("oak: 16 pages in 0.2 s")
        voice.warn("1 error")

    monkeypatch.setattr("hearthbook.publish.preview.preview", preview)
    before = signal.getsignal(signal.SIGTERM)
    done = CliRunner().invoke(main, ["serve", "--project", str(hamlet), "--port", "8080"])
    assert (done.exit_code, asked) == (0, [(hamlet, 8080)])
    first, second = done.stdout.splitlines()
    assert first == "http://127.0.0.1:8080/ follows your changes; stop with Ctrl+C"
    assert re.fullmatch(r"\d\d:\d\d:\d\d oak: 16 pages in 0\.2 s", second)
    assert re.fullmatch(r"\d\d:\d\d:\d\d 1 error\n", done.stderr)
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_port_that_cannot_be_is_wrong_use(hamlet: Path) -> None:
    done = CliRunner().invoke(main, ["serve", "--project", str(hamlet), "--port", "0"])
    assert done.exit_code == 2
    assert "--port" in done.stderr


def test_a_port_that_is_taken_is_told_in_words(hamlet: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("hearthbook", "serve", "--port", str(port), cwd=hamlet)
    assert done.returncode == 1
    assert done.stderr.endswith("another program uses it: choose one with --port\n")
    assert "Traceback" not in done.stderr


def test_where_there_is_no_archive_it_says_how_to_get_one(tmp_path: Path) -> None:
    done = run("hearthbook", "serve", cwd=tmp_path)
    assert done.returncode == 1
    assert "run `hearthbook init` there" in done.stderr


class Served:
    """The command while it runs."""

    def __init__(self, root: Path, temporary: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        surroundings = {
            **os.environ,
            "TMPDIR": str(temporary),
            "HEARTHBOOK_CACHE": str(temporary.with_name("cache")),
        }
        self.process = subprocess.Popen(
            [str(BIN / "hearthbook"), "serve", "--port", str(self.port), "--jobs", "1"],
            cwd=root,
            env=surroundings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=heed_ctrl_c,  # noqa: PLW1509 - nothing else runs beside it
        )
        assert self.process.stdout
        # its first line says that it answers
        self.first = self.process.stdout.readline()

    def ended(self, number: int) -> tuple[int, str, str]:
        """Ends it by a signal: its exit code, and what else it said."""
        self.process.send_signal(number)
        said, told = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said, told


@pytest.fixture
def served(hamlet: Path, tmp_path: Path) -> Iterator[Served]:
    """The command, answering, with its pages made."""
    (tmp_path / "temporary").mkdir()
    running = Served(hamlet, tmp_path / "temporary")
    while (page := ask(running.port, "/")).status == 503:
        ask(running.port, f"/livereload/{page.epoch}/1")
    yield running
    running.process.kill()
    running.process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly_and_leaves_nothing_behind(number: int, served: Served, tmp_path: Path) -> None:
    assert served.first == f"http://127.0.0.1:{served.port}/ follows your changes; stop with Ctrl+C\n"
    assert list((tmp_path / "temporary").iterdir())
    code, said, told = served.ended(number)
    assert (code, told) == (0, "")
    # a slow machine says on the way how far it is
    *_, last = said.splitlines()
    assert re.fullmatch(r"\d\d:\d\d:\d\d 5 communities and the hub: \d+ pages in \d+\.\d s", last)
    assert all("communities are ready" in line for line in said.splitlines()[:-1])
    assert list((tmp_path / "temporary").iterdir()) == []


def test_findings_are_told_once_and_shown(served: Served, hamlet: Path) -> None:
    page = after(
        served, lambda: (hamlet / "communities/elm.yml").write_text("name: Elm\n", encoding="utf-8"), "/elm/"
    )
    assert "communities/elm.yml:1:1" in page.text
    code, _, told = served.ended(signal.SIGINT)
    assert (code, told.count("communities/elm.yml:1:1 ")) == (0, 1)
    assert "Traceback" not in told
