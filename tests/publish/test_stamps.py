"""Files that did not change are not read again; what counts is their content."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hearthbook.publish.stamps import FRESH, Digests, below, digest, digest_of, seal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files, one of them further down."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "one").write_bytes(b"one")
    (tmp_path / "deep" / "two").write_bytes(b"two")
    return tmp_path


def _later(folder: Path) -> int:
    """A time by which every file below the folder has settled."""
    return max(max(facts.st_mtime_ns, facts.st_ctime_ns) for _, facts in below(str(folder))) + 2 * FRESH


def _unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path) -> bytes:
        pytest.fail(f"{path.name} was read again")

    monkeypatch.setattr(Path, "read_bytes", read)


def test_a_digest_is_that_of_the_content(folder: Path) -> None:
    assert Digests(folder).of("one") == digest_of(b"one")


def test_a_settled_file_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Digests(folder)
    found = before.of("one")
    again = Digests(folder, dict(before.settled(_later(folder))))
    _unreadable(monkeypatch)
    assert again.of("one") == found


def test_a_file_is_read_once_even_if_it_has_not_settled(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digests = Digests(folder)
    found = digests.of("one")
    _unreadable(monkeypatch)
    assert digests.of("one") == found


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nothing else tells when a file was changed")
def test_a_file_dated_in_the_time_to_come_settles_like_any_other(folder: Path) -> None:
    os.utime(folder / "one", ns=(2**61, 2**61))
    digests = Digests(folder)
    digests.of("one")
    now = (folder / "one").stat().st_ctime_ns
    assert digests.settled(now) == {}
    assert list(digests.settled(now + 2 * FRESH)) == ["one"]


def test_a_file_that_was_just_written_is_not_trusted_next_time(folder: Path) -> None:
    digests = Digests(folder)
    digests.of("one")
    assert digests.settled(_later(folder) - 2 * FRESH) == {}


def test_a_file_of_the_same_size_and_time_is_read_again_when_it_was_written_again(folder: Path) -> None:
    facts = (folder / "one").stat()
    before = Digests(folder)
    before.of("one")
    (folder / "one").write_bytes(b"two")
    os.utime(folder / "one", ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert Digests(folder, dict(before.settled(_later(folder)))).of("one") == digest_of(b"two")


def test_a_file_that_took_anothers_place_is_read_again(folder: Path) -> None:
    before = Digests(folder)
    before.of("one")
    (folder / "deep" / "two").replace(folder / "one")
    assert Digests(folder, dict(before.settled(_later(folder)))).of("one") == digest_of(b"two")


def test_what_was_not_asked_for_this_time_is_forgotten(folder: Path) -> None:
    before = Digests(folder)
    before.of("one")
    again = Digests(folder, dict(before.settled(_later(folder))))
    again.of("deep/two")
    assert list(again.settled(_later(folder))) == ["deep/two"]


def test_a_missing_file_has_a_digest_of_its_own_and_no_stamp(folder: Path) -> None:
    digests = Digests(folder)
    assert digests.of("three") == "missing"
    assert digests.settled(_later(folder)) == {}


def test_a_link_is_not_followed(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "one")
    assert Digests(folder).of("link") != digest_of(b"one")


def test_a_folder_is_told_by_paths_without_hidden_files(folder: Path) -> None:
    (folder / "deep" / ".hidden").write_bytes(b"")
    (folder / "deep" / ".folder").mkdir()
    (folder / "deep" / ".folder" / "file").write_bytes(b"")
    assert Digests(folder).folder("deep") == {"deep/two": digest_of(b"two")}


def test_a_folder_that_is_not_there_holds_nothing(folder: Path) -> None:
    assert Digests(folder).folder("nowhere") == {}


def test_a_seal_holds_while_nothing_changes(folder: Path) -> None:
    assert seal(str(folder)) == seal(str(folder))
    assert seal(str(folder), ["one"]) == seal(str(folder), ["one"])


@pytest.mark.parametrize("names", [None, ["one", "deep/two"]], ids=["all files", "some files"])
@pytest.mark.parametrize("change", ["written over", "cut short", "deleted"])
def test_a_seal_breaks_when_a_file_is(change: str, names: list[str] | None, folder: Path) -> None:
    before = seal(str(folder), names)
    path = folder / "deep" / "two"
    if change == "deleted":
        path.unlink()
    else:
        path.write_bytes(b"TWO" if change == "written over" else b"t")
    assert seal(str(folder), names) != before


def test_a_seal_of_a_folder_breaks_when_a_file_is_added(folder: Path) -> None:
    before = seal(str(folder))
    (folder / "three").write_bytes(b"")
    assert seal(str(folder)) != before


def test_a_seal_of_some_files_is_empty_when_one_is_missing(folder: Path) -> None:
    assert seal(str(folder), ["one", "three"]) == ""


def test_a_digest_of_values_tells_their_borders_apart() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest(["ab", "c"])}) == 4


def test_a_digest_of_values_knows_no_order_of_keys() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
