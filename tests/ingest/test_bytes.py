"""Files that are no plain text, or no files at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hearthbook.ingest.archive import load_archive
from hearthbook.ingest.reader import SIZE_LIMIT, decode, printable

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ingest.conftest import Whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder communities/ of an archive with nothing in it."""
    made = tmp_path / "communities"
    made.mkdir()
    return made


def _found(folder: Path) -> list[str]:
    return [str(finding) for finding in load_archive(folder.parent).findings]


@pytest.mark.parametrize("text", ["", "\n\n", "# a note\n# another\n", "---\n", "~\n", "\ufeff"])
def test_a_file_without_facts_says_how_to_start(whole: Whole, text: str) -> None:
    (finding,) = whole(text)
    assert finding.startswith("1:1 HB005 the file says nothing yet; ")
    assert "`name: ...`" in finding


@pytest.mark.parametrize(
    ("text", "what"), [("- a\n- b\n", "a list"), ("hello\n", "a single text"), ("[a]\n", "a list")]
)
def test_what_is_no_mapping_is_named(whole: Whole, text: str, what: str) -> None:
    (finding,) = whole(text)
    assert finding.startswith(f"1:1 HB005 the file holds {what}, not keys and values; ")


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["windows", "old-mac"])
def test_line_ends_of_other_systems_are_fine(whole: Whole, start: str, end: str) -> None:
    assert whole(start.replace("\n", end)) == []


def test_lines_are_counted_the_same_with_windows_line_ends(whole: Whole, start: str) -> None:
    (finding,) = whole(f"{start}colour: x\n".replace("\n", "\r\n"))
    assert finding.startswith("5:1 HB006 ")


def test_a_byte_order_mark_is_fine(whole: Whole, start: str) -> None:
    assert whole("\ufeff" + start) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named_with_the_cure(whole: Whole, start: str, encoding: str) -> None:
    (finding,) = whole(start.encode(encoding))
    assert finding == "1:1 HB001 the file is saved as UTF-16, not UTF-8; save it as UTF-8 in your editor"


def test_a_latin_1_byte_is_named_with_its_place(whole: Whole, start: str) -> None:
    (finding,) = whole(start.encode() + "tagline: à la Zoë\n".encode("latin-1"))
    assert finding.startswith("5:10 HB001 the byte 0xE0 is not UTF-8; save the file as UTF-8")


def test_a_broken_byte_after_a_byte_order_mark_keeps_its_column() -> None:
    finding = decode(b"\xef\xbb\xbfa\xe9", "f")
    assert str(finding).startswith("f:1:2 HB001 ")


def test_a_file_of_20_megabytes_is_refused_by_its_size(whole: Whole) -> None:
    (finding,) = whole(b"a: b\n" * 4_000_000)
    assert finding.startswith("1:1 HB001 the file has 19,531 kB, which is too much; keep it under 256 kB")


def test_a_file_of_exactly_the_limit_is_read(whole: Whole, start: str) -> None:
    assert whole(start + "#" * (SIZE_LIMIT - len(start))) == []


@pytest.mark.parametrize(
    "character", ["\x00", "\x02", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff", "\uffff"], ids=ascii
)
def test_a_character_that_no_editor_shows_is_named_with_its_place(
    whole: Whole, start: str, character: str
) -> None:
    (finding,) = whole(f"{start}tagline: so{character}so\n")
    assert finding == f"5:12 HB001 the file holds the control character U+{ord(character):04X}; take it out"


def test_a_symbolic_link_is_not_followed(folder: Path, start: str) -> None:
    (folder.parent / "elsewhere.yml").write_text(start, encoding="utf-8")
    (folder / "oak.yml").symlink_to(folder.parent / "elsewhere.yml")
    (finding,) = _found(folder)
    assert finding == ("communities/oak.yml:1:1 HB001 the file is a symbolic link; put the file itself here")


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "communities").symlink_to(tmp_path / "elsewhere")
    (finding,) = _found(tmp_path / "communities")
    assert finding.startswith("communities:1:1 HB001 the folder is a symbolic link; ")


def test_a_pipe_does_not_hang_the_program(folder: Path) -> None:
    os.mkfifo(folder / "oak.yml")
    (finding,) = _found(folder)
    assert finding.startswith("communities/oak.yml:1:1 HB001 this is not a regular file; ")


def test_a_folder_called_like_a_file_is_named(folder: Path) -> None:
    (folder / "oak.yml").mkdir()
    (finding,) = _found(folder)
    assert finding.startswith("communities/oak.yml:1:1 HB001 this is not a regular file; ")


def test_a_file_that_may_not_be_read_is_named(
    folder: Path, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (folder / "oak.yml").write_text(start, encoding="utf-8")
    monkeypatch.setattr("pathlib.Path.open", refuse)
    (finding,) = _found(folder)
    assert finding.endswith("HB001 the file cannot be read: Permission denied; check its permissions")


def test_a_name_of_broken_bytes_is_shown_with_escapes(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.yml")).write_bytes(b"name: x\n")
    assert any(finding.startswith("communities/caf\\udce9.yml:1:1 HB010 ") for finding in _found(folder))


def test_a_missing_folder_says_how_to_begin(tmp_path: Path) -> None:
    (finding,) = _found(tmp_path / "communities")
    assert finding.startswith("communities:1:1 HB018 there is no folder communities/ here; ")
    assert "hearthbook init" in finding


@pytest.mark.parametrize("name", ["notes.txt", "oak.YML", "drafts/", "oak.yml~"])
def test_what_is_not_read_is_a_warning(folder: Path, name: str) -> None:
    path = folder / name
    path.mkdir() if name.endswith("/") else path.touch()
    (finding,) = load_archive(folder.parent).findings
    assert (finding.code, finding.severity) == ("HB018", "warning")


@pytest.mark.parametrize("name", ["README.md", ".DS_Store", ".#oak.yml", ".schema"])
def test_files_that_lie_beside_communities_by_right_are_passed_over(folder: Path, name: str) -> None:
    (folder / name).touch()
    assert _found(folder) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Grüße", "Grüße"),
        ("a\nb", "a\\nb"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\udce9", "\\udce9"),
        ("x\u202ey", "x\\u202ey"),
    ],
    ids=["letters", "line-end", "terminal", "broken-byte", "direction"],
)
def test_only_what_can_be_shown_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_emoji_that_are_joined_stay_joined() -> None:
    family = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
    assert printable(family) == family
