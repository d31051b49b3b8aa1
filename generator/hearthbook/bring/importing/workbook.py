"""Workbooks: their sheets as rows of text, by an extra."""

from __future__ import annotations

import importlib
import zipfile
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_UNPACKED: Final = 50_000_000
"""Bytes of a workbook's parts; what packs better than this was made to be too much."""
_LAST_ROW: Final = 1_048_576
"""Of a sheet, as spreadsheets have it."""
_MOST_LOOKED: Final = 20_000_000
"""Cells, empty ones too."""
_NO_RESULT: Final = (
    "what came of this formula is not in the file; open it in a spreadsheet, and save it again"
)
Lost = tuple[str, str, str]
"""Where something stands, its words, and why it was not read."""


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as it is read."""

    title: str
    rows: list[list[str]]
    lost: tuple[Lost, ...]


def read_workbook(path: Path, most_rows: int) -> list[RawSheet]:
    """The sheets of a workbook; raises HearthbookError where it cannot be read, or holds too much."""
    try:
        openpyxl: Any = importlib.import_module("openpyxl")
    except ImportError as missing:
        hint = "pip install 'hearthbook[xlsx]', or save each sheet as CSV"
        raise HearthbookError("a workbook needs openpyxl", where=str(path), hint=hint) from missing
    try:
        _refuse_bulky(path)
        results = openpyxl.load_workbook(path, read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(path, read_only=True)
        pairs = zip(results.worksheets, formulas.worksheets, strict=True)
        return [_sheet(result, formula, path, most_rows) for result, formula in pairs]
    except HearthbookError:
        raise
    except Exception as problem:  # a damaged workbook raises whatever its parts raise
        hint = "open it in a spreadsheet, and save it again"
        raise HearthbookError("this workbook cannot be read", where=str(path), hint=hint) from problem


def _refuse_bulky(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
    if unpacked > MOST_UNPACKED:
        fact = f"this workbook holds more than {MOST_UNPACKED // 1_000_000} MB"
        raise HearthbookError(fact, where=str(path), hint="split it")


def _sheet(result: Any, formula: Any, path: Path, most_rows: int) -> RawSheet:  # noqa: ANN401 - openpyxl's own
    """A sheet with the results of its formulas, and the formulas that have none."""
    rows: list[list[str]] = []
    lost: list[Lost] = []
    filled = looked = 0
    for at, (values, written) in enumerate(zip_longest(_rows(result), _rows(formula), fillvalue=()), 1):
        looked += len(values)
        if at > _LAST_ROW or looked > _MOST_LOOKED or filled > most_rows:
            fact = f"the sheet `{result.title}` has more than {most_rows:,} rows, or far too many cells"
            raise HearthbookError(fact, where=str(path), hint="split it, or copy what counts into a new one")
        row = [_said(value) for value in values]
        rows.append(row if any(row) else [])
        filled += any(row)
        for value, formula_ in zip_longest(values, written):
            if formula_ is not None and value is None:
                shown = getattr(formula_, "text", None) or str(formula_)
                lost.append((f"sheet {result.title}, row {at}", shown, _NO_RESULT))
    while rows and not rows[-1]:
        rows.pop()
    return RawSheet(str(result.title), rows, tuple(lost))


def _rows(sheet: Any) -> Iterator[tuple[object, ...]]:  # noqa: ANN401 - openpyxl's own
    # what a sheet says of its size may be wrong, and far too much
    sheet.reset_dimensions()
    rows: Iterator[tuple[object, ...]] = sheet.iter_rows(values_only=True)
    return rows


def _said(cell: object) -> str:
    """A cell's value as text: days as dates, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).removesuffix(" 00:00:00").strip()
