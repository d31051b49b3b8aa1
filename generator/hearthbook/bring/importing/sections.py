"""Sheets that hold one section of a community: its norms, channels, roles or people, one in each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hearthbook.bring.importing.columns import Unread, number, unsaid, when_of
from hearthbook.ingest.shapes import shapes
from hearthbook.ingest.slugs import address_word
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from datetime import date

    from hearthbook.bring.importing.ledger import Ledger
    from hearthbook.bring.importing.sheets import Sheet

MOST_ENTRIES: Final = 500
"""Rows of a section; more of them are no section of one community."""
_PEOPLE: Final = "people"
_WORDS: Final = frozenset({"glossary", "synonyms"})
"""Sections that are words, and what is said of each."""
_NUMBERS: Final = frozenset({"open_seats", "minutes", "remind"})
Cells = list[tuple[str, str]]
"""Headers with the cells below them."""


def section_of(sheet: Sheet) -> str:
    """The section that a sheet holds; empty for another one."""
    name = _key(sheet.name)
    shape = shapes(Community).get(name)
    return name if shape and (shape.kind == "sections" or name in {_PEOPLE, *_WORDS}) else ""


def add_section(ledger: Ledger, sheet: Sheet, file: str, today: date) -> None:
    """Adds the rows of a sheet as the entries of its section, and notes each cell that has no place."""
    section = section_of(sheet)
    entries: list[tuple[dict[str, Any], str, str]] = []
    for at, (row, cells) in enumerate(sheet.rows):
        where = f"{file}, row {row}"
        if at >= MOST_ENTRIES:
            for cell in filter(None, cells):
                ledger.refuse(where, cell, f"{MOST_ENTRIES} entries stand above it; nobody reads more")
            continue
        facts = _below_headers(ledger, sheet.header, cells, where)
        if section in _WORDS:
            _word(ledger, section, facts, where)
        elif section == _PEOPLE:
            _person(ledger, facts, where, today)
        elif entry := _entry(ledger, section, facts, where, today):
            entries.append((entry, where, "; ".join(cell for _, cell in facts)))
    ledger.add_all(section, entries)


def _below_headers(ledger: Ledger, header: tuple[str, ...], cells: tuple[str, ...], where: str) -> Cells:
    """The filled cells below a header each; others are noted."""
    found: Cells = []
    for place, cell in enumerate(cells):
        above = header[place] if place < len(header) else ""
        if cell and not above:
            ledger.refuse(where, cell, "no header stands above it")
        elif cell and _key(above) in {_key(each) for each, _ in found}:
            ledger.refuse(f"{where}, column {above}", cell, "another column has this header already")
        elif cell:
            found.append((above, cell))
    return found


def _entry(ledger: Ledger, section: str, facts: Cells, where: str, today: date) -> dict[str, Any]:
    """An entry with the keys that the section has; of the others it is noted that they have no place."""
    shape = shapes(Community)[section]
    model = shape.model or (shape.inner.model if shape.inner else None)
    known = shapes(model) if model else {}
    entry: dict[str, Any] = {}
    for header, cell in facts:
        key = _key(header)
        if key not in known and key != "id":
            ledger.refuse(f"{where}, column {header}", cell, f"no entry of `{section}` has such a key")
            continue
        if why := unsaid(cell):
            ledger.refuse(f"{where}, column {header}", cell, why)
            continue
        try:
            if (section, key) == ("rituals", "when"):
                entry[key], taken = when_of(cell, today)
                ledger.doubt(where, cell, taken)
            else:
                entry[key] = _read(key, cell, known[key].kind if key in known else "value")
        except Unread as problem:
            ledger.refuse(f"{where}, column {header}", cell, str(problem))
    return entry


def _read(key: str, cell: str, kind: str) -> Any:  # noqa: ANN401 - as YAML has it
    if key in _NUMBERS:
        return number(cell)
    if cell.casefold() in {"true", "false"}:
        return cell.casefold() == "true"
    if kind in {"values", "sections"}:
        return [each.strip() for each in cell.replace("\n", ";").split(";") if each.strip()]
    return cell


def _person(ledger: Ledger, facts: Cells, where: str, today: date) -> None:
    """A person, called by an id or by what the first column says."""
    given = next((cell for header, cell in facts if _key(header) == "id"), "")
    known = shapes(Community)[_PEOPLE].inner
    model = known.model if known else None
    named = bool(given) or not facts or _key(facts[0][0]) in (shapes(model) if model else {})
    others = facts if named else facts[1:]
    person = address_word(given or "".join(cell for _, cell in facts[:1]), "")
    entry = _entry(ledger, _PEOPLE, [each for each in others if _key(each[0]) != "id"], where, today)
    whole = "; ".join(cell for _, cell in facts)
    if not person or not entry:
        ledger.refuse(where, whole, "it needs an id first, and something said of the person")
    else:
        ledger.place(f"/{_PEOPLE}/{person}", entry, where, whole)


def _word(ledger: Ledger, section: str, facts: Cells, where: str) -> None:
    """A word, and what is said of it."""
    for header, cell in facts[2:]:
        ledger.refuse(f"{where}, column {header}", cell, f"`{section}` has a word, and one column beside it")
    if len(facts) < 2:  # noqa: PLR2004 - a word, and what is said of it
        ledger.refuse(
            where, "; ".join(cell for _, cell in facts), "it needs a word first, and then a meaning"
        )
        return
    (_, word), (_, said) = facts[:2]
    escaped = word.replace("~", "~0").replace("/", "~1")
    ledger.place(f"/{section}/{escaped}", said, where, f"{word}; {said}")


def _key(header: str) -> str:
    return header.strip().casefold().replace(" ", "_").replace("-", "_")
