"""All rules there are: one for each file in `rules/`."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from hearthbook.lint import rules
from hearthbook.lint.rule import Rule, rule_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def all_rules() -> Mapping[str, Rule]:
    """Code -> rule, by code."""
    names = sorted(each.name for each in pkgutil.iter_modules(rules.__path__))
    found = [rule_of(import_module(f"{rules.__name__}.{name}")) for name in names if name.startswith("hb")]
    return {each.code: each for each in found}
