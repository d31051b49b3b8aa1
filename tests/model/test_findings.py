"""Places, findings and their order."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from hearthbook.model.findings import Finding, Place, Severity, in_order


def _finding(line: int = 1, column: int = 1, code: str = "HB001", message: str = "a fact") -> Finding:
    place = Place(file="communities/oak.yml", line=line, column=column)
    return Finding(code=code, severity=Severity.ERROR, place=place, message=message, hint="a remedy")


def test_a_finding_reads_as_place_code_fact_and_remedy() -> None:
    assert str(_finding(12, 5, "HB201")) == "communities/oak.yml:12:5 HB201 a fact; a remedy"


def test_findings_come_by_line_column_code_and_words() -> None:
    ordered = [
        _finding(1, 9),
        _finding(2, 1),
        _finding(2, 3, "HB001"),
        _finding(2, 3, "HB002", "a fact"),
        _finding(2, 3, "HB002", "b fact"),
        _finding(10, 1),
    ]
    assert in_order(ordered[::-1]) == tuple(ordered)


def test_a_repeated_finding_is_kept_once() -> None:
    assert len(in_order([_finding(), replace(_finding(), community="oak"), _finding()])) == 1


def test_a_finding_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        _finding().code = "HB002"  # type: ignore[misc]
