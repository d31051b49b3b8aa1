"""`hearthbook serve` hands over to the preview, and tells what stops it."""

from __future__ import annotations

import socket
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from tests.publish.sites import TOWN, copy_archive, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the small archive."""
    return copy_archive(TOWN, tmp_path / "town")


def test_it_previews_the_archive_on_the_port_that_was_asked_for(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []
    monkeypatch.setattr(
        import_module("hearthbook.cli.serve"), "preview", lambda *values: asked.append(values[:2])
    )
    done = CliRunner().invoke(main, ["serve", "--project", str(town), "--port", "8080"])
    assert (done.exit_code, asked) == (0, [(town, 8080)])


def test_a_port_that_cannot_be_is_wrong_use(town: Path) -> None:
    done = CliRunner().invoke(main, ["serve", "--project", str(town), "--port", "0"])
    assert done.exit_code == 2
    assert "--port" in done.stderr


def test_a_port_that_is_taken_is_told_in_words(town: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("hearthbook", "serve", "--port", str(port), cwd=town)
    assert done.returncode == 1
    assert done.stderr.endswith("another program uses it: choose one with --port\n")
    assert "Traceback" not in done.stderr


def test_findings_are_told_once_before_it_stops(town: Path) -> None:
    (town / "communities/oak.yml").write_text("name: Oak\n", encoding="utf-8")
    done = run("hearthbook", "serve", cwd=town)
    assert done.returncode == 1
    assert done.stderr.count("communities/oak.yml:1:1 ") == 1
    assert "Traceback" not in done.stderr


def test_wrong_settings_are_told_once(town: Path) -> None:
    settings = (town / "mkdocs.yml").read_text(encoding="utf-8")
    (town / "mkdocs.yml").write_text(settings.replace("language: en", "lang: en"), encoding="utf-8")
    done = run("hearthbook", "serve", cwd=town)
    assert done.returncode == 1
    assert done.stderr.count("there is no such setting") == 1
