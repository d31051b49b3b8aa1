"""`hearthbook import`, whatever it is given, writes files that can be read, or says why not."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from pathlib import Path

from click.testing import CliRunner, Result
from hypothesis import event, given, settings
from hypothesis import strategies as st

from hearthbook.cli import main
from hearthbook.ingest.archive import load_archive

WORDS = st.one_of(
    st.sampled_from(
        [
            "Oak",
            "readers",
            "read a book",
            "every Tuesday at 17:00",
            "Ada, ada@example.org",
            "50",
            "open",
            "{",
            "- a: b",
        ]
    ),
    st.text(max_size=12),
)
COLUMNS = st.one_of(
    st.sampled_from(
        ["name", "for", "outcome", "within", "cap", "contacts", "norms", "channels", "when", "city"]
    ),
    WORDS,
)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A table, more or less."""
    head = draw(st.lists(COLUMNS, min_size=1, max_size=6))
    rows = draw(st.lists(st.lists(WORDS, max_size=7), max_size=5))
    sign = draw(st.sampled_from([",", ";", "\t", "|"]))
    text = "\n".join(sign.join(row) for row in [head, *rows])
    return text.encode(draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])), "replace")


@st.composite
def workbooks(draw: st.DrawFn) -> bytes:
    """A folder of XML in a ZIP file, as a workbook is one, with anything in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as folder:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            folder.writestr(name, draw(st.one_of(st.binary(max_size=40), st.just(b"<workbook/>"))))
    return stream.getvalue()


GROUPS = st.one_of(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), WORDS),
        lambda inner: st.one_of(
            st.lists(inner, max_size=4),
            st.dictionaries(
                st.one_of(
                    st.sampled_from(
                        ["sigs", "name", "dir", "mission_statement", "leadership", "meetings", "contact"]
                    ),
                    st.sampled_from(
                        ["description", "day", "time", "tz", "frequency", "slack", "chairs", "github"]
                    ),
                    WORDS,
                ),
                inner,
                max_size=4,
            ),
        ),
        max_leaves=25,
    ).map(lambda data: json.dumps(data).encode()),
    st.binary(max_size=60),
)
MARKDOWN = st.one_of(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["# Oak", "## Reporting", "Write to Ada <ada@example.org>.", "[site](https://example.org)"]
            ),
            st.sampled_from(["```", "<!--", "| a | b |", "Contributor Covenant", "[", "]("]),
            WORDS,
        ),
        max_size=8,
    ).map(lambda lines: "\n".join(lines).encode()),
    st.binary(max_size=60),
)
FOLDERS = st.dictionaries(
    st.sampled_from(
        ["README.md", "CODE_OF_CONDUCT.md", "CONTRIBUTING.md", "SUPPORT.md", ".github/SUPPORT.md"]
    ),
    MARKDOWN,
    max_size=4,
)


def _sound(root: Path, result: Result) -> None:
    """It said in words what it did, and what it wrote can be built from once the open lines are filled in."""
    assert result.exit_code in {0, 1, 2}, (result.output, result.exception)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.output.strip()
    written = list((root / "communities").glob("*.yml"))
    event(f"written {min(len(written), 2)}")
    wrong = [each for each in load_archive(root).findings if each.severity.name == "ERROR"]
    # what nobody has said is left for the founder, and is all that is wrong
    assert {each.code for each in wrong} <= {"HB005", "HB007"}, wrong


def _run(root: Path, kind: str, path: Path) -> Result:
    (root / "communities").mkdir(exist_ok=True)
    return CliRunner().invoke(main, ["import", kind, str(path), "--project", str(root)])


@settings(max_examples=40)
@given(
    st.one_of(tables(), workbooks(), st.binary(max_size=80)),
    st.sampled_from([".csv", ".tsv", ".txt", "", ".xlsx"]),
)
def test_any_file_is_a_table_or_is_told_why_not(content: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"given{ending}"
        path.write_bytes(content)
        _sound(Path(folder), _run(Path(folder), "table", path))


@settings(max_examples=20)
@given(GROUPS)
def test_any_file_is_a_list_of_groups_or_is_told_why_not(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.yaml"
        path.write_bytes(content)
        _sound(Path(folder), _run(Path(folder), "groups", path))


@settings(max_examples=20)
@given(FOLDERS)
def test_any_folder_holds_health_files_or_is_told_why_not(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        given_folder = Path(folder) / "given"
        for name, content in {"other.txt": b"", **files}.items():
            (given_folder / name).parent.mkdir(parents=True, exist_ok=True)
            (given_folder / name).write_bytes(content)
        _sound(Path(folder), _run(Path(folder), "health", given_folder))
