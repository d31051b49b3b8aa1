"""Whose a file is, and so whose approval a change to it needs."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.compare.proposed import OAK, SETTINGS, repository, told
from tests.repository import git

if TYPE_CHECKING:
    from pathlib import Path

    from tests.compare.proposed import Repository

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")

BASE = 'conduct:\n  contacts: [{who: noor, reach: noor@example.org}]\npeople:\n  noor: {handle: "@noor"}\n'
CHILD = "name: {}\nextends: _trees\npromise: {{for: [beginners], outcome: climb}}\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """An archive with one community, Oak."""
    return repository(tmp_path)


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        ".github/workflows/publish.yml",
        ".github/CODEOWNERS",
        "mkdocs.yml",
        "Communities/oak.yml",
        "content/.hidden/page.md",
        "communities/.gitattributes",
        "contents/page.md",
    ],
)
def test_a_file_outside_of_the_two_folders_needs_a_maintainer(repo: Repository, path: str) -> None:
    repo.commit({path: "site_name: x\n"})
    assert told(repo.asked("@ada", "@noor")) == [("", "outside", "unmet")]
    assert told(repo.asked("@mo")) == [("", "outside", "met")]


def test_a_file_that_leaves_the_two_folders_or_comes_into_them_counts_on_both_sides(repo: Repository) -> None:
    repo.commit({"content/index.md": None, "elsewhere.md": "# Town\n"})
    paths = [what.text for each in repo.asked() for what in each.need.what]
    assert paths == ["content/index.md removed", "elsewhere.md added"]


def test_links_programs_and_other_repositories_are_no_ordinary_files(repo: Repository) -> None:
    git(repo.root, "checkout", "-q", "idea")
    (repo.root / "content" / "link.md").symlink_to("/etc/hostname")
    (repo.root / "content" / "index.md").chmod(0o755)
    git(repo.root, "add", "-A")
    head = git(repo.root, "rev-parse", "HEAD")
    git(repo.root, "update-index", "--add", "--cacheinfo", f"160000,{head},content/other")
    git(repo.root, "commit", "-q", "-m", "odd")
    (one,) = repo.asked()
    odd = "and it is no ordinary file or no longer the same kind of file"
    assert one.need.kind == "outside"
    assert [what.text for what in one.need.what] == [
        f"content/index.md changed, {odd}",
        f"content/link.md added, {odd}",
        f"content/other added, {odd}",
    ]


def test_a_file_above_the_project_folder_is_outside_as_well(tmp_path: Path) -> None:
    inner = tmp_path / "handbooks"
    inner.mkdir()
    repo = repository(inner)
    shutil.move(inner / ".git", tmp_path / ".git")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "deeper")
    git(tmp_path, "branch", "-f", "idea", "main")
    git(tmp_path, "checkout", "-q", "idea")
    (tmp_path / "Makefile").write_text("all:\n", encoding="utf-8")
    repo.oak("for: [beginners]", "for: [everybody]")
    (first, second) = repo.asked("@ada")
    assert (first.need.about, first.state) == ("oak", "met")
    assert [what.text for what in second.need.what] == [":/Makefile added"]


def test_an_article_is_its_communitys_and_mending_it_needs_nobody(repo: Repository) -> None:
    repo.commit({"content/oak/spoons.md": "# Spoons\n\nCarve.\n"})
    assert told(repo.asked("@jonas")) == [("oak", "facts", "met")]
    git(repo.root, "branch", "-f", "main", "idea")
    repo.commit({"content/oak/spoons.md": "# Spoons\n\nCarve!\n"})
    assert repo.asked() == ()
    repo.commit({"content/oak/spoons.md": "# Spoons\n\nBuy them from me.\n"})
    assert told(repo.asked()) == [("oak", "facts", "unmet")]


def test_pages_of_the_hub_are_nobodys_so_maintainers_take_in_what_they_say_anew(repo: Repository) -> None:
    repo.commit({"content/index.md": "# Town.\n"})
    assert repo.asked() == ()
    repo.commit({"content/guides/knots.md": "# Knots\n"})
    assert told(repo.asked("@ada")) == [("content", "facts", "unmet")]
    assert told(repo.asked("@mo")) == [("content", "facts", "met")]


def test_a_new_community_needs_a_maintainer_and_its_own_people_are_not_asked(repo: Repository) -> None:
    repo.commit({"communities/elm.yml": OAK.replace("Oak", "Elm")})
    assert told(repo.asked("@ada")) == [("elm", "outside", "unmet")]
    assert told(repo.asked("@max")) == [("elm", "outside", "met")]


def test_a_community_that_goes_is_a_change_of_its_boundary(repo: Repository) -> None:
    repo.commit({"communities/oak.yml": None})
    assert told(repo.asked("@jonas")) == [("oak", "boundary", "unmet")]
    assert told(repo.asked("@ada")) == [("oak", "boundary", "met")]


def test_a_community_under_another_address_goes_and_comes(repo: Repository) -> None:
    repo.commit({"communities/oak.yml": None, "communities/old-oak.yml": OAK})
    assert told(repo.asked("@ada")) == [("oak", "boundary", "met"), ("old-oak", "outside", "unmet")]


@pytest.mark.parametrize("text", ["name: [", "name: Oak\nextends: nobody\n"])
def test_a_file_with_errors_needs_a_maintainer(repo: Repository, text: str) -> None:
    repo.commit({"communities/oak.yml": text})
    (one,) = repo.asked("@ada", "@noor")
    assert (one.need.kind, one.state) == ("outside", "unmet")
    assert one.need.what[0].text == "oak has errors; `hearthbook check` tells them"
    assert told(repo.asked("@mo")) == [("oak", "outside", "met")]


def test_a_file_that_had_errors_needs_a_maintainer_as_well(tmp_path: Path) -> None:
    repo = repository(tmp_path, {"communities/oak.yml": "name: ["})
    repo.commit({"communities/oak.yml": OAK})
    (one,) = repo.asked("@ada")
    assert (one.need.kind, one.state) == ("outside", "unmet")
    assert one.need.what[0].text.startswith("oak had errors before")


def _trees(root: Path) -> Repository:
    children = {f"communities/{name}.yml": CHILD.format(name.title()) for name in ("elm", "fir", "yew")}
    return repository(root, {"communities/_trees.yml": BASE, **children})


def test_a_base_file_needs_maintainers_for_all_that_it_reaches(tmp_path: Path) -> None:
    repo = _trees(tmp_path)
    repo.commit({"communities/_trees.yml": BASE.replace("reach: noor@", "reach: other@")})
    (one,) = repo.asked("@mo")
    assert (one.need.about, one.need.kind) == ("communities/_trees.yml", "safety")
    assert one.need.notes == ("it reaches 3 communities, so maintainers approve it",)
    assert one.need.circle.accounts == ("@mo", "@max")
    assert one.lacks == ("1 more approval is needed",)
    assert told(repo.asked("@mo", "@max")) == [("communities/_trees.yml", "safety", "met")]


def test_a_remark_in_a_base_file_needs_nobody(tmp_path: Path) -> None:
    repo = _trees(tmp_path)
    repo.commit({"communities/_trees.yml": f"# shared\n{BASE}"})
    assert repo.asked() == ()


def test_a_base_file_with_errors_needs_a_maintainer_once(tmp_path: Path) -> None:
    repo = _trees(tmp_path)
    repo.commit({"communities/_trees.yml": "conduct: ["})
    assert told(repo.asked()) == [("communities/_trees.yml", "outside", "unmet")]


def test_who_touches_a_base_file_besides_cannot_get_round_the_communitys_own_people(tmp_path: Path) -> None:
    repo = _trees(tmp_path)
    extended = CHILD.format("Elm").replace("_trees", "_mine")
    repo.commit({"communities/_mine.yml": BASE.replace("noor", "eve"), "communities/elm.yml": extended})
    needs = told(repo.asked("@eve"))
    assert ("elm", "safety", "unmet") in needs
    assert ("communities/_mine.yml", "safety", "unmet") in needs
    assert "met" not in {state for _, _, state in needs}


def test_a_community_that_others_extend_reaches_them(tmp_path: Path) -> None:
    sapling = "name: Sapling\nextends: oak\npromise: {for: [children], outcome: plant a tree}\n"
    repo = repository(tmp_path, {"communities/sapling.yml": sapling})
    repo.oak("We ask before we advise.", "Nobody gives advice unasked.")
    assert told(repo.asked("@jonas")) == [
        ("oak", "norms", "met"),
        ("communities/oak.yml", "norms", "unmet"),
    ]


def test_an_archive_may_ask_for_nobody_outside_of_the_two_folders(tmp_path: Path) -> None:
    repo = repository(tmp_path, {"mkdocs.yml": f"{SETTINGS}        outside: {{}}\n"})
    repo.commit({"README.md": "Town"})
    assert repo.asked() == ()


def test_a_name_that_would_break_a_line_is_written_as_an_escape(repo: Repository) -> None:
    repo.commit({"a\n::error::b.txt": "x", "\N{RIGHT-TO-LEFT OVERRIDE}txt.py": "x"})
    (one,) = repo.asked()
    assert [what.text for what in one.need.what] == ["a\\n::error::b.txt added", "\\u202etxt.py added"]
