"""A report for people: by file, with the line it is about, and what would help most."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from click import style

from hearthbook.lint.explained import pages
from hearthbook.lint.standing import STEPS, best, by_worth
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.findings import Finding
    from hearthbook.model.report import Report

Source = Callable[[str], Sequence[str]]
"""A file's path from the project folder -> its lines; none where it cannot be read."""

WIDTH: Final = 80
"""Columns of the narrowest terminal that people use."""
FEW: Final = 3
"""Communities for each of which the next steps are told; of more, what would help most of them."""

MOST: Final = 5
"""Pieces of advice for a file, unless all are asked for: who is told seventeen things does none."""

MANY: Final = 20
"""Communities of which advice is told; of more, only how much there is and what would help most."""

SAME: Final = 3
"""Findings in the same words from which on one of them stands for all; a shared base file makes them."""

_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_WORDS: Final = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _counted(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(_count(counts[each], *_WORDS[each]) for each in Severity if counts[each])


def summary(findings: Sequence[Finding], checked: int) -> str:
    """One line that says how it stands."""
    files = _count(checked, "community", "communities")
    return f"{files} checked: {_counted(findings)}." if findings else f"{files} checked, nothing to mend."


def as_text(report: Report, source: Source, *, whole: bool = False) -> str:
    """The findings by file, how the communities stand, and what would help them most."""
    most = len(report.findings) if whole else MOST if report.checked <= MANY else 0
    told = [finding for finding in report.findings if most or finding.severity is not Severity.ADVICE]
    often = Counter(map(_said, told))
    once = {_said(finding): finding for finding in reversed(told)}
    blocks = (
        _block(file, some, source, most, often)
        for file, some in _by_file([f for f in told if often[_said(f)] <= SAME or once[_said(f)] is f])
    )
    end = summary(report.findings, report.checked)
    if report.findings:
        code = _first(report)
        end += f"\n`hearthbook explain {code}` says why, and so for every code."
        end += f"\nSo does {report.rules}{code.lower()}/" if report.rules else ""
    if len(told) < len(report.findings):
        end += "\nName a community to read the advice for it, as in `hearthbook check book-circle`."
    return "\n\n".join([*blocks, *_standings(report), end])


def _said(finding: Finding) -> tuple[str, str, str]:
    return (finding.code, finding.message, finding.hint)


def _first(report: Report) -> str:
    """The code that one would ask about first."""
    steps = [step for one in report.communities.values() for step in one.next]
    return (best(steps) or by_worth(report.findings))[0].code


def _block(
    file: str, findings: Sequence[Finding], source: Source, most: int, often: Counter[tuple[str, str, str]]
) -> str:
    """The findings of one file; of the advice, what is worth most, each rule once before any twice."""
    advice = by_worth(finding for finding in findings if finding.severity is Severity.ADVICE)
    first = {finding.code: finding for finding in reversed(advice)}
    ordered = sorted(advice, key=lambda finding: first[finding.code] is not finding)
    least = {id(finding) for finding in ordered[most:]}
    parts = [_head(file, findings)]
    for each in findings:
        if id(each) not in least:
            others = often[_said(each)] - 1
            same = f"\n  The same is true in {others:,} more places." if others >= SAME else ""
            parts.append(_told(each, source) + same)
    if least:
        more = _count(len(least), "more piece of advice", "more pieces of advice")
        parts.append(style(f"and {more}, which `hearthbook check --all` tells", dim=True))
    return "\n\n".join(parts)


def _by_file(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    return ((file, list(some)) for file, some in groupby(findings, lambda finding: finding.place.file))


def _head(file: str, findings: Sequence[Finding]) -> str:
    return f"{style(file, bold=True)}: {_counted(findings)}"


def _told(finding: Finding, source: Source) -> str:
    grave = finding.severity is Severity.ERROR
    fact = finding.message if grave else f"{finding.message} [{finding.severity}]"
    first = _wrapped(f"{finding.place} {finding.code} {fact}", "")
    code = style(finding.code, fg=_COLOURS[finding.severity], bold=True)
    rows = [
        first.replace(finding.code, code, 1),
        *_shown(finding, source),
        _wrapped(finding.hint, "  \N{RIGHTWARDS ARROW} ", "    "),
    ]
    return "\n".join(rows)


def _wrapped(text: str, first: str, rest: str = "  ") -> str:
    if len(first) + len(text) <= WIDTH and "\n" not in text and "  " not in text:
        return first + text
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def harmless(text: str) -> str:
    """The text with a sign in the place of whatever a terminal would obey rather than show."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _shown(finding: Finding, source: Source) -> list[str]:
    """The line that a finding is about, as much of it as fits, with a caret below the place."""
    if not finding.pointer and (finding.place.line, finding.place.column) == (1, 1):
        # about the file as a whole, of which the first line says nothing
        return []
    lines = source(finding.place.file)
    if not 0 < finding.place.line <= len(lines):
        return []
    number = f"{finding.place.line:>6} \N{BOX DRAWINGS LIGHT VERTICAL} "
    room = WIDTH - len(number)
    line = harmless(lines[finding.place.line - 1].replace("\t", " "))
    column = min(finding.place.column, len(line) + 1)
    start = max(0, column - room // 2) if len(line) > room else 0
    part = line[start : start + room]
    caret = " " * (column - 1 - start) + "^"
    margin = " " * (len(number) - 2) + "\N{BOX DRAWINGS LIGHT VERTICAL} "
    return [style(number, dim=True) + part, style(margin, dim=True) + style(caret, fg="green")]


def _standings(report: Report) -> Iterator[str]:
    if len(report.communities) > FEW:
        if some := _for_many(report):
            yield some
        return
    for slug, standing in sorted(report.communities.items()):
        if standing.next:
            title = style(f"What would help {slug} most", bold=True)
            steps = (_step(number, each) for number, each in enumerate(standing.next, 1))
            yield "\n".join([f"{title} (its design: {standing.score} of 100)", *steps])


def _step(number: int, finding: Finding) -> str:
    said = f"{_capital(finding.message)}. {_capital(finding.hint)}. ({finding.place}, {finding.code})"
    return _wrapped(said, f"{number}. ", "   ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _for_many(report: Report) -> str:
    """What would help most communities."""
    steps = [finding for one in report.communities.values() for finding in one.next]
    if not steps:
        return ""
    often = Counter(finding.code for finding in steps)
    model = {finding.code: finding for finding in reversed(steps)}

    def rank(code: str) -> tuple[int, int, str]:
        one = model[code]
        return (tuple(Severity).index(one.severity), -one.worth * often[code], code)

    known = pages()
    rows = [style("What would help most", bold=True)]
    for number, code in enumerate(sorted(often, key=rank)[:STEPS], 1):
        title = known[code].title if code in known else code
        where = _count(often[code], "community", "communities")
        said = f"{title}: {where} ({code}). For one of them: {model[code].hint}."
        rows.append(_wrapped(said, f"{number}. ", "   "))
    return "\n".join(rows)
