"""The mark "review" on each open pull request: judged by the rules of the main branch, set by another job."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.bring.workflows import Run, run, script, shipped

if TYPE_CHECKING:
    from pathlib import Path

ONE: Final = "a" * 40
TWO: Final = "b" * 40
_REVIEW: Final = """#!/bin/sh
echo "$@" >> "{log}"
case "$2" in {cases} esac
"""
_GIT: Final = """#!/bin/sh
case "$*" in *pull/13/*) exit 128 ;; esac
"""


def _tool(folder: Path, name: str, text: str) -> None:
    tools = folder.parent / f"{folder.name}-tools"
    tools.mkdir(exist_ok=True)
    (tools / name).write_text(text, encoding="utf-8")
    (tools / name).chmod(0o755)


def _open(folder: Path, settings: str, pulls: str) -> tuple[Run, str]:
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (folder / "out").touch()
    text = script(shipped("github") / "review.yml", "judge", "Is anything open?")
    done = run(text, folder, {"pr list": pulls}, REPO="grove/archive", GITHUB_OUTPUT=str(folder / "out"))
    return done, (folder / "out").read_text(encoding="utf-8")


def _judged(folder: Path, pulls: str, **codes: int) -> tuple[str, str]:
    cases = " ".join(f"*{head}) exit {code} ;;" for head, code in codes.items())
    _tool(folder, "hearthbook", _REVIEW.format(log=folder / "log", cases=cases))
    _tool(folder, "git", _GIT)
    (folder / "pulls.tsv").write_text(pulls, encoding="utf-8")
    text = script(shipped("github") / "review.yml", "judge", "Has each what it needs?")
    done = run(text, folder, {"pr view": "{}"}, REPO="grove/archive", TEAM="@grove/elders=@ada")
    assert done.code == 0, done.said
    log = folder / "log"
    said = log.read_text(encoding="utf-8") if log.exists() else ""
    return (folder / "judged" / "states.tsv").read_text(encoding="utf-8"), said


def _told(folder: Path, states: str) -> Run:
    (folder / "judged").mkdir()
    (folder / "judged" / "states.tsv").write_text(states, encoding="utf-8")
    text = script(shipped("github") / "review.yml", "tell", "Say it")
    return run(text, folder, {}, REPO="grove/archive", LINK="https://forge.example/run")


def test_without_a_table_in_the_settings_nothing_is_judged(tmp_path: Path) -> None:
    done, out = _open(tmp_path, "plugins:\n  - hearthbook:\n      # review:\n", f"12\t{ONE}\n")
    assert (done.code, done.asked, out) == (0, [], "")


def test_only_what_would_reach_the_main_branch_is_judged(tmp_path: Path) -> None:
    done, out = _open(tmp_path, "plugins:\n  - hearthbook:\n      review: {}\n", f"12\t{ONE}\n")
    assert out == "any=yes\n"
    assert "--base main" in " ".join(done.asked[0].words)


def test_without_an_open_change_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert _open(tmp_path, "      review: {}\n", "")[1] == ""


@pytest.mark.parametrize(("code", "state"), [(0, "success"), (1, "pending"), (2, "failure")])
def test_what_review_says_becomes_a_state(tmp_path: Path, code: int, state: str) -> None:
    assert _judged(tmp_path, f"12\t{ONE}\n", **{ONE: code})[0] == f"{ONE}\t{state}\n"


def test_each_change_is_held_against_the_main_branch_that_is_checked_out(tmp_path: Path) -> None:
    _, said = _judged(tmp_path, f"12\t{ONE}\n14\t{TWO}\n", **{ONE: 0, TWO: 1})
    first, second = said.splitlines()
    assert first == f"review HEAD..{ONE} --facts facts.json --check --team @grove/elders=@ada"
    assert second.startswith(f"review HEAD..{TWO} ")


def test_a_change_that_cannot_be_fetched_is_told_and_does_not_stop_the_others(tmp_path: Path) -> None:
    states, _ = _judged(tmp_path, f"13\t{ONE}\n14\t{TWO}\n", **{TWO: 0})
    assert states == f"{ONE}\tfailure\n{TWO}\tsuccess\n"


def test_each_version_gets_its_mark(tmp_path: Path) -> None:
    made = _told(tmp_path, f"{ONE}\tpending\n{TWO}\tsuccess\n").changed
    assert {one.words[4] for one in made} == {
        f"repos/grove/archive/statuses/{ONE}",
        f"repos/grove/archive/statuses/{TWO}",
    }
    assert all("context=review" in one.words for one in made)


def test_of_two_changes_with_one_version_the_stricter_word_stays(tmp_path: Path) -> None:
    made = _told(tmp_path, f"{ONE}\tpending\n{ONE}\tsuccess\n").changed
    assert [word for one in made for word in one.words if word.startswith("state=")][-1] == "state=pending"


@pytest.mark.parametrize("states", ["../x\tsuccess\n", f"{ONE}\tanything\n"])
def test_what_is_no_version_or_no_state_sets_no_mark(tmp_path: Path, states: str) -> None:
    done = _told(tmp_path, states)
    assert (done.code, done.changed) == (1, [])


def test_a_description_is_no_longer_than_a_mark_holds(tmp_path: Path) -> None:
    made = _told(tmp_path, f"{ONE}\tpending\n{TWO}\tsuccess\n{'c' * 40}\tfailure\n").changed
    said = [word for one in made for word in one.words if word.startswith("description=")]
    assert max(map(len, said)) <= len("description=") + 140
