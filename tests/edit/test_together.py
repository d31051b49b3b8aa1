"""Edits of several kinds in one file, and fixes on their way through the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.model.edits import Edit
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.model.verdict import Advice, Verdict
from hearthbook.publish.judging import verdict_from_bytes, verdict_to_bytes
from tests.edit.given import START, planned, put

if TYPE_CHECKING:
    from pathlib import Path

OAK: Final = "communities/oak.yml"
EDITS: Final = (
    Edit(kind="key", file=OAK, line=6, column=7, old="handel", new=("handle",)),
    Edit(kind="text", file=OAK, line=6, column=24, old="nmae", new=("name",)),
    Edit(kind="order", file=OAK, line=6, old="people", new=("a", "b")),
    Edit(kind="line", file=OAK, new=("# first",)),
)


def test_places_hold_whatever_else_changes(tmp_path: Path) -> None:
    put(tmp_path, f"{START}people:\n  b: {{handel: Ö, show: nmae}}\n  a: A\n".encode())
    made = planned(tmp_path, list(EDITS))
    assert made.left == ()
    after = f"# first\n{START}people:\n  a: A\n  b: {{handle: Ö, show: name}}\n"
    assert made.drafts[0].after.decode() == after


def test_an_edit_that_fails_does_not_hinder_the_others(tmp_path: Path) -> None:
    text = f"{START}people:\n  b: {{handel: Ö, show: name}}\n  a: A\n"
    put(tmp_path, text.encode())
    made = planned(tmp_path, list(EDITS))
    assert [one.edit.kind for one in made.left] == ["text"]
    assert [edit.kind for edit in made.drafts[0].done] == ["key", "order", "line"]


@pytest.mark.parametrize("fix", [None, *EDITS])
def test_a_fix_is_kept_with_the_advice(fix: Edit | None) -> None:
    finding = Finding(
        code="HB911", severity=Severity.ADVICE, place=Place(file=OAK), message="a", hint="b", fix=fix
    )
    verdict = Verdict(advice=(Advice(finding=finding),))
    assert verdict_from_bytes(verdict_to_bytes(verdict)) == verdict
