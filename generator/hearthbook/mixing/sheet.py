"""A table in a text file, as spreadsheets save it, with the place of each cell."""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reader import decode, printable
from hearthbook.mixing.values import Mistake
from hearthbook.model.findings import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BYTES: Final = 2 * 1024 * 1024
"""Nobody keeps more than that about a small community."""
LONGEST: Final = 80
"""Characters of a name."""

_COMMENT: Final = ("#", '"#')
_CELLS: Final = {
    comma: re.compile(
        rf'[ \t]*(?:"(?P<quoted>(?:[^"]|"")*)"[ \t]*(?={comma}|\n|\Z)|(?P<plain>[^{comma}\n]*))'
    )
    for comma in ",;"
}
"""What parts the cells -> one cell, in quotes or plain."""
_FORMULA: Final = "=+-@"
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value and where it stands."""

    text: str
    place: Place

    def at(self, offset: int) -> Place:
        """The place of a character of it; near enough where the value is in quotes."""
        return Place(file=self.place.file, line=self.place.line, column=self.place.column + offset)

    def name_problem(self) -> Mistake | None:
        """What keeps it from being a name, if anything does."""
        if not self.text:
            return mistake(
                self.place, "the name is empty", "write a name or a pseudonym, or take the line out"
            )
        if self.text[0] in _FORMULA:
            bare = self.text.lstrip(_FORMULA)
            hint = f"write a name that begins with a letter{f', as in `{bare}`' if bare else ''}"
            return mistake(self.place, f"spreadsheets would take the name `{self.text}` for a formula", hint)
        if "\n" in self.text:
            return mistake(self.place, "the name goes over several lines", "write it on one line")
        if len(self.text) > LONGEST:
            return mistake(self.place, f"the name has {len(self.text)} letters", f"{LONGEST} are the most")
        return None

    def day(self, text: str = "", offset: int = 0) -> date | Mistake:
        """The day that it, or a part of it, names."""
        text = text or self.text
        example = "write year-month-day, as in 2026-11-03"
        if not _DAY.fullmatch(text):
            return mistake(self.at(offset), f"`{text}` is not a date", example)
        try:
            return date.fromisoformat(text)
        except ValueError:
            return mistake(self.at(offset), f"{text} is not in the calendar", example)


Row = dict[str, Cell]
"""Column -> its cell; a column that the row has no cell for is not there."""


def mistake(place: Place, message: str, hint: str) -> Mistake:
    """A mistake; what it quotes can neither break the line nor steer a terminal."""
    return Mistake(place=place, message=printable(message), hint=printable(hint))


def read_sheet(
    path: Path, name: str, columns: Sequence[str], needed: str, most: int = BYTES
) -> tuple[list[Row], list[Mistake]]:
    """The rows of a file, and all that is wrong with its shape.

    The first line names the columns, in any order and any case; cells are parted by commas or
    semicolons. Lines that begin with # are comments.
    """
    lines, found = read_lines(path, name, most)
    if not lines:
        hint = f"write the names of the columns in the first line: {','.join(columns)}"
        return [], found or [mistake(Place(file=name), "the file says nothing yet", hint)]
    heads, wrong = _heads(lines[0], columns, needed)
    found += wrong
    rows = []
    for cells in lines[1:]:
        extra = [cell for cell in cells[len(heads) :] if cell.text]
        if extra:
            fact = f"this line has more cells than the {len(heads)} columns"
            found.append(mistake(extra[0].place, fact, "put a value with a comma in it into double quotes"))
        rows.append({head: cell for head, cell in zip(heads, cells, strict=False) if head})
    return rows, found


def read_lines(path: Path, name: str, most: int = BYTES) -> tuple[list[list[Cell]], list[Mistake]]:
    """The lines of a file with something in them, as cells, and all that is wrong with the file itself."""
    text = _text(path, name, most)
    if isinstance(text, Mistake):
        return [], [text]
    taken = _Text(text, name)
    return taken.lines(), taken.mistakes


def _text(path: Path, name: str, most: int) -> str | Mistake:
    """What a file says; a link, a device and a huge file are not read."""
    place = Place(file=name)
    try:
        facts = path.lstat()
        if not stat.S_ISREG(facts.st_mode):
            return mistake(place, "this is not a plain file", "put the file itself here, not a link to it")
        if facts.st_size > most:
            hint = "keep one line for each member, and no columns but those that are known"
            return mistake(place, f"the file has {facts.st_size / 1024:,.0f} kB, which is too much", hint)
        text = decode(path.read_bytes(), name)
    except OSError as problem:
        fact = f"the file cannot be read: {problem.strerror or problem}"
        return mistake(place, fact, "look for a slip in its name, and at its permissions")
    return text if isinstance(text, str) else mistake(text.place, text.message, text.hint)


def _heads(cells: list[Cell], columns: Sequence[str], needed: str) -> tuple[list[str], list[Mistake]]:
    """The columns in their order, empty for one that is not known."""
    heads: list[str] = []
    found = []
    for cell in cells:
        head = cell.text.casefold()
        if head in columns and head not in heads:
            heads.append(head)
            continue
        if head in columns:
            found.append(mistake(cell.place, f"there are two columns `{head}`", "take one of them out"))
        elif head or len(cells) == 1:
            near = get_close_matches(head, columns, n=1)
            known = f"the columns are {', '.join(columns)}"
            hint = f"did you mean `{near[0]}`?" if near else known
            found.append(mistake(cell.place, f"there is no column `{cell.text}`", hint))
        heads.append("")
    if needed not in heads:
        hint = f"write `{needed}` into the first line, above the names"
        found.append(mistake(cells[0].place, f"there is no column `{needed}`", hint))
    return heads, found


class _Text:
    """A file that is taken apart from its beginning to its end."""

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        said = (line for line in text.split("\n") if line.strip() and not line.startswith(_COMMENT))
        first = next(said, "")
        self._pattern = _CELLS[";" if first.count(";") > first.count(",") else ","]
        self.mistakes: list[Mistake] = []

    def lines(self) -> list[list[Cell]]:
        """The lines with something in them, each as its cells; comments are left out."""
        lines: list[list[Cell]] = []
        offset = 0
        while offset < len(self._text):
            if self._text.startswith("#", offset):
                offset = self._text.find("\n", offset) + 1 or len(self._text)
                continue
            cells, offset = self._line(offset)
            if any(cell.text for cell in cells) and not cells[0].text.startswith("#"):
                lines.append(cells)
        return lines

    def _line(self, offset: int) -> tuple[list[Cell], int]:
        """The cells of a line, and where the next one begins; a quoted cell may hold line ends."""
        cells = []
        while match := self._pattern.match(self._text, offset):
            cells.append(self._cell(match))
            offset = match.end() + 1
            if self._text[match.end() : offset] in {"", "\n"}:
                break
        return cells, offset

    def _cell(self, match: re.Match[str]) -> Cell:
        quoted, plain = match["quoted"], match["plain"]
        at = match.start("plain" if quoted is None else "quoted")
        line = bisect_right(self._starts, at)
        place = Place(file=self._name, line=line, column=at - self._starts[line - 1] + 1)
        if quoted is not None:
            return Cell(quoted.replace('""', '"').strip(), place)
        if plain.strip().startswith('"'):
            hint = "close the quote at the end of the cell, or take it out"
            fact = "this cell opens a double quote and does not close it"
            self.mistakes.append(mistake(place, fact, hint))
        return Cell(plain.strip(), place)
