"""`hearthbook init`: a new archive, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.ingest.archive import load_archive

if TYPE_CHECKING:
    from click.testing import Result

FILES = [
    ".github/workflows/site.yml",
    ".gitignore",
    "README.md",
    "communities/.schema/article.json",
    "communities/.schema/base.json",
    "communities/.schema/community.json",
    "communities/first-circle.yml",
    "content/index.md",
    "mkdocs.yml",
    "requirements.txt",
]


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
    assert f"cd {tmp_path / 'ours'}, then write over communities/first-circle.yml" in output


def test_without_a_folder_the_archive_starts_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    output = _init().output
    assert _files(tmp_path) == FILES
    assert "Next: write over communities/first-circle.yml" in output


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
    assert "go on with the files in communities/,\nrun `hearthbook check`" in output


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
