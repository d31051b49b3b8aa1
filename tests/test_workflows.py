"""The rules that every workflow keeps, those that archives get and this repository's own."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from tests.bring.workflows import parsed, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[1]
OWN: Final = ROOT / ".github" / "workflows"
GITHUB: Final = [*sorted(shipped("github").glob("*.yml")), *sorted(OWN.glob("*.yml"))]
ALL: Final = [*GITHUB, *sorted(shipped("forgejo").glob("*.yml"))]
GITLAB: Final = shipped("github").parents[2] / "gitlab" / "dot-gitlab-ci.yml"

_PINNED: Final = re.compile(r"uses: [\w.-]+(?:/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
_IMAGE: Final = re.compile(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}")
_STRANGERS: Final = {"pull_request", "pull_request_target", "pull_request_review", "issue_comment"}
_RUNS: Final = re.compile(r"\b(git|pip|make|npm|python3?|hearthbook|bash|eval|source) ")
"""A program that would run what somebody wrote, or fetch it."""
_INSTALL: Final = "pip install -r requirements.txt"
_OWN_INSTALL: Final = 'make .venv/.stamp && echo "$PWD/.venv/bin" >> "$GITHUB_PATH"'


def _named(path: Path) -> str:
    return "/".join(path.parts[-4:])


def _triggers(path: Path) -> set[str]:
    on = parsed(path)["on"]
    return {on} if isinstance(on, str) else set(on)


def _jobs(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = parsed(path)["jobs"]
    return found


def _steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in _jobs(path).values():
        yield from job["steps"]


def _scripts(path: Path) -> Iterator[str]:
    return (step["run"] for step in _steps(path) if "run" in step)


every = pytest.mark.parametrize("path", ALL, ids=_named)


@every
def test_every_foreign_action_is_pinned_by_its_hash_with_the_version_beside_it(path: Path) -> None:
    lines = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if line.startswith("uses:") and not _PINNED.search(line)] == []


def test_an_action_has_one_hash_everywhere() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in ALL)
    pins = set(re.findall(r"uses: ([^@\s]+)@(\S+ # \S+)", text))
    assert len(pins) == len({name for name, _ in pins})


@pytest.mark.parametrize("path", [*ALL, GITLAB], ids=_named)
def test_every_image_is_pinned_by_its_digest(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    images = re.findall(r"(?:image|LYCHEE|name): (\S+:\S+)$", text, re.MULTILINE)
    assert [image for image in images if not _IMAGE.fullmatch(image)] == []
    assert text.count("@sha256:") == len(images)


@every
def test_rights_are_none_but_for_the_jobs_that_say_theirs(path: Path) -> None:
    assert parsed(path)["permissions"] == {}
    assert all("permissions" in job for job in _jobs(path).values())


@every
def test_every_job_ends_by_itself_and_no_two_runs_of_one_thing_overlap(path: Path) -> None:
    assert all(job["timeout-minutes"] <= 60 for job in _jobs(path).values())
    assert "group" in parsed(path)["concurrency"]


@every
def test_no_expression_stands_within_a_script(path: Path) -> None:
    assert [text for text in _scripts(path) if "${{" in text] == []


@every
def test_every_checkout_forgets_the_token(path: Path) -> None:
    checkouts = [step for step in _steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    assert all("ref" not in step["with"] for step in checkouts)


@every
def test_what_strangers_start_holds_no_secret_and_writes_nothing(path: Path) -> None:
    if not _triggers(path) & _STRANGERS:
        return
    assert "secrets." not in path.read_text(encoding="utf-8")
    rights = [right for job in _jobs(path).values() for right in job["permissions"].values()]
    assert set(rights) <= {"read"}


@every
def test_nothing_runs_for_strangers_with_the_rights_of_the_repository(path: Path) -> None:
    assert "pull_request_target" not in _triggers(path)


@pytest.mark.parametrize("path", [path for path in GITHUB if path.name == "tell.yml"], ids=_named)
def test_what_runs_after_a_stranger_fetches_a_text_and_runs_nothing_of_it(path: Path) -> None:
    used = [step["uses"].partition("@")[0] for step in _steps(path) if "uses" in step]
    assert used == ["actions/download-artifact"]
    (text,) = _scripts(path)
    lines = [line.strip() for line in text.splitlines()]
    assert {line.split()[1] for line in lines if line.startswith("gh ")} == {"api"}
    assert not _RUNS.search("\n".join(line for line in lines if not line.startswith("mark=")))
    assert set(parsed(path)["on"]["workflow_run"]["workflows"]) == {"check"}


@pytest.mark.parametrize("path", [path for path in GITHUB if path.name == "review.yml"], ids=_named)
def test_what_judges_a_change_is_installed_from_the_main_branch_and_never_checks_the_change_out(
    path: Path,
) -> None:
    assert _jobs(path)["judge"]["if"] == "github.ref == 'refs/heads/main'"
    lines = [line.strip() for text in _scripts(path) for line in text.splitlines()]
    fetched = [number for number, line in enumerate(lines) if "refs/pull/" in line]
    installed = [number for number, line in enumerate(lines) if line in {_INSTALL, _OWN_INSTALL}]
    assert max(installed) < min(fetched)
    assert not [line for line in lines if re.search(r"\bgit (checkout|switch|merge|reset|worktree)\b", line)]


def test_only_two_workflows_run_after_what_a_stranger_started() -> None:
    after = {path.name for path in GITHUB if "workflow_run" in _triggers(path)}
    assert after == {"tell.yml", "review.yml"}


@pytest.mark.parametrize("path", GITHUB, ids=_named)
def test_a_job_that_may_write_runs_nothing_that_was_installed(path: Path) -> None:
    writing = [job for job in _jobs(path).values() if "write" in job["permissions"].values()]
    lines = [
        line.strip() for job in writing for step in job["steps"] for line in step.get("run", "").split("\n")
    ]
    assert not _RUNS.search("\n".join(line for line in lines if not line.startswith("mark=")))


@every
def test_every_script_is_one_that_a_shell_can_read(path: Path) -> None:
    for text in _scripts(path):
        done = subprocess.run(["/bin/bash", "-n"], input=text, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def _gitlab() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    return found


def test_every_script_for_gitlab_is_one_that_a_shell_can_read() -> None:
    jobs = [job for job in _gitlab().values() if isinstance(job, dict)]
    lines = [line for job in jobs for part in ("before_script", "script") for line in job.get(part, ())]
    assert len(lines) > 10
    for text in lines:
        done = subprocess.run(["/bin/bash", "-n"], input=text, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_on_gitlab_the_token_is_only_where_nothing_of_a_change_runs() -> None:
    jobs = {name: job for name, job in _gitlab().items() if isinstance(job, dict)}
    saying = {name for name, job in jobs.items() if job.get("extends") == ".say"}
    assert saying == {"note", "issue"}
    assert "HEARTHBOOK_TOKEN" in "".join(jobs[".say"]["script"])
    assert jobs[".say"]["variables"]["GIT_STRATEGY"] == "none"
    others = [job.get("script", ()) for name, job in jobs.items() if name not in {*saying, ".say"}]
    assert "HEARTHBOOK_TOKEN" not in str(others)


def test_on_gitlab_only_branches_of_the_project_itself_get_a_note() -> None:
    (rule,) = _gitlab()["note"]["rules"]
    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID" in rule["if"]


@pytest.mark.parametrize(
    "name", [*(path.name for path in shipped("github").glob("*.yml")), "../dependabot.yml"]
)
def test_this_repository_uses_what_it_ships_but_installs_itself(name: str) -> None:
    theirs = (shipped("github") / name).read_text(encoding="utf-8")
    expected = theirs.replace(_INSTALL, _OWN_INSTALL).replace("requirements.txt", "requirements.lock")
    assert (OWN / name).read_text(encoding="utf-8") == expected


def test_this_repository_runs_its_tests_on_every_change() -> None:
    assert {"pull_request", "push"} <= _triggers(OWN / "tests.yml")
    assert "bash .ci/run" in list(_scripts(OWN / "tests.yml"))
