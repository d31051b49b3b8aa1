from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from bench.blocks import dump

if TYPE_CHECKING:
    from bench.blocks import Value

LONG = "We mend what broke and tell nobody whose fault it was, " * 3 + "because we do not know."


@pytest.mark.parametrize(
    "value",
    [
        "plain words",
        "yes",
        "17:00",
        "10 minutes",
        "#2f6f4f",
        "@ada",
        'said: "no"',
        LONG,
        "two\n\nparagraphs\n",
        12,
        True,
        ["one", "two: three", LONG],
        [{"name": "x", "list": ["a", "b"]}, {"name": "y", "inner": {"long": LONG}}],
        {"https://example.org": "an address as a key"},
    ],
)
def test_what_is_written_is_read_again(value: Value) -> None:
    assert YAML(typ="safe").load(dump({"key": value})) == {"key": value}


def test_an_entry_of_a_list_begins_on_the_line_of_its_hyphen() -> None:
    text = dump({"norms": [{"name": "Ask first", "kind": "safety"}]})
    assert text == "norms:\n  - name: Ask first\n    kind: safety\n"
