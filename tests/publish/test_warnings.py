"""What may let a reader down is told by every build, whatever it had to make; and how far it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.builder import Progress, Wishes, build_site
from hearthbook.publish.finished import TOLD, Finished, packed, unpacked
from hearthbook.publish.joining import merge
from hearthbook.publish.links import Link
from hearthbook.publish.shards import Share
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
    write_files(linked.root, {"communities/larch.yml": FILES["communities/fir.yml"]})
    built = linked.build()
    assert built.made == ("", "larch")
    assert built.warnings == ("odd",)


def test_a_link_is_told_when_its_page_disappears_elsewhere(linked: Place) -> None:
    write_files(linked.root, {"communities/larch.yml": FILES["communities/fir.yml"]})
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


GENERAL: Final = "a plugin is odd"


def _with_general(batches: Iterable[Batch], cells: int) -> Iterator[tuple[bytes, ...]]:
    """Makers that have something to tell of no page, twice."""
    for made in sketch(batches, cells):
        yield (*made, *[packed(Finished(slug=TOLD, files={}, told=(GENERAL, GENERAL)))] * 2)


def test_what_names_no_page_is_told_once_and_kept_with_no_cell(linked: Place) -> None:
    place = replace(linked, makers=_with_general)
    assert place.build().warnings == (GENERAL,)
    assert place.build().warnings == ()


def test_a_strict_build_stops_each_time_at_what_names_no_page(linked: Place) -> None:
    place = replace(linked, makers=_with_general)
    for _ in range(2):
        with pytest.raises(HearthbookError, match=GENERAL):
            place.build(strict=True)


def test_what_names_no_page_is_told_once_for_all_shards(linked: Place, tmp_path: Path) -> None:
    folders = [tmp_path / "1", tmp_path / "2"]
    for number, folder in enumerate(folders, 1):
        share = Share(number=number, of=2)
        build_site(linked.root, Wishes(makers=_with_general, share=share, site_dir=folder))
    assert merge(folders, tmp_path / "joined").warnings == (GENERAL,)


HOOK: Final = """\
import logging
def on_page_markdown(text, page, **_):
    log = logging.getLogger("mkdocs.plugins.ours")
    log.warning("it is the hour of the hook")
    log.warning("'%s' is odd", page.file.src_uri)
"""


def test_what_a_hook_says_of_a_page_is_kept_with_its_cell_and_the_rest_is_not(lone: Place) -> None:
    replace_in(lone.root / "mkdocs.yml", "plugins:", "hooks: [ours.py]\nplugins:")
    write_files(lone.root, {"ours.py": HOOK})
    first, again = lone.build().warnings, lone.build().warnings
    assert first.count("it is the hour of the hook") == 1
    assert first[1:] == again
    assert "'yew/index.md' is odd" in again


def test_files_that_a_plugin_writes_are_told_as_not_published(lone: Place) -> None:
    hook = "from pathlib import Path\ndef on_post_build(config): Path(config.site_dir, 'feed.xml').touch()"
    replace_in(lone.root / "mkdocs.yml", "plugins:", "hooks: [ours.py]\nplugins:")
    write_files(lone.root, {"ours.py": hook})
    (told,) = lone.build().warnings
    assert told.startswith("ours.py writes files that `hearthbook build` does not publish")
    assert not (lone.site / "feed.xml").exists()


def test_a_search_index_that_no_page_asks_for_is_not_told(lone: Place) -> None:
    replace_in(lone.root / "mkdocs.yml", "plugins:", "plugins:\n  - search")
    assert lone.build().warnings == ()


def test_a_build_tells_how_far_it_is(hamlet: Place) -> None:
    replace_in(hamlet.root / "communities/yew.yml", "meet", "sing")
    told: list[Progress] = []
    build_site(hamlet.root, Wishes(store=hamlet.store, makers=sketch, tell=told.append))
    *pages, search = told
    assert [(one.done, one.cells, one.reused, one.pages) for one in pages] == [(7, 7, 5, 4)]
    assert (search.done, search.cells, search.searching) == (7, 7, True)
