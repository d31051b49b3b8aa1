"""What an archive asks of a change before it is taken: who approves it, how many, and how long it stays open.

The policy is one table for the whole archive, `review` of the plugin in mkdocs.yml or of [tool.hearthbook] in
pyproject.toml. A class that it does not name keeps what `DEFAULT` says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final, Literal

from hearthbook.calendar.spans import after
from hearthbook.errors import HearthbookError
from hearthbook.model.changes import KINDS

Class = Literal["safety", "boundary", "norms", "facts", "wording", "outside"]
"""A kind of change, or `outside`: what no community may change by itself."""
CLASSES: Final[tuple[Class, ...]] = (*KINDS, "outside")
GROUPS: Final = ("founders", "contacts", "hosts", "owner", "maintainers")
"""Whom a rule may name; each community's own roles say who that is there."""

ACCOUNT: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,253}[A-Za-z0-9_-])?")
"""The name of an account on some forge, without its @."""
_TEAM: Final = re.compile(rf"{ACCOUNT.pattern}(?:/{ACCOUNT.pattern})+")
_ROLE: Final = re.compile(r"role:[^\s:]+")
_START: Final = date(2026, 1, 1)
"""Lengths are counted from here, so that a month is always as long."""
_BESIDES: Final = ("maintainers", "handles")
"""Keys that are no classes."""
_MOST: Final = 20
"""People that a rule may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What changes of one class need."""

    approve: tuple[str, ...] = ()
    """Who may approve: groups, `role:<id>`, accounts and teams with their @. Empty: nobody needs to."""
    count: int = 0
    """How many of them, all together."""
    days: int = 0
    """How many days the change stays open at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What changes of each class need."""

    rules: Mapping[Class, Rule]
    """All classes."""
    maintainers: tuple[str, ...] = ()
    """Accounts and teams that look after the archive, with their @."""
    handles: bool = True
    """Whether a handle with an @ is an account on the forge; else only accounts named here count."""


DEFAULT: Final = Policy(
    rules={
        "safety": Rule(approve=("contacts", "founders", "maintainers"), count=2, days=7),
        "boundary": Rule(approve=("founders", "maintainers"), count=1, days=7),
        "norms": Rule(approve=("founders", "hosts", "maintainers"), count=1, days=3),
        "facts": Rule(approve=("owner", "founders", "hosts", "maintainers"), count=1),
        "wording": Rule(),
        "outside": Rule(approve=("maintainers",), count=1),
    }
)
"""What holds where nothing is written."""


def days_in(span: str) -> int | None:
    """How many days a length of time in words has: `three weeks` has 21; None for what is no length."""
    end = after(_START, span)
    return (end - _START).days if end else None


def read_policy(given: object, where: str) -> Policy:
    """The policy in a table; raises HearthbookError for whatever is not known, with what it could be."""
    if not isinstance(given, Mapping):
        hint = "write a table, as in `review: {safety: {approve: contacts, count: 2, open: 7 days}}`"
        raise HearthbookError("`review` is not a table", where=where, hint=hint)
    rules = dict(DEFAULT.rules)
    for key, value in given.items():
        if key not in _BESIDES:
            kind = _class(str(key), where)
            rules[kind] = _rule(value, f"{where}, {kind}")
    maintainers = tuple(_account(each, where) for each in _several(given.get("maintainers"), where))
    return Policy(rules=rules, maintainers=once(maintainers), handles=_handles(given, where))


def _handles(given: Mapping[object, object], where: str) -> bool:
    found = given.get("handles", True)
    if isinstance(found, bool):
        return found
    hint = "write `handles: false` where the handles in the communities are no accounts on the forge"
    raise HearthbookError("`handles` is neither true nor false", where=where, hint=hint)


def _class(key: str, where: str) -> Class:
    found = next((kind for kind in CLASSES if kind == key), None)
    if found:
        return found
    near = get_close_matches(key, [*CLASSES, *_BESIDES], n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"write one of {', '.join((*CLASSES, *_BESIDES))}"
    raise HearthbookError(f"there is no class of changes `{key}`", where=where, hint=hint)


def _rule(value: object, where: str) -> Rule:
    table = value if isinstance(value, Mapping) else {} if value is None else {"approve": value}
    for key in table:
        if key not in {"approve", "count", "open"}:
            near = get_close_matches(str(key), ["approve", "count", "open"], n=1)
            hint = f"did you mean `{near[0]}`?" if near else "write `approve`, `count` and `open`"
            raise HearthbookError(f"`{key}` means nothing here", where=where, hint=hint)
    groups = once(tuple(_group(each, where) for each in _several(table.get("approve"), where)))
    return Rule(approve=groups, count=_count(table.get("count"), groups, where), days=_days(table, where))


def _several(value: object, where: str) -> list[str]:
    several = [] if value is None else [value] if isinstance(value, str) else value
    if isinstance(several, list | tuple) and all(isinstance(each, str) for each in several):
        return [each.strip() for each in several]
    hint = 'write one or several, as in `approve: [contacts, "@ada"]`'
    raise HearthbookError("these are no names of groups or accounts", where=where, hint=hint)


def _group(name: str, where: str) -> str:
    if name in GROUPS or _ROLE.fullmatch(name):
        return name
    if name.startswith("@"):
        return _account(name, where)
    near = get_close_matches(name, GROUPS, n=1)
    hint = f"did you mean `{near[0]}`?" if near else f'write {", ".join(GROUPS)}, `role:<id>` or "@account"'
    raise HearthbookError(f"there is no group `{name}`", where=where, hint=hint)


def _account(name: str, where: str) -> str:
    bare = name.removeprefix("@")
    if ACCOUNT.fullmatch(bare) or _TEAM.fullmatch(bare):
        return f"@{bare}"
    hint = 'write an account or a team as the forge knows it, as in "@ada" or "@our-group/stewards"'
    raise HearthbookError(f"`{name}` cannot be the name of an account", where=where, hint=hint)


def _count(value: object, groups: tuple[str, ...], where: str) -> int:
    if value is None:
        return 1 if groups else 0
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST:
        hint = f"write how many people must approve, from 0 to {_MOST}, as in `count: 2`"
        raise HearthbookError(f"`{value}` is no such number", where=where, hint=hint)
    if value and not groups:
        hint = "write who, as in `approve: founders`"
        raise HearthbookError(f"{value} must approve, and nothing says who may", where=where, hint=hint)
    return value


def _days(table: Mapping[object, object], where: str) -> int:
    written = table.get("open")
    if written is None or written == 0:
        return 0
    found = days_in(written) if isinstance(written, str) else None
    if found is None:
        hint = "write how long a change stays open at least, as in `open: 14 days`"
        raise HearthbookError(f"`{written}` is no length of time", where=where, hint=hint)
    return found


def once(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without those that are there already, whatever their capitals."""
    return tuple({name.casefold(): name for name in names}.values())
