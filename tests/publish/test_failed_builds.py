"""A build that fails says why, and the old site stays byte for byte."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Never

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish.builder import UnfitArchiveError, Wishes, build_site
from hearthbook.publish.configuration import load
from hearthbook.publish.driver import fit_archive
from hearthbook.publish.folder import SiteFolder
from hearthbook.publish.mkdocs_site import MkDocsSite
from hearthbook.render.theme import Theme
from hearthbook.resources import themes
from tests.publish.sites import add_line, run, tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.publish.store import Store

OLD = {"index.html": b"old", "oak/index.html": b"old oak"}


@pytest.fixture
def built(town: Path) -> Path:
    """An archive with the site of an earlier build."""
    for name, data in OLD.items():
        path = town / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return town


def _fails(root: Path, *, store: Store | None = None, strict: bool = False) -> str:
    """What the build objects to; the old site is whole and nothing else lies about."""
    with pytest.raises(HearthbookError) as caught:
        build_site(root, Wishes(strict=strict, store=store))
    assert tree(root / "site") == OLD
    assert not list(root.glob(".hearthbook*"))
    return str(caught.value)


def _spoil(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_broken_yaml_is_told_with_its_line(built: Path) -> None:
    _spoil(built, "communities/oak.yml", "name: Oak\npromise: [\n")
    told = _fails(built)
    assert "communities/oak.yml:" in told
    assert "error: nothing was built" in told


def test_every_finding_is_told_at_once(built: Path) -> None:
    _spoil(built, "communities/oak.yml", "name: Oak\n")
    _spoil(built, "communities/elm.yml", "name: Elm\n")
    told = _fails(built)
    assert "communities/oak.yml" in told
    assert "communities/elm.yml" in told


def test_an_unfit_archive_keeps_its_findings_for_reports(built: Path) -> None:
    _spoil(built, "communities/oak.yml", "name: Oak\n")
    with pytest.raises(UnfitArchiveError) as caught:
        fit_archive(built, load(built))
    assert {finding.place.file for finding in caught.value.findings} == {"communities/oak.yml"}


def test_a_slip_in_an_html_template_is_told_with_its_file_and_line(built: Path) -> None:
    _spoil(built, "looks/main.html", "{% extends 'base.html' %}\n{% block content %}\n{% endfor %}\n")
    config = (built / "mkdocs.yml").read_text(encoding="utf-8")
    custom = config.replace("name: material", "name: material\n  custom_dir: looks")
    _spoil(built, "mkdocs.yml", custom)
    told = _fails(built)
    assert "main.html:3: " in told
    assert "endfor" in told


def test_a_word_that_an_html_template_does_not_know_is_told_with_its_line(built: Path) -> None:
    _spoil(
        built,
        "looks/main.html",
        "{% extends 'base.html' %}\n{% block content %}\n{{ no.such }}{% endblock %}",
    )
    config = (built / "mkdocs.yml").read_text(encoding="utf-8")
    _spoil(built, "mkdocs.yml", config.replace("name: material", "name: material\n  custom_dir: looks"))
    told = _fails(built)
    assert "main.html:3: " in told
    assert "'no' is undefined" in told


def test_a_slip_in_a_page_template_is_told_with_its_file_and_line(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (themes() / "hearth").rglob("*.jinja"):
        _spoil(tmp_path / "theme/pages", path.name, path.read_text(encoding="utf-8"))
    for path in (themes() / "hearth" / "words").glob("*.yml"):
        _spoil(tmp_path / "theme/words", path.name, path.read_text(encoding="utf-8"))
    _spoil(tmp_path / "theme/pages", "norms.md.jinja", "one\n{{ c.colour_of_the_sea }}\n")
    monkeypatch.setattr("hearthbook.publish.builder.default_theme", lambda: Theme(tmp_path / "theme"))
    assert "norms.md.jinja:2: " in _fails(built)


def _out_of_space(after: int) -> Callable[[Path, bytes], int]:
    write, count = Path.write_bytes, iter(range(10**6))

    def write_some(path: Path, data: bytes) -> int:
        if ".hearthbook-new-" in str(path) and next(count) >= after:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    return write_some


def test_a_disk_that_fills_up_in_the_middle_is_told(
    built: Path, kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "write_bytes", _out_of_space(after=5))
    assert "the site cannot be written: No space left on device" in _fails(built, store=kept)


def test_a_page_that_mkdocs_left_out_stops_the_build(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep = MkDocsSite.finished

    def keep_most(site: MkDocsSite, output: str, path: str) -> str:
        return "" if path == "lantern-walk/norms/index.html" else keep(site, output, path)

    monkeypatch.setattr(MkDocsSite, "finished", keep_most)
    assert "MkDocs left out lantern-walk/norms/index.html; the old site is untouched" in _fails(built)


def test_a_refused_move_is_told(built: Path, kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Never:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(SiteFolder, "_move_file", refuse)
    assert "the site cannot be written: Permission denied" in _fails(built, store=kept)


def test_a_strict_build_stops_at_a_warning_and_says_which(built: Path, kept: Store) -> None:
    add_line(built, "no_such_setting: 1")
    assert "no_such_setting" in _fails(built, store=kept, strict=True)


def test_a_warning_is_handed_on(town: Path, kept: Store) -> None:
    add_line(town, "no_such_setting: 1")
    assert any("no_such_setting" in line for line in build_site(town, Wishes(store=kept)).warnings)


def test_a_broken_link_in_an_article_stops_a_strict_build(built: Path, kept: Store) -> None:
    _spoil(built, "content/lantern-walk/lost.md", "# Lost\n\n[Nowhere](nowhere.md)\n")
    assert "nowhere.md" in _fails(built, store=kept, strict=True)


def test_a_failed_build_ends_with_words_and_exit_code_1(built: Path) -> None:
    _spoil(built, "communities/oak.yml", "name: Oak\npromise: [\n")
    done = run("hearthbook", "build", cwd=built)
    assert done.returncode == 1
    assert "communities/oak.yml:" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert tree(built / "site") == OLD
