"""Recurrence rules of every kind that the model takes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hypothesis import assume
from hypothesis import strategies as st
from pydantic import ValidationError

from hearthbook.model.recurrence import When

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[[st.SearchStrategy[Any]], Any]

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES: Final = st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])


def _signed(most: int) -> st.SearchStrategy[str]:
    return st.builds("{}{}".format, st.sampled_from(["", "-"]), st.integers(1, most))


def _some(values: st.SearchStrategy[str], most: int = 4) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=most, unique=True).map(",".join)


_WEEKDAY: Final = st.sampled_from(WEEKDAYS)
_IN_MONTH: Final = st.builds("{}{}".format, _signed(5), _WEEKDAY)
_IN_YEAR: Final = st.builds("{}{}".format, _signed(53), _WEEKDAY)
_BY_FREQUENCY: Final[dict[str, dict[str, st.SearchStrategy[str]]]] = {
    "DAILY": {"BYDAY": _some(_WEEKDAY), "BYMONTHDAY": _some(_signed(31))},
    "WEEKLY": {"BYDAY": _some(_WEEKDAY)},
    "MONTHLY": {"BYDAY": _some(_WEEKDAY | _IN_MONTH), "BYMONTHDAY": _some(_signed(31))},
    "YEARLY": {
        "BYDAY": _some(_WEEKDAY) | _some(_IN_MONTH) | _some(_IN_YEAR),
        "BYMONTHDAY": _some(_signed(31)),
        "BYYEARDAY": _some(_signed(366)),
        "BYWEEKNO": _some(_signed(53)) | _some(st.sampled_from(["1", "53", "-1", "-53", "52"])),
    },
}


@st.composite
def rules(draw: Draw, parts: int = 3) -> str:
    """Rules with up to so many parts that name days, as the model takes them."""
    frequency = draw(FREQUENCIES)
    choices = _BY_FREQUENCY[frequency] | {"BYMONTH": _some(st.integers(1, 12).map(str))}
    names = draw(st.lists(st.sampled_from(sorted(choices)), max_size=parts, unique=True))
    found = {"FREQ": frequency} | {name: draw(choices[name]) for name in names}
    if names and draw(st.booleans()):
        found["BYSETPOS"] = draw(_some(_signed(4)))
    if draw(st.booleans()):
        found["INTERVAL"] = str(draw(st.integers(2, 13) | st.integers(2, 99)))
    if draw(st.booleans()):
        found["COUNT"] = str(draw(st.integers(1, 60)))
    if draw(st.booleans()):
        found["WKST"] = draw(_WEEKDAY)
    rule = ";".join(f"{name}={value}" for name, value in found.items())
    try:
        When.model_validate({"rrule": rule, "from": date(2026, 1, 1)})
    except ValidationError:
        assume(condition=False)
    return rule
