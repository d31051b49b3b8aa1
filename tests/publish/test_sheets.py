"""The hub's lists are made sheet by sheet: what changes on one card makes few of them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import build_site
from hearthbook.publish.finished import HUB, is_sheet
from hearthbook.publish.joining import merge
from hearthbook.publish.manifest import ASSETS, SITEMAP
from hearthbook.publish.shards import Share
from hearthbook.publish.store import Store
from hearthbook.publish.wishes import Wishes
from tests.publish.hamlet import Place, replace_in, sketch, write_files, write_hamlet
from tests.publish.sites import tree

if TYPE_CHECKING:
    from pathlib import Path

DATA = "/directory/communities.json"


@pytest.fixture
def crowd(tmp_path: Path) -> Place:
    """The hamlet with seventy more, built."""
    root = write_hamlet(tmp_path / "hamlet")
    more = {f"communities/group-{n:02}.yml": _group(f"Group {n:02}") for n in range(70)}
    write_files(root, more)
    place = Place(root, Store(tmp_path / "store"))
    place.build()
    return place


def _group(name: str) -> str:
    return f"name: {name}\npromise: {{ for: [people], outcome: meet }}\nnorms: [We ask.]\n"


@pytest.mark.parametrize(
    ("old", "new", "made"),
    [
        ("We ask.", "We listen.", ()),
        ("meet", "sing", (DATA, "/directory/2")),
        ("meet }", "meet }\ntags: [wood]", (DATA, "/directory/2")),
        ("Group 69", "Group 99", ("/a-z/g/2", DATA, "/directory/2")),
        ("norms:", "lineage: { split_from: yew }\nnorms:", ("/map",)),
    ],
)
def test_an_edit_of_one_community_makes_only_the_sheets_that_show_it(
    crowd: Place, old: str, new: str, made: tuple[str, ...]
) -> None:
    replace_in(crowd.root / "communities/group-69.yml", old, new)
    built = crowd.build()
    assert [slug for slug in built.made if is_sheet(slug)] == sorted(made)
    assert HUB not in built.made


def test_a_site_after_edits_is_that_of_a_first_build(crowd: Place) -> None:
    replace_in(crowd.root / "communities/group-69.yml", "Group 69", "A group")
    for number in range(10, 30):
        (crowd.root / f"communities/group-{number}.yml").unlink()
    crowd.build()
    assert not (crowd.site / "directory/2").exists()
    assert tree(crowd.site) == crowd.fresh()


def test_sheets_belong_to_the_first_share_and_join_the_others(crowd: Place, tmp_path: Path) -> None:
    folders = []
    for number in (1, 2):
        folders.append(tmp_path / f"share-{number}")
        wishes = Wishes(makers=sketch, site_dir=folders[-1], share=Share(number=number, of=2))
        build_site(crowd.root, wishes)
    assert (folders[0] / "a-z/index.html").is_file()
    assert not (folders[1] / "a-z").exists()
    merge(folders, tmp_path / "joined")
    assert tree(tmp_path / "joined") == tree(crowd.site)


@pytest.mark.parametrize("slug", [HUB, ASSETS, SITEMAP, "map", "rules", "/told"])
def test_what_is_no_list_is_no_sheet(slug: str) -> None:
    assert not is_sheet(slug)
