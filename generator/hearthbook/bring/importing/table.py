"""Spreadsheets with one community in each row; those with a sheet for each section are passed on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hearthbook.bring.draft import plain
from hearthbook.bring.importing.columns import Unread, column_of, nearest, unsaid, value_of, when_of
from hearthbook.bring.importing.csv_file import SOUGHT
from hearthbook.bring.importing.ledger import Ledger, free_slug
from hearthbook.bring.importing.sections import add_section, section_of
from hearthbook.errors import HearthbookError
from hearthbook.ingest.slugs import address_word

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from hearthbook.bring.importing.sheets import Sheet
    from hearthbook.model.archive import Defaults

_OWN: Final = ("community", "group", "gemeinschaft", "gruppe")
"""What a sheet is called that holds a community's single facts, a key and a value in each row."""
Facts = list[tuple[str, str, str]]
"""Headers, the cells below them, and where those stand."""


def from_sheets(sheets: Sequence[Sheet], file: str, today: date, defaults: Defaults | None) -> list[Ledger]:
    """The communities in some tables; those of a file whose sheets are sections are one.

    Raises HearthbookError where no column of any table is known.
    """
    headed = [_headed(sheet) for sheet in sheets]
    lost = [each for sheet in headed for each in sheet.lost]
    sheets = [sheet for sheet in headed if sheet.header]
    if any(map(section_of, sheets)) or (len(sheets) == 1 and _keys(sheets[0]) > max(1, _headers(sheets[0]))):
        ledgers = [_by_sections(sheets, file, today, defaults)]
    else:
        if sheets and not any(map(_headers, sheets)):
            fact = "no column of it is known, and the first row should say what they hold"
            hint = "call them name, for, outcome, cap, contacts, norms, when"
            raise HearthbookError(fact, where=file, hint=hint)
        taken: set[str] = set()
        ledgers = []
        for sheet in sheets:
            where = file if len(sheets) == 1 else f"{file}, {sheet.name}"
            ledgers += _by_rows(sheet, where, taken, today, defaults)
    if lost and not ledgers:
        place, what, why = lost[0]
        raise HearthbookError(f"`{what}`: {why}", where=f"{file}, {place}")
    for place, what, why in lost:
        ledgers[0].refuse(f"{file}, {place}", what, why)
    return ledgers


def _headers(sheet: Sheet) -> int:
    """How many of its headers are known."""
    return sum(column_of(cell) is not None for cell in sheet.header)


def _keys(sheet: Sheet) -> int:
    """How many cells of its first column would be known as headers."""
    return sum(column_of(row[0]) is not None for row in (sheet.header, *(cells for _, cells in sheet.rows)))


def _headed(sheet: Sheet) -> Sheet:
    """A table without what stands above its headers, such as a title; that is told."""
    if section_of(sheet) or _headers(sheet):
        return sheet
    for at, (_, cells) in enumerate(sheet.rows[: SOUGHT - 1]):
        if sum(column_of(cell) is not None for cell in cells) > 1:
            above = (sheet.header, *(row for _, row in sheet.rows[:at]))
            words = [cell for row in above for cell in row if cell]
            told = tuple((f"{sheet.name}, above the headers", each, "it has no header") for each in words)
            return replace(sheet, header=cells, rows=sheet.rows[at + 1 :], lost=(*sheet.lost, *told))
    return sheet


def _by_rows(
    sheet: Sheet, file: str, taken: set[str], today: date, defaults: Defaults | None
) -> Iterable[Ledger]:
    for row, cells in sheet.rows:
        facts = _facts(sheet, row, cells, file)
        ledger = Ledger(
            slug=_slug(facts, f"row-{row}", taken), source=f"{file}, row {row}", defaults=defaults
        )
        taken.add(ledger.slug)
        for header, cell, where in facts:
            _place(ledger, header, cell, where, today)
        yield ledger


