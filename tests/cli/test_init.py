"""`hearthbook init`: a new archive, and nothing overwritten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.ingest.archive import load_archive

if TYPE_CHECKING:
    from click.testing import Result

COMMON = [
    ".gitignore",
    "CONTRIBUTING.md",
    "README.md",
    "communities/.schema/article.json",
    "communities/.schema/base.json",
    "communities/.schema/community.json",
    "communities/first-circle.yml",
    "content/index.md",
    "mkdocs.yml",
    "requirements.txt",
]
WORKFLOWS = {
    "github": [
        ".github/dependabot.yml",
        ".github/workflows/approved.yml",
        ".github/workflows/check.yml",
        ".github/workflows/site.yml",
        ".github/workflows/review.yml",
        ".github/workflows/tell.yml",
        ".github/workflows/weekly.yml",
    ],
    "gitlab": [".gitlab-ci.yml"],
    "forgejo": [
        ".forgejo/workflows/check.yml",
        ".forgejo/workflows/site.yml",
        ".forgejo/workflows/weekly.yml",
    ],
    "none": [],
}
FILES = sorted([*COMMON, *WORKFLOWS["github"]])


def _init(*words: str) -> Result:
    return CliRunner().invoke(main, ["init", *words])


def _files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_a_new_archive_has_all_its_files(tmp_path: Path) -> None:
    result = _init(str(tmp_path / "ours"))
    assert result.exit_code == 0
    assert _files(tmp_path / "ours") == FILES


def test_every_file_is_named_and_the_next_step_is_told(tmp_path: Path) -> None:
    output = _init(str(tmp_path / "ours")).output
    assert all(f"new    {name}\n" in output for name in FILES)
    assert f"\nNext, in {tmp_path / 'ours'}:\n  1. hearthbook new\n" in output
    assert "  2. hearthbook check\n" in output
    assert "  3. hearthbook serve\n" in output
    assert "or write over communities/first-circle.yml\n" in output


def test_without_a_folder_the_archive_starts_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    output = _init().output
    assert _files(tmp_path) == FILES
    assert "\nNext:\n  1. hearthbook new\n" in output


def test_a_new_archive_passes_the_check(tmp_path: Path) -> None:
    _init(str(tmp_path))
    assert load_archive(tmp_path).findings == ()
    result = CliRunner().invoke(main, ["check", "--project", str(tmp_path)])
    assert result.exit_code == 0
    assert "1 community checked: 3 warnings, " in result.output


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_there_is_kept_byte_for_byte(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine\r\n\xff")
    _init(str(tmp_path))
    assert path.read_bytes() == b"mine\r\n\xff"


def test_a_file_that_is_kept_is_named(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    assert "kept   README.md\n" in _init(str(tmp_path)).output


def test_a_second_time_writes_nothing(tmp_path: Path) -> None:
    _init(str(tmp_path))
    before = {name: (tmp_path / name).read_bytes() for name in FILES}
    result = _init(str(tmp_path))
    assert result.exit_code == 0
    assert "new    " not in result.output
    assert {name: (tmp_path / name).read_bytes() for name in _files(tmp_path)} == before


def test_an_archive_with_communities_gets_no_example(tmp_path: Path) -> None:
    (tmp_path / "communities").mkdir()
    (tmp_path / "communities" / "oak.yml").write_text("name: Oak\n", encoding="utf-8")
    output = _init(str(tmp_path)).output
    assert not (tmp_path / "communities" / "first-circle.yml").exists()
    assert "first-circle" not in output
    assert "or go on with the files in communities/\n" in output


def test_a_second_time_says_that_everything_was_there(tmp_path: Path) -> None:
    _init(str(tmp_path))
    output = _init(str(tmp_path)).output
    assert output.endswith("\nEverything was there already, and nothing has been changed.\n")
    assert "Next:" not in output


def test_a_folder_that_may_not_be_written_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def refuse(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:  # noqa: ANN401
        if mode == "x":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", refuse)
    result = _init(str(tmp_path))
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.stderr.startswith(f"{tmp_path}/")
    assert result.stderr.endswith(": Permission denied; check the disk and permissions\n")


def test_a_file_in_place_of_the_folder_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "ours").touch()
    assert _init(str(tmp_path / "ours")).exit_code == 2


@pytest.mark.parametrize("forge", WORKFLOWS)
def test_a_forge_that_is_named_gets_its_workflows_and_no_others(tmp_path: Path, forge: str) -> None:
    assert _init(str(tmp_path), "--forge", forge).exit_code == 0
    assert _files(tmp_path) == sorted([*COMMON, *WORKFLOWS[forge]])


@pytest.mark.parametrize("forge", ["github", "gitlab", "forgejo"])
def test_an_archive_that_is_there_gets_the_workflows_and_keeps_the_rest(tmp_path: Path, forge: str) -> None:
    _init(str(tmp_path), "--forge", "none")
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    before = {name: (tmp_path / name).read_bytes() for name in COMMON}
    output = _init(str(tmp_path), "--forge", forge).output
    assert {name: (tmp_path / name).read_bytes() for name in COMMON} == before
    assert all(f"new    {name}\n" in output for name in WORKFLOWS[forge])
    assert "kept   README.md\n" in output


@pytest.mark.parametrize("forge", ["gitlab", "forgejo"])
def test_a_workflow_that_is_there_is_kept(tmp_path: Path, forge: str) -> None:
    path = tmp_path / WORKFLOWS[forge][0]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine\r\n")
    assert f"kept   {WORKFLOWS[forge][0]}\n" in _init(str(tmp_path), "--forge", forge).output
    assert path.read_bytes() == b"mine\r\n"


def test_it_is_told_whose_workflows_and_why(tmp_path: Path) -> None:
    assert "With workflows for GitLab, as you said" in _init(str(tmp_path / "a"), "--forge", "gitlab").output
    assert "Without workflows, as you said." in _init(str(tmp_path / "b"), "--forge", "none").output
    usual = _init(str(tmp_path / "c")).output
    assert "With workflows for GitHub, because nothing here says where the archive will be kept" in usual


def test_the_forge_is_guessed_from_where_the_repository_is_kept(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)  # noqa: S607 - whichever git there is
    origin = ["remote", "add", "origin", "git@codeberg.org:oak/archive.git"]
    subprocess.run(["git", "-C", str(tmp_path), *origin], check=True)  # noqa: S607 - the same
    output = _init(str(tmp_path)).output
    assert "With workflows for Forgejo, because `origin` is on codeberg.org; --forge names another." in output
    assert (tmp_path / ".forgejo/workflows/check.yml").is_file()


def test_help_names_the_forges() -> None:
    output = _init("--help").output
    assert all(name in output for name in ("GitHub", "GitLab", "Forgejo", "none"))


def test_the_readme_of_an_archive_names_the_forges(tmp_path: Path) -> None:
    _init(str(tmp_path))
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert all(name in text for name in ("GitHub", "GitLab", "Forgejo"))


def test_a_group_may_be_begun_with_its_name_and_a_blueprint(tmp_path: Path) -> None:
    result = _init(str(tmp_path), "--name", "Sunday Pages", "--blueprint", "reading-group")
    assert result.exit_code == 0
    assert not (tmp_path / "communities" / "first-circle.yml").exists()
    archive = load_archive(tmp_path)
    assert [one.slug for one in archive.communities] == ["sunday-pages"]
    assert archive.communities[0].community.name == "Sunday Pages"
    assert len(archive.communities[0].community.norms) == 5
    assert "1. open communities/sunday-pages.yml\n" in result.output


def test_a_name_without_letters_for_an_address_is_told(tmp_path: Path) -> None:
    result = _init(str(tmp_path), "--name", "\u8aad\u66f8\u4f1a")
    assert result.exit_code == 0
    assert "The address is first-circle, since no letters of the name can stand in one." in result.output


def test_who_reads_only_the_first_line_gets_the_whole_archive(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hearthbook", "init", "ours", "--forge", "none"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert _files(tmp_path / "ours") == sorted(COMMON)


def test_an_archive_may_be_german(tmp_path: Path) -> None:
    _init(str(tmp_path), "--language", "de", "--blueprint", "peer-support")
    config = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert "language: de" in config
    assert "site_name: Unsere Handbücher\n" in config
    assert "Jede Karte unten ist eine kleine Gruppe" in (tmp_path / "content" / "index.md").read_text(
        encoding="utf-8"
    )
    assert load_archive(tmp_path).communities[0].community.norms[0].name == "Eine Runde ist eine Runde"


def test_a_name_that_cannot_be_an_address_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    result = _init(str(tmp_path / "ours"), "--name", "Search")
    assert result.exit_code == 1
    assert "`search` is an address of the archive itself" in result.stderr
    assert not (tmp_path / "ours").exists()


def test_what_the_founders_own_files_lack_is_told_and_not_written(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("/site/\n*.tmp\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n", encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("mkdocs\n", encoding="utf-8")
    output = _init(str(tmp_path)).output
    assert "Please add by hand, because these files are yours:\n  .gitignore: /site-portable/\n" in output
    assert "  .gitignore: /members/\n" in output
    assert ".gitignore: /site/\n" not in output
    assert "  mkdocs.yml: the plugin hearthbook, below `plugins:`\n" in output
    assert "  requirements.txt: hearthbook\n" in output
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == "site_name: Mine\n"


def test_nothing_is_asked_for_where_nothing_is_missing(tmp_path: Path) -> None:
    _init(str(tmp_path))
    assert "by hand" not in _init(str(tmp_path)).output
