"""CSV of any usual kind: whatever its encoding, whatever stands between its cells."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from hearthbook.bring.importing.columns import column_of
from hearthbook.bring.importing.letters import GUESSED, decoded
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOUGHT: Final = 10
"""Rows among which the headers are looked for."""
_DELIMITERS: Final = ",;\t|"
_SEP: Final = re.compile("sep=(.)\n", re.IGNORECASE)
"""The first line of a file that says what stands between its cells."""


def read_csv(path: Path) -> tuple[Iterator[list[str]], tuple[str, ...]]:
    """The rows of a file, and what had to be taken for granted; raises HearthbookError, also while read."""
    read = decoded(path.read_bytes())
    if read is None:
        raise HearthbookError("this is no table", where=str(path), hint="save it as CSV, or as .xlsx")
    text, guessed = read
    said = _SEP.match(text)
    text = text[said.end() :] if said else text
    delimiter = said[1] if said and said[1] in _DELIMITERS else max(_DELIMITERS, key=lambda d: _fit(text, d))
    return _rows(text, delimiter, path), ((f"{path.name} {GUESSED}",) if guessed else ())


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """How well a delimiter fits: the most known headers in a row, and how often the first line has it."""
    known = 0
    try:
        for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), SOUGHT):
            known = max(known, sum(column_of(cell) is not None for cell in row))
    except csv.Error:
        pass  # it is told when the whole is read
    return known, text.lstrip("\n").partition("\n")[0].count(delimiter)


def _rows(text: str, delimiter: str, path: Path) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=_closed(text, delimiter))
    started = 1
    try:
        for row in reader:
            yield row
            started = reader.line_num + 1
    except csv.Error as problem:
        fact = f"from line {started} on, this cannot be read as a table: {problem}"
        hint = "look for a quotation mark that nothing closes, or a cell that is much too long"
        raise HearthbookError(fact, where=str(path), hint=hint) from problem


def _closed(text: str, delimiter: str) -> bool:
    """Whether the text is to be read strictly, since a quotation mark in it is never closed.

    A text with other slips, such as `"Oak" readers`, is read as spreadsheets read it.
    """
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as problem:
        return "unexpected end" in str(problem)
    return False
