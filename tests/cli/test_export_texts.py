"""`hearthbook export` writes texts for other places, or says why it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from tests.publish.oaken import oaken

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTHBOOK_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with one community."""
    return oaken(tmp_path)


def _export(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(main, ["export", *words, "--project", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def test_the_command_names_each_file(root: Path) -> None:
    result = _export(root, "messages", "oak", "--for", "discord", "--to", str(root / "posts"))
    assert result.exit_code == 0, result.output
    assert f"{root / 'posts' / 'welcome.md'}\n" in result.output
    assert (root / "posts" / "channel-help.md").is_file()


def test_posts_that_are_left_from_an_earlier_export_are_told_and_kept(root: Path) -> None:
    folder = root / "posts"
    words = ("messages", "oak", "--for", "slack", "--to", str(folder))
    assert _export(root, *words).stderr == ""
    path = root / "communities" / "oak.yml"
    text = path.read_text(encoding="utf-8").replace(", hall: Talk", "")
    path.write_text(text, encoding="utf-8")
    result = _export(root, *words, "--force")
    hint = "not written this time; if it is left from an earlier export, delete it"
    assert result.stderr == f"{folder}/channel-hall.txt: {hint}\n"
    assert (folder / "channel-hall.txt").is_file()


def test_what_is_there_is_kept_unless_one_insists(root: Path) -> None:
    folder = root / "gh"
    folder.mkdir()
    (folder / "SUPPORT.md").write_text("mine", encoding="utf-8")
    result = _export(root, "github", "oak", "--to", str(folder))
    assert result.exit_code == 1
    assert "SUPPORT.md is there already" in result.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["SUPPORT.md"]
    assert _export(root, "github", "oak", "--to", str(folder), "--force").exit_code == 0
    assert (folder / "SUPPORT.md").read_text(encoding="utf-8") != "mine"


def test_nothing_is_written_where_one_of_the_files_could_not_be(root: Path) -> None:
    folder = root / "gh"
    (folder / "SUPPORT.md").mkdir(parents=True)
    result = _export(root, "github", "oak", "--to", str(folder), "--force")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{folder}/SUPPORT.md: a folder has this name")
    assert [path.name for path in folder.iterdir()] == ["SUPPORT.md"]


@pytest.mark.parametrize("kind", ["discord", "discourse"])
def test_a_platform_gets_its_json(root: Path, kind: str) -> None:
    result = _export(root, kind, "oak", "--to", str(root / "out"))
    assert result.exit_code == 0, result.output
    assert (root / "out" / f"{kind}.json").is_file()


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
def test_a_card_is_written_as_its_name_ends(root: Path, ending: str) -> None:
    target = root / f"card.{ending}"
    assert _export(root, "card", "oak", "--to", str(target)).exit_code == 0
    assert "Oak" in target.read_text(encoding="utf-8")


def test_a_community_that_is_not_there_is_told(root: Path) -> None:
    result = _export(root, "messages", "elm", "--for", "text", "--to", str(root / "out"))
    assert result.exit_code == 1
    assert "elm" in result.stderr
    assert not (root / "out").exists()
