"""What the maintainer of an archive wants of the linter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.lint.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class LintSettings:
    """Which rules count, and where they draw the line."""

    select: tuple[str, ...] = ()
    """Codes, or beginnings of codes, that count; empty for all."""
    ignore: tuple[str, ...] = ()
    """Codes, or beginnings of codes, that do not."""
    thresholds: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Code -> name of a threshold -> value."""

    def wants(self, code: str) -> bool:
        """Whether a rule counts; of two that fit, the longer one decides."""
        chosen = max((len(each) for each in self.select if code.startswith(each)), default=-1)
        refused = max((len(each) for each in self.ignore if code.startswith(each)), default=-1)
        return (refused < 0 and not self.select) or chosen > refused


def codes(written: Iterable[str], known: Iterable[str], where: str) -> tuple[str, ...]:
    """Codes or beginnings of codes as one writes them; raises HearthbookError for one that fits nothing."""
    there = sorted(known)
    found = []
    for each in written:
        code = str(each).strip().upper()
        if not code or not any(one.startswith(code) for one in there):
            group = [one for one in there if one[:3] == code[:3]]
            near = get_close_matches(code, group or there, n=1)
            hint = f"did you mean {near[0]}?" if near else "write a code such as HB203, or a group: HB2"
            raise HearthbookError(f"there is no rule `{each}`", where=where, hint=hint)
        found.append(code)
    return tuple(found)


def read_settings(
    given: Mapping[str, Any], rules: Mapping[str, Rule], known: Iterable[str], where: str
) -> LintSettings:
    """The settings in a table: `select`, `ignore`, and codes with their thresholds.

    Raises HearthbookError for whatever is not known, with what it could be.
    """
    thresholds: dict[str, dict[str, Any]] = {}
    for key, value in given.items():
        if key not in {"select", "ignore"}:
            thresholds[str(key).upper()] = _thresholds(str(key).upper(), value, rules, where)
    return LintSettings(
        select=codes(_listed(given, "select", where), known, where),
        ignore=codes(_listed(given, "ignore", where), known, where),
        thresholds=thresholds,
    )


def _listed(given: Mapping[str, Any], key: str, where: str) -> list[str]:
    value = given.get(key) or []
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        raise HearthbookError(f"`{key}` is not a list", where=where, hint=f"write `{key}: [HB203, HB8]`")
    return [str(each) for each in value]


def _thresholds(code: str, value: object, rules: Mapping[str, Rule], where: str) -> dict[str, Any]:
    if code not in rules:
        near = get_close_matches(code.replace("O", "0"), ["SELECT", "IGNORE", *rules], n=1)
        near = near or get_close_matches(code, ["SELECT", "IGNORE"], n=1)
        hint = f"did you mean {near[0] if near[0] in rules else near[0].lower()}?" if near else ""
        raise HearthbookError(
            f"there is no rule `{code}`", where=where, hint=hint or "write a code such as HB203"
        )
    there = rules[code].thresholds
    names = ", ".join(f"`{name}: {default}`" for name, default in there.items()) or "none"
    if not isinstance(value, Mapping):
        raise HearthbookError(
            f"`{code}` is not a table", where=where, hint=f"its thresholds and what they are: {names}"
        )
    found = {}
    for name, given in value.items():
        hint = f"its thresholds and what they are: {names}"
        if name not in there:
            raise HearthbookError(f"{code} has no threshold `{name}`", where=where, hint=hint)
        if not _fits(given, there[name]):
            shown = f'"{given}"' if isinstance(given, str) else given
            kind = "a list of words" if isinstance(there[name], tuple) else "a number, 0 or more"
            raise HearthbookError(f"`{name}` is {shown}, not {kind}", where=where, hint=hint)
        found[name] = tuple(given) if isinstance(given, list) else given
    return found


def _fits(given: object, default: object) -> bool:
    """Whether a value can stand in a default's place."""
    if isinstance(default, tuple):
        return isinstance(given, list) and all(isinstance(each, str) for each in given)
    if not isinstance(given, int | float) or isinstance(given, bool):
        return False
    return given >= 0 and (isinstance(default, float) or isinstance(given, int))
