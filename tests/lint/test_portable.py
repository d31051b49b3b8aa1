"""Patterns are written so that they mean the same in a browser."""

from __future__ import annotations

import re

import pytest

from hearthbook.lint.portable import portable

CASES = {
    r"(?P<word>\w+)": r"(?<word>[\p{L}\p{N}_]+)",
    r"[\w.+-]+@": r"[\p{L}\p{N}_.+-]+@",
    r"[^\W_]+": r"[\p{L}\p{N}]+",
    r"\d{4}": r"[\p{Nd}]{4}",
    r"a.c": r"a[^\n]c",
    r"end$": r"end(?=\n?$)",
    r"[\"']\-": "[\"']\\-",
    r"(?i:at )x": r"(?:[aA][tT] )x",
    r"((?i:b))b": r"((?:[bB]))b",
    r"[^\]a]": r"[^\]a]",
    r"\u2019": r"\u2019",
    r"(a)\1": r"(a)\1",
}


@pytest.mark.parametrize("pattern", CASES)
def test_a_pattern_is_written_for_browsers(pattern: str) -> None:
    assert portable(re.compile(pattern)) == {"source": CASES[pattern], "flags": "u"}


def test_a_boundary_knows_all_letters() -> None:
    assert r"(?<=[\p{L}\p{N}_])" in portable(re.compile(r"\bü"))["source"]


def test_a_blank_is_what_python_takes_for_one() -> None:
    assert portable(re.compile(r"\s"))["source"].startswith(r"[\t-\r\x1c-\x20")


def test_flags_have_their_letters() -> None:
    assert portable(re.compile("a", re.IGNORECASE | re.MULTILINE | re.DOTALL))["flags"] == "imsu"


@pytest.mark.parametrize("pattern", [re.compile("a b", re.VERBOSE), re.compile(r"[a\W]")])
def test_what_cannot_be_said_in_a_browser_is_refused(pattern: re.Pattern[str]) -> None:
    with pytest.raises(ValueError, match=r"browser|class"):
        portable(pattern)
