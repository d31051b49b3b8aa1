"""What GitLab's and Forgejo's workflows say by the forge's API: one note or issue, kept up to date."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import parse_qs

import pytest
import yaml

from tests.bring.workflows import script, shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from urllib.request import Request

WEEKLY: Final = "<!-- hearthbook: weekly -->"
CHANGES: Final = "<!-- hearthbook: what this changes -->"
API: Final = "https://forge.example/api/v4"
NOTE: Final = {"WHERE": "merge_requests/12/notes", "FIELD": "body", "MARK": CHANGES, "TEXTS": "what.md"}
ISSUE: Final = {
    "WHERE": "issues",
    "FIELD": "description",
    "MARK": WEEKLY,
    "TEXTS": "due.md links.md",
    "TITLE": "This week",
}


class Call(NamedTuple):
    """A call of the API."""

    method: str
    address: str
    fields: dict[str, Any]


def _python(shell: str) -> str:
    found = re.search(r"<<'END'\n(.*?)^END$", shell, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def _gitlab() -> str:
    jobs = yaml.safe_load((shipped("gitlab").parents[1] / "dot-gitlab-ci.yml").read_text(encoding="utf-8"))
    return _python(jobs[".say"]["script"][0])


def _forgejo() -> str:
    return _python(script(shipped("forgejo") / "weekly.yml", "weekly", "Say it"))


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Call]]:
    """Runs a program where the forge has some notes or issues; the calls that would change something."""

    def run(program: str, there: list[dict[str, Any]], texts: dict[str, str], **names: str) -> list[Call]:
        calls: list[Call] = []

        def answer(request: Request, timeout: int) -> io.StringIO:
            assert timeout <= 30
            data = request.data.decode() if isinstance(request.data, bytes) else ""
            fields = (
                json.loads(data) if data.startswith("{") else {k: v[0] for k, v in parse_qs(data).items()}
            )
            calls.append(Call(request.get_method(), request.full_url, fields))
            if request.full_url.endswith("/user"):
                return io.StringIO('{"id": 5}')
            return io.StringIO(json.dumps(there if "page=1" in request.full_url else []))

        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr("urllib.request.urlopen", answer)
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        for name, value in names.items():
            monkeypatch.setenv(name, value)
        exec(compile(program, "say", "exec"), {})  # noqa: S102 - it is what we ship
        return [call for call in calls if call.method != "GET"]

    return run


def _on_gitlab(
    said: Callable[..., list[Call]], there: list[dict[str, Any]], texts: dict[str, str], names: dict[str, str]
) -> list[Call]:
    common = {"CI_API_V4_URL": API, "CI_PROJECT_ID": "3", "HEARTHBOOK_TOKEN": "x"}
    return said(_gitlab(), there, texts, **common, **names)


def _on_forgejo(
    said: Callable[..., list[Call]], there: list[dict[str, Any]], texts: dict[str, str]
) -> list[Call]:
    return said(_forgejo(), there, texts, SERVER="https://forge.example", REPO="oak/archive", TOKEN="x")  # noqa: S106


def _note(number: int, author: int, body: str) -> dict[str, Any]:
    return {"id": number, "iid": number + 100, "author": {"id": author}, "body": body, "description": body}


def test_a_first_note_is_written(said: Callable[..., list[Call]]) -> None:
    (call,) = _on_gitlab(said, [], {"what.md": f"{CHANGES}\nA norm.\n"}, NOTE)
    assert call[:2] == ("POST", f"{API}/projects/3/merge_requests/12/notes")
    assert call.fields == {"body": f"{CHANGES}\n\nA norm.\n"}


def test_our_note_is_updated_and_those_of_others_are_left(said: Callable[..., list[Call]]) -> None:
    there = [_note(7, 6, f"{CHANGES} x"), _note(8, 5, "other"), _note(9, 5, f"{CHANGES} old")]
    (call,) = _on_gitlab(said, there, {"what.md": "A norm.\n"}, NOTE)
    assert call[:2] == ("PUT", f"{API}/projects/3/merge_requests/12/notes/9")


def test_a_long_note_is_cut(said: Callable[..., list[Call]]) -> None:
    (call,) = _on_gitlab(said, [], {"what.md": "a" * 2_000_000}, NOTE)
    assert len(call.fields["body"]) < 61_000


def test_gitlabs_issue_is_opened_updated_and_closed(said: Callable[..., list[Call]]) -> None:
    ours = [_note(9, 5, f"{WEEKLY}\n\nold")]
    (opened,) = _on_gitlab(said, [], {"due.md": "- [ ] a"}, ISSUE)
    (updated,) = _on_gitlab(said, ours, {"links.md": "* b"}, ISSUE)
    assert opened[:2] == ("POST", f"{API}/projects/3/issues")
    assert opened.fields == {"description": f"{WEEKLY}\n\n- [ ] a\n", "title": "This week"}
    assert updated[:2] == ("PUT", f"{API}/projects/3/issues/109")
    assert updated.fields["description"] == f"{WEEKLY}\n\n- [ ] a\n\n* b\n"


def test_gitlabs_issue_is_closed_when_nothing_is_left(said: Callable[..., list[Call]]) -> None:
    (closed,) = _on_gitlab(said, [_note(9, 5, WEEKLY)], {}, ISSUE)
    assert closed == ("PUT", f"{API}/projects/3/issues/109", {"state_event": "close"})
    assert _on_gitlab(said, [], {}, ISSUE) == []


def _issue(number: int, login: str, body: str) -> dict[str, Any]:
    return {"number": number, "user": {"login": login}, "body": body}


def test_forgejos_issue_is_opened_and_updated(said: Callable[..., list[Call]]) -> None:
    there = [
        _issue(3, "mallory", WEEKLY),
        _issue(4, "forgejo-actions", "x"),
        _issue(5, "forgejo-actions", WEEKLY),
    ]
    address = "https://forge.example/api/v1/repos/oak/archive/issues"
    (opened,) = _on_forgejo(said, there[:2], {"due.md": "- [ ] a"})
    (updated,) = _on_forgejo(said, there, {"links.md": "* b"})
    assert opened[:2] == ("POST", address)
    assert opened.fields["body"] == f"{WEEKLY}\n\n- [ ] a\n"
    assert updated[:2] == ("PATCH", f"{address}/5")


def test_forgejos_issue_is_closed_when_nothing_is_left(said: Callable[..., list[Call]]) -> None:
    (closed,) = _on_forgejo(said, [_issue(5, "forgejo-actions", WEEKLY)], {})
    assert closed.method == "PATCH"
    assert closed.fields == {"state": "closed"}
    assert _on_forgejo(said, [], {}) == []
