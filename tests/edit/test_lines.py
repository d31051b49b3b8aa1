"""Lines that are added or moved: the first line for editors, and people in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.lint.rules.hb910_no_help_in_the_editor import MODELINE
from tests.edit.given import START, advised, arranged, planned, put

if TYPE_CHECKING:
    from pathlib import Path

HEAD: Final = f"{MODELINE}\n{START}"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "bom"])
def test_the_line_for_editors_is_put_first(tmp_path: Path, end: str, mark: bytes) -> None:
    text = f"---\n# Ours\n{START}"
    put(tmp_path, mark + text.replace("\n", end).encode())
    (draft,) = planned(tmp_path, advised(text)).drafts
    assert draft.after == mark + f"{MODELINE}\n{text}".replace("\n", end).encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("people:\n  b: B\n  a: A\n", "people:\n  a: A\n  b: B\n"),
        ("people:\n  b: B\n  a: A", "people:\n  a: A\n  b: B"),
        ("people:  # all\n  b: B\n  a: A\nsize: 9\n", "people:  # all\n  a: A\n  b: B\nsize: 9\n"),
        (
            "people:\n  # she\n  # and she alone\n  b: B # too\n  # he\n  a:\n    handle: A\n",
            "people:\n  # he\n  a:\n    handle: A\n  # she\n  # and she alone\n  b: B # too\n",
        ),
        ("people:\n\n  c: C\n\n  b: B\n  a: A\n\n\n", "people:\n\n  a: A\n\n  b: B\n  c: C\n\n\n"),
        (
            "people:\n  b:\n    answers_for: >-\n      this\n\n      # and that\n  a: A\n",
            "people:\n  a: A\n  b:\n    answers_for: >-\n      this\n\n      # and that\n",
        ),
        (
            "people:\n  b: {handle: B,\n    show: name}\n  a: A\n",
            "people:\n  a: A\n  b: {handle: B,\n    show: name}\n",
        ),
        ('people:\n  "b": B\n  ä: A\n  a: Ä\n', 'people:\n  a: Ä\n  "b": B\n  ä: A\n'),
        ("people:\n  B: B\n  a: A\n", "people:\n  a: A\n  B: B\n"),
        ("people:\n  b: B\n  a: A\n# the end\n", "people:\n  a: A\n  b: B\n# the end\n"),
        ("people:\n  b: B\n  a: A\n  # the end\n", "people:\n  a: A\n  b: B\n  # the end\n"),
    ],
    ids=[
        *("plain", "no-line-end", "in-the-middle", "comments", "gaps", "folded", "braces", "quoted", "case"),
        *("comment-below", "comment-inside"),
    ],
)
def test_people_are_put_in_order(tmp_path: Path, before: str, after: str) -> None:
    assert arranged(tmp_path, HEAD + before) == HEAD + after


def test_lines_of_windows_stay_so_when_they_move(tmp_path: Path) -> None:
    text = f"{HEAD}people:\n  b: B\n  a: A".replace("\n", "\r\n")
    assert arranged(tmp_path, text) == f"{HEAD}people:\n  a: A\n  b: B".replace("\n", "\r\n")


@pytest.mark.parametrize(
    "lines",
    [
        "people: {b: B, a: A}\n",
        "people:\n  {b: B, a: A}\n",
        "people:\n  # hosts\n\n  b: B\n  a: A\n",
        "people:\n  b: B\n  # stewards\n\n  a: A\n",
        "people:\n  a: A\n  b: B\n",
        "people:\n  b: B\n",
        "people:\n",
        "people:\n  b: B\n  ? a\n  : A\n",
        "people:\n  b: B\n  b: B\n  a: A\n",
        "people:\n  b: {handle: B,\n  a: A}\n",
    ],
    ids=[
        *("braces", "braces-below", "heading", "groups", "in-order", "alone", "nobody", "question"),
        *("twice", "loose-braces"),
    ],
)
def test_other_lists_of_people_are_left_alone(lines: str) -> None:
    assert advised(HEAD + lines) == []


def test_a_text_that_ends_with_empty_lines_is_not_cut_from_them(tmp_path: Path) -> None:
    text = f"{HEAD}people:\n  b:\n    answers_for: |+\n      this\n\n  a: A\n"
    assert arranged(tmp_path, text) == text


def test_a_line_on_top_and_people_in_order_go_together(tmp_path: Path) -> None:
    text = f"{START}people:\n  b: B\n  a: A\n"
    assert arranged(tmp_path, text) == f"{HEAD}people:\n  a: A\n  b: B\n"
