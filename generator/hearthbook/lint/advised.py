"""What a browser needs to know to judge one community as the rules do.

The form of a new community has the rules in JavaScript (`advice.js` and `advice-*.js`); their word
lists, thresholds and weights, and the shapes of the model, are taken from where they stand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from hearthbook.calendar import spans
from hearthbook.ingest import mistaken, when
from hearthbook.lint import people, placeholders, texts
from hearthbook.lint.advised_shapes import advised_shapes
from hearthbook.lint.portable import portable
from hearthbook.lint.registry import all_rules
from hearthbook.lint.rule import Rule, Scope
from hearthbook.lint.rules.hb816_starters_promise import examples
from hearthbook.lint.settings import LintSettings
from hearthbook.model.community import Community
from hearthbook.model.pages import UNNAMED
from hearthbook.model.recurrence import ORDINALS, WEEKDAYS

if TYPE_CHECKING:
    from types import ModuleType

Json = dict[str, Any]

_RRULE: Final = "an `rrule` has to be followed day by day"
_CLOCKS: Final = "it needs the clocks of all time zones"
_DAYS: Final = "it follows a rhythm day by day"
_ARTICLES: Final = "it is about articles, which stand in content/"
_PROSE: Final = "it is about how a text is written, which one mends when all is there"
LEFT_OUT: Final = {
    "HB501": _RRULE,
    "HB505": _CLOCKS,
    "HB511": _RRULE,
    "HB515": "it needs the clocks of all time zones, and the names of all countries",
    "HB517": _DAYS,
    "HB518": _DAYS,
    "HB606": "it reads the community as it is published, with people as they wish to be shown",
    "HB805": _ARTICLES,
    "HB806": _PROSE,
    "HB807": _PROSE,
    "HB808": _ARTICLES,
    "HB809": _ARTICLES,
    "HB810": _PROSE,
    "HB812": _PROSE,
    "HB817": _ARTICLES,
    "HB818": _ARTICLES,
    "HB819": _ARTICLES,
    "HB820": _PROSE,
}
"""Code of a rule about one community -> why a browser does not judge by it."""

_SHARED: Final[dict[ModuleType, str]] = {
    texts: "FENCED CODE LINK BARE WORD MARKS UNSEEN UNSEEN_LANGUAGES SMALL NOT DENIALS NOT_TEXT",
    people: "MAIL FAMILY_FIRST BRACKETS HOME WORD BETWEEN CONTACTS LEADERS SET_APART",
    placeholders: "ADDRESS QUOTED MARKS LATER ENGLISH FIGURE LATIN TEMPLATE INSERT BRACKETS ALONE TBC "
    "WHOLE ALL SIGNS HINTS",
    spans: "UNITS RHYTHMS NUMBERS SPAN",
    when: "WEEKDAY ORDINAL PATTERNS NUMBERS DETAIL",
    mistaken: "LONGEST IN_ANGLES",
}
"""Modules of which the rules use more than constants -> the constants that their functions look at.

Those functions stand in `advice-words.js`, `advice-read.js` and `advice-people.js`.
"""


def advice_facts(settings: LintSettings | None = None) -> Json:
    """Plain data for `hearthAdvice`: `{rules, words, calendar, shapes, whole}`.

    `rules` has, by code, what a rule weighs, needs and knows, as far as the archive's settings want
    it; `words` the constants of shared modules; `shapes` each section's keys, by its model's name.
    """
    settings = settings or LintSettings()
    wanted = (rule for rule in all_rules().values() if judged_in_browsers(rule) and settings.wants(rule.code))
    return {
        "rules": {rule.code: _rule(rule, settings) for rule in wanted},
        "words": {
            module.__name__.rpartition(".")[2]: _some(module, some) for module, some in _SHARED.items()
        },
        "calendar": {"weekdays": list(WEEKDAYS), "ordinals": list(ORDINALS)},
        "shapes": advised_shapes(),
        "whole": Community.__name__,
    }


def judged_in_browsers(rule: Rule) -> bool:
    """Whether one of the scripts `advice-*.js` has the rule."""
    return rule.scope is Scope.COMMUNITY and rule.code not in LEFT_OUT


def _rule(rule: Rule, settings: LintSettings) -> Json:
    known = _constants(sys.modules[rule.find.__module__])
    known |= _from_elsewhere(rule.code)
    return {
        "severity": rule.severity.value,
        "worth": rule.worth,
        "after": list(rule.after),
        "languages": list(rule.languages),
        "even_closed": rule.even_closed,
        "sees": list(rule.sees),
        "thresholds": _plain({**rule.thresholds, **settings.thresholds.get(rule.code, {})}),
        "known": known,
    }


def _from_elsewhere(code: str) -> Json:
    """What a rule knows that no constant of its own says."""
    if code == "HB607":
        return {"UNNAMED": UNNAMED}
    return {"EXAMPLES": sorted(examples())} if code == "HB816" else {}


def _some(module: ModuleType, names: str) -> Json:
    known = _constants(module)
    return {name: known[name] for name in names.split()}


def _constants(module: ModuleType) -> Json:
    """Name -> value of the constants that a module itself defines and JSON can hold."""
    named = (name for name in module.__annotations__ if name.isupper())
    found = {name.lstrip("_"): _plain(getattr(module, name)) for name in named}
    return {name: value for name, value in found.items() if value is not None}


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON of any shape
    """A constant as JSON; None for what has no such form."""
    if isinstance(value, re.Pattern):
        return portable(value)
    if isinstance(value, Fraction):
        return [value.numerator, value.denominator]
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, frozenset | set):
        return sorted(map(str, value))
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        pairs = [(_plain(key), _plain(each)) for key, each in value.items()]
        return dict(pairs) if all(isinstance(key, str) for key in value) else [list(pair) for pair in pairs]
    return None
