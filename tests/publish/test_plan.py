"""What an edit costs: exactly the cells that say something else are made again."""

from __future__ import annotations

from importlib.metadata import entry_points
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.configuration import default_theme, load
from hearthbook.publish.finished import HUB
from hearthbook.publish.inputs import read_inputs
from hearthbook.publish.store import Store
from hearthbook.publish.wishes import Wishes
from hearthbook.render.theme import Theme
from tests.publish.edits import EDITS, PINE, Edit
from tests.publish.hamlet import FILES, FORM, PAGES, Place, replace_in, write_files, write_hamlet, write_theme
from tests.publish.sites import tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


ROWS = [(True, edit) for edit in EDITS] + [(False, edit) for edit in EDITS if edit.lines or edit.dressed]
"""Without a forge, lines do not matter; all else is the same."""


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[bool, Place]]:
    """The hamlet without a forge and with one, built, and a theme that may change."""
    folder = tmp_path_factory.mktemp("plan")
    theme = Theme(write_theme(folder / "theme"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("hearthbook.publish.builder.default_theme", lambda: theme)
        places = {
            forge: Place(write_hamlet(folder / str(forge), forge=forge), Store(folder / f"store-{forge}"))
            for forge in (False, True)
        }
        for place in places.values():
            place.build()
        yield places


@pytest.fixture
def hamlet(forge: bool, standing: dict[bool, Place]) -> Iterator[Place]:  # noqa: FBT001
    """One of them; what a test does to it is undone."""
    place = standing[forge]
    before = {folder: _written(folder) for folder in (place.root, place.root.parent / "theme")}
    kept = set(place.store.folder.glob("cells/*/*"))
    yield place
    for path in set(place.store.folder.glob("cells/*/*")) - kept:
        # else the next edit that makes the same cell would find it there
        path.unlink()
    for folder, files in before.items():
        for name in _written(folder).keys() - files.keys():
            (folder / name).unlink()
        for name, data in files.items():
            path = folder / name
            if not path.is_file() or path.read_bytes() != data:
                path.write_bytes(data)
    place.build()


def _written(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if not name.startswith("site/")}


def _shown(value: object) -> str:
    if isinstance(value, Edit):
        return value.what
    return "with a forge" if value else "without a forge"


def _named(cells: tuple[str, ...]) -> str:
    return " ".join(slug or "hub" for slug in cells)


@pytest.mark.parametrize(("forge", "edit"), ROWS, ids=_shown)
def test_an_edit_makes_only_the_cells_that_say_something_else(
    edit: Edit,
    forge: bool,  # noqa: FBT001
    hamlet: Place,
) -> None:
    edit.do(hamlet.root)
    built = hamlet.build()
    dressed = {*edit.dressed.split(), *(edit.lines.split() if forge else ())}
    assert _named(built.made) == edit.made
    assert set(_named(built.dressed).split()) == dressed
    assert " ".join(built.removed) == edit.removed


def _keys(root: Path) -> dict[str, str]:
    """Of all that has pages; what the form works from is made from other things."""
    planned = read_inputs(root, load(root), Wishes(), default_theme()).plan.cells
    return {slug: f"{one.key} {one.dress}" for slug, one in planned.items() if slug != FORM}


def test_every_cell_has_a_key_of_its_own_even_if_two_say_the_same(tmp_path: Path) -> None:
    root = write_hamlet(tmp_path / "hamlet")
    write_files(root, {"communities/pine.yml": FILES["communities/yew.yml"]})
    keys = _keys(root)
    assert len(set(keys.values())) == len(keys) == len({*PAGES, "/agenda", "pine"})


def test_keys_do_not_depend_on_where_the_archive_lies(tmp_path: Path) -> None:
    one, two = (write_hamlet(tmp_path / name, forge=True) for name in ("one", "deep/er/two"))
    for root in (one, two):
        replace_in(root / "mkdocs.yml", "material", "material\n  custom_dir: looks\nhooks: [ours.py]")
        write_files(root, {"looks/main.html": "{% extends 'base.html' %}", "ours.py": ""})
    assert _keys(one) == _keys(two)


def test_a_hook_that_changed_makes_all_cells_again(tmp_path: Path) -> None:
    root = write_hamlet(tmp_path)
    replace_in(root / "mkdocs.yml", "plugins:", "hooks: [ours.py]\nplugins:")
    write_files(root, {"ours.py": "one = 1\n"})
    before = _keys(root)
    write_files(root, {"ours.py": "one = 2\n"})
    assert not set(before.values()) & set(_keys(root).values())


@pytest.mark.parametrize("name", ["beside.py", "words/__init__.py", "words/deep.py"])
def test_what_a_hook_may_import_from_beside_it_makes_all_cells_again(name: str, tmp_path: Path) -> None:
    root = write_hamlet(tmp_path)
    replace_in(root / "mkdocs.yml", "plugins:", "hooks: [hooks/ours.py]\nplugins:")
    write_files(root / "hooks", {"ours.py": "", "words/__init__.py": "", name: "one = 1\n"})
    before = _keys(root)
    write_files(root / "hooks", {name: "one = 2\n"})
    assert not set(before.values()) & set(_keys(root).values())


def test_another_version_of_a_plugin_of_others_makes_all_cells_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_hamlet(tmp_path)
    replace_in(root / "mkdocs.yml", "plugins:", "plugins:\n  - tags")
    before = _keys(root)
    (found,) = entry_points(group="mkdocs.plugins", name="material/tags")
    later = SimpleNamespace(dist=SimpleNamespace(name=found.dist.name if found.dist else "", version="99"))
    monkeypatch.setattr("hearthbook.publish.tools.get_plugins", lambda: {"material/tags": later})
    assert not set(before.values()) & set(_keys(root).values())


def test_the_hub_comes_first_and_then_the_cells_by_slug(tmp_path: Path) -> None:
    assert tuple(_keys(write_hamlet(tmp_path))) == PAGES


def test_a_base_file_and_a_draft_have_no_cell(tmp_path: Path) -> None:
    root = write_hamlet(tmp_path)
    write_files(root, {"communities/pine.yml": f"{PINE}visibility: draft\n"})
    assert tuple(_keys(root)) == PAGES


def test_a_repository_brings_lines_to_all_cells(tmp_path: Path) -> None:
    without = _keys(write_hamlet(tmp_path / "without"))
    with_one = _keys(write_hamlet(tmp_path / "with", forge=True))
    assert not set(without.values()) & set(with_one.values())


def test_an_archive_that_moves_to_another_repository_tells_it_on_the_hub(tmp_path: Path) -> None:
    root = write_hamlet(tmp_path, forge=True)
    before = _keys(root)
    replace_in(root / "mkdocs.yml", "github.com/example/hamlet", "codeberg.org/example/hamlet")
    assert before[HUB] != _keys(root)[HUB]
