"""Tables as people keep them: CSV of any usual kind, a folder of them, or a workbook."""

from __future__ import annotations

import codecs
import csv
import importlib
import io
import zipfile
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 20_000_000
MOST_ROWS: Final = 20_000
MOST_UNPACKED: Final = 200_000_000
"""Bytes of a workbook's parts; what packs better than this was made to be too much."""
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS: Final = ",;\t|"
_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table whose first row says what its columns are."""

    name: str
    """Of the sheet or the file, without its ending."""
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Each with the number that a spreadsheet shows beside it; empty rows are left out."""
    remarks: tuple[str, ...] = ()
    """What had to be taken for granted to read it."""


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The tables in a file or a folder; raises HearthbookError where there are none."""
    if path.is_dir():
        files = sorted(
            each for each in path.iterdir() if each.suffix.lower() in {".csv", ".tsv", *_WORKBOOKS}
        )
        found = tuple(sheet for each in files for sheet in read_sheets(each))
        if not found:
            raise HearthbookError(
                "there is no table in this folder", where=str(path), hint="put .csv files in it"
            )
        return found
    if not path.is_file():
        raise HearthbookError("there is no such file", where=str(path), hint="name a .csv or .xlsx file")
    if path.stat().st_size > MOST_BYTES:
        raise HearthbookError("this file is larger than 20 MB", where=str(path), hint="split it")
    return _workbook(path) if path.suffix.lower() in _WORKBOOKS else (_table(path),)


def _table(path: Path) -> Sheet:
    data = path.read_bytes()
    remarks: tuple[str, ...] = ()
    try:
        # spreadsheets call UTF-16 "Unicode text"
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        remarks = (f"{path.name} is not UTF-8; its letters were read as Windows-1252, so look at umlauts",)
    if "\0" in text:
        raise HearthbookError("this is no table", where=str(path), hint="save it as CSV, or as .xlsx")
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count) if any(map(first.count, _DELIMITERS)) else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as problem:
        fact = f"this cannot be read as a table: {problem}"
        hint = "look for a quotation mark that nothing closes, or save it as CSV again"
        raise HearthbookError(fact, where=str(path), hint=hint) from problem
    return _sheet(path.stem, rows, remarks, path)


def _workbook(path: Path) -> tuple[Sheet, ...]:
    try:
        openpyxl: Any = importlib.import_module("openpyxl")
    except ImportError as missing:
        hint = "pip install 'hearthbook[xlsx]', or save each sheet as CSV"
        raise HearthbookError("a workbook needs openpyxl", where=str(path), hint=hint) from missing
    hint = "open it in a spreadsheet, and save it again"
    try:
        _refuse_bulky(path)
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheets = [(str(sheet.title), list(islice(sheet.values, MOST_ROWS + 1))) for sheet in book.worksheets]
    except HearthbookError:
        raise
    except Exception as problem:  # a damaged workbook raises whatever its parts raise
        raise HearthbookError("this workbook cannot be read", where=str(path), hint=hint) from problem
    return tuple(
        _sheet(title, [[_said(cell) for cell in row] for row in rows], (), path) for title, rows in sheets
    )


def _refuse_bulky(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
    if unpacked > MOST_UNPACKED:
        raise HearthbookError("this workbook holds more than 200 MB", where=str(path), hint="split it")


def _said(cell: object) -> str:
    """A cell's value as text: days as dates, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).removesuffix(" 00:00:00")


def _sheet(name: str, rows: list[list[str]], remarks: tuple[str, ...], path: Path) -> Sheet:
    if len(rows) > MOST_ROWS:
        raise HearthbookError(
            f"this table has more than {MOST_ROWS:,} rows", where=str(path), hint="split it"
        )
    filled = [
        (at, tuple(cell.strip() for cell in row))
        for at, row in enumerate(rows, 1)
        if any(map(str.strip, row))
    ]
    if not filled:
        return Sheet(name, (), (), remarks)
    return Sheet(name, filled[0][1], tuple(filled[1:]), remarks)
