"""Whatever is brought in becomes files that can be read, or is told; no value of it is lost."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import event, given, settings
from hypothesis import strategies as st

from hearthbook.bring.importing.columns import COLUMNS
from hearthbook.bring.importing.groups import from_groups
from hearthbook.bring.importing.health import from_health
from hearthbook.bring.importing.health_files import read_folder
from hearthbook.bring.importing.sheets import Sheet, read_sheets
from hearthbook.bring.importing.table import from_sheets
from hearthbook.bring.judged import checked
from hearthbook.errors import HearthbookError
from hearthbook.ingest.reader import SIZE_LIMIT, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearthbook.bring.importing.ledger import Ledger

TODAY = date(2026, 11, 23)
ENDINGS = [".csv", ".csv", ".tsv", ".xlsx", ".pdf"]
OPEN = {"HB005", "HB007"}
"""What is said of facts that nobody has written yet."""
BYTES = st.one_of(
    st.binary(max_size=120),
    st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(st.sampled_from("nameforwhen,;\t|\"'\n\r\0=#-:@[]()<>!*~`\x1b\x85\u2028\ufeff"), max_size=80).map(
        str.encode
    ),
    st.text(st.sampled_from("name,\n\u00e4\u20ac"), max_size=40).map(lambda text: text.encode("utf-16")),
)


def sound(ledgers: Iterable[Ledger]) -> None:
    """Each file can be read again, is no larger than one may be, and is open only where a founder writes."""
    found = list(ledgers)
    assert len({each.slug for each in found}) == len(found)
    for ledger in found:
        data = ledger.text().encode()
        assert len(data) <= SIZE_LIMIT
        text = decode(data, "x.yml")
        assert isinstance(text, str), text
        assert {each.code for each in checked(text, ledger.slug)} <= OPEN, (checked(text, ledger.slug), text)
        assert all(str(each).isprintable() for each in (*ledger.unplaced, *ledger.doubts))


def nothing_lost(ledgers: list[Ledger], tokens: Iterable[str]) -> None:
    """Each value stands in a file that is written, or is told."""
    kept = [ledger.slug + ledger.text() for ledger in ledgers if ledger.placed]
    told = [f"{each.where} {each.what}" for ledger in ledgers for each in ledger.unplaced]
    whole = "\n".join([*kept, *told])
    assert [token for token in tokens if token not in whole] == [], whole


@settings(max_examples=150)
@given(st.sampled_from([b"", b"name,for,when\n", b"statement;name\n"]), BYTES, st.sampled_from(ENDINGS))
def test_any_bytes_are_a_table_or_an_error_for_people(head: bytes, content: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"given{ending}"
        path.write_bytes(head + content)
        try:
            sound(from_sheets(read_sheets(path), path.name, TODAY, None))
        except HearthbookError as told:
            event(told.message)


@settings(max_examples=150)
@given(BYTES)
def test_any_bytes_are_a_list_of_groups_or_an_error_for_people(content: bytes) -> None:
    text = decode(b"sigs:\n- name: Oak\n  contact: " + content, "given.yaml")
    try:
        sound(from_groups(text, "given.yaml", TODAY, None) if isinstance(text, str) else [])
    except HearthbookError as told:
        event(told.message[:40])


@settings(max_examples=100)
@given(
    st.dictionaries(st.sampled_from(["README.md", "support.MD", "CODE_OF_CONDUCT.md"]), BYTES, min_size=1),
    st.sampled_from([b"", b"# Report\n- ", b"\xef\xbb\xbf# "]),
)
def test_any_bytes_are_health_files_and_each_is_told(files: dict[str, bytes], before: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(before + content)
        found, unread, guessed = read_folder(Path(folder))
        ledger = from_health(found, "given", None, unread, guessed)
        sound([ledger])
        assert set(files) <= {each.where for each in ledger.unplaced}


NAMES = [*(name for column in COLUMNS for name in column.names), "id", "statement", "who", "handle", "mood"]
SHAPES = [
    *("{}", "{}", "{}", "{}; {}b", "{}: {}b", "{}, {}@example.org", "={}()", "- {}", "{}\n{}b"),
    *("https://example.org/{}", "every Monday at 09:00 {}", "@{}", "#{}", "{}: ", "[{}]", "'{}", "\x07{}"),
]
SHEETS = [*("community", "groups", "norms", "channels", "rituals", "roles"), "people", "glossary", "synonyms"]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Sheet], list[str]]:
    """Tables in which each filled cell holds a word that is nowhere else, and these words."""
    number = count(100)
    tokens: list[str] = []

    def cell() -> str:
        if draw(st.integers(0, 4)) == 0:
            return ""
        tokens.append(f"tok{next(number)}x")
        return draw(st.sampled_from(SHAPES)).replace("{}", tokens[-1]).strip()

    sheets = []
    for name in draw(st.lists(st.sampled_from(SHEETS), min_size=1, max_size=3, unique=True)):
        header = tuple(draw(st.lists(st.sampled_from([*NAMES, ""]), min_size=1, max_size=6)))
        widths = draw(st.lists(st.integers(1, 7), max_size=3))
        rows = tuple((at, tuple(cell() for _ in range(width))) for at, width in enumerate(widths, 2))
        sheets.append(Sheet(name, header, tuple(row for row in rows if any(row[1]))))
    return sheets, tokens


@settings(max_examples=150)
@given(tables())
def test_each_cell_of_any_tables_is_placed_or_told(given_: tuple[list[Sheet], list[str]]) -> None:
    sheets, tokens = given_
    try:
        ledgers = from_sheets(sheets, "g.csv", TODAY, None)
    except HearthbookError as told:
        event(told.message)
        return
    sound(ledgers)
    if ledgers:
        nothing_lost(ledgers, tokens)


KEYS = st.sampled_from(
    [
        *(
            "name",
            "dir",
            "id",
            "kind",
            "label",
            "sigCategory",
            "mission_statement",
            "charter_link",
            "leadership",
        ),
        *("contact", "meetings", "people", "resources", "chairs", "tcSponsor", "github", "username", "slack"),
        *("mailing_list", "description", "day", "time", "tz", "frequency", "schedule", "archive_url", "url"),
        *("recordings_url", "meeting", "repository", "mood"),
    ]
)
SHAPE = st.one_of(
    st.sampled_from(SHAPES),
    st.recursive(
        st.sampled_from(SHAPES),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, min_size=1, max_size=4)
        ),
        max_leaves=12,
    ),
)


Shape = str | list["Shape"] | dict[str, "Shape"]


def with_tokens(shape: Shape, number: Iterator[int]) -> tuple[Shape, list[str]]:
    """The data of a shape, with a word in each text that is nowhere else, and these words."""
    if isinstance(shape, str):
        token = f"tok{next(number)}x"
        return shape.replace("{}", token), [token]
    pairs = [with_tokens(each, number) for each in (shape.values() if isinstance(shape, dict) else shape)]
    values = [value for value, _ in pairs]
    tokens = [token for _, several in pairs for token in several]
    return (dict(zip(shape, values, strict=True)) if isinstance(shape, dict) else values), tokens


@settings(max_examples=200)
@given(st.dictionaries(KEYS, SHAPE, max_size=6), st.lists(SHAPE, max_size=2), SHAPE)
def test_each_value_of_any_list_of_groups_is_placed_or_told(
    group: dict[str, Shape], others: list[Shape], beside: Shape
) -> None:
    shape: Shape = {"sigs": [{**group, "name": "{}"}, *others], "version": beside}
    data, tokens = with_tokens(shape, count(100))
    ledgers = from_groups(json.dumps(data), "g.yaml", TODAY, None)
    sound(ledgers)
    nothing_lost(ledgers, tokens)
