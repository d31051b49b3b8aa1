"""`hearthbook import`: files are written, and what became of the source is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.ingest.archive import load_archive

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

TABLE = "name,for,outcome,mood\nOak,readers,read a book,glad\nElm,,,\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with nothing in it, and a table beside it."""
    (tmp_path / "communities").mkdir()
    (tmp_path / "groups.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def _import(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["import", *words, "--project", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_a_table_becomes_files_in_the_archive(root: Path) -> None:
    result = _import(root, "table", str(root / "groups.csv"))
    assert result.exit_code == 0, result.output
    assert f"new    {root / 'communities' / 'oak.yml'}: 3 facts\n" in result.output
    assert "4 facts have a place, 1 has none.\n" in result.output
    assert "column mood: `glad`: the column `mood` is not known" in result.output
    assert "To be written by you: the lines that are switched off in elm.yml." in result.output
    assert [one.slug for one in load_archive(root).communities] == ["oak"]
    assert (root / "communities" / ".schema" / "community.json").is_file()


def test_a_file_that_is_there_is_kept(root: Path) -> None:
    (root / "communities" / "oak.yml").write_text("mine", encoding="utf-8")
    result = _import(root, "table", str(root / "groups.csv"))
    assert "it is there already" in result.output
    assert (root / "communities" / "oak.yml").read_text(encoding="utf-8") == "mine"


def test_a_dry_run_writes_nothing(root: Path) -> None:
    result = _import(root, "table", str(root / "groups.csv"), "--dry-run")
    assert f"would  {root / 'communities' / 'oak.yml'}: 3 facts\n" in result.output
    assert list((root / "communities").iterdir()) == []


def test_the_report_holds_everything_without_a_place(root: Path) -> None:
    _import(root, "table", str(root / "groups.csv"), "--report", str(root / "report.json"))
    oak, elm = json.loads((root / "report.json").read_text(encoding="utf-8"))
    assert [one["what"] for one in oak["unplaced"]] == ["glad"]
    assert elm["missing"] == ["for", "outcome"]


def test_another_folder_may_be_named(root: Path) -> None:
    _import(root, "table", str(root / "groups.csv"), "--to", str(root / "new"))
    assert sorted(path.name for path in (root / "new").iterdir()) == ["elm.yml", "oak.yml"]


def test_without_an_archive_the_first_step_is_told(tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text(TABLE, encoding="utf-8")
    result = _import(tmp_path, "table", str(tmp_path / "groups.csv"))
    assert result.exit_code == 1
    assert "run `hearthbook init` first" in result.stderr


def test_health_files_become_a_file(root: Path) -> None:
    folder = root / "org"
    folder.mkdir()
    (folder / "README.md").write_text("# Yew\n", encoding="utf-8")
    assert _import(root, "health", str(folder)).exit_code == 0
    assert "name: Yew\n" in (root / "communities" / "yew.yml").read_text(encoding="utf-8")


def test_a_list_of_groups_becomes_files(root: Path) -> None:
    (root / "sigs.yaml").write_text("sigs: [{name: Docs}]\n", encoding="utf-8")
    assert _import(root, "groups", str(root / "sigs.yaml")).exit_code == 0
    assert (root / "communities" / "docs.yml").is_file()


def test_an_empty_table_is_told(root: Path) -> None:
    (root / "groups.csv").write_text("name,for\n", encoding="utf-8")
    result = _import(root, "table", str(root / "groups.csv"))
    assert result.exit_code == 1
    assert "there is nothing in it to bring in" in result.stderr


def test_what_is_left_out_is_not_counted_as_brought_in(root: Path) -> None:
    (root / "communities" / "oak.yml").write_text("mine", encoding="utf-8")
    result = _import(root, "table", str(root / "groups.csv"))
    assert "\n1 fact has a place, 1 has none.\n" in result.output
    assert "switched off in elm.yml." in result.output


def test_a_row_in_which_nothing_has_a_place_makes_no_file(root: Path) -> None:
    (root / "groups.csv").write_text("name,for\n=A1,#N/A\n", encoding="utf-8")
    result = _import(root, "table", str(root / "groups.csv"))
    assert "row-2.yml: it would hold no fact, so it is not written" in result.output
    assert list((root / "communities").glob("*.yml")) == []


def test_a_report_overwrites_nothing(root: Path) -> None:
    result = _import(root, "table", str(root / "groups.csv"), "--report", str(root / "groups.csv"))
    assert result.exit_code == 1
    assert "it is there already, and is not overwritten" in result.stderr
    assert (root / "groups.csv").read_text(encoding="utf-8") == TABLE
    assert list((root / "communities").glob("*.yml")) == []


def test_what_steers_a_terminal_is_shown_and_not_obeyed(root: Path) -> None:
    (root / "groups.csv").write_text("name,mood\nOak,\x1b[2Jgone\n", encoding="utf-8")
    result = _import(root, "table", str(root / "groups.csv"))
    assert "`\\x1b[2Jgone`" in result.output


def test_letters_that_were_guessed_are_told(root: Path) -> None:
    (root / "org").mkdir()
    (root / "org" / "README.md").write_bytes(b"# B\xe4ume\n")
    result = _import(root, "health", str(root / "org"))
    assert "name: B\u00e4ume\n" in (root / "communities" / "baume.yml").read_text(encoding="utf-8")
    assert "README.md: `README.md`: it is not UTF-8" in result.output


def test_all_files_are_written_though_nobody_listens_to_the_end(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("hearthbook.cli.import_.click.echo", closed)
    words = ["table", str(root / "groups.csv"), "--report", str(root / "report.json"), "--project", str(root)]
    CliRunner().invoke(main, ["import", *words])
    assert sorted(path.name for path in (root / "communities").glob("*.yml")) == ["elm.yml", "oak.yml"]
    assert (root / "report.json").is_file()


def test_a_folder_and_a_file_that_is_too_large_are_no_list_of_groups(root: Path) -> None:
    assert "this is a folder; name the file in it" in _import(root, "groups", str(root)).stderr
    (root / "sigs.yaml").write_text("#" * 300_000, encoding="utf-8")
    assert "larger than 256 kB; split it into" in _import(root, "groups", str(root / "sigs.yaml")).stderr
