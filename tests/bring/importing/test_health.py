"""Community health files give facts that are certain, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.bring.draft import plain
from hearthbook.bring.importing.health import MOST_TAKEN, from_health
from hearthbook.bring.importing.health_files import MOST_BYTES, read_folder
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from pathlib import Path

README = """\
# **Oak** readers

We read. See [our site](https://example.org/oak) and [the site](https://example.org/oak).
Also ![a picture](https://example.org/x.png).
"""
CODE = """\
# Contributor Covenant Code of Conduct

Our pledge.

## Enforcement

Report to:

- Ada Example: ada@example.org
- **Ben Example** <ben@example.net>

or write to help@example.org.

## Attribution

Adapted by nobody@example.org.
"""
FILES = {"README.md": README, ".github/CODE_OF_CONDUCT.md": CODE}


def test_the_name_links_and_contacts_are_taken() -> None:
    ledger = from_health(FILES, "folder", None)
    assert ledger.slug == "oak-readers"
    assert plain(ledger.draft) == {
        "name": "Oak readers",
        "links": [{"name": "our site", "url": "https://example.org/oak"}],
        "conduct": {
            "contacts": [
                {"who": "Ada Example", "reach": "ada@example.org"},
                {"who": "Ben Example", "reach": "ben@example.net"},
            ]
        },
    }


def test_an_address_without_a_name_is_told_and_not_placed() -> None:
    told = [str(each) for each in from_health(FILES, "folder", None).unplaced]
    assert any("`help@example.org`: no name stands beside it" in each for each in told)
    assert not any("nobody@example.org" in each for each in told)


def test_a_code_of_conduct_is_not_copied_and_its_licence_is_told() -> None:
    ledger = from_health(FILES, "folder", None)
    assert "Our pledge" not in ledger.text()
    assert any("Contributor Covenant, which has a licence of its own" in each.why for each in ledger.unplaced)


def test_a_promise_is_never_made_up() -> None:
    assert from_health(FILES, "folder", None).missing == ("for", "outcome")


def test_files_are_found_where_forges_look_for_them(tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "SUPPORT.md").write_text("# Support\n", encoding="utf-8")
    assert list(read_folder(tmp_path)[0]) == [".github/SUPPORT.md"]


def test_a_file_that_is_not_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "SUPPORT.md").symlink_to(tmp_path / "elsewhere.md")
    (tmp_path / "README.md").write_text("# Oak\n" + "x" * MOST_BYTES, encoding="utf-8")
    told = _told(tmp_path)
    assert told["README.md"] == "it is larger than 1 MB"
    assert told["SUPPORT.md"].startswith("it is a link to another place")


def _told(folder: Path) -> dict[str, str]:
    files, unread, guessed = read_folder(folder)
    return {each.where: each.why for each in from_health(files, "oak", None, unread, guessed).unplaced}


def _name(readme: str) -> str:
    return str(plain(from_health({"README.md": readme}, "folder", None).draft).get("name", ""))


@pytest.mark.parametrize(
    "readme",
    [
        "Oak readers\n===\n",
        "```sh\n# install it\n```\n\n# Oak readers\n",
        "<!--\n# Write a title\n-->\n# Oak readers ##\n",
        "---\n# front matter\n---\n# Oak readers",
        '<h1 align="center">Oak readers</h1>\n',
        "# [![state](https://example.org/x.svg)](https://example.org/x) [Oak](https://example.org) readers\n",
    ],
)
def test_a_title_is_found_however_it_is_written(readme: str) -> None:
    assert _name(readme) == "Oak readers"


def test_what_is_no_title_does_not_become_a_name() -> None:
    assert not _name("```\n# install it\n```\n")
    assert not _name("## Contents\n\n# Later\n")


def test_underscores_in_a_name_stay() -> None:
    assert _name("# my_group __loves__ *trees*\n") == "my_group loves trees"


def test_files_are_read_in_any_usual_encoding(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(b"\xef\xbb\xbf# Oak\r\n")
    (tmp_path / "CODE_OF_CONDUCT.md").write_bytes(b"# Report\n- J\xfcrgen Example: j@example.org\n")
    files, unread, guessed = read_folder(tmp_path)
    ledger = from_health(files, "folder", None, unread, guessed)
    assert plain(ledger.draft)["name"] == "Oak"
    assert plain(ledger.draft)["conduct"]["contacts"][0]["who"] == "J\u00fcrgen Example"
    assert [each.where for each in ledger.doubts] == ["CODE_OF_CONDUCT.md"]


def test_names_of_files_may_be_written_small(tmp_path: Path) -> None:
    (tmp_path / "readme.md").write_text("# Oak\n", encoding="utf-8")
    (tmp_path / "code-of-conduct.md").write_text(CODE, encoding="utf-8")
    assert list(read_folder(tmp_path)[0]) == ["readme.md", "code-of-conduct.md"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("README.rst", b"Oak\n", "only Markdown is read"),
        ("README.md", b"%PDF-1.7\n", "this is no text"),
        ("README.md", b"\x89PNG\r\n\x1a\n\0\0", "this is no text"),
        ("GOVERNANCE.md", b"# Votes\n", "only README, CONTRIBUTING"),
    ],
)
def test_a_file_of_another_kind_is_told(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert _told(tmp_path)[name].startswith(why)


def test_a_folder_behind_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "SUPPORT.md").write_text("# Theirs\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("# Oak\n", encoding="utf-8")
    (tmp_path / ".github").symlink_to(tmp_path / "elsewhere")
    assert _told(tmp_path)[".github"].startswith("it is a link")


def test_people_who_help_are_told_and_are_no_contacts() -> None:
    ledger = from_health({"SUPPORT.md": "# Help\n- Ada Example: ada@example.org\n"}, "oak", None)
    assert "conduct" not in plain(ledger.draft)
    assert ledger.unplaced[0].what == "ada@example.org"


def test_a_list_of_many_links_is_taken_in_part_and_told_whole() -> None:
    readme = "".join(f"[{n}](https://example.org/{n})\n" for n in range(MOST_TAKEN + 3))
    ledger = from_health({"README.md": readme}, "oak", None)
    assert len(plain(ledger.draft)["links"]) == MOST_TAKEN
    assert [each.what for each in ledger.unplaced[:3]] == [f"https://example.org/{n}" for n in (40, 41, 42)]


@pytest.mark.parametrize(
    "text",
    [
        "# x" + " " * 300_000 + "y",
        "# Report\n- Aa A" + "-" * 300_000,
        "# " + "[" * 300_000,
        "<!--" * 100_000,
        "# Report\n" + "a@" * 150_000,
        "# Report\n- A B" + "[" * 300_000,
        "=\n" * 150_000,
    ],
    ids=["spaces", "hyphens", "brackets", "comments", "addresses", "mailto", "underlines"],
)
def test_a_text_that_was_made_to_take_long_does_not(text: str) -> None:
    files = {"README.md": text, "CODE_OF_CONDUCT.md": text, "SUPPORT.md": text}
    assert from_health(files, "oak", None).slug


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Oak\n", encoding="utf-8")
    with pytest.raises(HearthbookError, match="this is a file"):
        read_folder(tmp_path / "README.md")


def test_a_folder_without_such_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match="there are no community health files"):
        read_folder(tmp_path)
