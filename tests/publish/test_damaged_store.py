"""A store that was damaged between two builds costs work, and changes nothing of what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.finished import packed, unpacked
from hearthbook.publish.links import Link
from hearthbook.publish.shards import Share, read_shard
from hearthbook.publish.store import Store
from hearthbook.publish.warm import WarmStore
from tests.publish.hamlet import Place, sketch, write_hamlet
from tests.publish.sites import tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hearthbook.publish.press import Batch

pytestmark = pytest.mark.usefixtures("few_assets")


def _makers(batches: Iterable[Batch], cells: int) -> Iterator[tuple[bytes, ...]]:
    """Makers whose page of Oak leads to the one of Ash."""
    link = Link(page="oak/index.md", written="../ash/", said="/name")
    for made in sketch(batches, cells):
        found = [unpacked(data) for data in made]
        yield tuple(packed(replace(one, links=(link,)) if one.slug == "oak" else one) for one in found)


@pytest.fixture(params=[Store, WarmStore], ids=["a build's store", "a preview's store"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """The hamlet, built, with its store on the disk."""
    kept = request.param(tmp_path / "store")
    place = Place(write_hamlet(tmp_path / "hamlet"), Store(tmp_path / "store"), _makers)
    place.build()
    return replace(place, store=kept)


def _kept(store: Store, slug: str) -> Path:
    """The file of a cell in the store."""
    cells = {unpacked(path.read_bytes()).slug: path for path in store.folder.glob("cells/*/*")}
    return cells[slug]


@pytest.mark.parametrize("slug", ["ash", "elm"], ids=["a link leads there", "no link leads there"])
def test_a_link_to_a_cell_that_the_store_has_only_damaged_is_still_good(slug: str, place: Place) -> None:
    path, pages = _kept(place.store, slug), tree(place.site)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    built = place.build(strict=True)
    assert (built.made, built.warnings) == ((), ())
    assert tree(place.site) == pages
    assert place.build(strict=True).dressed == ()


def test_a_damaged_cell_is_made_again_when_its_ids_are_asked_for(place: Place) -> None:
    path = _kept(place.store, "ash")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    place.build()
    assert path.read_bytes() == whole


def test_a_shard_knows_the_ids_of_a_cell_that_the_store_had_only_damaged(place: Place) -> None:
    wishes = Wishes(
        store=place.store, makers=_makers, share=Share(number=1, of=1), site_dir=place.root / "share"
    )
    build_site(place.root, wishes)
    pieces = read_shard(place.root / "share").pieces
    _kept(place.store, "elm").write_bytes(b"")
    build_site(place.root, wishes)
    assert read_shard(place.root / "share").pieces == pieces
