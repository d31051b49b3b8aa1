"""Finished cells take the old ones' place whole, and what is not ours stays."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, Never

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish import folder as module
from hearthbook.publish.folder import MARK, SiteFolder, opened

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = b"<head>" + MARK + b"</head><p>old</p>"
PARTS: Final = {"index.html", "oak"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of an earlier build."""
    folder = tmp_path / "public" / "site"
    (folder / "oak").mkdir(parents=True)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "oak" / "index.html").write_bytes(PAGE)
    return folder


def _wait() -> None:
    pytest.fail("nobody else is at work")


def _move(site: Path, content: bytes = b"new") -> None:
    with opened(site, _wait) as folder:
        folder.stage("oak/index.html", content)
        folder.stage("index.html", content)
        folder.move_in([], ["oak"], ["index.html"])


def _full(*_: object, **__: object) -> Never:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_the_first_build_makes_the_folder(tmp_path: Path) -> None:
    _move(tmp_path / "deep" / "site")
    assert (tmp_path / "deep/site/oak/index.html").read_bytes() == b"new"


def test_nothing_changes_before_everything_is_staged(site: Path) -> None:
    with opened(site, _wait) as folder:
        folder.stage("oak/index.html", b"new")
        assert (site / "oak/index.html").read_bytes() == PAGE


