"""`hearthbook build` says what it made, or why it made nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Never

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from tests.publish.hamlet import write_lone
from tests.publish.sites import add_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result


pytestmark = pytest.mark.usefixtures("few_assets")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive of one community."""
    return write_lone(tmp_path / "hamlet")


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _build(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--project", str(root), *options])


def test_it_says_how_much_it_made_and_where(root: Path) -> None:
    done = _build(root)
    assert done.exit_code == 0
    said = rf"\d+ pages for 1 community in \d+\.\d s: {re.escape(str(root / 'site'))}\n"
    assert re.fullmatch(said, done.output)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda _: None, "all as it was"),
        (lambda root: (root / "site/yew/index.html").unlink(), "1 with new lines or put back"),
        (lambda root: add_line(root, "copyright: ours"), ""),
        (lambda root: _append(root / "content/index.md", "\nMore.\n"), "the hub made anew"),
    ],
    ids=["nothing", "damage", "everything", "the hub"],
)
def test_it_says_what_it_did(change: Callable[[Path], object], said: str, root: Path) -> None:
    _build(root)
    change(root)
    expected = f" for 1 community, {said} in " if said else " for 1 community in "
    assert expected in _build(root).output


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("_make", "the old site is untouched"),
        ("_remember", "each community's pages are the old ones or the new"),
    ],
    ids=["while pages are made", "while they move in"],
)
def test_ctrl_c_is_answered_with_what_became_of_the_site(
    step: str, said: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> Never:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"hearthbook.publish.builder._Build.{step}", stop)
    done = _build(root)
    assert done.exit_code == 1
    assert f"stopped; {said}" in done.stderr


def test_quiet_says_nothing(root: Path) -> None:
    done = _build(root, "--quiet")
    assert (done.exit_code, done.output) == (0, "")
    assert (root / "site/index.html").is_file()


def test_a_warning_is_told_and_the_site_is_made(root: Path) -> None:
    add_line(root, "no_such_setting: 1")
    done = _build(root, "--quiet")
    assert done.exit_code == 0
    assert done.stderr.startswith("warning: ")
    assert done.stderr.count("no_such_setting") == 2
    assert (root / "site/index.html").is_file()


def test_strict_makes_a_warning_an_error(root: Path) -> None:
    add_line(root, "no_such_setting: 1")
    done = _build(root, "--strict")
    assert done.exit_code == 1
    assert "no_such_setting" in done.stderr
    assert not (root / "site").exists()


def test_findings_end_it_with_exit_code_1(root: Path) -> None:
    (root / "communities/oak.yml").write_text("name: Oak\n", encoding="utf-8")
    done = _build(root)
    assert done.exit_code == 1
    assert "communities/oak.yml:1:1 " in done.stderr
    assert "1 error: nothing was built; mend it and build again" in done.stderr


def test_a_file_where_the_site_should_go_is_told(root: Path) -> None:
    (root / "site").write_text("mine", encoding="utf-8")
    done = _build(root)
    assert done.exit_code == 1
    assert done.stderr == f"{root / 'site'}: a file stands where the site should go; move it away\n"


def test_a_folder_that_is_no_archive_is_told(tmp_path: Path) -> None:
    done = _build(tmp_path)
    assert done.exit_code == 1
    assert "there is no mkdocs.yml here; run `hearthbook init` there" in done.stderr


def test_a_folder_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    done = _build(tmp_path / "nowhere")
    assert done.exit_code == 2
    assert "nowhere" in done.stderr


def test_its_help_shows_how_to_call_it() -> None:
    done = CliRunner().invoke(main, ["build", "--help"])
    assert "  hearthbook build\n  hearthbook build --strict --project ../my-archive\n" in done.output


def test_portable_writes_a_copy_besides_and_says_where(root: Path) -> None:
    done = _build(root, "--portable")
    first = root / "site-portable/index.html"
    assert done.exit_code == 0
    assert done.output.endswith(f"a copy to open without a server: {first}\n")
    assert 'href="yew/index.html"' in first.read_text(encoding="utf-8")
    assert not (root / "site-portable/404.html").exists()


def test_a_share_has_no_portable_copy(root: Path) -> None:
    done = _build(root, "--portable", "--shard", "1/2")
    assert done.exit_code == 2
    assert "join the shards first" in done.stderr
