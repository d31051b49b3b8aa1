"""A project travels as one value that needs nothing of the machine it comes from."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.configuration import load
from hearthbook.publish.parcel import Unpacked, in_words_of, packed_project, project_in
from hearthbook.publish.press import Project
from hearthbook.resources import themes
from tests.publish.hamlet import replace_in, write_files, write_hamlet

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS = """\
INHERIT: ../base.yml
docs_dir: pages
site_dir: ../public
watch: [../base.yml]
theme: { name: material, custom_dir: ../overrides }
markdown_extensions:
  - toc: { slugify: !!python/name:markdown.extensions.toc.slugify_unicode }
  - footnotes: { BACKLINK_TEXT: back }
  - smarty
extra: { said: !ENV [HEARTHBOOK_TEST_SAID, nothing] }
"""


@pytest.fixture
def unpacked() -> Iterator[Unpacked]:
    """Room for parcels, empty at the start and cleared at the end."""
    room = Unpacked()
    yield room
    room.close()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that is spread over several folders."""
    root = write_hamlet(tmp_path / "hamlet")
    base = (
        (root / "mkdocs.yml").read_text(encoding="utf-8").replace("site_name: Hamlet", "site_name: Elsewhere")
    )
    files = {
        "base.yml": base,
        "overrides/main.html": "",
        "overrides/part/one.html": "1",
        "hamlet/pages/x": "",
    }
    write_files(tmp_path, {**files, "hamlet/mkdocs.yml": SETTINGS})
    return Project(root=str(root), theme=str(themes() / "hearth"), made_with="")


def test_the_same_project_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    before = packed_project(project)
    root = shutil.copytree(project.root, tmp_path / "other" / "hamlet")
    for name in ("base.yml", "overrides"):
        (shutil.copytree if name == "overrides" else shutil.copyfile)(tmp_path / name, root.parent / name)
    again = packed_project(Project(root=str(root), theme=project.theme, made_with=""))
    assert again.data == before.data
    assert again.origins != before.origins


def test_all_that_pages_are_made_with_is_there_when_the_project_is_gone(
    project: Project, unpacked: Unpacked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARTHBOOK_TEST_SAID", "only here")
    data = packed_project(project).data
    monkeypatch.delenv("HEARTHBOOK_TEST_SAID")
    shutil.rmtree(project.root)
    (tmp_path / "base.yml").unlink()
    shutil.rmtree(tmp_path / "overrides")
    folder = unpacked.folder(data)
    config = load(folder)
    assert config.site_name == "Elsewhere"
    assert config.extra["said"] == "only here"
    assert config.mdx_configs["footnotes"] == {"BACKLINK_TEXT": "back"}
    assert Path(config.theme.custom_dir or "", "part/one.html").read_text(encoding="utf-8") == "1"
    there = project_in(folder, project)
    assert Path(there.theme, "words/en.yml").read_bytes() == Path(project.theme, "words/en.yml").read_bytes()


def test_communities_stay_at_home(project: Project, unpacked: Unpacked) -> None:
    folder = unpacked.folder(packed_project(project).data)
    assert {path.name for path in folder.iterdir()} == {"content", "custom", "mkdocs.yml", "theme"}
    assert list((folder / "content").iterdir()) == []


def test_a_parcel_is_unpacked_once(project: Project, unpacked: Unpacked) -> None:
    data = packed_project(project).data
    assert unpacked.folder(data) == unpacked.folder(data)


def test_few_parcels_stay_and_the_last_is_among_them(project: Project, unpacked: Unpacked) -> None:
    folders = []
    for number in range(5):
        replace_in(
            Path(project.root, "mkdocs.yml"), "HEARTHBOOK_TEST_SAID, ", f"HEARTHBOOK_TEST_SAID, {number}"
        )
        folders.append(unpacked.folder(packed_project(project).data))
    assert [folder.is_dir() for folder in folders] == [False, False, True, True, True]


def test_places_are_told_as_they_are_at_home(project: Project, unpacked: Unpacked, tmp_path: Path) -> None:
    parcel = packed_project(project)
    folder = unpacked.folder(parcel.data)
    text = f"{folder}/custom/main.html:3 and {folder}/theme/html/main.html:4"
    home = f"{tmp_path}/overrides/main.html:3 and {project.theme}/html/main.html:4"
    assert in_words_of(parcel.origins, folder, text) == home
