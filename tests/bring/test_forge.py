"""Which forge an archive is kept on, as far as its folder tells."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from hearthbook.bring.forge import guessed_forge, host_of

if TYPE_CHECKING:
    from pathlib import Path


def _kept_at(folder: Path, address: str) -> Path:
    subprocess.run(["git", "init", "-q", str(folder)], check=True)  # noqa: S607 - whichever git there is
    subprocess.run(["git", "-C", str(folder), "remote", "add", "origin", address], check=True)  # noqa: S607 - the same
    return folder


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://github.com/oak/archive.git", "github.com"),
        ("https://ada:secret@GitLab.com/oak/archive", "gitlab.com"),
        ("ssh://git@git.oak.example:2222/oak/archive.git", "git.oak.example"),
        ("git@codeberg.org:oak/archive.git", "codeberg.org"),
        ("/srv/git/archive.git", ""),
        ("../github/archive", ""),
        ("file:///srv/github/archive", ""),
        ("", ""),
    ],
)
def test_the_host_is_read_from_every_kind_of_address(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("address", "forge"),
    [
        ("https://github.com/oak/archive", "github"),
        ("git@gitlab.oak.example:oak/archive.git", "gitlab"),
        ("https://codeberg.org/oak/archive", "forgejo"),
        ("https://forgejo.oak.example/oak/archive", "forgejo"),
    ],
)
def test_a_known_host_tells_the_forge(tmp_path: Path, address: str, forge: str) -> None:
    guess = guessed_forge(_kept_at(tmp_path, address))
    assert guess.forge == forge
    assert guess.why.startswith("because `origin` is on ")


def test_an_unknown_host_is_said(tmp_path: Path) -> None:
    guess = guessed_forge(_kept_at(tmp_path, "https://git.oak.example/a"))
    assert guess == ("github", "because `origin` is on git.oak.example, which is not known")


def test_a_repository_in_a_folder_is_said(tmp_path: Path) -> None:
    assert guessed_forge(_kept_at(tmp_path, "/srv/github")).why == "because `origin` is a folder"


def test_without_a_repository_it_is_the_usual_one(tmp_path: Path) -> None:
    assert guessed_forge(tmp_path).forge == "github"
