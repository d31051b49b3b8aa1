"""A run's answer holds as long as nothing changes, neither what it read nor what it made."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish import unchanged
from hearthbook.publish.stamps import FRESH, changed, seal
from hearthbook.publish.unchanged import Before, Look, Memory

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.stamps import Sealed

_ANSWER = {"pages": 3}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of one file, and a site of one page."""
    (tmp_path / "communities").mkdir()
    (tmp_path / "communities" / "oak.yml").write_text("name: Oak\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: Oaks\n")
    (tmp_path / "more.txt").write_text("more\n")
    (tmp_path / "site" / "oak").mkdir(parents=True)
    (tmp_path / "site" / "oak" / "index.html").write_text("Oak")
    return tmp_path


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "cache" / "built.json")


def _later(before: Before) -> Before:
    """The same look, taken when all files had settled."""
    return Before(max(before.now, before.inputs.newest, time.time_ns()) + 2 * FRESH, before.inputs)


def _outputs(root: Path) -> tuple[Sealed, ...]:
    folder = str(root / "site" / "oak")
    return ((folder, None, seal(folder)),)


@pytest.fixture
def remembered(root: Path, memory: Memory) -> Memory:
    """A memory of a run that had all the time in the world."""
    memory.remember(_ANSWER, _later(memory.begin(root)), [str(root / "more.txt")], _outputs(root))
    return memory


def test_while_nothing_changes_the_answer_stands(root: Path, remembered: Memory) -> None:
    assert remembered.recall(remembered.begin(root)) == _ANSWER


@pytest.mark.parametrize("name", ["communities/oak.yml", "mkdocs.yml", "more.txt", "site/oak/index.html"])
def test_a_file_that_changes_takes_the_answer_with_it(root: Path, remembered: Memory, name: str) -> None:
    path = root / name
    path.write_text(path.read_text() + "# more\n")
    assert remembered.recall(remembered.begin(root)) is None


def test_a_new_file_takes_the_answer_with_it(root: Path, remembered: Memory) -> None:
    (root / "communities" / "elm.yml").write_text("name: Elm\n")
    assert remembered.recall(remembered.begin(root)) is None


def test_a_text_to_begin_from_that_changes_takes_the_answer_with_it(
    root: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "starter").mkdir()
    monkeypatch.setattr(unchanged, "starter", lambda: tmp_path / "starter")
    memory.remember(_ANSWER, _later(memory.begin(root)), [], _outputs(root))
    assert memory.recall(memory.begin(root)) == _ANSWER
    (tmp_path / "starter" / "en.yml").write_text("name: Elm\n")
    assert memory.recall(memory.begin(root)) is None


def test_a_page_that_is_lost_takes_the_answer_with_it(root: Path, remembered: Memory) -> None:
    (root / "site" / "oak" / "index.html").unlink()
    assert remembered.recall(remembered.begin(root)) is None


def test_an_answer_from_files_that_were_just_written_is_not_kept(root: Path, memory: Memory) -> None:
    before = memory.begin(root)
    memory.remember(_ANSWER, before)
    assert memory.recall(before) is None


def test_what_a_run_made_is_known_even_if_its_answer_is_not_kept(root: Path, memory: Memory) -> None:
    memory.remember(_ANSWER, memory.begin(root), (), _outputs(root))
    assert memory.outputs() == _outputs(root)


def test_what_was_forgotten_is_not_recalled(root: Path, remembered: Memory) -> None:
    remembered.forget()
    assert remembered.recall(remembered.begin(root)) is None
    assert remembered.outputs() == ()


@pytest.mark.parametrize("written", ["", "[]", '{"inputs": 1}', '{"outputs": [[1]]}', '{"outputs": 7}'])
def test_a_damaged_memory_is_none(root: Path, memory: Memory, written: str) -> None:
    before = memory.begin(root)
    memory.file.write_text(written)
    assert memory.recall(before) is None
    assert memory.outputs() == ()


def test_a_memory_whose_folder_cannot_be_written_forgets(root: Path) -> None:
    (root / "taken").write_text("a file where a folder should be")
    memory = Memory(root / "taken" / "built.json")
    before = memory.begin(root)
    memory.remember(_ANSWER, _later(before))
    assert memory.recall(before) is None


def test_a_variable_that_says_something_else_takes_the_answer_with_it(root: Path, memory: Memory) -> None:
    said = {"URL": "https://example.org/", "HOME": "/root"}
    Memory(memory.file, said).remember(_ANSWER, _later(memory.begin(root)), variables=["URL", "NOT_SET"])
    before = memory.begin(root)
    assert Memory(memory.file, {**said, "HOME": "/"}).recall(before) == _ANSWER
    for other in ({}, {"URL": ""}, {**said, "NOT_SET": ""}):
        assert Memory(memory.file, other).recall(before) is None
    assert "example.org" not in memory.file.read_text()


def test_what_is_kept_is_plain_json(remembered: Memory) -> None:
    assert json.loads(remembered.file.read_bytes())["answer"] == _ANSWER


def test_a_look_knows_when_the_last_file_was_changed(root: Path, memory: Memory) -> None:
    path = root / "communities" / "oak.yml"
    path.write_text("name: Oaks\n")
    assert isinstance(memory.begin(root).inputs, Look)
    assert memory.begin(root).inputs.newest >= changed(path.stat())


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nothing else tells when a file was changed")
def test_a_file_dated_in_the_time_to_come_is_remembered_like_any_other(root: Path, memory: Memory) -> None:
    os.utime(root / "communities" / "oak.yml", ns=(2**61, 2**61))
    begun = memory.begin(root)
    before = Before(time.time_ns() + 2 * FRESH, begun.inputs)
    memory.remember(_ANSWER, before)
    assert memory.recall(begun) == _ANSWER
