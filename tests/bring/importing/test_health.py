"""Community health files give facts that are certain, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.bring.draft import plain
from hearthbook.bring.importing.health import MOST_BYTES, from_health, read_folder
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
    files, unread = read_folder(tmp_path)
    told = {each.where: each.why for each in from_health(files, "oak", None, unread).unplaced}
    assert told["README.md"] == "it is larger than 1 MB"
    assert told["SUPPORT.md"].startswith("it is a link to another file")


def test_a_folder_without_such_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError, match="there are no community health files"):
        read_folder(tmp_path)
