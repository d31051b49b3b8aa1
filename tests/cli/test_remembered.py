"""`hearthbook build` and `check` answer from memory only while what they depend on stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Never

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.errors import HearthbookError
from tests.publish.hamlet import FILES, replace_in, write_files, write_hamlet

if TYPE_CHECKING:
    from pathlib import Path

VERBS: Final = {
    "build": "hearthbook.publish.builder.build_site",
    "check": "hearthbook.publish.checked.check_archive",
}


pytestmark = pytest.mark.usefixtures("few_assets")


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Lets files count as settled at once, and keeps everything in a cache of its own."""
    monkeypatch.setattr("hearthbook.publish.unchanged.FRESH", -(10**15))
    monkeypatch.setenv("HEARTHBOOK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("HEARTHBOOK_TEST_ZONE", "Europe/Berlin")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive that inherits settings, which ask the environment."""
    root = write_hamlet(tmp_path / "hamlet")
    write_files(tmp_path, {"base.yml": FILES["mkdocs.yml"]})
    replace_in(tmp_path / "base.yml", "zone: Europe/Berlin", "zone: !ENV HEARTHBOOK_TEST_ZONE")
    write_files(root, {"mkdocs.yml": "INHERIT: ../base.yml  # what we share\n"})
    return root


def _again(*_: object, **__: object) -> Never:
    raise HearthbookError("done again")


def _said(verb: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a verb says if it may not do its work again."""
    with monkeypatch.context() as patch:
        patch.setattr(VERBS[verb], _again)
        return CliRunner().invoke(main, [verb, "--project", str(root)]).output


@pytest.mark.parametrize("verb", VERBS)
def test_an_archive_that_asks_the_environment_is_remembered_while_that_says_the_same(
    verb: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CliRunner().invoke(main, [verb, "--project", str(root)]).exit_code == 0
    assert "done again" not in _said(verb, root, monkeypatch)
    monkeypatch.setenv("HEARTHBOOK_TEST_ZONE", "Asia/Tokyo")
    assert "done again" in _said(verb, root, monkeypatch)
    monkeypatch.setenv("HEARTHBOOK_TEST_ZONE", "Europe/Berlin")
    assert "done again" not in _said(verb, root, monkeypatch)


@pytest.mark.parametrize("verb", VERBS)
def test_a_file_that_mkdocs_yml_inherits_counts(
    verb: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CliRunner().invoke(main, [verb, "--project", str(root)])
    replace_in(root / "../base.yml", "language: en", "language: de")
    assert "done again" in _said(verb, root, monkeypatch)
