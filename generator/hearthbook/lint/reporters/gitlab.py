"""A report as GitLab shows it beside the lines of a merge request, in its subset of Code Climate."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from hearthbook.lint.reporters.text import Source
    from hearthbook.model.findings import Finding
    from hearthbook.model.report import Report

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def as_gitlab(report: Report, source: Source) -> str:
    """A JSON list with an entry for each finding.

    An entry's fingerprint says which it is from one run to the next, so it does not depend on the
    line; of two that are alike otherwise, the second gets another.
    """
    del source
    alike: Counter[tuple[str, ...]] = Counter()
    entries = []
    for finding in report.findings:
        what = (finding.code, finding.place.file, finding.pointer, finding.message)
        entries.append(_entry(finding, *what, str(alike[what])))
        alike[what] += 1
    return json.dumps(entries, indent=2, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def _entry(finding: Finding, *what: str) -> dict[str, Any]:
    name = "\0".join(what).encode("utf-8", "surrogatepass")
    return {
        "description": f"{finding.message}; {finding.hint}",
        "check_name": finding.code,
        "fingerprint": hashlib.sha256(name).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.place.file, "lines": {"begin": finding.place.line}},
    }
