"""A report as JUnit XML, which most build servers show as a list of tests."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from hearthbook.lint.reporters.text import Source
    from hearthbook.model.findings import Finding
    from hearthbook.model.report import Report

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def as_junit(report: Report, source: Source) -> str:
    """A suite for each file and a case for each finding: errors fail, the rest is told as output."""
    del source
    root = Element("testsuites", name="hearthbook check")
    for file, some in groupby(report.findings, lambda finding: finding.place.file):
        _suite(root, file, list(some))
    if not report.findings:
        suite = SubElement(root, "testsuite", name="hearthbook check", tests="1", failures="0")
        SubElement(suite, "testcase", classname="hearthbook", name="nothing to mend")
    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=True)


def _suite(root: Element, file: str, findings: list[Finding]) -> None:
    failures = sum(finding.severity is Severity.ERROR for finding in findings)
    counts = {"tests": str(len(findings)), "failures": str(failures)}
    suite = SubElement(root, "testsuite", {"name": _text(file), **counts})
    for finding in findings:
        name = f"{finding.code} {finding.place.line}:{finding.place.column}"
        case = SubElement(suite, "testcase", classname=_text(file), name=name)
        told = _text(f"{finding.place} {finding.message}; {finding.hint}")
        if finding.severity is Severity.ERROR:
            failure = SubElement(case, "failure", type=finding.code, message=_text(finding.message))
            failure.text = told
        else:
            SubElement(case, "system-out").text = f"{finding.severity}: {told}"


def _text(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
