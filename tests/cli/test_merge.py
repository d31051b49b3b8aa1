"""`hearthbook build --shard` and `hearthbook merge` make one site on many machines."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from tests.publish.sites import TOWN, add_line, copy_archive, tree

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("few_assets")]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTHBOOK_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the small archive."""
    return copy_archive(TOWN, tmp_path / "town")


def _build(town: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["build", "--project", str(town), *words])


def _shards(town: Path, of: int) -> list[Path]:
    folders = []
    for number in range(1, of + 1):
        done = _build(town, "--shard", f"{number}/{of}")
        assert done.exit_code == 0, done.output
        folders.append((town / "site").rename(town / f"shard-{number}"))
    return folders


def _merge(town: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(main, ["merge", "--project", str(town), *map(str, words)])


def test_it_says_how_much_there_is_and_where(town: Path) -> None:
    done = _merge(town, *_shards(town, 2))
    assert done.exit_code == 0
    said = rf"\d+ pages for 3 communities from 2 shards: {re.escape(str(town / 'site'))}\n"
    assert re.fullmatch(said, done.output)


def test_to_names_another_folder(town: Path, tmp_path: Path) -> None:
    folders = _shards(town, 2)
    assert _merge(town, *folders, "--to", tmp_path / "public", "--quiet").output == ""
    assert _merge(town, *folders).exit_code == 0
    assert tree(tmp_path / "public") == tree(town / "site")


def test_a_missing_shard_ends_it_with_exit_code_1(town: Path) -> None:
    done = _merge(town, *_shards(town, 2)[:1])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("shard 2 of 2 is missing; ")


def test_a_warning_is_told_and_strict_makes_it_an_error(town: Path) -> None:
    add_line(town, "no_such_setting: 1")
    folders = _shards(town, 2)
    strict = _merge(town, *folders, "--strict")
    assert (strict.exit_code, tree(town / "site")) == (1, {})
    assert "no_such_setting" in strict.stderr
    done = _merge(town, *folders, "--quiet")
    assert done.exit_code == 0
    assert done.stderr.startswith("warning: ")


def test_a_folder_that_holds_more_than_a_site_is_refused(town: Path) -> None:
    done = _merge(town, *_shards(town, 1), "--to", town)
    assert done.exit_code == 1
    assert "the site's folder holds more than the site" in done.stderr


def test_a_build_after_a_shard_is_a_whole_site_again(town: Path) -> None:
    _build(town)
    before = tree(town / "site")
    shutil.rmtree(town / "site")
    _build(town, "--shard", "1/1")
    assert tree(town / "site") != before
    _build(town)
    assert tree(town / "site") == before


def test_what_is_no_share_is_wrong_use(town: Path) -> None:
    done = _build(town, "--shard", "5/4")
    assert done.exit_code == 2
    assert "'--shard': write it like 2/4, the second shard of four" in done.stderr


def test_a_cluster_that_does_not_answer_is_told(town: Path) -> None:
    pytest.importorskip("distributed", reason="building on a cluster needs hearthbook[cluster]")
    done = _build(town, "--cluster", "tcp://127.0.0.1")
    assert done.exit_code == 1
    assert "this is not the address of a scheduler" in done.stderr
