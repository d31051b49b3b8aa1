"""Shards that are built apart make the site that one build makes, or say what is missing."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Never

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.builder import Built, Wishes, build_site
from hearthbook.publish.finished import HUB
from hearthbook.publish.joining import Joined, merge
from hearthbook.publish.shards import SHARD_FILE, Share, share
from hearthbook.publish.store import Store
from tests.publish.hamlet import replace_in, sketch, write_files, write_hamlet
from tests.publish.sites import TOWN, add_line, copy_archive, tree

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SLUGS = [f"group-{number}" for number in range(400)]
LINKS = """\
---
title: Ways
---

[To the oak](/oak/start-here/), [to no part of it](/oak/start-here/#nowhere)
and [to nobody](/oka/start-here/).
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """What all builds of the town leave, so that its pages are made once."""
    return Store(tmp_path_factory.mktemp("store"))


@pytest.fixture
def hamlet(tmp_path: Path) -> Path:
    """The hamlet, with good and bad links from elm to oak."""
    root = write_hamlet(tmp_path / "hamlet")
    write_files(root, {"content/elm/ways.md": LINKS})
    return root


def _shards(root: Path, to: Path, of: int, wishes: Wishes) -> list[Path]:
    folders = []
    for number in range(1, of + 1):
        built = _shard(root, to / f"{number}-of-{of}", Share(number=number, of=of), wishes)
        folders.append(built.site_dir)
    return folders


def _shard(root: Path, to: Path, part: Share, wishes: Wishes) -> Built:
    own = Wishes(site_dir=to, share=part, store=wishes.store, makers=wishes.makers, strict=wishes.strict)
    return build_site(root, own)


def _sketches(root: Path, of: int = 3) -> list[Path]:
    return _shards(root, root.parent / "shards", of, Wishes(makers=sketch))


def _refusal(folders: list[Path], target: Path) -> str:
    with pytest.raises(HearthbookError) as problem:
        merge(folders, target)
    assert not target.exists()
    return str(problem.value)


@pytest.mark.usefixtures("real_search")
@pytest.mark.parametrize("of", [1, 2, 3, 5])
def test_all_shards_together_are_the_site_to_the_byte(
    of: int, tmp_path: Path, made: Store, forge_site: Path
) -> None:
    root = copy_archive(TOWN, tmp_path / "somewhere else")
    add_line(root, "site_url: https://town.example.org/handbooks/")
    add_line(root, "repo_url: https://github.com/example/archive")
    folders = _shards(root, tmp_path, of, Wishes(store=made, strict=True))
    joined = merge(folders, tmp_path / "joined", strict=True)
    assert tree(joined.site_dir) == tree(forge_site)
    assert (joined.communities, joined.warnings) == (3, ())


def test_shards_built_on_other_machines_fit_together(tmp_path: Path) -> None:
    folders = []
    for number in (1, 2):
        root = write_hamlet(tmp_path / f"machine {number}" / "hamlet")
        write_files(root, {"overrides/partials/footer.html": "", "overrides/style.css": ""})
        replace_in(root / "mkdocs.yml", "name: material", "name: material\n  custom_dir: overrides")
        part = Share(number=number, of=2)
        folders.append(_shard(root, root / "site", part, Wishes(makers=sketch)).site_dir)
    whole = build_site(root, Wishes(makers=sketch, site_dir=tmp_path / "whole"))
    assert tree(merge(folders, tmp_path / "joined").site_dir) == tree(whole.site_dir)


def test_each_cell_is_in_one_shard() -> None:
    shares = [Share(number=number, of=7) for number in range(1, 8)]
    assert all(sum(part.holds(slug) for part in shares) == 1 for slug in SLUGS)
    assert all(sum(map(part.holds, SLUGS)) > 30 for part in shares)


def test_the_first_shard_has_the_hub() -> None:
    assert [part.holds(HUB) for part in (Share(number=1, of=2), Share(number=2, of=2))] == [True, False]


@pytest.mark.parametrize("known", [True, False], ids=["in its store", "nowhere"])
def test_a_share_does_not_take_the_place_of_a_whole_site(known: bool, hamlet: Path, tmp_path: Path) -> None:  # noqa: FBT001
    wishes = Wishes(makers=sketch, store=Store(tmp_path / "store") if known else None)
    site = build_site(hamlet, wishes).site_dir
    before = tree(site)
    with pytest.raises(HearthbookError, match=r"a whole site stands here.*; name a folder of its own"):
        _shard(hamlet, site, Share(number=2, of=3), wishes)
    assert tree(site) == before


@pytest.mark.usefixtures("few_assets")
def test_a_share_takes_the_place_of_one_that_was_ended_while_it_moved_in(
    hamlet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes = Wishes(makers=sketch, store=Store(tmp_path / "store"))
    first = Share(number=1, of=3)
    with monkeypatch.context() as patch:
        patch.setattr("hearthbook.publish.builder.write_shard", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            _shard(hamlet, tmp_path / "share", first, wishes)
    assert (tmp_path / "share/index.html").is_file()
    assert _shard(hamlet, tmp_path / "share", first, wishes).made == ()


def _interrupted(*_: object) -> Never:
    raise KeyboardInterrupt


def test_a_shard_holds_its_own_cells_and_nothing_else(hamlet: Path) -> None:
    folders = _sketches(hamlet)
    for number, folder in enumerate(folders, 1):
        cells = {path.name for path in folder.iterdir()} & {"ash", "elm", "fir", "oak", "yew"}
        assert cells == {slug for slug in ("ash", "elm", "fir", "oak", "yew") if _in(slug, number, 3)}
        assert (folder / "index.html").exists() == (number == 1)


def _in(slug: str, number: int, of: int) -> bool:
    return Share(number=number, of=of).holds(slug)


@pytest.mark.parametrize("written", ["2/4", "1/1", "12/12"])
def test_a_share_is_written_as_it_is_said(written: str) -> None:
    found = share(written)
    assert f"{found.number}/{found.of}" == written


@pytest.mark.parametrize("written", ["", "2", "0/4", "5/4", "1/0", "-1/2", "1/2/3", "a/b", "²/3"])
def test_what_is_no_share_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="write it like 2/4"):
        share(written)


def _whole_and_joined(hamlet: Path, of: int) -> tuple[Built, Joined, list[Path]]:
    store = Store(hamlet.parent / "store")
    whole = build_site(hamlet, Wishes(store=store))
    folders = _shards(hamlet, hamlet.parent / "shards", of, Wishes(store=store))
    return whole, merge(folders, hamlet.parent / "joined"), folders


def test_the_merge_warns_as_one_build_does(hamlet: Path) -> None:
    whole, joined, folders = _whole_and_joined(hamlet, 5)
    assert len(whole.warnings) == 2
    assert joined.warnings == whole.warnings
    assert "did you mean /oak/start-here/?" in "".join(joined.warnings)
    with pytest.raises(HearthbookError, match="nowhere"):
        merge(folders, hamlet.parent / "strict", strict=True)


def test_a_shard_leaves_links_into_others_to_the_merge(hamlet: Path) -> None:
    part = Share(number=4, of=5)
    assert (part.holds("elm"), part.holds("oak")) == (True, False)
    assert _shard(hamlet, hamlet.parent / "shard", part, Wishes(strict=True)).warnings == ()


def test_a_shard_warns_of_links_that_lead_nowhere_within_it(hamlet: Path) -> None:
    part = Share(number=2, of=3)
    assert (part.holds("elm"), part.holds("oak"), part.holds(HUB)) == (True, True, False)
    (warning,) = _shard(hamlet, hamlet.parent / "shard", part, Wishes()).warnings
    assert "has no #nowhere" in warning


def test_a_missing_shard_is_named(hamlet: Path, tmp_path: Path) -> None:
    folders = _sketches(hamlet, 4)
    assert "shard 3 of 4 is missing; " in _refusal([*folders[:2], folders[3]], tmp_path / "joined")
    assert "shards 1, 3, 4 of 4 are missing; " in _refusal(folders[1:2], tmp_path / "joined")


def test_a_shard_of_another_state_is_named(hamlet: Path, tmp_path: Path) -> None:
    one, two = _sketches(hamlet, 2)
    replace_in(hamlet / "communities/oak.yml", "name: Oak", "name: Great Oak")
    part = Share(number=2, of=2)
    _shard(hamlet, two, part, Wishes(makers=sketch))
    said = _refusal([one, two], tmp_path / "joined")
    assert said.startswith(f"{two}: shard 2 of 2 is from another state of the archive than shard 1 of 2")


def test_shards_of_another_number_are_named(hamlet: Path, tmp_path: Path) -> None:
    one, other = _sketches(hamlet, 2)[0], _sketches(hamlet, 3)[1]
    assert f"{other}: this is shard 2 of 3, but {one} is shard 1 of 2" in _refusal(
        [one, other], tmp_path / "j"
    )


def test_a_shard_that_is_there_twice_is_named(hamlet: Path, tmp_path: Path) -> None:
    one, two = _sketches(hamlet, 2)
    copy = shutil.copytree(two, tmp_path / "copy")
    assert f"shard 2 of 2 is there 2 times: {two}, {copy}" in _refusal([one, two, copy], tmp_path / "joined")


def test_a_folder_that_is_named_twice_counts_once(hamlet: Path, tmp_path: Path) -> None:
    one, two = _sketches(hamlet, 2)
    assert merge([one, two, two / "."], tmp_path / "joined").communities == 5


def test_a_folder_that_is_no_shard_is_named(hamlet: Path, tmp_path: Path) -> None:
    said = _refusal([hamlet / "content"], tmp_path / "joined")
    assert f"{hamlet / 'content'}: this is no shard: it has no {SHARD_FILE}; " in said


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"share": 1}'])
def test_a_shard_that_says_nothing_sensible_is_refused(text: str, tmp_path: Path) -> None:
    write_files(tmp_path / "shard", {SHARD_FILE: text})
    assert "cannot be understood" in _refusal([tmp_path / "shard"], tmp_path / "joined")


@pytest.mark.parametrize("name", ["../outside", "/outside", "elm/../oak/index.html", "oak/index.html"])
def test_a_file_that_would_land_elsewhere_is_refused(name: str, hamlet: Path, tmp_path: Path) -> None:
    (only,) = _sketches(hamlet, 1)
    facts = json.loads((only / SHARD_FILE).read_bytes())
    facts["pieces"]["elm"]["files"] = {name: "0" * 32}
    (only / SHARD_FILE).write_text(json.dumps(facts), encoding="utf-8")
    assert "cannot be understood" in _refusal([only], tmp_path / "joined")


def test_a_page_that_was_changed_is_refused(hamlet: Path, tmp_path: Path) -> None:
    (only,) = _sketches(hamlet, 1)
    (only / "elm/index.html").write_text("another page", encoding="utf-8")
    with pytest.raises(HearthbookError, match=r"elm/index\.html was changed after it was built"):
        merge([only], tmp_path / "joined")
    assert tree(tmp_path / "joined") == {}


def test_a_hidden_file_that_got_lost_is_named(hamlet: Path, tmp_path: Path) -> None:
    write_files(hamlet, {"content/.nojekyll": ""})
    (only,) = _sketches(hamlet, 1)
    (only / ".nojekyll").unlink()
    with pytest.raises(HearthbookError, match=r"\.nojekyll is missing in this shard; .*hidden files"):
        merge([only], tmp_path / "joined")


def test_the_site_cannot_go_into_a_shard(hamlet: Path) -> None:
    one, two = _sketches(hamlet, 2)
    before = tree(one)
    with pytest.raises(HearthbookError, match="name another folder with --to"):
        merge([one, two], one)
    assert tree(one) == before


def test_a_merge_leaves_what_has_not_changed(hamlet: Path, tmp_path: Path) -> None:
    store, site = Store(tmp_path / "store"), tmp_path / "joined"
    merge(_sketches(hamlet), site, store=store)
    pages = ("elm/index.html", "fir/index.html")
    before = {name: (site / name).stat().st_ino for name in pages}
    replace_in(hamlet / "communities/fir.yml", "name: Fir", "name: Tall Fir")
    merge(_sketches(hamlet), site, store=store)
    assert [name for name in pages if (site / name).stat().st_ino == before[name]] == ["elm/index.html"]


def test_a_merge_takes_out_what_is_no_longer_there(hamlet: Path, tmp_path: Path) -> None:
    store, site = Store(tmp_path / "store"), tmp_path / "joined"
    merge(_sketches(hamlet), site, store=store)
    (hamlet / "communities/yew.yml").unlink()
    joined = merge(_sketches(hamlet), site, store=store)
    assert joined.removed == ("yew",)
    assert not (site / "yew").exists()


def test_a_build_after_a_merge_has_nothing_to_do(hamlet: Path, tmp_path: Path) -> None:
    store, site = Store(tmp_path / "store"), tmp_path / "joined"
    merge(_shards(hamlet, tmp_path, 3, Wishes(makers=sketch, store=store)), site, store=store)
    built = build_site(hamlet, Wishes(makers=sketch, store=store, site_dir=site))
    assert (built.made, built.dressed, built.removed) == ((), (), ())


@pytest.mark.parametrize("kept", [True, False], ids=["with a store", "without"])
def test_a_build_of_all_makes_a_shard_a_site_again(hamlet: Path, tmp_path: Path, *, kept: bool) -> None:
    store, site = Store(tmp_path / "store") if kept else None, tmp_path / "site"
    wishes = Wishes(makers=sketch, store=store, site_dir=site)
    _shard(hamlet, site, Share(number=1, of=2), wishes)
    assert build_site(hamlet, wishes).removed == (SHARD_FILE,)
    assert not (site / SHARD_FILE).exists()
