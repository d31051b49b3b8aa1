"""The figures as tables in Markdown, each beside its ratio to Hearthbook's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bench.rows import ROWS, Column, Key, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NOTHING: Final = "\N{EN DASH}"
TIMES: Final = "\N{MULTIPLICATION SIGN}"
_MANY: Final = 100
_SOME: Final = 10

AIMED_AT: Final = 1000
"""The number of communities that the targets are for."""
TARGETS: Final[Mapping[Key, float]] = {
    "check": 5.0,
    "check_again": 0.5,
    "cold": 60.0,
    "nothing": 0.5,
    "line": 1.0,
    "reload": 0.5,
    "check_memory": 300.0,
    "memory": 300.0,
    "child": 150.0,
}
"""Key of a row -> what we aim for on two cores."""
PER_PAGE: Final = 1.2
"""How much more a page may cost in a large archive than in a small one."""

_INTRODUCTION: Final = """\
Written by `make bench` on {date}. The archives are made up, the same in each run: groups with all sections that a file can have, some of which extend a shared file, and articles for every third. Each figure is a median, and what runs runs in a process of its own. In brackets stands how many times Hearthbook's figure it is. Ratios hold from machine to machine; seconds do not.
"""  # noqa: E501 - one paragraph
_YARDSTICKS: Final = """\
The other tools build the plain Markdown of the same archive, as `hearthbook render` writes it, as one site: all pages in one menu, without search. MkDocs, ProperDocs and Zensical do so with the theme Material or their own version of it. Hugo and Eleventy have a bare theme of a few lines, without menu, styles and scripts, and do not know every mark of our Markdown: they show how fast pages can be made, not what this site would cost.
"""  # noqa: E501 - one paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was measured over an archive of one size."""

    communities: int
    pages: int
    words: int
    """The median of words on a page."""
    light: int
    """How many runs a median is of."""
    heavy: int
    """The same for cold builds, changed templates and the other tools."""
    columns: tuple[Column, ...]
    """Hearthbook first."""
    notes: tuple[str, ...] = ()
    """What could not be measured, and why."""


def figure(value: float) -> str:
    """A figure with about three digits that mean something."""
    if value >= _MANY:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= _SOME else f"{value:.2f}"


def cell(row: Row, column: Column, base: Column) -> str:
    """A figure, with its ratio to the base where that is another column."""
    value, own = column.values.get(row.key), base.values.get(row.key)
    if value is None:
        return NOTHING
    ratio = f" ({figure(value / own)}{TIMES})" if own and column is not base else ""
    return figure(value) + ratio


def table(columns: Sequence[Column], rows: Iterable[Row] = ROWS) -> str:
    """The columns side by side; a row that nobody has a figure for is left out."""
    base = columns[0]
    lines = [["", *(column.tool for column in columns)]]
    lines += [
        [f"{row.name}, {row.unit}", *(cell(row, column, base) for column in columns)]
        for row in rows
        if any(row.key in column.values for column in columns)
    ]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_line(line, widths) for line in [lines[0], rule, *lines[1:]])


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(texts, widths, strict=True)
    return "| " + " | ".join([first[0].ljust(first[1]), *(text.rjust(width) for text, width in rest)]) + " |"


def _times(count: int) -> str:
    return "one run" if count == 1 else f"{count} runs"


def section(result: Result) -> str:
    """One size: how much there is of it, the table, and what is missing."""
    runs = f"Medians of {_times(result.light)}"
    if result.heavy != result.light:
        runs += f"; {_times(result.heavy)} for cold builds, the changed template and the other tools"
    parts = [
        f"## {result.communities:,} communities",
        f"{result.pages:,} pages of {result.words} words each, taken in the middle. {runs}.",
        table(result.columns),
        *result.notes,
    ]
    return "\n\n".join(parts) + "\n"


def against_targets(results: Sequence[Result]) -> str:
    """What was aimed for at 1,000 communities, and what was reached; empty where that was not measured."""
    large = next((each for each in results if each.communities == AIMED_AT), None)
    if large is None:
        return ""
    rows = [("", "target", "reached")]
    rows += [
        (f"{row.name}, {row.unit}", figure(TARGETS[row.key]), figure(value))
        for row in ROWS
        if row.key in TARGETS and (value := large.columns[0].values.get(row.key)) is not None
    ]
    small = min(results, key=lambda each: each.communities)
    if small is not large and (ratio := _per_page(large) / (_per_page(small) or 1)):
        name = f"time of a page, cold, to that at {small.communities}"
        rows.append((name, f"{PER_PAGE}{TIMES}", f"{figure(ratio)}{TIMES}"))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(["## What was aimed for\n", lines[0], "| --- | ---: | ---: |", *lines[1:], ""])


def _per_page(result: Result) -> float:
    return result.columns[0].values.get("cold", 0.0) / result.pages


def report(results: Sequence[Result], machine: Sequence[tuple[str, str]], date: str, pages: str = "") -> str:
    """The whole file; `pages` is the section about the weight of pages."""
    parts = [
        "# What Hearthbook costs\n",
        _INTRODUCTION.format(date=date),
        "\n".join(f"- {name}: {value}" for name, value in machine) + "\n",
        *(section(result) for result in results),
        against_targets(results),
        pages,
        "## What the rows mean\n",
        "\n".join(f"- **{row.name}**: {row.meaning}." for row in ROWS) + "\n",
        _YARDSTICKS,
    ]
    return "\n".join(parts)
