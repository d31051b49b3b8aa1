"""What may let a reader down is told by every build, whatever it had to make; and how far it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.builder import Progress, Wishes, build_site
from hearthbook.publish.finished import packed, unpacked
from hearthbook.publish.links import Link
from hearthbook.publish.store import Store
from tests.publish.hamlet import FILES, Place, replace_in, sketch, write_files, write_hamlet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from hearthbook.publish.press import Batch

pytestmark = pytest.mark.usefixtures("few_assets")


def _with_links(*written: str) -> Callable[[Iterable[Batch], int], Iterator[tuple[bytes, ...]]]:
    """Makers whose page of Oak has these links, and a warning of MkDocs."""
    links = tuple(Link(page="oak/index.md", written=address, said="/name") for address in written)

    def makers(batches: Iterable[Batch], cells: int) -> Iterator[tuple[bytes, ...]]:
        for made in sketch(batches, cells):
            found = [unpacked(data) for data in made]
            odd = [replace(one, links=links, told=("odd",)) if one.slug == "oak" else one for one in found]
            yield tuple(packed(one) for one in odd)

    return makers


@pytest.fixture
def linked(tmp_path: Path) -> Place:
    """The hamlet with a good link, a bad one and a warning of MkDocs in Oak, not built yet."""
    root = write_hamlet(tmp_path / "hamlet")
    return Place(root, Store(tmp_path / "store"), _with_links("../ash/", "../larch/"))


LOST = "communities/oak.yml:1:7 /oak/ links to /larch/, but there is no such page; {}"
WARNINGS = ("odd", LOST.format("mend the address or take the link out"))


def test_warnings_are_told_each_time_though_nothing_is_made(linked: Place) -> None:
    assert linked.build().warnings == WARNINGS
    again = linked.build()
    assert (again.made, again.warnings) == ((), WARNINGS)


def test_a_strict_build_stops_at_warnings_of_cells_that_are_not_made(linked: Place) -> None:
    linked.build()
    before = linked.stamps()
    with pytest.raises(HearthbookError, match="links to /larch/"):
        linked.build(strict=True)
    assert linked.stamps() == before


def test_a_link_is_no_longer_told_when_its_page_appears_elsewhere(linked: Place) -> None:
    linked.build()
    write_files(linked.root, {"communities/larch.yml": FILES["communities/yew.yml"]})
    built = linked.build()
    assert built.made == ("", "larch")
    assert built.warnings == ("odd",)


def test_a_link_is_told_when_its_page_disappears_elsewhere(linked: Place) -> None:
    write_files(linked.root, {"communities/larch.yml": FILES["communities/yew.yml"]})
    linked.build()
    (linked.root / "communities/larch.yml").unlink()
    built = linked.build()
    assert built.made == ("",)
    assert built.warnings == WARNINGS


@pytest.mark.parametrize("store", ["none", "one that keeps nothing"])
def test_good_links_are_known_as_such_without_a_store(store: str, linked: Place, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = None if store == "none" else Store(tmp_path / "file" / "store")
    built = build_site(linked.root, Wishes(makers=linked.makers, store=kept))
    assert built.warnings == WARNINGS


def test_a_build_tells_how_far_it_is(hamlet: Place) -> None:
    replace_in(hamlet.root / "communities/yew.yml", "meet", "sing")
    told: list[Progress] = []
    build_site(hamlet.root, Wishes(store=hamlet.store, makers=sketch, tell=told.append))
    assert [(one.done, one.cells, one.reused, one.pages) for one in told] == [(7, 7, 5, 4)]
