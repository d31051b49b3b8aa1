"""What is measured: one row of the table each, with its unit and one line that explains it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Key: TypeAlias = Literal[
    "check",
    "check_again",
    "cold",
    "nothing",
    "line",
    "template",
    "reload",
    "check_memory",
    "memory",
    "child",
    "output",
    "page",
    "search_index",
    "search_first",
]
Values: TypeAlias = Mapping[Key, float]
"""Row -> its figure; a row that was not measured is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measure."""

    key: Key
    name: str
    unit: str
    meaning: str


ROWS: Final = (
    Row(key="check", name="check", unit="s", meaning="`hearthbook check` with an empty cache"),
    Row(key="check_again", name="check again", unit="s", meaning="the same with nothing changed since"),
    Row(key="cold", name="cold build", unit="s", meaning="the whole site with no cache and no older site"),
    Row(key="nothing", name="nothing changed", unit="s", meaning="the same command again at once"),
    Row(
        key="line",
        name="one line changed",
        unit="s",
        meaning="built again after one sentence of one community was changed",
    ),
    Row(
        key="template",
        name="template changed",
        unit="s",
        meaning="built again after the template of the page Norms was changed",
    ),
    Row(
        key="reload",
        name="serve: save to page",
        unit="s",
        meaning="from saving one sentence until the running preview gives the new page",
    ),
    Row(
        key="check_memory",
        name="memory, check",
        unit="MB",
        meaning="the most memory that `hearthbook check` held, cache empty",
    ),
    Row(
        key="memory",
        name="memory, build",
        unit="MB",
        meaning="the most memory that the command's own process held during the cold build",
    ),
    Row(
        key="child",
        name="memory, worker",
        unit="MB",
        meaning="the most memory that any single process started by it held; none where it starts none",
    ),
    Row(key="output", name="output", unit="MB", meaning="all files of the built site, not compressed"),
    Row(
        key="page",
        name="one page",
        unit="kB",
        meaning="the page Start here with the style sheets and scripts it names, compressed; "
        "no fonts, no pictures",
    ),
    Row(
        key="search_index",
        name="search index",
        unit="MB",
        meaning="everything that search reads, on the disk",
    ),
    Row(
        key="search_first",
        name="first question",
        unit="kB",
        meaning="what a reader loads to ask the whole archive for two words for the first time, compressed, "
        "with ten results",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What was measured of one tool."""

    tool: str
    """Its name."""
    values: Values
    """Its figures."""
