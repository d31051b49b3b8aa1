"""The weekly issue: one, kept up to date, and closed when nothing is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.bring.workflows import Run, run, script, shipped

if TYPE_CHECKING:
    from pathlib import Path

MARK: Final = "<!-- hearthbook: weekly -->"
BOT: Final = "github-actions[bot]"
OURS: Final = f"3\tada\t{MARK}\n4\t{BOT}\tother\n5\t{BOT}\t{MARK}\n"
MOST: Final = 65_536


def _tell(folder: Path, issues: str = "", **found: str) -> Run:
    (folder / "found").mkdir()
    for name, text in found.items():
        (folder / "found" / f"{name}.md").write_text(text, encoding="utf-8")
    text = script(shipped("github") / "weekly.yml", "tell", "Say it")
    return run(text, folder, {"/issues?": issues}, REPO="grove/archive")


def test_a_first_issue_is_opened_with_both_parts(tmp_path: Path) -> None:
    (made,) = _tell(tmp_path, due="# Due\n\n- [ ] a\n", links="# Links\n\n* [404] b\n").changed
    assert made.words[2:5] == ["--method", "POST", "repos/grove/archive/issues"]
    assert "title=This week: what is due, and links that lead nowhere" in made.words
    assert made.body.startswith(f"{MARK}\n\n# Due\n")
    assert made.body.index("- [ ] a") < made.body.index("* [404] b")


def test_the_issue_that_is_open_is_updated(tmp_path: Path) -> None:
    (made,) = _tell(tmp_path, OURS, links="* [404] b\n").changed
    assert made.words[2:5] == ["--method", "PATCH", "repos/grove/archive/issues/5"]


def test_the_issue_is_closed_when_nothing_is_left(tmp_path: Path) -> None:
    (made,) = _tell(tmp_path, OURS).changed
    assert made.words[2:] == ["--method", "PATCH", "repos/grove/archive/issues/5", "-f", "state=closed"]


def test_nothing_is_opened_when_nothing_is_left(tmp_path: Path) -> None:
    done = _tell(tmp_path)
    assert done.code == 0
    assert done.changed == []


def test_an_issue_with_an_odd_number_is_refused(tmp_path: Path) -> None:
    done = _tell(tmp_path, f"5/lock\t{BOT}\t{MARK}\n", due="- [ ] a\n")
    assert done.code == 1
    assert done.changed == []


def test_an_issue_of_somebody_else_with_our_mark_is_left_alone(tmp_path: Path) -> None:
    (made,) = _tell(tmp_path, f"3\tmallory\t{MARK}\n", due="- [ ] a\n").changed
    assert made.method == "POST"


@pytest.mark.parametrize("unit", ["a", "\N{DECIDUOUS TREE}\n"])
def test_a_long_issue_is_cut_between_letters_to_what_an_issue_holds(tmp_path: Path, unit: str) -> None:
    (made,) = _tell(tmp_path, due=unit * 90_000, links=unit * 90_000).changed
    assert len(made.body) < MOST
    assert made.body.count("This is the beginning") == 2


_DOCKER = "#!/bin/sh\necho '# Summary'\nexit {code}\n"


@pytest.mark.parametrize(
    ("code", "said"), [(0, None), (2, "# Summary"), (1, "Not all links"), (124, "Not all links")]
)
def test_links_are_told_when_some_are_dead_or_could_not_be_looked_at(
    tmp_path: Path, code: int, said: str | None
) -> None:
    folder = tmp_path / "archive"
    (folder / "found").mkdir(parents=True)
    tools = tmp_path / "archive-tools"
    tools.mkdir()
    (tools / "docker").write_text(_DOCKER.format(code=code), encoding="utf-8")
    (tools / "docker").chmod(0o755)
    text = script(shipped("github") / "weekly.yml", "look", "Which links are dead?")
    assert run(text, folder, {}, LYCHEE="x").code == 0
    links = folder / "found" / "links.md"
    assert (said in links.read_text(encoding="utf-8")) if said else not links.exists()
