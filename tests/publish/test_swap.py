"""The finished site takes the old one's place whole, or the old one stays."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Never

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.swap import staged


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of an earlier build."""
    folder = tmp_path / "public" / "site"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("old", encoding="utf-8")
    return folder


def _write(folder: Path, text: str = "new") -> None:
    folder.joinpath("index.html").write_text(text, encoding="utf-8")


def _read(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def _full(*_: object, **__: object) -> Never:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_the_first_build_makes_the_folder(tmp_path: Path) -> None:
    with staged(tmp_path / "deep" / "site") as staging:
        _write(staging)
    assert _read(tmp_path / "deep" / "site") == "new"


def test_the_old_site_is_there_until_the_end(site: Path) -> None:
    with staged(site) as staging:
        _write(staging)
        assert _read(site) == "old"
    assert _read(site) == "new"


def test_nothing_is_left_beside_the_site(site: Path) -> None:
    with staged(site) as staging:
        _write(staging)
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_readers_of_the_web_server_may_read_the_new_site(site: Path) -> None:
    with staged(site) as staging:
        _write(staging)
    assert site.stat().st_mode & 0o777 == 0o755


def test_files_that_are_not_ours_go(site: Path) -> None:
    (site / "left-behind.html").touch()
    with staged(site) as staging:
        _write(staging)
    assert not (site / "left-behind.html").exists()


def test_hidden_files_stay(site: Path) -> None:
    (site / ".gitignore").write_text("*\n", encoding="utf-8")
    with staged(site) as staging:
        _write(staging)
    assert (site / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_repository_inside_the_site_stays(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref: refs/heads/pages\n", encoding="utf-8")
    with staged(site) as staging:
        _write(staging)
    assert (site / ".git" / "HEAD").read_text(encoding="utf-8") == "ref: refs/heads/pages\n"


def test_a_link_to_the_site_goes_on_leading_there(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "site"
    link.symlink_to(site)
    with staged(link) as staging:
        _write(staging)
    assert link.is_symlink()
    assert _read(site) == "new"


def test_an_error_on_the_way_leaves_the_old_site_alone(site: Path) -> None:
    with pytest.raises(ZeroDivisionError), staged(site) as staging:
        _write(staging, str(1 / 0))
    assert _read(site) == "old"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_full_disk_is_told_in_words(site: Path) -> None:
    with pytest.raises(HearthbookError, match="No space left on device; free some space"), staged(site):
        _full()
    assert _read(site) == "old"


def test_a_refused_swap_puts_the_old_site_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def refuse_the_new(self: Path, target: Path) -> Path:
        if self.name.startswith(".hearthbook-new-"):
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse_the_new)
    with (
        pytest.raises(HearthbookError, match="cannot be written: Permission denied"),
        staged(site) as staging,
    ):
        _write(staging)
    assert _read(site) == "old"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_place_where_nothing_may_be_made_is_told_in_words(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.mkdtemp", _full)
    with pytest.raises(HearthbookError, match="the old site is whole"), staged(site):
        pytest.fail("there is nowhere to build")


def test_a_file_in_the_place_of_the_site_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with (
        pytest.raises(HearthbookError, match="a file stands where the site should go"),
        staged(tmp_path / "site"),
    ):
        pytest.fail("there is nowhere to build")
    assert (tmp_path / "site").read_text(encoding="utf-8") == "mine"


def test_what_a_killed_build_left_is_cleared(site: Path) -> None:
    half = site.with_name(".hearthbook-new-site-ab12cd_9")
    half.mkdir()
    _write(half, "half")
    with staged(site) as staging:
        _write(staging)
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_site_that_a_killed_swap_left_aside_comes_back(site: Path) -> None:
    site.rename(site.with_name(".hearthbook-old-site-ab12cd_9"))
    with pytest.raises(ZeroDivisionError), staged(site):
        raise ZeroDivisionError
    assert _read(site) == "old"


def test_an_old_site_beside_a_finished_swap_is_cleared(site: Path) -> None:
    aside = site.with_name(".hearthbook-old-site-ab12cd_9")
    aside.mkdir()
    _write(aside, "older")
    with pytest.raises(ZeroDivisionError), staged(site):
        raise ZeroDivisionError
    assert _read(site) == "old"
    assert not aside.exists()


def test_what_belongs_to_a_site_with_a_longer_name_is_left_alone(site: Path) -> None:
    other = site.with_name(".hearthbook-old-site-two-ab12cd_9")
    other.mkdir()
    with staged(site) as staging:
        _write(staging)
    assert other.is_dir()


def test_two_builds_at_once_leave_each_other_alone(site: Path) -> None:
    with staged(site) as first:
        _write(first, "first")
        with staged(site) as second:
            _write(second, "second")
        assert _read(site) == "second"
    assert _read(site) == "first"
    assert [path.name for path in site.parent.iterdir()] == ["site"]
