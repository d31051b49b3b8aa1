"""The search of a site follows its pages, part by part."""

from __future__ import annotations

import gzip
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish import search_index, search_parts
from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.joining import merge
from hearthbook.publish.search import spelled
from hearthbook.publish.search_parts import bits_of
from hearthbook.publish.shards import share
from hearthbook.publish.store import Store
from hearthbook.publish.workers import index_here, make_here
from tests.publish.hamlet import Place, replace_in, write_hamlet
from tests.publish.sites import plain_mkdocs, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from hearthbook.publish.search_index import Job

pytestmark = pytest.mark.usefixtures("few_assets", "real_search")


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The hamlet, built with its search; tests copy it."""
    root = tmp_path_factory.mktemp("grown")
    place = Place(write_hamlet(root / "hamlet"), Store(root / "store"), make_here)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_parts, "MOST", 2)
        patch.setattr("hearthbook.publish.search.parts_of", _small_parts)
        place.build()
    return place


def _small_parts(languages: Mapping[str, str], alone: Iterable[str] = ()) -> tuple[search_parts.Part, ...]:
    return search_parts.parts_of(languages, alone, most=2)


@pytest.fixture
def place(grown: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The hamlet with its search, in parts of two communities at most."""
    monkeypatch.setattr("hearthbook.publish.search.parts_of", _small_parts)
    shutil.copytree(grown.root.parent, tmp_path, dirs_exist_ok=True)
    return Place(tmp_path / "hamlet", Store(tmp_path / "store"), make_here)


def _search(site: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(site).items() if name.startswith("search/")}


def _folder(place: Place, slug: str) -> str:
    said = json.loads((place.site / "search/index.json").read_bytes())
    return next(f"search/en-{bits}" for bits in said["languages"]["en"] if bits_of(slug).startswith(bits))


def _folders(names: Iterable[str]) -> set[str]:
    return {"/".join(name.split("/")[:2]) for name in names}


def _noted() -> tuple[list[str], Callable[[Sequence[Job]], Iterable[bytes]]]:
    """What is indexed from now on, and who notes it."""
    made: list[str] = []

    def note(jobs: Sequence[Job]) -> Iterable[bytes]:
        made.extend(job.folder for job in jobs)
        return index_here(jobs)

    return made, note


def test_there_is_an_index_for_each_language_and_one_script(place: Place) -> None:
    said = json.loads((place.site / "search/index.json").read_bytes())
    assert sorted(said["languages"]) == ["de", "en"]
    assert said["default"] == "en"
    assert (place.site / "search/engine/pagefind.js").is_file()
    assert {"en", "de", "de-all"} <= {path.name for path in (place.site / "search").iterdir()}


def test_a_changed_community_indexes_only_its_part(place: Place) -> None:
    before = _search(place.site)
    own = _folder(place, "ash")
    replace_in(place.root / "communities/ash.yml", "helped", "helped greatly")
    made, note = _noted()
    build_site(place.root, Wishes(store=place.store, indexers=note))
    after = _search(place.site)
    changed = {name for name in after.keys() | before.keys() if after.get(name) != before.get(name)}
    assert made == [own]
    # the words that help with spelling may have got a new one
    assert {name for name in _folders(changed) if "." not in name} - {"search/words"} == {own}


def test_a_community_that_is_gone_is_not_found_any_more(place: Place) -> None:
    (place.root / "communities/yew.yml").unlink()
    place.build()
    fragments = [data for name, data in _search(place.site).items() if "/fragment/" in name]
    assert fragments
    assert not any(b"/yew/" in gzip.decompress(data) for data in fragments)


def test_nothing_is_indexed_when_nothing_changed(place: Place) -> None:
    made, note = _noted()
    build_site(place.root, Wishes(store=place.store, indexers=note))
    assert made == []


