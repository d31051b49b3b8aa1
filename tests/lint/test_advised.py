"""What browsers are told of the rules: all that their advice needs, from where it stands."""

from __future__ import annotations

import json
import re
from typing import Final

import pytest

from hearthbook.lint.advised import LEFT_OUT, advice_facts, judged_in_browsers
from hearthbook.lint.registry import all_rules
from hearthbook.lint.rule import Scope
from hearthbook.lint.rules.hb101_long_promise import MOST
from hearthbook.lint.settings import LintSettings
from hearthbook.resources import themes

ASSETS: Final = themes() / "hearth/html/assets/hearth"
LARGEST: Final = 40_000
LONGEST: Final = 400
LEAST: Final = 70


def _in_scripts() -> list[str]:
    """The codes of the rules that the scripts have."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("advice-*.js")))
    return [code for text in texts for code in re.findall(r"^    (HB\d{3})[:(]", text, re.MULTILINE)]


def test_every_rule_of_one_community_is_in_browsers_or_has_a_reason() -> None:
    codes = [code for code, rule in all_rules().items() if rule.scope is Scope.COMMUNITY]
    assert sorted([*_in_scripts(), *LEFT_OUT]) == codes
    assert len(_in_scripts()) >= LEAST


@pytest.mark.parametrize("code", LEFT_OUT)
def test_a_rule_that_is_left_out_says_why(code: str) -> None:
    assert LEFT_OUT[code]
    assert not judged_in_browsers(all_rules()[code])


def test_what_must_come_first_is_there() -> None:
    rules = advice_facts()["rules"]
    assert {code for rule in rules.values() for code in rule["after"]} <= rules.keys()


def test_the_facts_are_json_and_stay_small() -> None:
    assert len(json.dumps(advice_facts(), ensure_ascii=False).encode()) < 2 * LARGEST


def test_a_rule_weighs_what_it_weighs_elsewhere() -> None:
    rules = advice_facts()["rules"]
    for code, told in rules.items():
        rule = all_rules()[code]
        assert (told["severity"], told["worth"]) == (rule.severity.value, rule.worth)


def test_the_archives_settings_count() -> None:
    rules = advice_facts(LintSettings(ignore=("HB2",), thresholds={"HB101": {"most": 12}}))["rules"]
    assert not any(code.startswith("HB2") for code in rules)
    assert rules["HB101"]["thresholds"] == {"most": 12}
    assert advice_facts()["rules"]["HB101"]["thresholds"] == {"most": MOST}


@pytest.mark.parametrize("path", sorted(ASSETS.glob("advice*.js")), ids=lambda path: path.name)
def test_a_script_is_short(path: object) -> None:
    text = (ASSETS / str(path)).read_text(encoding="utf-8")
    assert len(text.encode()) < LARGEST
    assert len(text.splitlines()) < LONGEST
    assert "eval(" not in text
