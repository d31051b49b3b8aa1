"""The reference of the rules holds all of them, by group."""

from __future__ import annotations

import re

from hearthbook.lint.explained import pages
from hearthbook.lint.reference import GROUPS, reference


def test_the_index_leads_to_every_rule_once() -> None:
    index = reference()[0]
    assert re.findall(r"\((hb\d{3})\.md\)", index.body) == [code.lower() for code in pages()]


def test_every_rule_belongs_to_a_group() -> None:
    assert {code[:3] for code in pages()} <= set(GROUPS)


def test_an_example_is_shown_as_plain_code_under_a_word_that_judges_it() -> None:
    page = next(text for text in reference() if text.path == "rules/hb201.md")
    assert "**Not so:**\n\n```yaml\nconduct:" in page.body
    assert "```yaml bad" not in page.body


def test_a_page_leads_back_to_all_rules() -> None:
    assert all(text.body.endswith("[All rules](index.md)") for text in reference()[1:])
