"""Findings as text for people and as JSON for programs, from the same values."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.model.findings import Finding


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def summary(findings: Sequence[Finding], communities: int) -> str:
    """One line that says how it stands."""
    checked = _count(communities, "community", "communities")
    if not findings:
        return f"{checked} checked, nothing to mend."
    counts = Counter(finding.severity for finding in findings)
    words = {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.ADVICE: ("piece of advice", "pieces of advice"),
    }
    told = [_count(counts[severity], *words[severity]) for severity in Severity if counts[severity]]
    return f"{checked} checked: {', '.join(told)}."


def as_text(findings: Sequence[Finding], communities: int) -> str:
    """A line per finding, then the summary."""
    lines = [
        f"{finding.place} {finding.code} {finding.message}; {finding.hint}"
        + ("" if finding.severity is Severity.ERROR else f" [{finding.severity}]")
        for finding in findings
    ]
    return "\n".join([*lines, summary(findings, communities)])


def as_json(findings: Sequence[Finding], communities: int) -> str:
    """An object with `findings` (place flattened into file, line, column) and `communities`."""
    rows = []
    for finding in findings:
        row = asdict(finding)
        row |= row.pop("place")
        rows.append(row)
    text = json.dumps({"communities": communities, "findings": rows}, indent=2, ensure_ascii=False)
    # half a character in somebody's key cannot be printed; JSON writes it as the same escape
    return text.encode("utf-8", "backslashreplace").decode()
