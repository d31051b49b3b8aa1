"""Findings for people and for programs."""

from __future__ import annotations

import json

import pytest

from hearthbook.lint.report import as_json, as_text, summary
from hearthbook.model.findings import Finding, Place, Severity


def _finding(severity: Severity, message: str = "a fact", pointer: str = "") -> Finding:
    place = Place(file="communities/oak.yml", line=3, column=7)
    return Finding(
        code="HB101", severity=severity, place=place, message=message, hint="a remedy", pointer=pointer
    )


ERROR = _finding(Severity.ERROR)
WARNING = _finding(Severity.WARNING)
ADVICE = _finding(Severity.ADVICE)


@pytest.mark.parametrize(
    ("findings", "communities", "line"),
    [
        ([], 0, "0 communities checked, nothing to mend."),
        ([], 1, "1 community checked, nothing to mend."),
        ([ERROR], 2, "2 communities checked: 1 error."),
        ([ERROR, ERROR, WARNING], 1, "1 community checked: 2 errors, 1 warning."),
        ([ADVICE, WARNING, WARNING], 1, "1 community checked: 2 warnings, 1 piece of advice."),
        ([ADVICE, ADVICE], 1, "1 community checked: 2 pieces of advice."),
    ],
    ids=["none", "one", "error", "mixed", "without-errors", "advice"],
)
def test_one_line_says_how_it_stands(findings: list[Finding], communities: int, line: str) -> None:
    assert summary(findings, communities) == line


def test_an_error_is_a_line_with_place_code_fact_and_remedy() -> None:
    assert as_text([ERROR], 1).split("\n")[0] == "communities/oak.yml:3:7 HB101 a fact; a remedy"


@pytest.mark.parametrize("finding", [WARNING, ADVICE], ids=["warning", "advice"])
def test_what_is_no_error_says_so_at_the_end(finding: Finding) -> None:
    assert as_text([finding], 1).split("\n")[0].endswith(f"a fact; a remedy [{finding.severity}]")


def test_the_summary_comes_last() -> None:
    assert as_text([ERROR, WARNING], 3).split("\n")[-1] == "3 communities checked: 1 error, 1 warning."


def test_json_carries_the_same_findings() -> None:
    told = json.loads(as_json([ERROR, ADVICE], 3))
    assert told["communities"] == 3
    assert told["findings"] == [
        {
            "code": "HB101",
            "severity": severity,
            "message": "a fact",
            "hint": "a remedy",
            "pointer": "",
            "community": "",
            "file": "communities/oak.yml",
            "line": 3,
            "column": 7,
        }
        for severity in ("error", "advice")
    ]


@pytest.mark.parametrize(
    "pointer", ["/a\x02b", "/a\ud800b", '/a"b', "/a\nb"], ids=["control", "half", "quote", "line-end"]
)
def test_json_can_be_printed_and_read_whatever_a_key_holds(pointer: str) -> None:
    text = as_json([_finding(Severity.ERROR, pointer=pointer)], 1)
    assert json.loads(text.encode().decode())["findings"][0]["pointer"] == pointer


def test_json_keeps_letters_of_all_languages() -> None:
    assert "für Zoë" in as_json([_finding(Severity.ERROR, "für Zoë")], 1)
