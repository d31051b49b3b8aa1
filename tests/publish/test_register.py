"""What is known of an archive without reading it again is what reading it would tell."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, Never

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.errors import HearthbookError
from hearthbook.ingest.archive import load_archive
from hearthbook.model.archive import Defaults
from hearthbook.publish import register as module
from hearthbook.publish.configuration import default_theme
from hearthbook.publish.languages import with_missing_words
from hearthbook.publish.register import Register, survey
from hearthbook.publish.stamps import FRESH, Digests
from hearthbook.publish.store import Store
from tests.publish.hamlet import FILES, replace_in, write_files, write_hamlet
from tests.publish.sites import TOWN, copy_archive

if TYPE_CHECKING:
    from hearthbook.model.archive import Archive

BERLIN: Final = Defaults(language="en", zone="Europe/Berlin")
TOKYO: Final = Defaults(language="en", zone="Asia/Tokyo")
_TEXTS: Final = (
    "",
    "name: [\n",
    "name: Pine\n",
    "name: Pine\npromise: { for: [all], outcome: sing }\n",
    "name: Pine\nextends: _grove\npromise: { for: [all], outcome: sing }\n",
    "name: Pine\nextends: pine\npromise: { for: [all], outcome: sing }\n",
    "name: Pine\nlanguage: pl\npromise: { for: [all], outcome: sing }\nlineage: { split_from: ash }\n",
    "name: Pine\npromise: { for: [all], outcome: sing }\nlineage: { split_from: larch }\n",
    "decisions: We sing.\n",
)
_NAMES: Final = (
    *(f"communities/{stem}.yml" for stem in ("_grove", "ash", "elm", "oak", "pine", "larch", "Bad Name")),
    *("content/elm/leaves.md", "content/larch/needles.md", "content/oak.md", "content/notes.txt"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The hamlet, all of it in English, so that nothing is wrong with it."""
    root = write_hamlet(tmp_path / "hamlet")
    replace_in(root / "communities/fir.yml", "language: de", "language: en")
    return root


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "store")


def _survey(root: Path, store: Store, defaults: Defaults = BERLIN, *, lines: bool = False) -> Register:
    """A survey as a build makes it, but that it trusts files that were just written."""
    digests = Digests(root, store.stamps())
    register = survey(root, defaults, default_theme(), digests, store=store, lines=lines)
    store.keep_stamps(digests.settled(store.now() + 2 * FRESH))
    return register


def _archive(root: Path, defaults: Defaults = BERLIN) -> Archive:
    return with_missing_words(load_archive(root, defaults), default_theme())


def _never(*_: object) -> Never:
    pytest.fail("a file was read again")


def test_the_first_survey_reads_every_file(root: Path, store: Store) -> None:
    assert set(_survey(root, store).read) == {"_grove", "ash", "elm", "fir", "oak", "yew"}


def test_a_survey_of_what_did_not_change_reads_nothing(root: Path, store: Store) -> None:
    _survey(root, store)
    assert _survey(root, store).read == ()


def test_without_a_store_everything_is_read(root: Path) -> None:
    survey(root, BERLIN, default_theme(), Digests(root))
    assert len(survey(root, BERLIN, default_theme(), Digests(root)).read) == 6


def test_a_file_that_changed_is_read_again(root: Path, store: Store) -> None:
    _survey(root, store)
    replace_in(root / "communities/yew.yml", "meet", "sing")
    register = _survey(root, store)
    assert register.read == ("yew",)
    assert register.shown["yew"].card.outcome == "sing once a week"


def test_those_that_extend_a_file_are_read_again_with_it(root: Path, store: Store) -> None:
    _survey(root, store)
    replace_in(root / "communities/_grove.yml", "under", "above")
    assert set(_survey(root, store).read) == {"_grove", "ash", "elm"}


def test_an_article_has_its_community_read_again(root: Path, store: Store) -> None:
    _survey(root, store)
    write_files(root, {"content/yew/berries.md": "# Berries\n"})
    assert _survey(root, store).read == ("yew",)


def test_another_time_zone_has_everything_read_again(root: Path, store: Store) -> None:
    _survey(root, store)
    assert len(_survey(root, store, TOKYO).read) == 6


