"""Spreadsheets: one community in each row, or one community with a sheet for each section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hearthbook.bring.importing.columns import Unread, column_of, nearest, number, value_of, when_of
from hearthbook.bring.importing.ledger import Ledger
from hearthbook.errors import HearthbookError
from hearthbook.ingest.shapes import shapes
from hearthbook.ingest.slugs import address_word, slug_problem
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hearthbook.bring.importing.sheets import Sheet
    from hearthbook.model.archive import Defaults

_OWN: Final = ("community", "group", "gemeinschaft", "gruppe")
"""What a sheet is called that holds a community's single facts, a key and a value in each row."""
_TABLES: Final = frozenset({"people", "glossary", "synonyms"})


def from_sheets(sheets: Sequence[Sheet], file: str, today: date, defaults: Defaults | None) -> list[Ledger]:
    """The communities in some tables; those of a file whose sheets are sections are one.

    Raises HearthbookError where no column of any table is known.
    """
    if any(_section(sheet) for sheet in sheets):
        return [_by_sections(sheets, file, today, defaults)]
    headers = [header for sheet in sheets for header in sheet.header]
    if headers and not any(map(column_of, headers)):
        fact = "no column of it is known, and the first row should say what they hold"
        raise HearthbookError(
            fact, where=file, hint="call them name, for, outcome, cap, contacts, norms, when"
        )
    return [
        found
        for sheet in sheets
        for found in _by_rows(sheet, file if len(sheets) == 1 else f"{file}, {sheet.name}", today, defaults)
    ]


def _section(sheet: Sheet) -> str:
    """The section that a sheet holds; empty for another one."""
    name = sheet.name.strip().casefold().replace(" ", "_")
    shape = shapes(Community).get(name)
    return name if shape and (shape.kind == "sections" or name in _TABLES) else ""


def _by_rows(sheet: Sheet, file: str, today: date, defaults: Defaults | None) -> list[Ledger]:
    ledgers: list[Ledger] = []
    for row, cells in sheet.rows:
        facts = dict(zip(sheet.header, cells, strict=False))
        slug = _slug(facts, f"row-{row}", {each.slug for each in ledgers})
        ledger = Ledger(slug=slug, source=f"{file}, row {row}", defaults=defaults)
        for place, cell in enumerate(cells):
            header = sheet.header[place] if place < len(sheet.header) else ""
            if cell:
                _place(ledger, header, cell, f"{file}, row {row}, column {header or place + 1}", today)
        ledgers.append(ledger)
    return ledgers


def _slug(facts: dict[str, str], otherwise: str, taken: set[str]) -> str:
    """The address of a community, from its column or its name; a number behind one that is taken."""
    said = {column.kind if column.kind == "slug" else column.pointer: cell for column, cell in _known(facts)}
    wanted = address_word(said.get("slug") or said.get("/name", ""), otherwise)
    slug = f"{wanted}-group" if slug_problem(wanted) else wanted
    number_ = 2
    while slug in taken:
        slug, number_ = f"{wanted}-{number_}", number_ + 1
    return slug


def _known(facts: dict[str, str]) -> list[tuple[Any, str]]:
    pairs = ((column_of(header), cell) for header, cell in facts.items() if cell)
    return [(column, cell) for column, cell in pairs if column]


def _place(ledger: Ledger, header: str, cell: str, where: str, today: date) -> None:
    """Puts one cell where it belongs, or notes why it has no place."""
    column = column_of(header)
    if column is None:
        near = nearest(header)
        hint = f"did you mean `{near}`?" if near else "no fact of a community is called that"
        ledger.refuse(where, cell, f"the column `{header}` is not known; {hint}")
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
    if ledger.place(column.pointer, value, where, cell) and column.kind == "meeting":
        ledger.doubt(where, cell, when_of(cell, today)[1])


