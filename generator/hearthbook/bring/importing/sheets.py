"""Tables as people keep them: a CSV file, a workbook, or a folder of either."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from hearthbook.bring.importing.csv_file import read_csv
from hearthbook.bring.importing.workbook import read_workbook
from hearthbook.errors import HearthbookError
from hearthbook.ingest.reader import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hearthbook.bring.importing.workbook import Lost

MOST_BYTES: Final = 20_000_000
MOST_ROWS: Final = 5_000
MOST_CELLS: Final = 200_000
_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm"})
_TABLES: Final = frozenset({".csv", ".tsv", *_WORKBOOKS})
_UNSEEN: Final = (".", "~$")
"""How files begin that programs put beside others, and that people do not see."""


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
    lost: tuple[Lost, ...] = ()
    """What could not be read: where it stands, its words, and why."""


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """The tables in a file or a folder; raises HearthbookError where there are none."""
    if path.is_dir():
        return _folder(path)
    if not path.is_file():
        raise HearthbookError("this is no regular file", where=str(path), hint="name a .csv or .xlsx file")
    if path.stat().st_size > MOST_BYTES:
        raise HearthbookError("this file is larger than 20 MB", where=str(path), hint="split it")
    if path.suffix.lower() in _WORKBOOKS:
        return tuple(
            replace(_sheet(raw.title, raw.rows, (), path), lost=raw.lost)
            for raw in read_workbook(path, MOST_ROWS + 1)
        )
    rows, remarks = read_csv(path)
    return (_sheet(printable(path.stem), rows, remarks, path),)


def _folder(folder: Path) -> tuple[Sheet, ...]:
    found: list[Sheet] = []
    lost: list[Lost] = []
    for path in sorted(folder.iterdir()):
        name = printable(path.name)
        if name.startswith(_UNSEEN):
            continue
        if path.is_symlink() or not path.is_file():
            lost.append((name, name, "it is no regular file; put the table itself here"))
        elif path.suffix.lower() in _TABLES:
            found += read_sheets(path)
        else:
            lost.append((name, name, "only CSV files and workbooks are read"))
    if not found:
        raise HearthbookError(
            "there is no table in this folder", where=str(folder), hint="put .csv files in it"
        )
    return (replace(found[0], lost=(*lost, *found[0].lost)), *found[1:])


def _sheet(name: str, rows: Iterable[list[str]], remarks: tuple[str, ...], path: Path) -> Sheet:
    filled: list[tuple[int, tuple[str, ...]]] = []
    cells = 0
    for at, row in enumerate(rows, 1):
        said = tuple(cell.strip() for cell in row)
        if any(said):
            filled.append((at, said))
            cells += sum(map(bool, said))
        if len(filled) > MOST_ROWS + 1:
            fact = f"this table has more than {MOST_ROWS:,} rows"
            raise HearthbookError(fact, where=str(path), hint="split it")
        if cells > MOST_CELLS:
            fact = f"this table has more than {MOST_CELLS:,} cells"
            raise HearthbookError(fact, where=str(path), hint="split it")
    if not filled:
        return Sheet(name, (), (), remarks)
    return Sheet(name, filled[0][1], tuple(filled[1:]), remarks)
