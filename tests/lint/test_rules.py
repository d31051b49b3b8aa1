"""The examples on the rules' pages are the rules' tests: what is marked is found, and nothing else."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.lint.engine import examine, examine_archive, examine_page, mark
from hearthbook.lint.explained import pages
from hearthbook.lint.outline import outline_of
from hearthbook.lint.registry import all_rules
from hearthbook.lint.rule import Scope
from hearthbook.lint.settings import LintSettings
from hearthbook.model.pages import Page
from tests.lint.examples import SOUND, place, read

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.lint.explained import Example
    from hearthbook.model.archive import Resolved
    from hearthbook.model.findings import Finding, Place

Case = tuple["Example", ...]

TODAY: Final = date(2026, 11, 22)
"""The day on which the examples are looked at."""


def _cases() -> dict[str, Case]:
    """Name -> the files of an example: one, or several that follow each other and have names."""
    found: dict[str, Case] = {}
    for code, page in pages().items():
        numbered = enumerate(page.examples)
        grouped = groupby(numbered, lambda one: one[1].judged if one[1].file else str(one[0]))
        for number, (_, some) in enumerate(grouped, 1):
            case = tuple(each for _, each in some)
            found[f"{code} {case[0].judged} {number}"] = case
    return found


_CASES: Final = _cases()


def _of_page(example: Example) -> list[Finding]:
    page = Page(path="page.md", kind="faq", title="Page", markdown=example.text)
    return list(examine_page(page, LintSettings()))


def _of_archive(case: Case, root: Path) -> list[Finding]:
    for number, example in enumerate(case):
        article = example.kind == "markdown"
        slug = example.file.removesuffix(".yml") or "example"
        own, articles = ("", {"article.md": example.text}) if article else (example.text, {})
        place(own, root, f"other-{number}" if article and example.file else slug, articles)
    told: list[Finding] = []
    there: dict[str, Resolved] = {}
    for file in sorted((root / "communities").glob("[!_]*.yml")):
        resolved, findings, document = read(root, file.stem)
        told += findings
        if resolved:
            there[file.stem] = resolved
            advice = examine(resolved, document, LintSettings()).advice
            told += [one.finding for one in advice if one.holds(TODAY)]

    def spot(slug: str, pointer: str) -> Place:
        return mark(there[slug], pointer)

    outlines = tuple(outline_of(slug, one.community) for slug, one in there.items())
    across = examine_archive(outlines, LintSettings(), spot)
    return told + [one.finding for one in across if one.holds(TODAY)]


def _file(example: Example) -> str:
    if example.kind == "markdown":
        return "content/example/article.md"
    return "page.md" if example.kind == "page" else f"communities/{example.file or 'example.yml'}"


@pytest.mark.parametrize("name", _CASES)
def test_an_example_has_the_findings_that_it_marks_and_no_others(name: str, tmp_path: Path) -> None:
    case = _CASES[name]
    told = _of_page(case[0]) if case[0].kind == "page" else _of_archive(case, tmp_path)
    found = sorted((finding.place.file, finding.place.line, finding.code) for finding in told)
    marked = sorted((_file(example), line, code) for example in case for line, code in example.expected)
    assert found == marked, "\n".join(str(finding) for finding in told)


def test_the_sound_community_has_no_finding(tmp_path: Path) -> None:
    place(SOUND.read_text(encoding="utf-8"), tmp_path)
    resolved, findings, document = read(tmp_path)
    assert not findings
    assert resolved
    advice = examine(resolved, document, LintSettings()).advice
    assert [str(one.finding) for one in advice if one.holds(TODAY)] == []


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_has_a_page_with_a_bad_and_a_good_example(code: str) -> None:
    page = pages()[code]
    assert page.title
    judged = {example.judged for example in page.examples}
    assert judged == {"bad", "good"}
    assert any((code in {each for _, each in example.expected}) for example in page.examples)
    for heading in ("## Why it matters", "## How to mend it", "## Examples"):
        assert heading in page.markdown
    for threshold in all_rules()[code].thresholds:
        assert f"`{threshold}`" in page.markdown, f"{threshold} is not explained"


@pytest.mark.parametrize("code", all_rules())
def test_a_rules_page_is_named_as_the_rule_is(code: str) -> None:
    rule = all_rules()[code]
    assert pages()[code].markdown.startswith(f"# {code} ")
    assert rule.name
    assert 1 <= rule.worth <= 5
    assert set(rule.after) <= set(all_rules())
    assert rule.scope in Scope
