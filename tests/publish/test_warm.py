"""A preview's store looks things up once, and leaves the disk as one build would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.finished import Finished, packed
from hearthbook.publish.stamps import digest
from hearthbook.publish.store import GENERATIONS, Store
from hearthbook.publish.warm import WarmStore

if TYPE_CHECKING:
    from pathlib import Path

OAK = packed(Finished(slug="oak", files={"oak/index.html": b"<p>oak</p>"}, anchors={"oak": ("page",)}))
OLD, NEW, LATER = digest("old"), digest("new"), digest("later")


@pytest.fixture
def cold(tmp_path: Path) -> Store:
    """The store that builds use, with a table and a cell."""
    store = Store(tmp_path / "store")
    store.keep("records", {"oak": 1})
    store.put(OLD, OAK)
    return store


@pytest.fixture
def warm(cold: Store) -> WarmStore:
    """The same for a preview."""
    return WarmStore(cold.folder)


def test_a_table_is_read_once(warm: WarmStore, cold: Store) -> None:
    assert warm.table("records") == {"oak": 1}
    cold.keep("records", {"oak": 2})
    assert warm.table("records") == {"oak": 1}


def test_a_table_is_on_the_disk_early_and_complete_at_the_end(warm: WarmStore, cold: Store) -> None:
    with warm:
        warm.keep("records", {"oak": 2})
        assert cold.table("records") == {"oak": 2}
        warm.keep("records", {"oak": 3})
        assert warm.table("records") == {"oak": 3}
    assert cold.table("records") == {"oak": 3}


def test_what_a_site_of_a_preview_holds_is_never_on_the_disk(warm: WarmStore, cold: Store) -> None:
    with warm:
        warm.keep("site-1", {"oak": 1})
        assert warm.table("site-1") == {"oak": 1}
    assert cold.table("site-1") == {}


def test_the_ids_of_a_cell_are_unpacked_once(warm: WarmStore, cold: Store) -> None:
    assert warm.anchors(OLD) == {"oak": ("page",)}
    cold.drop(OLD)
    assert warm.anchors(OLD) == {"oak": ("page",)}


def test_many_builds_of_a_preview_age_the_cells_of_others_once(warm: WarmStore, cold: Store) -> None:
    warm.put(NEW, OAK)
    for _ in range(GENERATIONS + 2):
        warm.sweep([NEW])
    assert cold.has(OLD)
    assert warm.table("ages")[OLD] == 1


def test_what_a_preview_made_and_no_longer_needs_goes(warm: WarmStore, cold: Store) -> None:
    warm.put(NEW, OAK)
    warm.put_reading(LATER, b"read")
    for _ in range(GENERATIONS):
        warm.sweep([])
    assert (cold.has(NEW), cold.reading(LATER)) == (True, b"read")
    warm.sweep([])
    assert (cold.has(NEW), cold.reading(LATER)) == (False, b"")


def test_what_a_preview_made_and_uses_stays(warm: WarmStore, cold: Store) -> None:
    warm.put(NEW, OAK)
    for _ in range(GENERATIONS + 2):
        warm.sweep([NEW])
    assert cold.has(NEW)
