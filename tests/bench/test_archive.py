from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from bench.archive import BASES, names, write_archive
from hearthbook.ingest.archive import load_archive
from hearthbook.model.archive import Defaults
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from pathlib import Path

    from bench.archive import Archive
    from hearthbook.model.archive import Archive as Loaded

SIZE: Final = 24
UNUSED: Final = {"translation_of", "lint"}
"""What no made-up community says: it would be a finding, or need a second language."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """An archive large enough to hold every kind of community."""
    return write_archive(tmp_path_factory.mktemp("archive"), SIZE)


@pytest.fixture(scope="module")
def loaded(written: Archive) -> Loaded:
    """The same as Hearthbook reads it."""
    return load_archive(written.root, Defaults(zone="Europe/Berlin"))


def _files(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_the_same_seed_writes_the_same_files(written: Archive, tmp_path: Path) -> None:
    write_archive(tmp_path, SIZE)
    assert _files(tmp_path) == _files(written.root)


def test_another_seed_writes_other_communities(written: Archive, tmp_path: Path) -> None:
    assert set(write_archive(tmp_path, SIZE, seed=2).slugs).isdisjoint(written.slugs)


def test_a_community_does_not_depend_on_how_many_come_after_it(written: Archive, tmp_path: Path) -> None:
    fewer = write_archive(tmp_path, 5)
    assert fewer.slugs == written.slugs[:5]
    assert _files(tmp_path).items() <= _files(written.root).items()


def test_ten_thousand_communities_have_ten_thousand_slugs() -> None:
    assert len(names(10_000, seed=1)) == 10_000


def test_check_has_nothing_to_say_about_an_archive(loaded: Loaded) -> None:
    assert [str(finding) for finding in loaded.findings] == []
    assert len(loaded.communities) == SIZE


def test_the_communities_use_every_key_that_a_file_can_have(loaded: Loaded) -> None:
    used = {key for each in loaded.communities for key in each.community.model_fields_set}
    assert used == set(Community.model_fields) - UNUSED


def test_some_communities_extend_each_of_the_base_files(loaded: Loaded) -> None:
    extended = {file for files in loaded.shared.values() for file in files}
    assert extended == {f"communities/{name}.yml" for name in BASES}


def test_every_third_community_has_articles(written: Archive, loaded: Loaded) -> None:
    having = {each.slug for each in loaded.communities if each.articles}
    assert having == set(written.slugs[::3])


def test_the_sentence_to_change_is_a_norm_of_the_first_community(written: Archive, loaded: Loaded) -> None:
    first = next(each for each in loaded.communities if each.slug == written.slugs[0])
    assert written.statement in {norm.statement for norm in first.community.norms}
