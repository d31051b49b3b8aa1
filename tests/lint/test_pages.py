"""Every code has a page, every page a code, and the pages are easy to read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

import hearthbook
from hearthbook.lint.explained import pages
from hearthbook.lint.registry import all_rules
from hearthbook.lint.texts import sentences, words

_PACKAGE: Final = Path(hearthbook.__file__).parent
_WRITTEN: Final = re.compile(r'"(HB\d{3})"')
_LONGEST: Final = 30
"""Words; the guides stay below 25, and a list of cases may need some more."""


def _reported() -> frozenset[str]:
    """The codes that no rule has: those of intake, of publishing, of git, and of a rule that stumbled."""
    more = tuple(_PACKAGE / name for name in ("publish/languages.py", "lint/engine.py", "history/tracked.py"))
    files = [*_PACKAGE.glob("ingest/*.py"), *more]
    found = (_WRITTEN.findall(file.read_text(encoding="utf-8")) for file in files)
    return frozenset(code for codes in found for code in codes)


_REPORTED: Final = _reported()


def test_codes_are_found_where_they_are_reported() -> None:
    assert {"HB001", "HB009", "HB021", "HB022", "HB999"} <= _REPORTED


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert set(pages()) == _REPORTED | set(all_rules())


def test_no_rule_has_a_code_that_is_reported_elsewhere() -> None:
    assert not _REPORTED & set(all_rules())


def test_a_code_has_one_page() -> None:
    files = sorted(file.name for file in (_PACKAGE / "lint" / "rules").glob("*.md"))
    assert len(files) == len({name[:5] for name in files}) == len(pages())


def test_titles_differ() -> None:
    titles = [page.title.casefold() for page in pages().values()]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("code", pages())
def test_a_title_is_a_line_without_a_full_stop(code: str) -> None:
    page = pages()[code]
    assert page.markdown.startswith(f"# {code} {page.title}\n\n")
    assert page.title[-1] not in ".!?:"


@pytest.mark.parametrize("code", pages())
def test_no_sentence_is_long(code: str) -> None:
    long = [each for each in sentences(pages()[code].markdown) if len(words(each)) > _LONGEST]
    assert long == []


@pytest.mark.parametrize("code", sorted(_REPORTED))
def test_a_page_without_a_rule_says_why_and_how_and_shows_both_or_neither(code: str) -> None:
    page = pages()[code]
    headings = re.findall(r"^## (.+)$", page.markdown, re.MULTILINE)
    assert headings == ["Why it matters", "How to mend it", "Examples"][: 3 if page.examples else 2]
    assert {example.judged for example in page.examples} in (set(), {"bad", "good"})
    marked = {each for example in page.examples for _, each in example.expected}
    assert marked == ({code} if page.examples else set())
