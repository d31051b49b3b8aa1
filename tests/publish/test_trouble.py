"""Whatever stops a build is told in words, with its place."""

from __future__ import annotations

import pytest
from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import ConfigurationError

from hearthbook.errors import HearthbookError
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.publish.builder import UnfitArchiveError
from hearthbook.publish.notices import troubled
from hearthbook.publish.trouble import trouble


def _finding(line: int, severity: Severity = Severity.ERROR) -> Finding:
    place = Place(file="communities/oak.yml", line=line)
    return Finding(
        code="HB100", severity=severity, place=place, message="it is <odd>", hint="write `even: <yes>`"
    )


def test_findings_are_told_one_by_one() -> None:
    found = trouble(UnfitArchiveError((_finding(3), _finding(5, Severity.WARNING))))
    assert found.title == "1 error"
    assert str(found).splitlines() == [
        "communities/oak.yml:3:1 HB100 it is <odd>; write `even: <yes>`",
        "communities/oak.yml:5:1 HB100 it is <odd>; write `even: <yes>` [warning]",
    ]


def test_of_very_many_findings_only_the_first_are_told() -> None:
    found = trouble(UnfitArchiveError(tuple(_finding(line) for line in range(1, 1061))))
    assert found.title == "1,060 errors"
    assert len(found.rows) == 50
    assert str(found).endswith("\nand 1,010 more; `hearthbook check` lists them all")
    assert b"And 1,010 more" in troubled(found, standing=True).page


def test_a_finding_is_shown_as_sentences_and_is_no_markup() -> None:
    page = troubled(trouble(UnfitArchiveError((_finding(3),))), standing=False).page.decode()
    assert "<code>communities/oak.yml:3:1</code> <small>HB100</small>" in page
    assert "<p>It is &lt;odd&gt;.</p>" in page
    assert '<p class="remedy">Write <code>even: &lt;yes&gt;</code>.</p>' in page


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (HearthbookError("no theme", where="mkdocs.yml", hint="name one"), "mkdocs.yml: no theme; name one"),
        (HearthbookError("no end", hint="the old site is untouched"), "no end"),
        (ConfigurationError("no theme"), "no theme"),
        (TemplateSyntaxError("no end", 7, filename="nav.html"), "nav.html:7: no end"),
        (OSError("no space"), "no space"),
        (SystemExit("no more"), "no more"),
    ],
)
def test_what_somebody_can_mend_is_told_in_words(problem: BaseException, told: str) -> None:
    assert str(trouble(problem)) == told


def test_a_mistake_of_ours_is_told_with_its_inside_in_the_terminal_only() -> None:
    found = trouble(KeyError("secret"))
    assert "KeyError: 'secret'" in str(found)
    assert b"secret" not in troubled(found, standing=True).page
