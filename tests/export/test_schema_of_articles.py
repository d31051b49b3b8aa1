"""The schema of front matter and the loader agree on articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hearthbook.export.schema import schema
from hearthbook.ingest.frontmatter import take_apart
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from tests.export.conftest import Plain, Validators

ACCEPTED = {
    "all": "title: T\nauthor: mira\ndate: 2026-10-12\nbasis: expert\nsources: [S]\nreviewed: 2026-11-02\n"
    "expires: 2027-11-02\ntags: [a, b]\nsummary: S",
    "single": "sources: https://example.org/a\ntags: paper",
    "quoted day": "date: '2026-10-12'",
    "empty": "title:\nbasis:\ntags:\nreviewed:",
    "nothing": "tags: []",
}
BROKEN = {
    "unknown key": "titel: x",
    "template": "template: main.html",
    "basis": "basis: hearsay",
    "day": "expires: soon",
    "month": "reviewed: 2026-10",
    "number": "title: 2026",
    "mapping": "tags: {a: b}",
    "list": "author: [a, b]",
    "blank": 'summary: ""',
}


def _is_fine(front: str) -> bool:
    _, findings = take_apart(f"---\n{front}\n---\nBody\n", "a.md")
    return not [finding for finding in findings if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("front", ACCEPTED.values(), ids=ACCEPTED)
def test_both_accept_what_the_guide_allows(validators: Validators, plain: Plain, front: str) -> None:
    assert [error.message for error in validators["article"].iter_errors(plain(front))] == []
    assert _is_fine(front)


@pytest.mark.parametrize("front", BROKEN.values(), ids=BROKEN)
def test_both_refuse_what_is_broken(validators: Validators, plain: Plain, front: str) -> None:
    assert list(validators["article"].iter_errors(plain(front)))
    assert not _is_fine(front)


def test_the_articles_of_this_repository_fit_the_schema(
    validators: Validators, plain: Plain, project_root: Path
) -> None:
    there = {path.stem for path in (project_root / "communities").glob("[!_]*.yml")}
    found = [path for path in (project_root / "content").glob("*/*.md") if path.parent.name in there]
    assert found
    for path in found:
        front = re.match(r"---\n(.*?)^---$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        assert front, path
        errors = [error.message for error in validators["article"].iter_errors(plain(front[1]))]
        assert errors == [], path


def test_the_article_that_the_guide_shows_is_accepted(
    validators: Validators, plain: Plain, project_root: Path
) -> None:
    guide = (project_root / "content/guides/write-your-file.md").read_text(encoding="utf-8")
    front = re.search(r"```yaml\n---\n(.*?)---\n```", guide, re.DOTALL)
    assert front
    assert [error.message for error in validators["article"].iter_errors(plain(front[1]))] == []
    assert _is_fine(front[1])
    assert schema("article")["properties"].keys() == plain(front[1]).keys()
