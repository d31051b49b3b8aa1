"""The rule about the starter's promise knows the words of the starter."""

from __future__ import annotations

from hearthbook.bring.starter import community_text
from hearthbook.lint.rules.hb816_starters_promise import EXAMPLE


def test_a_new_file_promises_what_the_rule_takes_for_an_example() -> None:
    assert all(words in community_text("oak") for words in EXAMPLE)
