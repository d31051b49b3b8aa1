"""The file of members: who may be mixed, with whom, and when not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from hearthbook.mixing.sheet import Cell, Row, mistake, read_sheet
from hearthbook.mixing.values import Member, Mistake, Span

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from hearthbook.model.findings import Place

FOLDER: Final = "members"
COLUMNS: Final = ("name", "tags", "from", "until", "pause", "out")
MOST: Final = 1000
"""Members of one community."""

_YES: Final = frozenset({"yes", "y", "true", "x", "1"})
_NO: Final = frozenset({"", "no", "n", "false", "0"})

EXAMPLE: Final = """\
# Who takes part when members are mixed. Only `hearthbook mix` reads this file; no page is made from it.
# Keep it out of git, and delete from it whoever asks you to.
#
# name    as the group calls them; a pseudonym will do. No two alike.
# tags    words by which some are chosen (`mixing: {among: ...}`), such as a role's id; blanks between them
# from    the day on which they join the mixing, as in 2026-12-01; from the beginning if empty
# until   their last day; with no end if empty
# pause   days or spans on which they sit out, blanks between them: 2026-12-24 2027-01-01..2027-01-10
# out     yes: they take no part
name,tags,from,until,pause,out
Robin,,,,,
Kim,host,,,,
Juno,,,,,
Alex,host writes-well,,,,
Moss,,,,2026-12-20..2027-01-06,
Sasha,,2027-01-01,,,
Toni,,,,,yes
"""
"""A file to write over."""


def key(name: str) -> str:
    """A name without what readers do not tell apart: upper and lower case, ways to write an accent."""
    return unicodedata.normalize("NFKC", name).casefold()


def read_members(path: Path, name: str) -> tuple[tuple[Member, ...], tuple[Mistake, ...]]:
    """The members in a file, in its order, and every mistake in it."""
    rows, found = read_sheet(path, name, COLUMNS, "name")
    members: list[Member] = []
    seen: dict[str, Place] = {}
    for row in rows:
        if "name" not in row:
            continue
        member = _member(row, found)
        first = seen.setdefault(key(member.name), member.place) if member.name else member.place
        if first != member.place:
            fact = f"the name `{member.name}` is in line {first.line} already"
            found.append(mistake(member.place, fact, "add a letter or a number, so that the two differ"))
        members.append(member)
    if len(members) > MOST:
        fact = f"there are {len(members):,} members, and {MOST:,} are the most that can be mixed"
        found.append(mistake(members[MOST].place, fact, "keep those who take part, or split the group"))
    return tuple(members), tuple(sorted(found, key=lambda each: (each.place.line, each.place.column)))


def _member(row: Row, found: list[Mistake]) -> Member:
    cell = row["name"]
    if problem := cell.name_problem():
        found.append(problem)
    first, last = _day(row, "from", found), _day(row, "until", found)
    if first and last and last < first:
        hint = "write the earlier day as `from` and the later one as `until`"
        found.append(mistake(row["until"].place, f"`until` {last} comes before `from` {first}", hint))
    return Member(
        name="" if problem else cell.text,
        tags=tuple(row["tags"].text.split()) if "tags" in row else (),
        first=first,
        last=last,
        pauses=_pauses(row.get("pause"), found),
        out=_out(row.get("out"), found),
        place=cell.place,
    )


def _day(row: Row, column: str, found: list[Mistake]) -> date | None:
    cell = row.get(column)
    if not cell or not cell.text:
        return None
    return _kept(cell.day(), found)


def _kept(day: date | Mistake, found: list[Mistake]) -> date | None:
    if isinstance(day, Mistake):
        found.append(day)
        return None
    return day


def _pauses(cell: Cell | None, found: list[Mistake]) -> tuple[Span, ...]:
    """The days on which somebody sits out: single ones, and spans `a..b` of which both ends count."""
    spans = []
    for match in re.finditer(r"\S+", cell.text) if cell else ():
        assert cell  # noqa: S101 - there are no words without it
        start, dots, end = match[0].partition("..")
        first = _kept(cell.day(start or match[0], match.start()), found)
        last = _kept(cell.day(end or match[0], match.start() + len(start + dots)), found) if dots else first
        if not first or not last:
            continue
        if last < first:
            hint = f"write the earlier day first: {last}..{first}"
            found.append(mistake(cell.at(match.start()), f"the pause ends on {last}, before it begins", hint))
        spans.append(Span(first=first, last=last))
    return tuple(spans)


def _out(cell: Cell | None, found: list[Mistake]) -> bool:
    said = cell.text.casefold() if cell else ""
    if cell and said not in _YES | _NO:
        found.append(
            mistake(cell.place, f"`{cell.text}` is neither yes nor no", "write yes, or leave it empty")
        )
    return said in _YES
