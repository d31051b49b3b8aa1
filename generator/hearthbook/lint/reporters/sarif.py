"""A report as SARIF 2.1.0 (OASIS), which code hosts and editors read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from hearthbook import __version__
from hearthbook.lint.explained import pages
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from hearthbook.lint.explained import Explained
    from hearthbook.lint.reporters.text import Source
    from hearthbook.model.findings import Finding
    from hearthbook.model.report import Report

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def as_sarif(report: Report, source: Source) -> str:
    """One run with the rules that found something, and their results."""
    del source
    codes = sorted({finding.code for finding in report.findings})
    known = pages()
    driver = {
        "name": "hearthbook",
        "semanticVersion": __version__,
        "rules": [_rule(code, known.get(code), report.rules) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes) for finding in report.findings],
    }
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    text = json.dumps(log, indent=2, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode()


def _rule(code: str, page: Explained | None, site: str) -> dict[str, Any]:
    if page is None:
        return {"id": code}
    link = {"helpUri": f"{site}{code.lower()}/"} if site else {}
    return {
        "id": code,
        **link,
        "shortDescription": {"text": page.title},
        "help": {"text": page.body, "markdown": page.body},
    }


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    place = finding.place
    location = {
        "artifactLocation": {"uri": quote(place.file, errors="surrogatepass"), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}; {finding.hint}"},
        "locations": [{"physicalLocation": location}],
    }
