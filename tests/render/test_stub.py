"""What stands on the ticket stub of a ritual."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.model.recurrence import When
from hearthbook.render.stub import stub
from tests.render import support

if TYPE_CHECKING:
    from collections.abc import Mapping


def _stub(facts: Mapping[str, object], *, language: str = "en", wide: bool = False) -> tuple[str, ...] | None:
    found = stub(When.model_validate(facts), support.theme().words(language), wide=wide)
    return found and tuple(found)


@pytest.mark.parametrize(
    ("facts", "written"),
    [
        (
            {"every": "week", "day": ("Tuesday",), "at": "17:00", "zone": "Europe/Berlin"},
            ("", "Tue", "17:00", "Berlin"),
        ),
        ({"every": "2 weeks", "day": ("Thursday",), "at": "08:15"}, ("every other", "Thu", "08:15", "")),
        ({"every": "3 weeks", "day": ("Friday",)}, ("every 3 weeks", "Fri", "", "")),
        ({"every": "month", "day": ("third Wednesday",)}, ("third", "Wed", "", "")),
        ({"every": "month", "day": (15,)}, ("each month", "15", "", "")),
        ({"every": "week", "day": ("Monday", "Thursday"), "at": "09:00"}, ("", "Mon, Thu", "09:00", "")),
        ({"from": "2026-12-12", "until": "2026-12-12", "at": "10:00"}, ("", "Dec 12", "10:00", "")),
        ({"every": "month", "at": "18:00"}, ("", "", "18:00", "")),
    ],
)
def test_a_stub_says_the_day_and_the_hour(facts: Mapping[str, object], written: tuple[str, ...]) -> None:
    assert _stub(facts) == written


@pytest.mark.parametrize("facts", [{"every": "month"}, {"note": "The day changes"}])
def test_a_rhythm_without_a_day_and_an_hour_has_no_stub(facts: Mapping[str, object]) -> None:
    assert _stub(facts) is None
    assert stub(None, support.theme().words("en")) is None


def test_a_single_day_is_written_in_full_where_there_is_room() -> None:
    assert _stub({"every": "week", "day": ("Sunday",)}, wide=True) == ("", "Sunday", "", "")
    assert _stub({"every": "week", "day": ("Sunday", "Monday")}, wide=True) == ("", "Sun, Mon", "", "")
