"""Keys, values and time zones: one place changes, and no other byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.edit.given import START, fixes, mended, planned, put

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tagine: One line\n", "tagline: One line\n"),
        ('"tagine": One line\n', '"tagline": One line\n'),
        ("'tagine' : One line # tagine\n", "'tagline' : One line # tagine\n"),
        ("tagine:\tOne line\n", "tagline:\tOne line\n"),
        ("size: {membrs: 30}\n", "size: {members: 30}\n"),
        ('place: {city: "Zürich 🌳", contry: CH}\n', 'place: {city: "Zürich 🌳", country: CH}\n'),
        ("place: {cty: Ulm, contry: DE}\n", "place: {city: Ulm, country: DE}\n"),
        ("norms:\n  - {statment: Be kind}\n", "norms:\n  - {statement: Be kind}\n"),
        ("TAGLINE: One line\n", "tagline: One line\n"),
        ("tagine: tagine\n", "tagline: tagine\n"),
    ],
    ids=["plain", "quoted", "spaced", "tab", "flow", "wide", "two-on-a-line", "in-a-list", "case", "value"],
)
def test_a_misspelt_key_gets_its_name(tmp_path: Path, before: str, after: str) -> None:
    assert mended(tmp_path, START + before).decode() == START + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("channels: [{name: help, serves: hlep}]\n", "channels: [{name: help, serves: help}]\n"),
        ('visibility: "publc"\n', 'visibility: "public"\n'),
        ("status: actve  # since May\n", "status: active  # since May\n"),
        ("visibility: Public\n", "visibility: public\n"),
    ],
    ids=["flow", "quoted", "short-form", "case"],
)
def test_a_misspelt_choice_is_written_as_it_is(tmp_path: Path, before: str, after: str) -> None:
    assert mended(tmp_path, START + before).decode() == START + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "rituals: [{name: Wins, when: {every: week, day: Tuesday, at: 17:00, zone: CET}}]\n",
            "rituals: [{name: Wins, when: {every: week, day: Tuesday, at: 17:00, zone: Europe/Paris}}]\n",
        ),
        (
            "rituals: [{name: Wins, when: 'every Tuesday at 17:00 CET'}]\n",
            "rituals: [{name: Wins, when: 'every Tuesday at 17:00 Europe/Paris'}]\n",
        ),
        (
            "rituals: [{name: Wins, when: every Tuesday at 17:00 (CET)}]\n",
            "rituals: [{name: Wins, when: every Tuesday at 17:00 (Europe/Paris)}]\n",
        ),
    ],
    ids=["key", "quoted-words", "words"],
)
def test_an_abbreviation_becomes_the_zone_that_is_chosen(tmp_path: Path, before: str, after: str) -> None:
    assert mended(tmp_path, START + before, "Europe/Paris").decode() == START + after


def test_without_a_choice_an_abbreviation_stays(tmp_path: Path) -> None:
    put(tmp_path, f"{START}rituals: [{{name: Wins, when: every Tuesday at 17:00 CET}}]\n".encode())
    made = planned(tmp_path)
    assert made.drafts == ()
    assert [one.why for one in made.left] == ["only you know which time zone is meant"]


def test_an_abbreviation_of_one_zone_needs_no_choice(tmp_path: Path) -> None:
    text = f"{START}rituals: [{{name: Wins, when: every Tuesday at 17:00 JST}}]\n"
    assert mended(tmp_path, text).decode() == text.replace("JST", "Asia/Tokyo")


@pytest.mark.parametrize(
    "lines",
    [
        "tagine: One\ntagline: Two\n",
        "zzz: One\n",
        "title: Oak\n",
        "channels: [{name: help, serves: everything}]\n",
    ],
    ids=["there-already", "nothing-near", "another-word", "no-choice-near"],
)
def test_what_is_not_clear_has_no_fix(tmp_path: Path, lines: str) -> None:
    put(tmp_path, (START + lines).encode())
    assert fixes(tmp_path) == []


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("tagine: One\ntaglin: Two\n", "two keys would get the same name"),
        ("tagine: One\nnorms: [a]\nnorms: [b]\n", "what keeps the file from being read comes first"),
        ('"tag\\u0069ne": One\n', "it is written in a way that is better changed by hand"),
        ("visibility: >-\n  publc\n", "it is written in a way that is better changed by hand"),
    ],
    ids=["rivals", "duplicates", "escape", "folded"],
)
def test_what_is_not_safe_is_left_with_a_reason(tmp_path: Path, lines: str, why: str) -> None:
    put(tmp_path, (START + lines).encode())
    made = planned(tmp_path)
    assert made.drafts == ()
    assert {one.why for one in made.left} == {why}


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "bom"])
def test_line_ends_and_the_mark_before_them_stay(tmp_path: Path, end: str, mark: bytes) -> None:
    data = mark + f"# Ä comment\n{START}tagine: One  \n\n\n# the end".replace("\n", end).encode()
    assert mended(tmp_path, data) == data.replace(b"tagine", b"tagline")


def test_a_base_file_is_mended_in_its_own_place(tmp_path: Path) -> None:
    put(tmp_path, b"tagine: One\n", "communities/_base.yml")
    put(tmp_path, f"extends: _base\n{START}tagline: Two\n".encode())
    put(tmp_path, f"extends: _base\n{START}".encode(), "communities/elm.yml")
    made = planned(tmp_path)
    assert [(draft.file, draft.after) for draft in made.drafts] == [
        ("communities/_base.yml", b"tagline: One\n")
    ]
