"""A cache that cannot be used costs time and nothing else, with the real press as well."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING, Final, Never

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.publish.builder import Wishes, build_site
from hearthbook.publish.store import Store
from tests.publish.hamlet import write_lone
from tests.publish.sites import tree

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("few_assets")

# As it is, and not as all other tests have it.
TEMPLATES: Final = Store.templates


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of one community, not built yet."""
    return write_lone(tmp_path / "hamlet")


def _full(*_: object, **__: object) -> Never:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("verb", ["build", "check"])
def test_a_file_where_the_cache_should_be_stops_nobody(
    verb: str, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("HEARTHBOOK_CACHE", str(tmp_path / "file"))
    for _ in range(2):
        done = CliRunner().invoke(main, [verb, "--project", str(root)])
        assert (done.exit_code, done.stderr) == (0, "")
    assert (root / "site/yew/index.html").is_file() == (verb == "build")


def test_a_full_disk_around_the_cache_stops_nobody(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(root, Wishes(site_dir=tmp_path / "fresh"))
    monkeypatch.setattr("tempfile.mkstemp", _full)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", _full)
    for _ in range(2):
        build_site(root, Wishes(store=Store(tmp_path / "store"), strict=True))
    assert tree(root / "site") == tree(tmp_path / "fresh")


def test_a_folder_for_compiled_templates_that_is_lost_stops_nobody(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "templates", TEMPLATES)
    store = Store(tmp_path / "store")
    build_site(root, Wishes(store=store))
    shutil.rmtree(store.folder)
    store.folder.write_bytes(b"")
    (root / "communities/elm.yml").write_bytes((root / "communities/yew.yml").read_bytes())
    assert build_site(root, Wishes(store=store)).communities == 2
