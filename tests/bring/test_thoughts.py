"""What the rules give to think about, said in another language."""

from __future__ import annotations

import re

import pytest

from hearthbook.bring.thoughts import thoughts
from hearthbook.lint.advised import advice_facts
from hearthbook.lint.registry import all_rules
from hearthbook.lint.settings import LintSettings


def test_in_german_there_are_words_for_all_that_the_form_says() -> None:
    assert thoughts("de-CH").keys() >= advice_facts(LintSettings())["rules"].keys()


def test_no_thought_outlives_its_rule() -> None:
    assert thoughts("de").keys() <= all_rules().keys()


def test_a_thought_is_one_short_line() -> None:
    for code, text in thoughts("de").items():
        assert re.fullmatch(r"[A-Z\u00c4\u00d6\u00dc][^\n]{20,180}[.?]", text), code


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_words_of_its_own_a_language_has_none(language: str) -> None:
    assert thoughts(language) == {}
