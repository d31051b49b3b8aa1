"""The comment below a pull request: one, kept up to date, and taken from no one else's word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.bring.workflows import Run, run, script, shipped

if TYPE_CHECKING:
    from pathlib import Path

MARK: Final = "<!-- hearthbook: what this changes -->"
HEAD: Final = "a" * 40
OTHER: Final = "b" * 40
BOT: Final = "github-actions[bot]"
MOST: Final = 65_536
"""Characters that GitHub takes for a comment."""


def _tell(folder: Path, told: bytes | None, pulls: str, comments: str = "", ended: str = "success") -> Run:
    if told is not None:
        (folder / "told").mkdir()
        (folder / "told" / "comment.md").write_bytes(told)
    text = script(shipped("github") / "tell.yml", "tell", "Say it")
    answers = {"/pulls": pulls, "/comments?": comments}
    return run(
        text,
        folder,
        answers,
        REPO="grove/archive",
        SERVER="https://forge.example",
        RUN="77",
        ENDED=ended,
        OWNER="sam",
        BRANCH="a $(touch broken) `b",
        HEAD=HEAD,
    )


def test_a_first_comment_is_made(tmp_path: Path) -> None:
    done = _tell(tmp_path, b"A norm changed.\n", f"{HEAD}\t12\n")
    (made,) = done.changed
    assert done.code == 0
    assert made.words[:5] == ["api", "--silent", "--method", "POST", "repos/grove/archive/issues/12/comments"]
    assert made.body.startswith(f"{MARK}\n\nA norm changed.\n")


def test_the_comment_that_is_there_is_updated(tmp_path: Path) -> None:
    comments = f"7\tada\t{MARK}\n8\t{BOT}\tsomething else\n9\t{BOT}\t{MARK}\n10\t{BOT}\t{MARK}\n"
    (made,) = _tell(tmp_path, b"Now two.\n", f"{HEAD}\t12\n", comments).changed
    assert made.words[2:5] == ["--method", "PATCH", "repos/grove/archive/issues/comments/9"]
    assert "Now two." in made.body


def test_a_comment_of_somebody_else_with_our_mark_is_left_alone(tmp_path: Path) -> None:
    (made,) = _tell(tmp_path, b"x\n", f"{HEAD}\t12\n", f"7\tmallory\t{MARK}\n").changed
    assert made.method == "POST"


def test_the_pull_request_is_asked_for_by_branch_and_chosen_by_version(tmp_path: Path) -> None:
    done = _tell(tmp_path, b"12\n", f"{OTHER}\t11\n{HEAD}\t12\n")
    assert "head=sam:a $(touch broken) `b" in done.asked[0].words
    assert not (tmp_path / "broken").exists()
    assert "issues/12/comments" in done.changed[0].words[4]


@pytest.mark.parametrize(
    "pulls",
    [
        "",
        f"{OTHER}\t12\n",
        f"{HEAD}\t12\n{HEAD}\t13\n",
        f"{HEAD}\t12;id\n",
        f"{HEAD}\t../1\n",
        f"{HEAD}\t-1\n",
    ],
    ids=["none", "pushed-again", "two", "no-number", "path", "below-zero"],
)
def test_without_one_pull_request_of_this_version_nothing_is_written(tmp_path: Path, pulls: str) -> None:
    done = _tell(tmp_path, b"x\n", pulls)
    assert done.code == 0
    assert done.changed == []


def test_a_comment_with_an_odd_number_is_refused(tmp_path: Path) -> None:
    done = _tell(tmp_path, b"x\n", f"{HEAD}\t12\n", f"9/../8\t{BOT}\t{MARK}\n")
    assert done.code == 1
    assert done.changed == []


def test_a_run_that_left_no_text_says_nothing(tmp_path: Path) -> None:
    done = _tell(tmp_path, None, f"{HEAD}\t12\n")
    assert done.code == 0
    assert done.asked == []


def test_a_link_in_place_of_the_text_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the token", encoding="utf-8")
    (tmp_path / "told").mkdir()
    (tmp_path / "told" / "comment.md").symlink_to(tmp_path / "secret")
    assert _tell(tmp_path, None, f"{HEAD}\t12\n").asked == []


@pytest.mark.parametrize("unit", [b"a", b"@", b"\xc3\xa4", b"\xf0\x9f\x8c\xb3 @sam\n", b"\xff"])
def test_a_long_text_is_cut_between_letters_to_what_a_comment_holds(tmp_path: Path, unit: bytes) -> None:
    (made,) = _tell(tmp_path, unit * (200_000 // len(unit)), f"{HEAD}\t12\n").changed
    assert len(made.body) < MOST
    assert "This is the beginning" in made.body
    assert "\N{REPLACEMENT CHARACTER}" not in made.body


def test_names_in_the_text_call_nobody_and_addresses_stay(tmp_path: Path) -> None:
    (made,) = _tell(tmp_path, b"@sam and (@ada), tell help@oak.example\n", f"{HEAD}\t12\n").changed
    assert "@sam" not in made.body
    assert "@ada" not in made.body
    assert "@\N{ZERO WIDTH SPACE}sam" in made.body
    assert "help@oak.example" in made.body


def test_a_mark_in_the_text_stands_once(tmp_path: Path) -> None:
    (made,) = _tell(tmp_path, f"{MARK}\nA norm changed.\n{MARK}\n".encode(), f"{HEAD}\t12\n").changed
    assert made.body.count(MARK) == 1
    assert "A norm changed." in made.body


@pytest.mark.parametrize(("ended", "named"), [("success", True), ("failure", False)])
def test_the_preview_is_named_where_there_is_one(tmp_path: Path, ended: str, named: bool) -> None:  # noqa: FBT001
    (made,) = _tell(tmp_path, b"x\n", f"{HEAD}\t12\n", ended=ended).changed
    assert ("https://forge.example/grove/archive/actions/runs/77#artifacts" in made.body) is named
