"""A report as annotations that GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from hearthbook.lint.reporters.text import Source
    from hearthbook.model.findings import Finding
    from hearthbook.model.report import Report

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def as_github(report: Report, source: Source) -> str:
    """A workflow command for each finding."""
    del source
    return "\n".join(map(_command, report.findings))


def _command(finding: Finding) -> str:
    place = finding.place
    where = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "title": finding.code,
    }
    properties = ",".join(f"{key}={_escaped(value, property_=True)}" for key, value in where.items())
    return f"::{_LEVELS[finding.severity]} {properties}::{_escaped(f'{finding.message}; {finding.hint}')}"


def _escaped(text: str, *, property_: bool = False) -> str:
    """Text as GitHub's runner reads it back: `%`, line ends and, in properties, `:` and `,` are encoded."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text
