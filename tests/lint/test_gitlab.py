"""A report as GitLab shows it beside the lines of a merge request."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.lint.reporters.gitlab import as_gitlab
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.model.report import Report

PLACE = Place(file="communities/oak.yml", line=3, column=7)
FINDING = Finding(code="HB201", severity=Severity.ERROR, place=PLACE, message="a fact", hint="a remedy")


def _told(*findings: Finding) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(as_gitlab(Report(checked=1, findings=findings), lambda _: ()))
    return entries


def test_a_finding_says_what_and_where() -> None:
    (entry,) = _told(FINDING)
    assert entry.pop("fingerprint")
    assert entry == {
        "description": "a fact; a remedy",
        "check_name": "HB201",
        "severity": "major",
        "location": {"path": "communities/oak.yml", "lines": {"begin": 3}},
    }


def test_each_severity_has_its_word() -> None:
    entries = _told(*(replace(FINDING, severity=each) for each in Severity))
    assert [entry["severity"] for entry in entries] == ["major", "minor", "info"]


def test_a_finding_that_moved_down_is_the_same() -> None:
    moved = replace(FINDING, place=replace(PLACE, line=30))
    assert _told(FINDING)[0]["fingerprint"] == _told(moved)[0]["fingerprint"]


def test_two_alike_are_two() -> None:
    first, second = _told(FINDING, replace(FINDING, place=replace(PLACE, line=30)))
    assert first["fingerprint"] != second["fingerprint"]


def test_nothing_to_say_is_an_empty_list() -> None:
    assert _told() == []


def test_half_a_character_in_somebodys_key_is_written_as_its_escape() -> None:
    (entry,) = _told(replace(FINDING, message="no key `\ud800`"))
    assert entry["description"] == "no key `\ud800`; a remedy"


def test_the_command_line_offers_it() -> None:
    assert "gitlab" in CliRunner().invoke(main, ["check", "--help"]).output
