"""What earlier builds leave saves work, and is never a reason to fail."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Never

import pytest

from hearthbook.publish.finished import Finished, packed
from hearthbook.publish.links import Link
from hearthbook.publish.manifest import Entry, Manifest, read_manifest, write_manifest
from hearthbook.publish.stamps import digest
from hearthbook.publish.store import GENERATIONS, Store, write_whole

if TYPE_CHECKING:
    from pathlib import Path

OAK = Finished(slug="oak", files={"oak/index.html": b"<p>oak</p>"}, anchors={"oak": ("page",)})
KEY = digest("oak")
OTHER = digest("elm")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store that holds one cell."""
    store = Store(tmp_path / "store")
    store.put(KEY, packed(OAK))
    return store


def _file(store: Store) -> Path:
    (found,) = store.folder.glob("cells/*/*")
    return found


def _full(*_: object, **__: object) -> Never:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_cell_that_was_kept_is_there(store: Store) -> None:
    assert store.has(KEY)
    assert store.get(KEY) == OAK
    assert store.anchors(KEY) == OAK.anchors


def test_a_cell_that_was_not_kept_is_missing(store: Store) -> None:
    assert not store.has(OTHER)
    assert store.get(OTHER) is None
    assert store.anchors(OTHER) is None


@pytest.mark.parametrize("damage", ["cut short", "written over", "empty", "a folder"])
def test_a_damaged_cell_is_missing(damage: str, store: Store) -> None:
    path = _file(store)
    data = path.read_bytes()
    path.unlink()
    if damage == "a folder":
        path.mkdir()
    else:
        path.write_bytes({"cut short": data[:-1], "written over": data[:-1] + b"!", "empty": b""}[damage])
    assert store.get(KEY) is None
    assert store.anchors(KEY) is None


def test_a_damaged_cell_is_replaced_by_a_whole_one(store: Store) -> None:
    _file(store).write_bytes(b"spam")
    store.put(KEY, packed(OAK))
    assert store.get(KEY) == OAK


def test_a_table_that_was_kept_is_there(store: Store) -> None:
    store.keep("names", {"oak": ["Oak", 1]})
    assert store.table("names") == {"oak": ["Oak", 1]}


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"\xff", b"1", b"null"],
    ids=["empty", "half", "a list", "bytes", "a number", "null"],
)
def test_a_damaged_table_is_empty(data: bytes, store: Store) -> None:
    store.keep("names", {"oak": "Oak"})
    (store.folder / "names.json").write_bytes(data)
    assert store.table("names") == {}


def test_a_table_that_nobody_kept_is_empty(tmp_path: Path) -> None:
    assert Store(tmp_path / "nowhere").table("names") == {}


def test_stamps_that_were_kept_are_there(store: Store) -> None:
    stamps = {"communities/oak.yml": ((12, 3, 4, 5), digest("oak"))}
    store.keep_stamps(stamps)
    assert store.stamps() == stamps


@pytest.mark.parametrize("row", ["oak", [1], [[1, 2, 3, 4], "a", "b"], None], ids=str)
def test_stamps_of_another_shape_are_none_at_all(row: object, store: Store) -> None:
    store.keep("stamps", {"communities/oak.yml": row})
    assert store.stamps() == {}


def test_a_full_disk_keeps_nothing_and_stops_nobody(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.mkstemp", _full)
    store.put(OTHER, packed(OAK))
    store.keep("names", {"oak": "Oak"})
    assert not store.has(OTHER)
    assert store.table("names") == {}


def test_a_store_where_nothing_may_be_made_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file" / "store")
    store.put(KEY, packed(OAK))
    store.sweep([KEY])
    assert store.now() == 0
    assert store.get(KEY) is None


def test_a_file_that_cannot_be_finished_leaves_the_old_one_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "file", b"old")
    monkeypatch.setattr("pathlib.Path.replace", _full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "file", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("file", b"old")]


def test_a_cell_that_is_used_stays(store: Store) -> None:
    for _ in range(2 * GENERATIONS):
        store.sweep([KEY])
    assert store.has(KEY)


def test_a_cell_that_no_build_uses_stays_for_a_while_and_then_goes(store: Store) -> None:
    for _ in range(GENERATIONS):
        store.sweep([])
    assert store.has(KEY)
    store.sweep([])
    assert not store.has(KEY)


def test_a_cell_that_is_used_again_counts_as_new(store: Store) -> None:
    for used in ([], [KEY], []):
        for _ in range(GENERATIONS):
            store.sweep(used)
    assert store.has(KEY)


def test_a_damaged_table_of_ages_only_makes_cells_younger(store: Store) -> None:
    for _ in range(GENERATIONS):
        store.sweep([])
    store.keep("ages", {KEY: "old", OTHER: 3})
    store.sweep([])
    assert store.has(KEY)


def test_what_was_read_is_kept_and_swept_as_cells_are(store: Store) -> None:
    store.put_reading(OTHER, b"read")
    assert store.reading(OTHER) == b"read"
    for _ in range(GENERATIONS + 1):
        store.sweep([KEY])
    assert store.reading(OTHER) == b""


def test_what_a_killed_build_had_only_begun_to_write_goes_as_well(store: Store) -> None:
    half = [store.folder / ".new-a1b2c3d4", _file(store).with_name(".new-a1b2c3d4")]
    for path in half:
        path.write_bytes(b"half")
    for _ in range(GENERATIONS + 1):
        store.sweep([KEY])
    assert not any(path.exists() for path in half)
    assert store.has(KEY)


def test_what_cannot_be_deleted_stops_nobody(store: Store) -> None:
    _file(store).unlink()
    in_the_way = store.folder / "cells" / KEY[:2] / KEY[2:]
    in_the_way.mkdir()
    for _ in range(GENERATIONS + 1):
        store.sweep([])
    assert in_the_way.is_dir()
    assert not store.has(KEY)


def test_a_manifest_comes_back_as_it_was(store: Store, tmp_path: Path) -> None:
    link = Link(page="oak/index.md", written="../elm/", said="/name")
    oak = Entry(
        key=KEY, dress="d", files=("a", "b"), pages=3, seal="s", found=("oak/",), links=(link,), told=("t",)
    )
    write_manifest(store, tmp_path / "site", Manifest(entries={"oak": oak}))
    assert read_manifest(store, tmp_path / "site") == Manifest(entries={"oak": oak})


def test_each_site_of_a_project_has_a_manifest_of_its_own(store: Store, tmp_path: Path) -> None:
    write_manifest(store, tmp_path / "site", Manifest())
    assert read_manifest(store, tmp_path / "other") is None


@pytest.mark.parametrize(
    "table",
    [{}, {"version": 1}, {"version": 0, "manifest": {}}, {"version": 1, "manifest": {"entries": {"oak": 1}}}],
    ids=["empty", "half", "of another version", "of another shape"],
)
def test_a_damaged_manifest_is_none(table: dict[str, object], store: Store, tmp_path: Path) -> None:
    write_manifest(store, tmp_path / "site", Manifest())
    (path,) = store.folder.glob("site-*.json")
    store.keep(path.stem, table)
    assert read_manifest(store, tmp_path / "site") is None