@pytest.mark.parametrize("exchange", [True, False], ids=["in one step", "in two"])
def test_a_cell_is_replaced_whole(exchange: bool, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    if not exchange:
        monkeypatch.setattr(module, "_exchange", _full)
    (site / "oak" / "gone.html").touch()
    _move(site)
    assert [path.name for path in (site / "oak").iterdir()] == ["index.html"]
    assert (site / "oak/index.html").read_bytes() == b"new"


def test_nothing_is_left_beside_the_site(site: Path) -> None:
    _move(site)
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.fixture
def mounted(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site on a disk of its own, so that nothing around it can be moved into it."""

    def across(step: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def move(path: Path, target: Path) -> Path:
            if len({one.is_relative_to(site) for one in (path, target)}) == 2:
                raise OSError(errno.EXDEV, "Invalid cross-device link")
            return step(path, target)

        return move

    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, across(getattr(Path, name)))
    return site


def test_a_site_on_a_disk_of_its_own_is_written_from_within(mounted: Path) -> None:
    with opened(mounted, _wait) as folder:
        folder.stage("oak/index.html", b"new")
        folder.stage("index.html", b"new")
        assert not [path for path in mounted.iterdir() if path.name[0] != "." and path.name not in PARTS]
        folder.move_in([], ["oak"], ["index.html"])
        folder.throw_away(["oak"])
    assert [path.name for path in mounted.iterdir()] == ["index.html"]
    assert (mounted / "index.html").read_bytes() == b"new"


def test_what_a_killed_build_left_on_a_disk_of_its_own_is_cleared(mounted: Path) -> None:
    (mounted / ".hearthbook-new-site-ab12cd_9").mkdir()
    _move(mounted)
    assert {path.name for path in mounted.iterdir()} == PARTS


def test_readers_of_the_web_server_may_read_what_is_new(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _move(site)
    mask = os.umask(0)
    os.umask(mask)
    for path in (site, site / "oak"):
        assert path.stat().st_mode & 0o777 == 0o777 & ~mask
    assert (site / "oak/index.html").stat().st_mode & 0o777 == 0o666 & ~mask


def test_what_people_put_into_the_site_stays(site: Path) -> None:
    (site / "CNAME").write_text("oak.example.org", encoding="utf-8")
    (site / "notes").mkdir()
    (site / "notes" / "index.html").write_text("mine", encoding="utf-8")
    _move(site)
    with opened(site, _wait) as folder:
        assert folder.strays({"oak", "index.html"}, {"index.html"}, deep=True) == []
    assert (site / "CNAME").is_file()


def test_a_page_of_somebody_else_that_uses_our_style_sheet_is_left_alone(site: Path) -> None:
    page = b'<link rel="stylesheet" href="../assets/hearth/hearth.css"><p>mine</p>'
    for name in ("notes", "oak/notes"):
        (site / name).mkdir()
        (site / name / "index.html").write_bytes(page)
    (site / "notes.html").write_bytes(page)
    with opened(site, _wait) as folder:
        assert folder.strays({"oak", "index.html"}, {"index.html"}, deep=True) == []


def test_a_cell_of_an_earlier_build_that_nobody_claims_is_found(site: Path) -> None:
    (site / "elm").mkdir()
    (site / "elm" / "index.html").write_bytes(PAGE)
    with opened(site, _wait) as folder:
        assert folder.strays({"oak", "index.html"}, {"index.html"}, deep=False) == ["elm"]


def test_a_page_of_the_hub_that_nobody_claims_is_found_when_nothing_else_is_known(site: Path) -> None:
    (site / "guides" / "old").mkdir(parents=True)
    (site / "guides" / "old" / "index.html").write_bytes(PAGE)
    claimed = {"index.html", "guides/new/index.html"}
    with opened(site, _wait) as folder:
        assert folder.strays({"oak", "index.html", "guides"}, claimed, deep=True) == ["guides/old/index.html"]


def test_what_is_thrown_away_takes_empty_folders_with_it(site: Path) -> None:
    (site / "guides" / "old").mkdir(parents=True)
    (site / "guides" / "old" / "index.html").write_bytes(PAGE)
    with opened(site, _wait) as folder:
        folder.throw_away(["guides/old/index.html", "oak"])
    assert [path.name for path in site.iterdir()] == ["index.html"]


def test_a_link_to_the_site_goes_on_leading_there(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "site"
    link.symlink_to(site)
    _move(link)
    assert link.is_symlink()
    assert (site / "index.html").read_bytes() == b"new"


def test_a_full_disk_is_told_in_words(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(site, _wait) as folder:
        monkeypatch.setattr("pathlib.Path.write_bytes", _full)
        with pytest.raises(HearthbookError, match="No space left on device; free some space"):
            folder.stage("index.html", b"new")
    assert (site / "index.html").read_bytes() == PAGE


def test_what_fails_elsewhere_is_not_told_of_the_site(site: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), opened(site, _wait) as folder:
        folder.stage_copy("oak/leaf.png", tmp_path / "nowhere.png")
    with pytest.raises(OSError, match="No space left"), opened(site, _wait):
        _full()


def test_a_place_where_nothing_may_be_made_is_told_in_words(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.mkdtemp", _full)
    with pytest.raises(HearthbookError, match="the old pages are whole"), opened(site, _wait):
        pytest.fail("there is nowhere to build")


def test_a_file_in_the_place_of_the_site_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with (
        pytest.raises(HearthbookError, match="a file stands where the site should go"),
        opened(tmp_path / "site", _wait),
    ):
        pytest.fail("there is nowhere to build")
    assert (tmp_path / "site").read_text(encoding="utf-8") == "mine"


def test_what_a_killed_build_left_is_cleared(site: Path) -> None:
    half = site.with_name(".hearthbook-new-site-ab12cd_9")
    half.mkdir()
    _move(site)
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_what_belongs_to_a_site_with_a_longer_name_is_left_alone(site: Path) -> None:
    other = site.with_name(".hearthbook-new-site-two-ab12cd_9")
    other.mkdir()
    _move(site)
    assert other.is_dir()


def test_a_second_build_says_that_it_waits(site: Path) -> None:
    said: list[str] = []

    def wait() -> None:
        said.append("waiting")
        raise KeyboardInterrupt

    with opened(site, _wait), pytest.raises(KeyboardInterrupt), opened(site, wait):
        pytest.fail("two builds write one site")
    assert said == ["waiting"]


def test_a_page_where_a_folder_was_takes_its_place(site: Path) -> None:
    (site / "404.html").mkdir()
    with opened(site, _wait) as folder:
        folder.stage("404.html", b"new")
        folder.move_in([], [], ["404.html"])
    assert (site / "404.html").read_bytes() == b"new"


def test_files_are_adopted_with_their_folders(site: Path, tmp_path: Path) -> None:
    made = tmp_path / "made"
    (made / "assets" / "css").mkdir(parents=True)
    (made / "assets" / "css" / "a.css").write_text("a", encoding="utf-8")
    with opened(site, _wait) as folder:
        assert folder.adopt(made) == ("assets/css/a.css",)
        folder.move_in(["assets/css/a.css"], [], [])
    assert (site / "assets/css/a.css").read_text(encoding="utf-8") == "a"


def test_a_site_folder_takes_its_place_only_once(site: Path) -> None:
    with opened(site, _wait) as folder:
        assert isinstance(folder, SiteFolder)
        folder.move_in([], [], [])
    assert (site / "index.html").read_bytes() == PAGE
