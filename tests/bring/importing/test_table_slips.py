"""Tables with the slips that tables have: titles, other delimiters, doubled names, formulas, broken cells."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hearthbook.bring.draft import plain
from hearthbook.bring.importing import workbook
from hearthbook.bring.importing.sections import MOST_ENTRIES
from hearthbook.bring.importing.sheets import MOST_ROWS, read_sheets
from hearthbook.bring.importing.table import from_sheets
from hearthbook.errors import HearthbookError
from hearthbook.ingest.slugs import slug_problem

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.bring.importing.ledger import Ledger


def brought(path: Path, *tables: tuple[str, str]) -> list[Ledger]:
    for name, text in tables:
        (path / name).write_text(text, encoding="utf-8", newline="")
    given = path / tables[0][0] if len(tables) == 1 else path
    return from_sheets(read_sheets(given), given.name, date(2026, 11, 23), None)


def data(path: Path, text: str) -> dict[str, Any]:
    return plain(brought(path, ("g.csv", text))[0].draft)


def told(ledgers: list[Ledger]) -> list[str]:
    return [each.what for ledger in ledgers for each in ledger.unplaced]


OAK = {"name": "Oak", "promise": {"for": "readers", "outcome": "read, a lot, and well"}}


@pytest.mark.parametrize(
    "text",
    [
        "name;for;outcome\nOak;readers;read, a lot, and well\n",
        "sep=;\r\nname;for;outcome\r\nOak;readers;read, a lot, and well\r\n",
        "name;for;outcome\rOak;readers;read, a lot, and well\r",
        "\n\nName*;For whom?;Outcome (in one line)\nOak;readers;read, a lot, and well\n",
        'Name;For;"Goal / Aim"\n;;\n"Oak";"readers";"read, a lot, and well"\n',
        "name;Oak\nfor;readers\noutcome;read, a lot, and well\n",
    ],
)
def test_a_table_is_read_with_the_slips_that_tables_have(tmp_path: Path, text: str) -> None:
    assert data(tmp_path, text) == OAK


def test_a_title_above_the_headers_is_told_and_is_no_header(tmp_path: Path) -> None:
    (oak,) = brought(tmp_path, ("g.csv", "Our groups, 2026,\n,,\nname,for\nOak,readers\n"))
    assert plain(oak.draft) == {"name": "Oak", "promise": {"for": "readers"}}
    assert told([oak]) == ["Our groups", "2026"]
    assert oak.source == "g.csv, row 4"


def test_a_website_and_a_repository_are_two_links(tmp_path: Path) -> None:
    found = data(tmp_path, "name,website,repo\nOak,https://example.org,https://example.net/oak\n")
    assert [link["name"] for link in found["links"]] == ["example.org", "example.net/oak"]


@pytest.mark.parametrize("cell", ["=A1&B1", "#REF!", "#N/A", "#BEZUG!", "-", "\u2014"])
def test_a_formula_a_broken_one_and_a_dash_are_no_facts(tmp_path: Path, cell: str) -> None:
    (oak,) = brought(tmp_path, ("g.csv", f"name,for\nOak,{cell}\n"))
    assert plain(oak.draft) == {"name": "Oak"}
    assert told([oak]) == [cell]


@pytest.mark.parametrize("cell", [";", "-;-"])
def test_a_list_without_entries_is_told_and_not_written(tmp_path: Path, cell: str) -> None:
    (oak,) = brought(tmp_path, ("g.csv", f'name,norms\nOak,"{cell}"\n'))
    assert plain(oak.draft) == {"name": "Oak"}
    assert told([oak]) == [cell]


@pytest.mark.parametrize("size", ["1.000", "1,000", "12.500"])
def test_a_number_that_two_countries_read_differently_is_told(tmp_path: Path, size: str) -> None:
    (oak,) = brought(tmp_path, ("g.csv", f'name;size\nOak;"{size}"\n'))
    assert plain(oak.draft) == {"name": "Oak"}
    assert told([oak]) == [size]


@pytest.mark.parametrize(
    "header", ["contacts", "when", "cap", "links", "channels", "mood" * 20_000], ids=lambda header: header[:9]
)
def test_a_cell_that_was_made_to_take_long_does_not(tmp_path: Path, header: str) -> None:
    cell = "Ada" + " " * 100_000 + "x"
    assert len(brought(tmp_path, ("g.csv", f"name;{header}\nOak;{cell}\n"))) == 1


def test_a_quotation_mark_that_nothing_closes_swallows_no_community(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match=r"from line 2 on.*unexpected end of data"):
        brought(tmp_path, ("g.csv", 'name,for\nOak,"readers\nElm,writers\n'))


def test_quotation_marks_within_a_cell_are_read_as_spreadsheets_read_them(tmp_path: Path) -> None:
    assert data(tmp_path, 'name,for\n"Oak" readers,people\n')["name"] == "Oak readers"


def test_a_cell_of_many_megabytes_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match=r"from line 2 on.*a cell that is much too long"):
        brought(tmp_path, ("g.csv", "name,for\nOak," + "x" * 2_000_000))


def test_more_rows_than_an_archive_has_communities_are_told(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match="more than 5,000 rows"):
        brought(tmp_path, ("g.csv", "name\n" + "Oak\n" * (MOST_ROWS + 1)))


def test_long_names_that_are_doubled_get_a_file_each(tmp_path: Path) -> None:
    name = "a very long name " * 8
    slugs = [each.slug for each in brought(tmp_path, ("g.csv", f"name\n{name}\n{name}\n{name}\n"))]
    assert len(set(slugs)) == 3
    assert not any(map(slug_problem, slugs))


def test_one_name_in_two_tables_of_a_folder_gets_two_files(tmp_path: Path) -> None:
    found = brought(tmp_path, ("a.csv", "name\nOak\n"), ("b.csv", "name\nOak\n"))
    assert [each.slug for each in found] == ["oak", "oak-2"]


def test_what_is_no_table_in_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop.csv").symlink_to(tmp_path)
    (tmp_path / "d.csv").mkdir()
    (tmp_path / "~$a.xlsx").write_bytes(b"")
    found = brought(tmp_path, ("a.csv", "name\nOak\n"), ("b.ods", "packed"))
    assert told(found) == ["b.ods", "d.csv", "loop.csv"]


@pytest.mark.parametrize(
    "own", ["name,Oak\nfor,readers\n", "name,for\nOak,readers\n", "for,name\nreaders,Oak\n"]
)
def test_single_facts_may_stand_below_or_beside_each_other(tmp_path: Path, own: str) -> None:
    (oak,) = brought(tmp_path, ("community.csv", own), ("norms.csv", "statement\nWe ask.\n"))
    assert plain(oak.draft) == {
        "name": "Oak",
        "promise": {"for": "readers"},
        "norms": [{"statement": "We ask."}],
    }
    assert oak.slug == "oak"


def test_no_cell_of_a_section_is_lost(tmp_path: Path) -> None:
    (oak,) = brought(
        tmp_path,
        ("community.csv", "name,Oak,Elm\n,lone\n"),
        ("norms.csv", "statement,statement,mood\nWe ask.,twice,glad,beyond\n"),
        ("people.csv", "id,handle,mood\nada,@ada,calm\nben\n"),
        ("glossary.csv", "word,meaning,more\noak,a tree,spare\nelm\n"),
    )
    assert set(told([oak])) == {"Elm", "lone", "twice", "glad", "beyond", "calm", "ben", "spare", "elm"}
    assert plain(oak.draft)["glossary"] == {"oak": "a tree"}


def test_a_section_of_many_rows_is_taken_in_part_and_told_whole(tmp_path: Path) -> None:
    rows = "".join(f"We ask {n} times.\n" for n in range(MOST_ENTRIES + 2))
    (oak,) = brought(tmp_path, ("norms.csv", f"statement\n{rows}"))
    assert len(plain(oak.draft)["norms"]) == MOST_ENTRIES
    assert told([oak]) == [f"We ask {n} times." for n in range(MOST_ENTRIES, MOST_ENTRIES + 2)]


def test_one_bad_entry_of_many_is_told_and_the_others_stay(tmp_path: Path) -> None:
    rows = "".join(f"norm-{n},We ask {n}.\n" for n in range(9))
    (oak,) = brought(tmp_path, ("norms.csv", f"id,statement\n{rows}norm-3,We repeat.\n"))
    assert len(plain(oak.draft)["norms"]) == 9
    assert told([oak]) == ["norm-3; We repeat."]


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\nname,for\n", bytes(range(1, 256)), b"\xd0\xcf\x11\xe0\xa1\xb1"]
)
def test_another_file_that_is_called_a_table_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "g.csv").write_bytes(content)
    with pytest.raises(HearthbookError, match=r"this is no table|no column of it is known"):
        from_sheets(read_sheets(tmp_path / "g.csv"), "g.csv", date(2026, 11, 23), None)


def test_a_formula_whose_result_is_not_in_the_workbook_is_told(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="pip install 'hearthbook[xlsx]' to read workbooks")
    book = openpyxl.Workbook()
    book.active.append(["name", "cap"])
    book.active.append(["Oak", "=10+20"])
    book.save(tmp_path / "g.xlsx")
    (oak,) = from_sheets(read_sheets(tmp_path / "g.xlsx"), "g.xlsx", date(2026, 11, 23), None)
    assert plain(oak.draft) == {"name": "Oak"}
    assert oak.unplaced[0].what == "=10+20"
    assert "what came of this formula is not in the file" in oak.unplaced[0].why


_NAMES = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_CELL = '<c r="A{0}" t="inlineStr"><is><t>name</t></is></c>'


@pytest.mark.parametrize(
    "rows",
    [
        [f'<row r="{at}">{_CELL.format(at)}</row>' for at in (1, 9_999_999_999)],
        [f'<row r="{at}"><c r="ZZZ{at}"/></row>' for at in range(1, 99)],
        [f'<row r="{at}">{_CELL.format(at)}</row>' for at in range(1, MOST_ROWS + 9)],
    ],
    ids=["far", "wide", "many"],
)
def test_a_workbook_that_was_made_to_take_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: list[str]
) -> None:
    monkeypatch.setattr(workbook, "_MOST_LOOKED", 1_000_000)
    openpyxl = pytest.importorskip("openpyxl", reason="pip install 'hearthbook[xlsx]' to read workbooks")
    openpyxl.Workbook().save(tmp_path / "sound.xlsx")
    sheet = f'<worksheet xmlns="{_NAMES}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    with (
        zipfile.ZipFile(tmp_path / "sound.xlsx") as sound,
        zipfile.ZipFile(tmp_path / "g.xlsx", "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in sound.namelist():
            made.writestr(name, sheet if "sheet1" in name else sound.read(name))
    with pytest.raises(HearthbookError, match="far too many cells"):
        read_sheets(tmp_path / "g.xlsx")
