"""What stopped a build, for the terminal and for the browser."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.errors import HearthbookError
from hearthbook.model.findings import Severity
from hearthbook.publish.builder import UnfitArchiveError
from hearthbook.publish.configuration import UNTOUCHED
from hearthbook.publish.slips import EXPECTED, in_words

if TYPE_CHECKING:
    from hearthbook.model.findings import Finding

MANY: Final = 50
"""Findings that are told one by one; whoever has more mends these first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to mend."""

    place: str = ""
    """`file:line:column`, or what there is of it."""
    code: str = ""
    """The finding's, if it is one."""
    grade: str = ""
    """The finding's severity, if it is not an error."""
    fact: str
    remedy: str = ""

    def __str__(self) -> str:
        """The row as `hearthbook check` prints it."""
        place = f"{self.place} {self.code} " if self.code else f"{self.place}: " if self.place else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{self.fact}{remedy}" + (f" [{self.grade}]" if self.grade else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why there are no new pages."""

    title: str
    """How much is wrong: `2 errors`."""
    rows: tuple[Row, ...] = ()
    more: int = 0
    """Findings beyond those."""
    trace: str = ""
    """Where in the program it happened, if that is the program's own mistake; for the terminal only."""

    def __str__(self) -> str:
        """The text for the terminal."""
        rest = [f"and {self.more:,} more; `hearthbook check` lists them all"] if self.more else []
        return "\n".join([*map(str, self.rows), *rest, *([self.trace] if self.trace else [])])


def trouble(problem: BaseException) -> Trouble:
    """What a build that ended this way has to tell."""
    if isinstance(problem, UnfitArchiveError):
        errors = sum(1 for finding in problem.findings if finding.severity is Severity.ERROR)
        return Trouble(
            title="1 error" if errors == 1 else f"{errors:,} errors",
            rows=tuple(_row(finding) for finding in problem.findings[:MANY]),
            more=max(0, len(problem.findings) - MANY),
        )
    if isinstance(problem, HearthbookError):
        # of the built site nobody speaks here
        remedy = "" if problem.hint == UNTOUCHED else problem.hint
        row = Row(place=problem.where, fact=problem.message, remedy=remedy)
        return Trouble(title="1 error", rows=(row,))
    if isinstance(problem, EXPECTED):
        return Trouble(title="1 error", rows=(Row(fact=in_words(problem)),))
    fact = "this change is more than Hearthbook, or something that it is built on, can cope with"
    remedy = "the terminal says where; take the change back, and tell us about it"
    trace = "".join(traceback.format_exception(problem)).rstrip()
    return Trouble(title="A mistake of ours", rows=(Row(fact=fact, remedy=remedy),), trace=trace)


def _row(finding: Finding) -> Row:
    return Row(
        place=str(finding.place),
        code=finding.code,
        grade="" if finding.severity is Severity.ERROR else finding.severity,
        fact=finding.message,
        remedy=finding.hint,
    )
