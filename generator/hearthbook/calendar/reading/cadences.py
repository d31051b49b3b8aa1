"""How often: every other week, monthly, each quarter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from hearthbook.calendar.readings import Unreadable

if TYPE_CHECKING:
    from hearthbook.calendar.reading.grammar import Parts
    from hearthbook.calendar.reading.tokens import Token

_MOST: Final = 12
_WEEK: Final = 7
_TWO: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """How often, in the words of a `When`."""

    unit: str = ""
    """week, month, quarter or year; empty where nothing says."""
    count: int = 1
    """Every so many."""
    times: int = 0
    """So many times in each, where that is said."""

    @property
    def every(self) -> str:
        """The value of `every`."""
        return self.unit if self.count == 1 else f"{self.count} {self.unit}s"


def _counted(count: int, unit: str) -> Cadence:
    if unit == "day":
        if count % _WEEK:
            fact = "counted in days, it wanders through the week"
            raise Unreadable(f"{fact}; write how often in weeks, and on which days")
        count, unit = count // _WEEK, "week"
    if count > 1 and unit not in {"week", "month"}:
        raise Unreadable(f"a rhythm goes in weeks or months, a quarter or a year; `{count} {unit}s` is none")
    if not 1 <= count <= _MOST:
        raise Unreadable(f"every {count} {unit}s is no rhythm that can be written; {_MOST} is the most")
    return Cadence(unit=unit, count=count)


def _units(tokens: tuple[Token, ...]) -> Cadence:
    """`every other week`, `every 3 months`, `of each month`, `every second week`."""
    kinds = "".join(token.kind for token in tokens)
    named = next((str(token.value) for token in tokens if token.kind == "u"), "week")
    unit = "day" if kinds.endswith("k") else named
    if "x" in kinds:
        return _counted(2, unit)
    number = next((cast("int", token.value) for token in tokens if token.kind in "co"), 1)
    if number < _TWO and "o" in kinds:
        raise Unreadable(f"`{' '.join(token.text for token in tokens)}` does not say which day")
    return _counted(number, unit)


def cadence_of(parts: Parts) -> Cadence:
    """How often, as far as words for it are there; refuses two that differ."""
    found: list[Cadence] = []
    if (kinds := parts.kinds("cadence")) and kinds != "b":
        value = parts.found["cadence"][0].value
        if kinds == "v":
            number, _, unit = str(value).rpartition(" ")
            found.append(_counted(int(number or 1), unit.removesuffix("s")))
        elif kinds == "n":
            times, unit = cast("tuple[int, str]", value)
            found.append(Cadence(unit=unit, times=times))
        else:
            found.append(_units(parts.found["cadence"]))
    if "of" in parts:
        found.append(_units(parts.found["of"]))
    if len(set(found)) > 1:
        raise Unreadable(f"`{parts.words('cadence', 'of')}` says two rhythms; write one of them")
    return found[0] if found else Cadence()
