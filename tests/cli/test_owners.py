"""`hearthbook owners`: CODEOWNERS from the roles in an archive, printed, written and checked."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.export.codeowners import FILES, FORGES
from tests.compare.proposed import FILES as ARCHIVE
from tests.compare.proposed import OAK, SETTINGS, Repository
from tests.repository import git

if TYPE_CHECKING:
    from click.testing import Result

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in a folder that is no repository."""
    project = tmp_path / "project"
    Repository(project).write(ARCHIVE)
    return project


def _owners(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["owners", *words, "--project", str(root)])


def _oak(root: Path, old: str, new: str) -> Path:
    Repository(root).write({"communities/oak.yml": OAK.replace(old, new)})
    return root


def _asked(root: Path, *words: str) -> str:
    """Whom the forge asks about the file of Oak."""
    lines = _owners(root, *words).stdout.splitlines()
    return next((line.partition(" ")[2] for line in lines if "/oak.yml" in line), "")


def test_founders_hosts_and_whoever_keeps_the_pages_true_are_asked_and_contacts_are_not(root: Path) -> None:
    assert _asked(root) == "@ada @jonas"
    assert _asked(_oak(root, "owner: wren", "owner: kim")) == "@ada @kim @jonas"


def test_everything_else_is_the_maintainers(root: Path) -> None:
    assert "\n* @mo @max\n" in _owners(root).output


def test_who_wishes_not_to_be_shown_is_left_out_in_silence(root: Path) -> None:
    result = _owners(_oak(root, 'handle: "@ada"', 'handle: "@ada", show: nothing'))
    assert "ada" not in result.output
    assert result.stderr == ""


def test_who_is_shown_by_name_is_asked_by_their_account(root: Path) -> None:
    _oak(root, 'handle: "@ada"', 'handle: "@ada", name: Ada Example, show: name')
    assert _asked(root) == "@ada @jonas"
    assert "Example" not in _owners(root).output


def test_a_handle_without_an_at_sign_is_no_account(root: Path) -> None:
    assert "Wren" not in _owners(root).output


def test_an_account_that_cannot_be_is_left_out_with_a_word(root: Path) -> None:
    _oak(root, 'handle: "@ada"', 'handle: "@ada_l"')
    assert "oak.yml: @ada_l cannot be an account on github and is left out\n" in _owners(root).stderr
    assert _asked(root) == "@jonas"
    assert _asked(root, "--forge", "gitlab") == "@ada_l @jonas"


def test_where_handles_are_no_accounts_everything_is_the_maintainers(root: Path) -> None:
    Repository(root).write({"mkdocs.yml": SETTINGS + "        handles: false\n"})
    assert _asked(root) == ""
    assert _owners(root).output.endswith("\n* @mo @max\n")


def test_a_file_with_errors_is_the_maintainers_and_that_is_said(root: Path) -> None:
    _oak(root, "name: Oak", "nmae: Oak")
    result = _owners(root)
    assert "communities/oak.yml has errors, so maintainers are asked about it\n" in result.stderr
    assert "/oak.yml" not in result.stdout


def test_without_maintainers_it_says_how_to_name_them(root: Path) -> None:
    Repository(root).write({"mkdocs.yml": "plugins: [hearthbook]\n"})
    result = _owners(root)
    assert result.exit_code == 1
    assert "nobody is named who looks after what is no community's; write their accounts" in result.output


@pytest.mark.parametrize("forge", FORGES)
def test_what_was_written_is_current_until_a_role_changes(root: Path, forge: str) -> None:
    assert _owners(root, "--check", "--forge", forge).exit_code == 1
    assert _owners(root, "--write", "--forge", forge).exit_code == 0
    result = _owners(root, "--check")
    assert (result.exit_code, result.output) == (0, "")
    _oak(root, "founders: [ada]", "founders: [kim]")
    result = _owners(root, "--check")
    assert result.exit_code == 1
    assert [line[0] for line in result.stdout.splitlines() if "/oak.yml" in line or "/oak\\" in line] == [
        "-",
        "+",
    ]
    name = next(FILES[each] for each in FORGES if each == forge)
    assert result.stderr == f"{name}: not current; run `hearthbook owners --write --forge {forge}`\n"


def test_a_file_that_the_forge_reads_instead_is_told(root: Path) -> None:
    Repository(root).write({"CODEOWNERS": "* @eve\n"})
    result = _owners(root, "--write", "--forge", "forgejo")
    assert result.exit_code == 1
    assert "CODEOWNERS: the forge reads this file instead of .forgejo/CODEOWNERS; take" in result.output
    assert not (root / ".forgejo").exists()


def test_a_link_is_not_written_through(root: Path, tmp_path: Path) -> None:
    (root / ".github").mkdir()
    (root / ".github" / "CODEOWNERS").symlink_to(tmp_path / "elsewhere")
    result = _owners(root, "--write")
    assert result.exit_code == 1
    assert "links are not followed" in result.output
    assert not (tmp_path / "elsewhere").exists()


def test_the_forge_is_known_by_the_folder_that_is_there(root: Path) -> None:
    (root / ".forgejo").mkdir()
    assert "(communities/oak" in _owners(root).output
    (root / ".gitlab-ci.yml").write_text("{}", encoding="utf-8")
    (root / ".forgejo").rmdir()
    assert "\n[Hearthbook]\n" in _owners(root).output


@needs_git
def test_in_a_folder_of_a_repository_it_is_written_at_the_repositorys_top(root: Path) -> None:
    git(root.parent, "init", "-q")
    assert _owners(root, "--write").exit_code == 0
    text = (root.parent / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    assert "\n/project/communities/oak.yml @ada @jonas\n" in text


def test_the_policy_may_stand_in_pyproject_but_not_in_both(root: Path) -> None:
    table = '[tool.hearthbook.review]\nmaintainers = ["@noor"]\n'
    Repository(root).write({"pyproject.toml": table})
    assert "and so does pyproject.toml; keep one of the two tables" in _owners(root).output
    Repository(root).write({"mkdocs.yml": "plugins: [hearthbook]\n"})
    assert "\n* @noor\n" in _owners(root).output


@needs_git
def test_the_file_of_this_checkout_is_current() -> None:
    checkout = Path(__file__).resolve().parents[2]
    result = _owners(checkout, "--check", "--forge", "github")
    assert (result.exit_code, result.output) == (0, "")
