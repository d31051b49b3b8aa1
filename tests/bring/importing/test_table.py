"""Spreadsheets become files; what has no place is told, and nothing is lost on the way."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.bring.draft import plain
from hearthbook.bring.importing import workbook
from hearthbook.bring.importing.columns import COLUMNS
from hearthbook.bring.importing.sheets import Sheet, read_sheets
from hearthbook.bring.importing.table import from_sheets
from hearthbook.bring.judged import judged
from hearthbook.errors import HearthbookError
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.tree import Mapping

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.bring.importing.ledger import Ledger

TODAY = date(2026, 11, 23)


def rows(*cells: tuple[str, ...], name: str = "groups") -> Sheet:
    return Sheet(name, cells[0], tuple(enumerate(cells[1:], 2)))


def brought(*sheets: Sheet) -> list[Ledger]:
    return from_sheets(sheets, "groups.csv", TODAY, None)


def data(*sheets: Sheet) -> dict[str, Any]:
    return plain(brought(*sheets)[0].draft)


def told(*sheets: Sheet) -> list[str]:
    return [str(each) for ledger in brought(*sheets) for each in ledger.unplaced]


def test_a_row_is_a_community() -> None:
    sheet = rows(
        ("Name", "For", "Outcome", "Cap"), ("Oak", "readers", "read a book", "30"), ("Elm", "", "", "")
    )
    first, second = brought(sheet)
    assert first.slug == "oak"
    assert plain(first.draft) == {
        "name": "Oak",
        "promise": {"for": "readers", "outcome": "read a book", "boundary": {"cap": 30}},
    }
    assert judged(first.text(), "oak").sound
    assert second.missing == ("for", "outcome")


def test_headers_may_be_german_and_written_as_one_likes() -> None:
    sheet = rows(("GRUPPE", "für_wen", "Ergebnis", "Stadt"), ("Oak", "Leser", "lesen", "Leipzig"))
    assert data(sheet)["promise"] == {"for": "Leser", "outcome": "lesen"}
    assert data(sheet)["place"] == {"city": "Leipzig"}


def test_several_entries_stand_in_one_cell() -> None:
    sheet = rows(
        ("name", "norms", "contacts", "channels", "links"),
        (
            "Oak",
            "Ask first.; Stay.",
            "Ada Example, ada@example.org\nBen Example <ben@example.net>",
            "help: Ask here; hall",
            "https://example.org/oak/",
        ),
    )
    assert data(sheet) == {
        "name": "Oak",
        "links": [{"name": "example.org/oak", "url": "https://example.org/oak/"}],
        "norms": ["Ask first.", "Stay."],
        "conduct": {
            "contacts": [
                {"who": "Ada Example", "reach": "ada@example.org"},
                {"who": "Ben Example", "reach": "ben@example.net"},
            ]
        },
        "channels": [{"name": "help", "purpose": "Ask here"}, {"name": "hall"}],
    }


def test_a_time_is_read_or_refused() -> None:
    sheet = rows(
        ("name", "when"), ("Oak", "Tuesdays at 17:00 Europe/Berlin"), ("Elm", "biweekly"), ("Yew", "5pm PT")
    )
    oak, elm, _ = brought(sheet)
    assert plain(oak.draft)["rituals"][0]["when"] == "Tuesdays at 17:00 Europe/Berlin"
    assert "it is not clear when that is" in str(elm.unplaced[0])


def test_what_a_time_was_taken_for_is_told() -> None:
    ledger = brought(rows(("name", "when"), ("Oak", "Tuesday at 08:00 PT")))[0]
    assert "`PT` was taken for" in str(ledger.doubts[0])


@pytest.mark.parametrize(
    ("header", "cell", "why"),
    [
        ("mood", "glad", "the column `mood` is not known; no fact of a community is called that"),
        ("outcom", "read", "the column `outcom` is not known; did you mean `outcome`?"),
        ("cap", "many", "it is no number; write digits only"),
        (
            "contacts",
            "Ada",
            "a contact is a name, a comma and an address, as in Ada Example, ada@example.org",
        ),
        ("join", "maybe", "`how` cannot be `maybe`; write open, apply or invite"),
        ("language", "klingon", "`klingon` is not a language"),
    ],
)
def test_what_has_no_place_is_told_with_its_cell(header: str, cell: str, why: str) -> None:
    found = told(rows(("name", header), ("Oak", cell)))
    assert len(found) == 1
    assert found[0].startswith(f"groups.csv, row 2, column {header}: `{cell}`: ")
    assert why in found[0]


def test_two_groups_of_one_name_get_two_files() -> None:
    ledgers = brought(rows(("name",), ("Oak",), ("Oak",), ("Search",)))
    assert [each.slug for each in ledgers] == ["oak", "oak-2", "search-group"]


def test_sheets_that_are_sections_make_one_community() -> None:
    own = Sheet("Community", ("name", "Oak"), ((2, ("outcome", "read a book")), (3, ("for", "readers"))))
    norms = rows(("name", "statement", "kind", "mood"), ("Ask", "We ask.", "safety", "glad"), name="Norms")
    people = rows(("id", "handle"), ("ada", "@ada"), name="people")
    rituals = rows(("name", "when"), ("Hour", "every Sunday at 17:00 Europe/Berlin"), name="rituals")
    (ledger,) = brought(own, norms, people, rituals, rows(("x",), ("lost",), name="Notes"))
    found = plain(ledger.draft)
    assert found["norms"] == [{"name": "Ask", "statement": "We ask.", "kind": "safety"}]
    assert found["people"] == {"ada": {"handle": "@ada"}}
    assert found["rituals"][0]["when"] == "every Sunday at 17:00 Europe/Berlin"
    assert [each.what for each in ledger.unplaced] == ["glad", "x", "lost"]


def test_what_is_missing_stands_in_the_file_as_a_comment() -> None:
    text = brought(rows(("name", "within"), ("Oak", "a month")))[0].text()
    assert "promise:\n  # for: people who ...\n  # outcome: ...\n  within: a month\n" in text
    assert "# Brought in from groups.csv, row 2.\n" in text


HEADERS = st.sampled_from([*(name for column in COLUMNS for name in column.names), "mood", ""])
CELLS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=25),
    st.sampled_from(
        ["=1+1", "+49", "-x", "@all", "a; b", "50", "Ada, a@example.org", "every Monday at 09:00"]
    ),
)


@settings(max_examples=60)
@given(st.lists(st.tuples(HEADERS, CELLS), min_size=1, max_size=6))
def test_each_cell_is_placed_or_told_and_each_file_can_be_read(cells: list[tuple[str, str]]) -> None:
    sheet = rows(tuple(header for header, _ in cells), tuple(cell.strip() for _, cell in cells))
    for ledger in brought(sheet):
        filled = [cell for cell in sheet.rows[0][1] if cell]
        assert ledger.placed + len(ledger.unplaced) == len(filled)
        tree, findings = read_tree(ledger.text(), "x.yml")
        assert isinstance(tree, Mapping) or not ledger.placed
        assert not [each for each in findings if each.severity.name == "ERROR"], ledger.text()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_is_read_however_it_was_saved(tmp_path: Path, delimiter: str, encoding: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows([["name", "Stadt"], ["Bäume", "Köln, am Rhein"]])
    path = tmp_path / "g.csv"
    path.write_bytes(stream.getvalue().encode(encoding))
    (sheet,) = read_sheets(path)
    assert sheet.rows == ((2, ("Bäume", "Köln, am Rhein")),)
    assert bool(sheet.remarks) == (encoding == "cp1252")


def test_unicode_text_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    (tmp_path / "g.txt").write_bytes("name\tStadt\nB\u00e4ume\tK\u00f6ln\n".encode("utf-16"))
    (sheet,) = read_sheets(tmp_path / "g.txt")
    assert sheet.rows == ((2, ("B\u00e4ume", "K\u00f6ln")),)


def test_the_second_of_two_columns_with_one_meaning_is_told() -> None:
    (ledger,) = brought(rows(("name", "Gruppe", "norms", "rules"), ("Oak", "Elm", "be kind", "be on time")))
    assert "name: Oak" in ledger.text()
    assert [each.what for each in ledger.unplaced] == ["Elm", "be on time"]
    assert ledger.unplaced[0].why == "`Oak` stands in its place already"


def test_a_table_of_something_else_is_told() -> None:
    with pytest.raises(HearthbookError, match="no column of it is known"):
        brought(rows(("amount", "price"), ("1", "2")))


def test_a_quotation_mark_that_nothing_closes_is_told(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text('name\n"' + "x\n" * 100_000, encoding="utf-8")
    with pytest.raises(HearthbookError, match="look for a quotation mark"):
        read_sheets(tmp_path / "g.csv")


def test_a_file_that_is_no_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes(b"PK\0\0\1")
    with pytest.raises(HearthbookError, match="this is no table"):
        read_sheets(path)


def test_a_workbook_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="pip install 'hearthbook[xlsx]' to read workbooks")
    book = openpyxl.Workbook()
    book.active.title = "groups"
    book.active.append(["name", "cap"])
    book.active.append(["Oak", 30])
    book.save(tmp_path / "g.xlsx")
    (sheet,) = read_sheets(tmp_path / "g.xlsx")
    assert data(sheet) == {"name": "Oak", "promise": {"boundary": {"cap": 30}}}


def test_a_workbook_with_a_damaged_sheet_is_told(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="pip install 'hearthbook[xlsx]' to read workbooks")
    openpyxl.Workbook().save(tmp_path / "sound.xlsx")
    with (
        zipfile.ZipFile(tmp_path / "sound.xlsx") as sound,
        zipfile.ZipFile(tmp_path / "g.xlsx", "w") as damaged,
    ):
        for name in sound.namelist():
            damaged.writestr(name, b"<worksheet><sheetData><row><c" if "sheet1" in name else sound.read(name))
    with pytest.raises(HearthbookError, match="this workbook cannot be read"):
        read_sheets(tmp_path / "g.xlsx")


def test_a_workbook_that_unpacks_to_too_much_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="pip install 'hearthbook[xlsx]' to read workbooks")
    openpyxl.Workbook().save(tmp_path / "g.xlsx")
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 100)
    with pytest.raises(HearthbookError, match="holds more than"):
        read_sheets(tmp_path / "g.xlsx")


def test_a_damaged_workbook_is_told(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl", reason="pip install 'hearthbook[xlsx]' to read workbooks")
    (tmp_path / "g.xlsx").write_bytes(b"no zip")
    with pytest.raises(HearthbookError, match="this workbook cannot be read"):
        read_sheets(tmp_path / "g.xlsx")
