"""What forges show is written in signs that they know."""

from __future__ import annotations

import pytest

from hearthbook.export.posts.forges import plain_markdown


@pytest.mark.parametrize(
    ("ours", "plain"),
    [
        ("Norms\n:   one\n:   two\n\nAfter", "**Norms**\n\n- one\n- two\n\nAfter"),
        ("Norms\n:   one\n\n:   two\n", "**Norms**\n\n- one\n- two\n"),
        ("To leave\n:   just go\n", "**To leave**\n\njust go\n"),
        ("Norms\n:   one\n\n    more\n:   two", "**Norms**\n\n- one\n\n    more\n- two"),
        ("To leave\n:   go\n\n    - a\n    - b\n", "**To leave**\n\ngo\n\n- a\n- b\n"),
        ("A\n:   one\n:   two\n\nB\n:   three", "**A**\n\n- one\n- two\n\n**B**\n\nthree"),
    ],
)
def test_a_list_of_definitions_becomes_a_plain_one(ours: str, plain: str) -> None:
    assert plain_markdown(ours) == plain


def test_a_block_of_code_loses_its_attributes_and_keeps_its_text() -> None:
    ours = "````  { .text .hb-post }\na\n:   [b]()\n```\n````\n"
    assert plain_markdown(ours) == "````\na\n:   [b]()\n```\n````\n"


def test_a_link_that_leads_nowhere_is_only_its_words() -> None:
    assert plain_markdown("see [the \\] norms]() and [x](y)") == "see the \\] norms and [x](y)"
