"""One input, one site: whoever builds it, wherever, in whatever surroundings."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.driver import build_site
from tests.publish.sites import TOWN, add_line, copy_archive, run, tree

if TYPE_CHECKING:
    from pathlib import Path

HOST = {
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "HOME": "/nonexistent",
    "PATH": "/usr/local/bin:/usr/bin:/bin",
}


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, env=HOST, check=True, capture_output=True)  # noqa: S607 - git of the system


def _committed(folder: Path) -> None:
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _git(folder, "add", ".")
    _git(folder, "commit", "--quiet", "--message=One")
    add_line(folder, "# another commit")
    _git(folder, "commit", "--quiet", "--all", "--message=Two")


@pytest.mark.parametrize("site", ["town_site", "example_site"])
def test_mkdocs_build_gives_the_same_bytes(site: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    ours: Path = request.getfixturevalue(site)
    root = copy_archive(ours.parent, tmp_path / "again")
    done = run("mkdocs", "build", "--strict", "--quiet", cwd=root)
    assert done.returncode == 0, done.stderr
    assert tree(root / "site") == tree(ours)


@pytest.mark.parametrize("site", ["town_site", "example_site"])
def test_two_builds_are_identical(site: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    ours: Path = request.getfixturevalue(site)
    root = copy_archive(ours.parent, tmp_path / "again")
    build_site(root)
    assert tree(build_site(root).site_dir) == tree(ours)


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "COLUMNS": "20"},
    ],
    ids=["tokyo", "newfoundland in German", "ASCII only"],
)
def test_seed_clock_and_locale_do_not_matter(
    surroundings: dict[str, str], town: Path, town_site: Path
) -> None:
    done = run("hearthbook", "build", "--strict", cwd=town, env=surroundings)
    assert done.returncode == 0, done.stderr
    assert tree(town / "site") == tree(town_site)


def test_the_order_of_files_on_the_disk_does_not_matter(tmp_path: Path, town_site: Path) -> None:
    root = copy_archive(TOWN, tmp_path / "backwards", backwards=True)
    assert tree(build_site(root).site_dir) == tree(town_site)


def test_the_working_directory_does_not_matter(town: Path, tmp_path: Path, town_site: Path) -> None:
    done = run("hearthbook", "build", "--project", "../town", cwd=_made(tmp_path / "elsewhere"))
    assert done.returncode == 0, done.stderr
    assert tree(town / "site") == tree(town_site)


def test_blanks_and_umlauts_in_the_path_do_not_matter(tmp_path: Path, town_site: Path) -> None:
    root = copy_archive(TOWN, tmp_path / "Bücher & Äpfel [neu] #1")
    done = run("hearthbook", "build", "--strict", cwd=root)
    assert done.returncode == 0, done.stderr
    assert tree(root / "site") == tree(town_site)


def test_a_folder_without_git_builds(town: Path, town_site: Path) -> None:
    done = run("mkdocs", "build", "--strict", cwd=town, env={"PATH": "/nonexistent"})
    assert done.returncode == 0, done.stderr
    assert tree(town / "site") == tree(town_site)


def test_a_shallow_clone_builds(town: Path, tmp_path: Path, town_site: Path) -> None:
    _committed(town)
    _git(tmp_path, "clone", "--quiet", "--depth=1", town.as_uri(), "shallow")
    done = run("mkdocs", "build", "--strict", cwd=tmp_path / "shallow")
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "shallow" / "site") == tree(town_site)


def test_changes_that_are_not_committed_are_built(town: Path) -> None:
    _committed(town)
    name = "communities/quiet-desk.yml"
    text = (town / name).read_text(encoding="utf-8")
    (town / name).write_text(text.replace("a week", "a fortnight"), encoding="utf-8")
    done = run("mkdocs", "build", "--strict", cwd=town)
    assert done.returncode == 0, done.stderr
    assert "a fortnight" in (town / "site/quiet-desk/index.html").read_text(encoding="utf-8")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