def _facts(sheet: Sheet, row: int, cells: Sequence[str], file: str) -> Facts:
    """The filled cells of a row below their headers."""
    headers = (*sheet.header, *[""] * len(cells))
    return [
        (header, cell, f"{file}, row {row}, column {header or place}")
        for place, (header, cell) in enumerate(zip(headers, cells, strict=False), 1)
        if cell
    ]


def _slug(facts: Facts, otherwise: str, taken: Collection[str]) -> str:
    """The address of a community, from its column or its name."""
    said: dict[str, str] = {}
    for header, cell, _ in facts:
        column = column_of(header)
        if column and column.pointer in {"", "/name"} and not unsaid(cell):
            said.setdefault(column.kind, cell)
    words = (address_word(said[kind], "") for kind in ("slug", "text") if kind in said)
    return free_slug(next(filter(None, words), otherwise), taken)


def _place(ledger: Ledger, header: str, cell: str, where: str, today: date) -> None:
    """Puts one cell where it belongs, or notes why it has no place."""
    column = column_of(header)
    if column is None:
        near = nearest(header)
        hint = f"did you mean `{near}`?" if near else "no fact of a community is called that"
        why = f"the column `{header}` is not known; {hint}" if header else "no header stands above it"
        ledger.refuse(where, cell, why)
        return
    if column.kind == "slug":
        if address_word(cell, "") == ledger.slug:
            ledger.placed += 1
        else:
            ledger.refuse(where, cell, f"it cannot be an address; the file is called {ledger.slug}.yml")
        return
    try:
        value = value_of(column, cell, today)
    except Unread as problem:
        ledger.refuse(where, cell, str(problem))
        return
    if column.kind == "links" and isinstance(value, list):
        # a website and a repository are two links, in two columns
        value = [*plain(ledger.draft).get("links", ()), *value]
    if ledger.place(column.pointer, value, where, cell) and column.kind == "meeting":
        ledger.doubt(where, cell, when_of(cell, today)[1])


def _by_sections(sheets: Sequence[Sheet], file: str, today: date, defaults: Defaults | None) -> Ledger:
    named = (sheet for sheet in sheets if sheet.name.strip().casefold() in _OWN)
    own = next(named, sheets[0] if len(sheets) == 1 and not section_of(sheets[0]) else None)
    facts, lost = _single(own, file) if own else ([], [])
    stem = file.rpartition("/")[2].partition(".")[0]
    ledger = Ledger(slug=_slug(facts, address_word(stem, "my-group"), ()), source=file, defaults=defaults)
    for key, cell, where in facts:
        _place(ledger, key, cell, where, today)
    for _, cell, where in lost:
        ledger.refuse(where, cell, "one community stands here, and one value beside each key")
    for sheet in sheets:
        if section_of(sheet):
            add_section(ledger, sheet, f"{file}, sheet {sheet.name}", today)
        elif sheet is not own:
            for row, cells in ((1, sheet.header), *sheet.rows):
                for cell in filter(None, cells):
                    where = f"{file}, sheet {sheet.name}, row {row}"
                    ledger.refuse(where, cell, "no section is called like this sheet")
    return ledger


def _single(sheet: Sheet, file: str) -> tuple[Facts, Facts]:
    """The facts of one community, whether its keys stand below or beside each other; and what is too much."""
    place = f"{file}, sheet {sheet.name}"
    pairs = [sheet.header, *(cells for _, cells in sheet.rows)]
    if _headers(sheet) > _keys(sheet) or not any(any(cells[1:]) for cells in pairs):
        found = [_facts(sheet, row, cells, place) for row, cells in sheet.rows]
        facts, lost = (found[0] if found else []), [fact for row in found[1:] for fact in row]
    else:
        facts = [(cells[0], "".join(cells[1:2]), f"{place}, `{cells[0]}`") for cells in pairs]
        lost = [(cells[0], cell, f"{place}, `{cells[0]}`") for cells in pairs for cell in cells[2:]]
        lost += [(key, key, place) for key, cell, _ in facts if not cell and not column_of(key)]
    return [fact for fact in facts if fact[1]], [fact for fact in lost if fact[1]]
