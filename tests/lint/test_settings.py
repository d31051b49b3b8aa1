"""What a maintainer wants of the linter is read strictly, and told where it cannot be meant."""

from __future__ import annotations

from typing import Any

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.lint.explained import pages
from hearthbook.lint.registry import all_rules
from hearthbook.lint.settings import LintSettings, read_settings


def _read(given: dict[str, Any]) -> LintSettings:
    return read_settings(given, all_rules(), pages(), "mkdocs.yml")


def test_nothing_given_is_every_rule() -> None:
    assert all(_read({}).wants(code) for code in all_rules())


def test_codes_may_be_written_in_small_letters_and_alone() -> None:
    assert _read({"ignore": "hb8", "select": ["hb2", "HB801"]}) == LintSettings(
        ignore=("HB8",), select=("HB2", "HB801")
    )


def test_a_threshold_is_set_by_its_name() -> None:
    assert _read({"HB401": {"most": 9}}).thresholds == {"HB401": {"most": 9}}


def test_a_share_may_be_a_whole_number_and_words_a_list() -> None:
    found = _read({"HB111": {"share": 1}, "HB605": {"shared": ["desk"]}}).thresholds
    assert found == {"HB111": {"share": 1}, "HB605": {"shared": ("desk",)}}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"ignore": ["HB20l"]}, "there is no rule `HB20l`; did you mean HB2"),
        ({"ignore": [""]}, "there is no rule ``; write a code such as HB203"),
        ({"ignore": {"HB201": "no"}}, "`ignore` is not a list; write `ignore: [HB203, HB8]`"),
        ({"HB4O1": {"most": 9}}, "there is no rule `HB4O1`; did you mean HB4"),
        ({"ignor": ["HB8"]}, "there is no rule `IGNOR`; did you mean ignore?"),
        ({"HB401": 9}, "`HB401` is not a table; its thresholds and what they are: `most: 7`"),
        (
            {"HB401": {"mots": 9}},
            "HB401 has no threshold `mots`; its thresholds and what they are: `most: 7`",
        ),
        ({"HB401": {"most": "nine"}}, '`most` is "nine", not a number, 0 or more'),
        ({"HB401": {"most": -5}}, "`most` is -5, not a number, 0 or more"),
        ({"HB605": {"shared": "desk"}}, '`shared` is "desk", not a list of words'),
        ({"HB401": {"most": True}}, "`most` is True, not a number, 0 or more"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_meant_is_told_with_what_could_be(given: dict[str, Any], told: str) -> None:
    with pytest.raises(HearthbookError) as caught:
        _read(given)
    assert told in str(caught.value)