def test_a_damaged_part_is_put_back_from_the_cache(place: Place) -> None:
    before = _search(place.site)
    shutil.rmtree(place.site / _folder(place, "oak"))
    made, note = _noted()
    build_site(place.root, Wishes(store=place.store, indexers=note))
    assert made == []
    assert _search(place.site) == before


def test_a_part_that_nobody_knows_is_taken_out(place: Place) -> None:
    shutil.copytree(place.site / _folder(place, "oak"), place.site / "search/en-11111")
    place.build()
    assert not (place.site / "search/en-11111").exists()


def test_plain_mkdocs_writes_the_same_search(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    place.build()
    assert _search(plain_mkdocs(place.root)) == _search(place.site)


def test_shards_make_no_search_and_joined_they_have_the_same(place: Place, tmp_path: Path) -> None:
    folders = []
    for number in (1, 2):
        folder = tmp_path / f"shard-{number}"
        build_site(place.root, Wishes(share=share(f"{number}/2"), site_dir=folder))
        folders.append(folder)
    assert not any("pagefind" in name for folder in folders for name in _search(folder))
    merge(folders, tmp_path / "joined")
    assert _search(tmp_path / "joined") == _search(place.site)


def test_an_unlisted_community_is_found_only_in_a_part_of_its_own(place: Place) -> None:
    replace_in(place.root / "communities/yew.yml", "name: Yew", "name: Yew\nvisibility: unlisted")
    place.build()
    files = _search(place.site)
    holding = {
        name for name, data in files.items() if "/fragment/" in name and b"/yew/" in gzip.decompress(data)
    }
    assert _folders(holding) == {"search/at-yew"}
    assert b"yew" not in files["search/index.json"]


def test_where_pagefind_fails_the_pages_are_new_and_the_build_says_so(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_in(place.root / "communities/ash.yml", "helped", "helped greatly")
    monkeypatch.setattr(search_index, "_program", lambda: "/bin/false")
    with pytest.raises(HearthbookError, match="only the search is not"):
        place.build()
    assert "helped greatly" in (place.site / "ash/norms/index.html").read_text(encoding="utf-8")
    monkeypatch.undo()
    monkeypatch.setattr("hearthbook.publish.search.parts_of", _small_parts)
    place.build()
    assert _search(place.site) == {n: d for n, d in place.fresh().items() if n.startswith("search/")}


def test_a_preview_keeps_no_search_that_is_old(place: Place) -> None:
    own = _folder(place, "ash")
    replace_in(place.root / "communities/ash.yml", "helped", "helped greatly")
    build_site(place.root, Wishes(store=place.store, search=lambda _: False))
    assert not (place.site / own).exists()
    build_site(place.root, Wishes(store=place.store, search=own.__eq__))
    assert (place.site / own / "pagefind-entry.json").is_file()


def test_what_people_call_things_stands_in_the_index(place: Place) -> None:
    replace_in(place.root / "mkdocs.yml", "zone: Europe/Berlin", "synonyms: { lounge: [common room] }")
    place.build()
    said = json.loads((place.site / "search/index.json").read_bytes())
    assert said["synonyms"] == {"lounge": ["common room"]}


def test_synonyms_that_are_no_words_are_told(place: Place) -> None:
    replace_in(place.root / "mkdocs.yml", "zone: Europe/Berlin", "synonyms: { lounge: 3 }")
    with pytest.raises(HearthbookError, match="the synonyms of `lounge` are no words"):
        place.build()


def test_words_for_spelling_begin_with_the_most_widespread(place: Place) -> None:
    words = (place.site / "search/words/en-74.txt").read_text(encoding="utf-8").split()
    assert len(words) == len(set(words))
    assert all(word.startswith("t") for word in words)
    # all four English communities say "this", and one meets on a Tuesday
    assert words.index("this") < words.index("tuesday")


def test_a_letter_with_marks_stands_with_the_letter_without() -> None:
    assert spelled(["3 über\n1 und\n".encode(), b"4 und\n"]) == {"75": "und\nüber\n".encode()}
