"""`hearthbook schema`: print, write and check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.export.schema import KINDS, schema_text

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from hearthbook.export.schema import Kind


def _schema(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["schema", *words, "--project", str(root)])


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A project into which both schemas were written."""
    assert _schema(tmp_path, "--write").exit_code == 0
    return tmp_path


def test_without_more_words_the_schema_of_a_community_is_printed(tmp_path: Path) -> None:
    result = _schema(tmp_path)
    assert result.output == schema_text("community")
    assert json.loads(result.output)["title"] == "A community"


@pytest.mark.parametrize("kind", KINDS)
def test_either_schema_can_be_printed(tmp_path: Path, kind: Kind) -> None:
    assert _schema(tmp_path, "--print", "--kind", kind).output == schema_text(kind)


def test_printing_writes_nothing(tmp_path: Path) -> None:
    _schema(tmp_path, "--print")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_writing_puts_both_where_editors_look(written: Path, kind: Kind) -> None:
    path = written / "communities" / ".schema" / f"{kind}.json"
    assert path.read_bytes() == schema_text(kind).encode()


def test_what_was_just_written_is_current(written: Path) -> None:
    result = _schema(written, "--check")
    assert (result.exit_code, result.output) == (0, "")


def test_the_schemas_of_this_repository_are_current(project_root: Path) -> None:
    assert _schema(project_root, "--check").output == ""


@pytest.mark.parametrize("stale", ["{}", "\xff", None], ids=["old", "broken", "missing"])
def test_a_stale_file_is_named_with_the_cure(written: Path, stale: str | None) -> None:
    path = written / "communities" / ".schema" / "base.json"
    path.unlink() if stale is None else path.write_text(stale, encoding="latin-1")
    result = _schema(written, "--check")
    assert result.exit_code == 1
    assert result.stderr == ("communities/.schema/base.json: not current; run `hearthbook schema --write`\n")


def test_writing_again_mends_a_stale_file(written: Path) -> None:
    (written / "communities" / ".schema" / "community.json").write_text("{}", encoding="utf-8")
    _schema(written, "--write")
    assert _schema(written, "--check").exit_code == 0


def test_a_kind_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert _schema(tmp_path, "--kind", "town").exit_code == 2
