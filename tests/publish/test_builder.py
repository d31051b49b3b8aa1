"""A build brings the site to what the archive says, from whatever state it finds it in."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.store import Store
from tests.publish.hamlet import CELLS, FILES, Place, replace_in, sketch, write_files, write_hamlet
from tests.publish.sites import tree

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("few_assets")

OUTPUTS = (
    "index.html",
    "elm/index.html",
    "elm/articles/leaf.png",
    "guides/map.png",
    "sitemap.xml",
    "assets/hearth/hearth.css",
)


def _spoil(path: Path, damage: str) -> None:
    if damage == "deleted":
        path.unlink()
    elif damage == "a folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(path.read_bytes()[:3] if damage == "cut short" else b"spam")


def test_the_first_build_makes_every_cell(tmp_path: Path) -> None:
    built = Place(write_hamlet(tmp_path / "hamlet"), Store(tmp_path / "store")).build()
    assert (built.made, built.dressed, built.removed) == (CELLS, (), ())
    assert (built.communities, built.pages) == (5, 16)


def test_when_nothing_changed_no_file_is_touched(hamlet: Place) -> None:
    before = hamlet.stamps()
    built = hamlet.build()
    assert (built.made, built.dressed, built.removed) == ((), (), ())
    assert hamlet.stamps() == before


def test_when_one_community_changed_only_its_files_are_touched(hamlet: Place) -> None:
    before = hamlet.stamps()
    replace_in(hamlet.root / "communities/ash.yml", "helped", "helped us")
    hamlet.build()
    after = hamlet.stamps()
    changed = {path for path in after if after[path] != before.get(path)}
    touched = {path.removeprefix(f"{hamlet.site}/").split("/")[0] for path in changed}
    assert touched - {"search"} == {"ash"}


def test_without_a_store_everything_is_made_each_time(hamlet: Place) -> None:
    before = tree(hamlet.site)
    built = build_site(hamlet.root, Wishes(makers=sketch))
    assert (built.made, built.removed) == (CELLS, ())
    assert tree(hamlet.site) == before


@pytest.mark.parametrize("damage", ["deleted", "cut short", "written over", "a folder"])
@pytest.mark.parametrize("name", OUTPUTS)
def test_a_damaged_file_is_put_back_without_being_made(name: str, damage: str, hamlet: Place) -> None:
    before = tree(hamlet.site)
    _spoil(hamlet.site / name, damage)
    assert hamlet.build().made == ()
    assert tree(hamlet.site) == before


def test_a_file_that_does_not_belong_to_a_cell_is_taken_out_of_it(hamlet: Place) -> None:
    before = tree(hamlet.site)
    (hamlet.site / "ash" / "spam.html").write_text("spam", encoding="utf-8")
    assert hamlet.build().dressed == ("ash",)
    assert tree(hamlet.site) == before


def test_a_cell_that_is_missing_is_put_back(hamlet: Place) -> None:
    before = tree(hamlet.site)
    shutil.rmtree(hamlet.site / "oak")
    built = hamlet.build()
    assert (built.made, built.dressed) == ((), ("oak",))
    assert tree(hamlet.site) == before


def test_a_site_that_is_missing_is_put_back(hamlet: Place) -> None:
    before = tree(hamlet.site)
    shutil.rmtree(hamlet.site)
    built = hamlet.build()
    assert (built.made, built.dressed) == ((), CELLS)
    assert tree(hamlet.site) == before


@pytest.mark.parametrize("instead", ["a file", "a link"])
def test_what_stands_where_a_cell_belongs_gives_way(instead: str, hamlet: Place, tmp_path: Path) -> None:
    before = tree(hamlet.site)
    mine = tmp_path / "mine"
    mine.mkdir()
    shutil.rmtree(hamlet.site / "oak")
    if instead == "a file":
        (hamlet.site / "oak").write_text("spam", encoding="utf-8")
    else:
        (hamlet.site / "oak").symlink_to(mine)
    hamlet.build()
    assert tree(hamlet.site) == before
    assert list(mine.iterdir()) == []


def test_a_cell_that_is_damaged_in_the_store_as_well_is_made_again(hamlet: Place) -> None:
    before = tree(hamlet.site)
    for path in hamlet.store.folder.glob("cells/*/*"):
        path.write_bytes(path.read_bytes()[:-1])
    (hamlet.site / "oak" / "index.html").unlink()
    assert hamlet.build().made == ("oak",)
    assert tree(hamlet.site) == before


def test_deleting_the_store_only_costs_time(hamlet: Place) -> None:
    before = tree(hamlet.site)
    shutil.rmtree(hamlet.store.folder)
    built = hamlet.build()
    assert (built.made, built.removed) == (CELLS, ())
    assert tree(hamlet.site) == before


def test_a_store_that_can_keep_nothing_only_costs_time(hamlet: Place, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    nowhere = replace(hamlet, store=Store(tmp_path / "file" / "store"))
    before = tree(hamlet.site)
    for _ in range(2):
        assert nowhere.build().made == CELLS
    assert tree(hamlet.site) == before


def test_a_community_deleted_after_the_store_disappears_all_the_same(hamlet: Place) -> None:
    shutil.rmtree(hamlet.store.folder)
    (hamlet.root / "communities/yew.yml").unlink()
    assert hamlet.build().removed == ("yew",)
    assert tree(hamlet.site) == hamlet.fresh()


def test_a_page_of_the_hub_deleted_after_the_store_disappears_all_the_same(lone: Place) -> None:
    assert (lone.site / "guides/walk/index.html").is_file()
    shutil.rmtree(lone.store.folder)
    (lone.root / "content/guides/walk.md").unlink()
    assert lone.build().removed == ("guides/walk/index.html", "guides/walk/index.md")


def test_a_deleted_community_disappears_with_its_folder(hamlet: Place) -> None:
    (hamlet.root / "communities/yew.yml").unlink()
    assert hamlet.build().removed == ("yew",)
    assert not (hamlet.site / "yew").exists()
    assert tree(hamlet.site) == hamlet.fresh()


def test_a_renamed_community_moves(hamlet: Place) -> None:
    (hamlet.root / "communities/yew.yml").rename(hamlet.root / "communities/pine.yml")
    built = hamlet.build()
    assert (set(built.made), built.removed) == ({"", "pine"}, ("yew",))
    assert tree(hamlet.site) == hamlet.fresh()


@pytest.mark.parametrize("forgotten", [False, True], ids=["known", "with the store deleted"])
def test_what_people_put_into_the_site_stays(forgotten: bool, hamlet: Place) -> None:  # noqa: FBT001
    mine = {
        "CNAME": "trees.example.org",
        "robots.txt": "User-agent: *",
        "hello.html": "<p>mine</p>",
        "photos/index.html": "<p>mine</p>",
        "guides/mine.txt": "mine",
        ".git/HEAD": "ref: refs/heads/pages",
    }
    write_files(hamlet.site, mine)
    if forgotten:
        shutil.rmtree(hamlet.store.folder)
    (hamlet.root / "communities/yew.yml").unlink()
    assert hamlet.build().removed == ("yew",)
    assert {name: (hamlet.site / name).read_text(encoding="utf-8") for name in mine} == mine


def test_files_for_hosts_are_published_and_disappear_again(hamlet: Place) -> None:
    before = {path.name for path in hamlet.site.iterdir()}
    files = {"content/CNAME": "trees.example.org", "content/.well-known/security.txt": "Contact: ada"}
    write_files(hamlet.root, files)
    hamlet.build()
    for name, text in files.items():
        assert (hamlet.site / name.removeprefix("content/")).read_text(encoding="utf-8") == text
        (hamlet.root / name).unlink()
    assert hamlet.build().removed == (".well-known/security.txt", "CNAME")
    assert {path.name for path in hamlet.site.iterdir()} == before


def test_without_an_address_the_sitemap_disappears(hamlet: Place) -> None:
    replace_in(hamlet.root / "mkdocs.yml", "site_url: https://hamlet.example.org/\n", "")
    assert hamlet.build().removed == ("sitemap.xml",)


def test_a_community_may_take_the_address_of_a_page(hamlet: Place) -> None:
    write_files(hamlet.root, {"content/pine.md": "# A pine\n"})
    hamlet.build()
    (hamlet.root / "content/pine.md").rename(hamlet.root / "communities/pine.yml")
    write_files(hamlet.root, {"communities/pine.yml": FILES["communities/yew.yml"]})
    hamlet.build()
    assert tree(hamlet.site) == hamlet.fresh()


def test_a_page_may_take_the_address_of_a_community(hamlet: Place) -> None:
    (hamlet.root / "communities/yew.yml").rename(hamlet.root / "content/yew.md")
    write_files(hamlet.root, {"content/yew.md": "# A yew\n"})
    assert hamlet.build().removed == ("yew",)
    assert tree(hamlet.site) == hamlet.fresh()


def test_plugins_of_others_write_nothing_into_the_project(lone: Place) -> None:
    folder = lone.beside()
    replace_in(lone.root / "mkdocs.yml", "plugins:", "plugins:\n  - search")
    assert lone.build().made == ("", "rules", "yew")
    assert lone.beside() == folder


def test_a_picture_moves_in_when_it_changed(hamlet: Place) -> None:
    write_files(hamlet.root, {"content/elm/leaf.png": "another", "content/guides/map.png": "another"})
    assert hamlet.build().dressed == ("", "elm")
    assert (hamlet.site / "elm/articles/leaf.png").read_text(encoding="utf-8") == "another"
    assert (hamlet.site / "guides/map.png").read_text(encoding="utf-8") == "another"


def test_a_style_sheet_moves_in_when_it_changed(theme: Path, hamlet: Place) -> None:
    write_files(theme, {"html/assets/hearth/hearth.css": "a {}", "html/assets/hearth/more.css": "b {}"})
    built = hamlet.build()
    assert (built.made, built.dressed) == ((), ())
    assert (hamlet.site / "assets/hearth/hearth.css").read_text(encoding="utf-8") == "a {}"
    (theme / "html/assets/hearth/more.css").unlink()
    assert hamlet.build().removed == ("assets/hearth/more.css",)


def test_an_edit_undone_is_not_made_again(hamlet: Place) -> None:
    before = tree(hamlet.site)
    replace_in(hamlet.root / "communities/ash.yml", "Ash", "Rowan")
    assert hamlet.build().made == ("", "/map", "ash", "oak")
    replace_in(hamlet.root / "communities/ash.yml", "Rowan", "Ash")
    built = hamlet.build()
    assert (built.made, built.dressed) == ((), ("", "/map", "ash", "oak"))
    assert tree(hamlet.site) == before


def test_two_communities_that_say_the_same_have_pages_of_their_own(hamlet: Place) -> None:
    write_files(hamlet.root, {"communities/pine.yml": FILES["communities/fir.yml"]})
    assert hamlet.build().made == ("", "pine")
    assert (hamlet.site / "pine/index.html").is_file()
    assert (hamlet.site / "fir/index.html").is_file()


def test_a_second_community_that_meets_gives_the_archive_an_agenda(hamlet: Place) -> None:
    write_files(hamlet.root, {"communities/pine.yml": FILES["communities/yew.yml"]})
    assert "/agenda" in hamlet.build().made
    replace_in(hamlet.root / "communities/pine.yml", "18:30", "18:45")
    assert hamlet.build().made == ("/agenda", "pine")


def test_nothing_is_left_beside_the_site(hamlet: Place) -> None:
    assert hamlet.beside() == {"communities", "content", "mkdocs.yml", "site"}
