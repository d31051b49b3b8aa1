"""The report that was kept: built by hand, because this has to be quicker than pydantic is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hearthbook.model.edits import Edit
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.model.report import Report, Standing
from hearthbook.model.verdict import Audited, Skip

if TYPE_CHECKING:
    from collections.abc import Mapping


def report_of(row: Mapping[str, Any]) -> Report:
    """The report that `dataclasses.asdict` and JSON made a table of."""
    return Report(
        checked=row["checked"],
        findings=tuple(map(_finding, row["findings"])),
        communities={slug: _standing(each) for slug, each in row["communities"].items()},
        rules=row["rules"],
    )


def _standing(row: Mapping[str, Any]) -> Standing:
    return Standing(
        score=row["score"],
        next=tuple(map(_finding, row["next"])),
        skipped=tuple(Skip(**each) for each in row["skipped"]),
        audit=tuple(Audited(**each) for each in row["audit"]),
    )


def _finding(row: Mapping[str, Any]) -> Finding:
    made = {"severity": Severity(row["severity"]), "place": Place(**row["place"]), "fix": _edit(row["fix"])}
    return Finding(**{**row, **made})


def _edit(row: Mapping[str, Any] | None) -> Edit | None:
    return Edit(**{**row, "new": tuple(row["new"])}) if row else None