def _by_sections(sheets: Sequence[Sheet], file: str, today: date, defaults: Defaults | None) -> Ledger:
    own = next((sheet for sheet in sheets if sheet.name.strip().casefold() in _OWN), None)
    pairs = [own.header, *(cells for _, cells in own.rows)] if own else []
    facts = {cells[0]: cells[1] for cells in pairs if len(cells) > 1}
    stem = file.rpartition("/")[2].partition(".")[0]
    slug = _slug(facts, address_word(stem, "my-group"), set())
    ledger = Ledger(slug=slug, source=file, defaults=defaults)
    for key, cell in facts.items():
        if cell:
            _place(ledger, key, cell, f"{file}, sheet {own.name if own else ''}, `{key}`", today)
    for sheet in sheets:
        if section := _section(sheet):
            _entries(ledger, section, sheet, f"{file}, sheet {sheet.name}", today)
        elif sheet is not own:
            for row, cells in sheet.rows:
                where = f"{file}, sheet {sheet.name}, row {row}"
                ledger.refuse(where, "; ".join(filter(None, cells)), "no section is called like this sheet")
    return ledger


def _entries(ledger: Ledger, section: str, sheet: Sheet, file: str, today: date) -> None:
    """The rows of a sheet as the entries of a section."""
    for row, cells in sheet.rows:
        where = f"{file}, row {row}"
        facts = {header.strip(): cell for header, cell in zip(sheet.header, cells, strict=False) if cell}
        lost = [cell for cell in cells[len(sheet.header) :] if cell]
        for cell in lost:
            ledger.refuse(where, cell, "no header stands above it")
        entry = _entry(ledger, section, facts, where, today)
        if section in _TABLES:
            _table_entry(ledger, section, facts, entry, where)
        elif entry:
            ledger.add(section, entry, where, "; ".join(cells))


def _entry(ledger: Ledger, section: str, facts: dict[str, str], where: str, today: date) -> dict[str, Any]:
    """An entry with the keys that the section has; of the others it is noted that they have no place."""
    shape = shapes(Community)[section]
    model = shape.model or (shape.inner.model if shape.inner else None)
    known = shapes(model) if model else {}
    entry: dict[str, Any] = {}
    for header, cell in facts.items():
        key = header.casefold().replace(" ", "_").replace("-", "_")
        if key not in known and key != "id":
            if section not in _TABLES:
                ledger.refuse(f"{where}, column {header}", cell, f"no entry of `{section}` has such a key")
            continue
        try:
            if (section, key) == ("rituals", "when"):
                ledger.doubt(where, cell, when_of(cell, today)[1])
            entry[key] = _read(section, key, cell, known[key].kind if key in known else "value", today)
        except Unread as problem:
            ledger.refuse(f"{where}, column {header}", cell, str(problem))
    return entry


def _read(section: str, key: str, cell: str, kind: str, today: date) -> Any:  # noqa: ANN401 - as YAML has it
    if section == "rituals" and key == "when":
        return when_of(cell, today)[0]
    if key in {"open_seats", "minutes", "remind"}:
        return number(cell)
    if cell.casefold() in {"true", "false"}:
        return cell.casefold() == "true"
    if kind in {"values", "sections"}:
        return [each.strip() for each in cell.replace("\n", ";").split(";") if each.strip()]
    return cell


def _table_entry(
    ledger: Ledger, section: str, facts: dict[str, str], entry: dict[str, Any], where: str
) -> None:
    """A row of people, or of words with their meanings, by what its first column says."""
    first, *rest = facts.values() or ("",)
    key = address_word(facts.get("id", first), "") if section == "people" else first
    value: Any = {name: each for name, each in entry.items() if name != "id"} or (rest[0] if rest else "")
    if not key or not value:
        ledger.refuse(
            where, "; ".join(facts.values()), "it needs an id or a word first, and something said of it"
        )
        return
    escaped = key.replace("~", "~0").replace("/", "~1")
    ledger.place(f"/{section}/{escaped}", value, where, "; ".join(facts.values()))