def test_another_program_has_everything_read_again(
    root: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _survey(root, store)
    monkeypatch.setattr(module, "versions", lambda: "another")
    assert len(_survey(root, store).read) == 6


@pytest.mark.parametrize(
    "table", [{}, {"around": "x"}, {"records": {"ash": 1}}], ids=["empty", "half", "odd"]
)
def test_records_that_are_damaged_are_made_again(table: dict[str, object], root: Path, store: Store) -> None:
    _survey(root, store)
    around = store.table("records")["around"]
    store.keep("records", {"around": around, **table})
    register = _survey(root, store)
    assert len(register.read) == 6
    assert register.shown == _survey(root, store).shown


def test_a_reference_is_told_when_its_community_vanishes(root: Path, store: Store) -> None:
    assert _survey(root, store).findings == ()
    (root / "communities/elm.yml").rename(root / "communities/larch.yml")
    shutil.rmtree(root / "content/elm")
    found = _survey(root, store).findings
    assert [finding.place.file for finding in found] == ["communities/oak.yml"]
    assert found == _archive(root).findings


def test_a_reference_is_no_longer_told_when_its_community_appears(root: Path, store: Store) -> None:
    replace_in(root / "communities/oak.yml", "community: elm", "community: larch")
    assert _survey(root, store).findings
    write_files(root, {"communities/larch.yml": FILES["communities/yew.yml"]})
    assert _survey(root, store).findings == ()


def test_a_file_that_is_missing_to_extend_is_no_longer_told_when_it_appears(root: Path, store: Store) -> None:
    replace_in(root / "communities/ash.yml", "_grove", "_wood")
    assert _survey(root, store).findings
    write_files(root, {"communities/_wood.yml": FILES["communities/_grove.yml"]})
    assert _survey(root, store).findings == ()


def test_a_community_whose_line_of_parents_was_broken_further_up_comes_back(root: Path, store: Store) -> None:
    replace_in(root / "communities/_grove.yml", "decisions", "extends: _wood\ndecisions")
    assert "ash" not in _survey(root, store).shown
    write_files(root, {"communities/_wood.yml": "privacy: We whisper.\n"})
    assert "ash" in _survey(root, store).shown


def test_findings_are_told_again_when_nothing_changed(root: Path, store: Store) -> None:
    replace_in(root / "communities/oak.yml", "community: elm", "community: larch")
    assert _survey(root, store).findings == _survey(root, store).findings == _archive(root).findings


_EDITS = st.lists(st.tuples(st.sampled_from(_NAMES), st.sampled_from((*_TEXTS, None))), max_size=4)


@settings(max_examples=25)
@given(st.lists(_EDITS, min_size=1, max_size=4))
def test_whatever_was_edited_the_findings_are_those_of_reading_it_all(
    rounds: list[list[tuple[str, str | None]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, store = write_hamlet(Path(folder, "hamlet")), Store(Path(folder, "store"))
        for edits in rounds:
            for name, text in edits:
                write_files(root, {name: text or ""})
                if text is None:
                    (root / name).unlink()
            register, archive = _survey(root, store), _archive(root)
            assert register.findings == archive.findings
            assert set(register.shown) >= {resolved.slug for resolved in archive.communities}


def _resolved(register: Register) -> dict[str, object]:
    return dict(register.resolved(register.shown))


def test_a_community_comes_from_the_store_as_it_was_read(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_archive(TOWN, tmp_path / "town")
    _survey(root, store, lines=True)
    archive = _archive(root)
    monkeypatch.setattr("hearthbook.ingest.archive.read_file", _never)
    register = _survey(root, store, lines=True)
    assert _resolved(register) == {resolved.slug: resolved for resolved in archive.communities}


def test_lines_that_were_not_kept_are_read(root: Path, store: Store) -> None:
    _survey(root, store)
    found = _survey(root, store, lines=True).resolved(["oak"])["oak"]
    assert found.sources.place("/lineage/split_from").line == 4


def test_what_was_kept_and_is_damaged_is_read_again(root: Path, store: Store) -> None:
    _survey(root, store)
    for path in store.folder.glob("read/*"):
        path.write_bytes(path.read_bytes()[:-9])
    assert _resolved(_survey(root, store)) == {r.slug: r for r in _archive(root).communities}


def test_what_was_kept_for_another_time_zone_is_not_taken(root: Path, store: Store) -> None:
    _survey(root, store)
    before = store.table("records")
    _survey(root, store, TOKYO)
    # as if that build had been killed before it had written down what it knows
    store.keep("records", before)
    (ritual,) = _survey(root, store).resolved(["yew"])["yew"].community.rituals
    assert ritual.when
    assert ritual.when.zone == "Europe/Berlin"


@pytest.mark.parametrize("change", ["changed", "deleted"])
def test_a_file_that_changes_while_a_site_is_made_stops_the_build(
    change: str, root: Path, store: Store
) -> None:
    _survey(root, store)
    shutil.rmtree(store.folder / "read")
    register = _survey(root, store)
    if change == "changed":
        replace_in(root / "communities/yew.yml", "meet", "sing")
    else:
        (root / "communities/yew.yml").unlink()
    with pytest.raises(HearthbookError, match="changed while the site was being made; build again"):
        register.resolved(["ash", "yew"])
