"""A process of its own looks over a large site; what it says is what one sees for oneself."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish import ahead
from hearthbook.publish.ahead import sealing_ahead
from hearthbook.publish.stamps import seal

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.stamps import Sealed

splits = pytest.mark.skipif(sys.platform != "linux", reason="only Linux's processes are split")


@pytest.fixture
def outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Sealed]:
    """Three folders with a file each, enough to look ahead."""
    monkeypatch.setattr(ahead, "_FEW", 1)
    for name in ("ash", "birch", "cedar"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    return [(str(tmp_path / name), None, "") for name in ("ash", "birch", "cedar")]


def test_what_was_looked_at_ahead_is_what_is_there(outputs: list[Sealed]) -> None:
    find = sealing_ahead(outputs)
    assert [find(folder, None) for folder, _, _ in outputs] == [seal(folder) for folder, _, _ in outputs]


@splits
def test_what_was_looked_at_ahead_is_not_looked_at_again(
    outputs: list[Sealed], monkeypatch: pytest.MonkeyPatch
) -> None:
    find = sealing_ahead(outputs)
    monkeypatch.setattr(ahead, "seal", lambda folder, _=None: pytest.fail(f"{folder} again"))
    assert all(find(folder, None) for folder, _, _ in outputs)


def test_a_folder_that_nobody_announced_is_looked_at_when_asked(
    outputs: list[Sealed], tmp_path: Path
) -> None:
    find = sealing_ahead(outputs[:2])
    assert find(str(tmp_path / "cedar"), None) == seal(str(tmp_path / "cedar"))


def test_files_by_name_are_looked_at_when_asked(outputs: list[Sealed], tmp_path: Path) -> None:
    find = sealing_ahead(outputs)
    assert find(str(tmp_path / "ash"), ("index.html",)) == seal(str(tmp_path / "ash"), ("index.html",))


@splits
def test_a_process_that_is_ended_before_its_time_only_costs_time(
    outputs: list[Sealed], monkeypatch: pytest.MonkeyPatch
) -> None:
    told, tell = os.pipe()
    os.write(tell, b'{"half of')
    os.close(tell)
    monkeypatch.setattr(ahead, "_beside", lambda _folders: told)
    folder = outputs[0][0]
    assert sealing_ahead(outputs)(folder, None) == seal(folder)
