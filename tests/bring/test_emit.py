"""A new file says what it was made from, whatever that is, and reads well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from hearthbook.bring.draft import made_from, plain
from hearthbook.bring.emit import WIDTH, text_of
from hearthbook.bring.reading import read_draft
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.tree import to_data

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1),
    st.lists(st.text("ab:#-'\" ,", min_size=1), min_size=1).map("\n".join),
    st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=20, max_size=40).map(" ".join),
    st.sampled_from(
        ["yes", "ON", "null", "~", "12", "1e3", "0x1f", "17:00", "2026-12-22", "- a", "a: b", "a #b"]
    ),
)
VALUES = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.integers(-10_000, 10_000), st.floats(0.5, 99, width=16)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4),
        st.dictionaries(st.one_of(st.text("abc_", min_size=1), TEXTS), inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


def written(data: Mapping[str, Any]) -> str:
    return text_of(made_from(data))


@given(st.dictionaries(st.text("abcdef", min_size=1), VALUES, min_size=1, max_size=5))
def test_what_is_written_reads_as_it_was(data: dict[str, Any]) -> None:
    tree, findings = read_tree(written(data), "x.yml")
    assert not [each for each in findings if each.code != "HB003"], findings
    assert tree is not None
    assert _listed(to_data(tree)) == data
    assert YAML(typ="safe", pure=True).load(_dates_in_quotes(written(data))) == data


def _listed(data: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    if isinstance(data, dict):
        return {key: _listed(value) for key, value in data.items()}
    return [_listed(each) for each in data] if isinstance(data, tuple) else data


def _dates_in_quotes(text: str) -> str:
    """Days as other readers would keep them as words."""
    return text.replace("2026-12-22", '"2026-12-22"').replace('""2026-12-22""', '"2026-12-22"')


@given(st.dictionaries(st.text("abcdef", min_size=1), VALUES, min_size=1, max_size=5))
def test_a_file_that_is_read_and_written_again_is_the_same(data: dict[str, Any]) -> None:
    text = written(data)
    assert text_of(read_draft(text, "x.yml")) == text


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("a week", "a: a week"),
        ("4 weeks", "a: 4 weeks"),
        ("17:00", 'a: "17:00"'),
        ("2026-12-22", "a: 2026-12-22"),
        ("yes", 'a: "yes"'),
        ("Ask: then listen", 'a: "Ask: then listen"'),
        ("room #4", 'a: "room #4"'),
        ("C# and F#", "a: C# and F#"),
        ("#help", 'a: "#help"'),
        ("Über uns", "a: Über uns"),
        ('He said "no"', 'a: He said "no"'),
        (50, "a: 50"),
        (True, "a: true"),
        (1.5, "a: 1.5"),
    ],
)
def test_a_value_has_quotes_only_where_it_needs_them(value: Any, line: str) -> None:  # noqa: ANN401
    assert written({"a": value}) == f"{line}\n"


def test_a_long_text_is_folded_at_its_spaces() -> None:
    text = written({"a": " ".join(["word"] * 60)})
    assert text.startswith("a: >-\n  word word")
    assert max(map(len, text.split("\n"))) <= WIDTH


def test_lines_are_kept_where_they_were() -> None:
    assert written({"a": "I need ...\n\nI can give ...\n"}) == "a: |\n  I need ...\n\n  I can give ...\n"


def test_short_lines_stand_together_and_others_apart() -> None:
    text = written({"a": "x", "b": "v", "c": ["z"], "d": "w"})
    assert text == "a: x\nb: v\n\nc:\n  - z\n\nd: w\n"


def test_notes_stand_above_what_they_are_about() -> None:
    draft = made_from(
        {"norms": [{"name": "Ask"}, "Stay."]},
        head=["A file"],
        notes={"/norms": ["Why."], "/norms/0": ["First."], "/norms/1": ["Second."]},
    )
    rows = ["# A file", "", "# Why.", "norms:", "  # First.", "  - name: Ask", "  # Second.", "  - Stay.", ""]
    assert text_of(draft) == "\n".join(rows)


def test_what_is_switched_off_stands_as_a_comment() -> None:
    text = "conduct:\n  # Two.\n  # contacts:\n  #   - Ada, ada@example.org\n  receipt_within: a day\n"
    draft = read_draft(text, "x.yml")
    assert plain(draft) == {"conduct": {"receipt_within": "a day"}}
    assert text_of(draft) == text
