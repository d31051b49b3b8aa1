"""The fast parser and the plain one see the same tree in everything that both accept."""

from __future__ import annotations

from importlib.util import find_spec
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from hearthbook.ingest import events
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.reader import decode
from hearthbook.ingest.tree import Listing, Mapping, Node, Scalar, to_data

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.findings import Finding

    Read = tuple[Node | None, list[Finding]]

WORDS = st.text(
    st.sampled_from(
        "ab \n:#-'\"{}[],&*!|>%@`~?\\/.0123456789\tüß\N{DECIDUOUS TREE}\N{CJK UNIFIED IDEOGRAPH-4E2D}"
    ),
    max_size=12,
)
DATA = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)
LINES = st.lists(
    st.sampled_from(
        [
            "name: Oak",
            "a: {at: 17:00, b: [c, d]}",
            "a: [b, c: d, 'e']",
            "tags: [a, b,]",
            "- a: b",
            "  c: d",
            "  - e",
            "text: |",
            "text: >-",
            "  more words",
            "",
            "   # note",
            "quoted: 'it''s'",
            'double: "a\\tb \\u00fc"',
            'double: "two',
            '  lines"',
            "? key",
            ": value",
            "empty:",
            "null: ~",
            "url: https://example.org/#a",
            "colon: a:b",
            "tab:\tb",
            "{a: b}",
            "---",
            "...",
            "\N{DECIDUOUS TREE}: \N{DECIDUOUS TREE} x",
        ]
    ),
    max_size=10,
).map("\n".join)


def _both(text: str) -> tuple[Read, Read]:
    with pytest.MonkeyPatch.context() as patch:
        fast = read_tree(text, "f")
        patch.setattr(events, "CParser", None)
        return fast, read_tree(text, "f")


def _places(node: Node | None) -> object:
    """The tree with its places; where an empty value stands is a matter of taste."""
    if isinstance(node, Mapping):
        return [(entry.key, entry.mark if entry.key else "", _places(entry.value)) for entry in node.entries]
    if isinstance(node, Listing):
        return [_places(item) for item in node.items]
    return node if node and node.text else ""


def _agree(text: str) -> bool:
    """Whether the trees are the same, or one of the parsers accepts less than the other."""
    (fast, slips), (pure, others) = _both(text)
    # a file that is a single text is refused whatever the text is
    refused = slips or others or isinstance(fast, Scalar) or isinstance(pure, Scalar)
    return bool(refused) or _places(fast) == _places(pure)


@pytest.fixture(autouse=True)
def _needs_both() -> None:
    if find_spec("_ruamel_yaml") is None:
        pytest.skip("the C library is not installed")


@settings(max_examples=150)
@given(data=st.dictionaries(WORDS, DATA, max_size=4), flow=st.booleans(), width=st.sampled_from([20, 80]))
def test_data_in_quotes_is_read_back_by_both(data: dict[str, object], *, flow: bool, width: int) -> None:
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style, yaml.width, yaml.allow_unicode = flow, width, True
    yaml.default_style = '"'  # type: ignore[assignment] # declared as None
    stream = StringIO()
    yaml.dump(data, stream)
    # ruamel.yaml's own writer adds a blank where it breaks a line after a tab
    assume("\\t" not in stream.getvalue())
    for tree, slips in _both(stream.getvalue()):
        assert slips == []
        assert tree
        assert _as_lists(to_data(tree)) == _as_lists(data)


def _as_lists(value: object) -> object:
    if isinstance(value, dict):
        return {key: _as_lists(inner) for key, inner in value.items()}
    return [_as_lists(inner) for inner in value] if isinstance(value, list | tuple) else value


@settings(max_examples=300)
@given(text=LINES)
def test_lines_in_any_order_are_read_alike(text: str) -> None:
    assert _agree(text)


@settings(max_examples=300)
@given(text=st.text(st.sampled_from("ab: \n-{}[],'\"#&*!|>?%@\t\\~."), max_size=30))
def test_marks_in_any_order_are_read_alike(text: str) -> None:
    assert _agree(text)


def test_the_communities_of_this_archive_are_read_alike(project_root: Path) -> None:
    for path in sorted((project_root / "communities").glob("*.yml")):
        text = decode(path.read_bytes(), path.name)
        assert isinstance(text, str)
        fast, pure = _both(text)
        assert _places(fast[0]) == _places(pure[0])
        assert fast[1] == pure[1]
