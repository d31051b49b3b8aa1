"""`hearthbook diff`: versions of an archive held against each other, in plain words."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.compare.reporters.markdown import MARK
from tests.compare.village import VILLAGE
from tests.repository import git

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

ARTICLE: Final = """---
title: How to hold a knife
---
Hold it as you would hold a bird that wants to fly away from you.
"""
GUIDE: Final = "# Find a circle\n\nLook at the map, and ask the circle that is nearest to you.\n"
OAK: Final = "communities/oak.yml"


def _commit(root: Path, message: str = "More") -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)


def _edit(root: Path, old: str, new: str, file: str = OAK) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A small archive with an article and a guide, committed once."""
    root = tmp_path / "village"
    shutil.copytree(VILLAGE, root)
    (root / "content/oak").mkdir(parents=True)
    (root / "content/guides").mkdir()
    (root / "content/oak/knife.md").write_text(ARTICLE, encoding="utf-8")
    (root / "content/guides/find.md").write_text(GUIDE, encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    _commit(root)
    return root


def _diff(root: Path, *arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, ["diff", "--project", str(root), *arguments])
    assert result.exit_code == code, result.output
    return result


def _json(root: Path, *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(_diff(root, "--format", "json", *arguments, code=code).stdout)[
        "changes"
    ]
    return found


def _headlines(root: Path, *arguments: str, code: int = 0) -> list[str]:
    return [change["headline"] for change in _json(root, *arguments, code=code)]


def test_nothing_changed_is_said_and_is_no_failure(village: Path) -> None:
    assert _diff(village).output == "Nothing changes that a member would notice.\n"


def test_the_last_commit_is_held_against_the_files_as_they_are(village: Path) -> None:
    _edit(village, "cap: 50", "cap: 80")
    output = _diff(village).output
    assert "Oak Circle (/oak/)" in output
    assert "- The cap goes from 50 to 80.\n  communities/oak.yml:14:19" in output


def test_a_revision_is_held_against_the_files_as_they_are(village: Path) -> None:
    _edit(village, "cap: 50", "cap: 60")
    _commit(village)
    _edit(village, "cap: 60", "cap: 80")
    assert _headlines(village, "HEAD~1") == ["The cap goes from 50 to 80."]


def test_two_commits_are_compared_whatever_the_files_are_now(village: Path) -> None:
    _edit(village, "cap: 50", "cap: 60")
    _commit(village)
    _edit(village, "cap: 60", "cap: 80")
    assert _headlines(village, "HEAD~1..HEAD") == ["The cap goes from 50 to 60."]


def test_with_three_dots_only_what_a_branch_did_is_told(village: Path) -> None:
    git(village, "checkout", "-q", "-b", "edit")
    _edit(village, "cap: 50", "cap: 60")
    _commit(village)
    git(village, "checkout", "-q", "main")
    _edit(village, "5 EUR", "8 EUR")
    _commit(village)
    assert _headlines(village, "main...edit") == ["The cap goes from 50 to 60."]


def test_two_files_are_compared_wherever_they_lie(village: Path, tmp_path: Path) -> None:
    shutil.copy(village / OAK, tmp_path / "Old Oak.yml")
    _edit(village, "cap: 50", "cap: 80")
    assert _headlines(village, str(tmp_path / "Old Oak.yml"), str(village / OAK)) == [
        "The cap goes from 50 to 80."
    ]


def test_two_files_may_extend_what_lies_beside_them(village: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(village / "communities", copy)
    _edit(village, "Ash Circle", "Ash Ring", "communities/ash.yml")
    files = (str(copy / "ash.yml"), str(village / "communities/ash.yml"))
    assert _headlines(village, *files) == ["The group is now called Ash Ring."]


def test_two_folders_are_compared(village: Path) -> None:
    copy = village.parent / "copy"
    shutil.copytree(village, copy)
    _edit(copy, "cap: 50", "cap: 80")
    assert _headlines(village, str(village), str(copy)) == ["The cap goes from 50 to 80."]


def test_a_file_and_a_folder_are_wrong_use(village: Path) -> None:
    assert (
        "name two files, or two project folders"
        in _diff(village, str(village), str(village / OAK), code=2).output
    )


def test_two_revisions_side_by_side_are_wrong_use_with_the_remedy(village: Path) -> None:
    assert "write `main..HEAD`" in _diff(village, "main", "HEAD", code=2).output


def test_three_versions_are_wrong_use(village: Path) -> None:
    assert "more than two versions" in _diff(village, "a", "b", "c", code=2).output


@pytest.mark.parametrize("revision", ["nowhere", "nowhere..HEAD", "a..b..c", "--upload-pack=x", ".."])
def test_a_revision_that_git_does_not_know_is_wrong_use(village: Path, revision: str) -> None:
    output = _diff(village, "--", revision, code=2).output
    assert "Traceback" not in output
    assert "; " in output


def test_a_folder_without_git_is_wrong_use(tmp_path: Path) -> None:
    shutil.copytree(VILLAGE, tmp_path / "bare")
    assert "Error: " in _diff(tmp_path / "bare", code=2).output


def test_what_touches_something_can_be_chosen(village: Path) -> None:
    _edit(village, "cap: 50", "cap: 80")
    _edit(village, "5 EUR", "8 EUR")
    assert _headlines(village, "--kind", "boundary") == ["The cap goes from 50 to 80."]
    assert len(_headlines(village, "--kind", "boundary", "--kind", "facts")) == 2


def test_a_community_can_be_chosen(village: Path) -> None:
    _edit(village, "cap: 50", "cap: 80")
    _edit(village, "Elm Circle", "Elm Ring", "communities/elm.yml")
    assert _headlines(village, "--community", "elm") == ["The group is now called Elm Ring."]


def test_a_change_in_a_base_file_is_told_once_with_whom_it_reaches(village: Path) -> None:
    _edit(village, "as we found it", "better than we found it", "communities/_trees.yml")
    (change,) = _json(village)
    assert change["community"] == ""
    assert change["reaches"] == ["ash", "elm", "yew"]
    assert change["file"] == "communities/_trees.yml"
    assert "reaches 3 groups: Ash Circle, Elm Circle, Yew Circle." in " ".join(_diff(village).output.split())


def test_a_community_that_comes_or_goes_is_told_in_one_sentence(village: Path) -> None:
    (village / "communities/ash.yml").unlink()
    new = "name: Fir\npromise: {for: people with skis, outcome: wax them in the dark}\n"
    (village / "communities/fir.yml").write_text(new, encoding="utf-8")
    assert sorted(_headlines(village)) == ["A new group: Fir.", "The group is taken out: Ash Circle."]


def test_a_community_whose_file_is_renamed_is_the_same_one(village: Path) -> None:
    (village / "communities/ash.yml").rename(village / "communities/ash-tree.yml")
    _edit(village, "Ash Circle", "Ash Ring", "communities/ash-tree.yml")
    assert _headlines(village) == [
        "The pages of Ash Ring move from /ash/ to /ash-tree/, and old links break.",
        "The group is now called Ash Ring.",
    ]


def test_articles_and_guides_are_told_with_the_words_that_differ(village: Path) -> None:
    _edit(village, "a bird that wants", "a fish that wants", "content/oak/knife.md")
    _edit(village, "nearest to you", "closest to you", "content/guides/find.md")
    (article, guide) = _json(village)
    assert article["headline"] == "The article “How to hold a knife” says something else."
    assert ["gone", " bird"] in article["words"]
    assert article["community"] == "oak"
    assert guide["headline"] == "The page “Find a circle” says something else."
    assert guide["path"] == ["texts", "guides/find.md"]


def test_a_new_article_and_one_that_is_gone_are_told_by_their_titles(village: Path) -> None:
    file = village / "content/oak/knife.md"
    file.rename(file.with_name("spoon.md"))
    _edit(village, "title: How to hold a knife", "title: How to hold a spoon", "content/oak/spoon.md")
    assert _headlines(village) == [
        "Article removed: How to hold a knife.",
        "New article: How to hold a spoon.",
    ]


def test_a_broken_file_is_told_with_its_version_and_the_rest_goes_on(village: Path) -> None:
    _edit(village, "promise:", "promisse:")
    _edit(village, "Ash Circle", "Ash Ring", "communities/ash.yml")
    result = _diff(village, code=1)
    assert "The group is now called Ash Ring." in result.output
    said = " ".join(result.output.split())
    assert "communities/oak.yml:7:1 HB006 there is no key `promisse` here (in the new version)" in said
    assert "did you mean `promise`?" in said


def test_a_file_that_was_broken_before_is_told_as_such(village: Path) -> None:
    _edit(village, "promise:", "promisse:")
    _commit(village)
    _edit(village, "promisse:", "promise:")
    assert "(in the old version)" in _diff(village, code=1).output


def test_a_comment_ends_with_the_mark_by_which_it_is_found(village: Path) -> None:
    _edit(village, "cap: 50", "cap: 80")
    assert _diff(village, "--format", "markdown").output.endswith(f"\n\n{MARK}\n")


def test_json_holds_nothing_about_whoever_is_not_shown(village: Path) -> None:
    _edit(village, "held_by: [mira]", "held_by: [mira, Wren Canary]")
    _edit(village, "founders: [mira]", "founders: [mira, wren]")
    _edit(village, "name: Wren Canary,", "name: Wren Canary-Bird,")
    text = json.dumps(_json(village)).casefold()
    assert "a member who is not named here" in text
    assert "wren" not in text
    assert "canary" not in text


def test_a_community_is_told_in_its_own_language(village: Path) -> None:
    _edit(village, "language: en-GB", "language: de")
    _commit(village)
    _edit(village, "cap: 50", "cap: 80")
    assert _headlines(village) == ["Die Obergrenze geht von 50 auf 80."]


def test_no_colours_are_written_where_nobody_sees_them(village: Path) -> None:
    _edit(village, "cap: 50", "cap: 80")
    assert "\x1b" not in _diff(village).output


def test_words_that_are_gone_and_new_are_coloured_on_a_terminal(village: Path) -> None:
    _edit(village, "a bird that wants", "a fish that wants", "content/oak/knife.md")
    result = CliRunner().invoke(main, ["diff", "--project", str(village)], color=True)
    assert "\x1b[31m[-bird-]\x1b[0m \x1b[32m{+fish+}\x1b[0m" in result.output


def test_a_broken_file_that_nobody_touched_is_not_told(village: Path) -> None:
    _edit(village, "promise:", "promisse:", "communities/elm.yml")
    _commit(village)
    _edit(village, "cap: 50", "cap: 80")
    assert _headlines(village) == ["The cap goes from 50 to 80."]
