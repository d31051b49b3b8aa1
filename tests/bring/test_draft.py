"""A draft takes values one by one and keeps the rest as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.bring.draft import made_from, plain, with_value
from hearthbook.bring.emit import text_of
from hearthbook.bring.reading import read_draft
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from hearthbook.bring.draft import Plain

FILE = """\
# The name.
name: Oak

promise:
  # For whom?
  for: readers
  outcome: read a book

conduct:
  # Two of you.
  # contacts:
  #   - Ada, ada@example.org
  receipt_within: a day

norms:
  - name: Ask
    statement: We ask.
  - Stay.

# place:
#   city: Leipzig
"""


@pytest.fixture
def oak() -> str:
    """The file as it is written again; it is the same."""
    return text_of(read_draft(FILE, "oak.yml"))


def after(pointer: str, value: Plain | None) -> str:
    return text_of(with_value(read_draft(FILE, "oak.yml"), pointer, value))


def test_a_file_is_read_with_all_its_comments(oak: str) -> None:
    assert oak == FILE


def test_a_value_takes_the_place_of_another_below_its_note() -> None:
    assert after("/promise/for", ["a", "b"]) == FILE.replace("for: readers", "for:\n    - a\n    - b")


def test_an_example_is_switched_on_where_it_stands() -> None:
    old = "  # contacts:\n  #   - Ada, ada@example.org\n"
    assert after("/conduct/contacts", ["Ben, b@example.org"]) == FILE.replace(
        old, "  contacts:\n    - Ben, b@example.org\n"
    )


def test_a_new_key_stands_where_the_model_has_it() -> None:
    assert after("/promise/within", "a month").startswith(
        FILE.partition("\nconduct")[0].rstrip() + "\n  within: a month\n"
    )
    assert "\n\ntagline: Slowly\n\npromise:" in after("/tagline", "Slowly")


def test_a_section_that_is_not_there_is_begun() -> None:
    assert plain(with_value(read_draft(FILE, "oak.yml"), "/join/how", "open"))["join"] == {"how": "open"}


def test_an_entry_of_a_list_is_changed_in_place() -> None:
    assert after("/norms/0/statement", "We do.") == FILE.replace("We ask.", "We do.")


def test_what_is_taken_out_leaves_nothing_behind() -> None:
    assert after("/conduct/receipt_within", None) == FILE.replace("  receipt_within: a day\n", "")
    assert "\nnorms" not in text_of(
        with_value(with_value(read_draft(FILE, "oak.yml"), "/norms/1", None), "/norms/0", None)
    )


def test_taking_out_what_is_not_there_changes_nothing(oak: str) -> None:
    assert after("/care/minimum_age", None) == oak


def test_new_data_stands_in_the_order_of_the_model() -> None:
    data: dict[str, Plain] = {
        "norms": ["Ask."],
        "promise": {"outcome": "read", "for": "readers"},
        "name": "Oak",
    }
    assert text_of(made_from(data)) == (
        "name: Oak\n\npromise:\n  for: readers\n  outcome: read\n\nnorms:\n  - Ask.\n"
    )


def test_a_file_that_cannot_be_read_is_told() -> None:
    with pytest.raises(HearthbookError, match="line 2"):
        read_draft("name: [\n", "oak.yml")


def test_a_section_written_short_keeps_what_it_says() -> None:
    draft = with_value(read_draft(FILE, "oak.yml"), "/promise/boundary", 50)
    longer = with_value(draft, "/promise/boundary/we_do_not", ["lend books"])
    assert plain(longer)["promise"]["boundary"] == {"cap": 50, "we_do_not": ["lend books"]}
