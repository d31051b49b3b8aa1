"""What stands on the ticket stub of a ritual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.model.recurrence import When
from hearthbook.render.stub import stub
from tests.render import support

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST: Final = {"from": "2026-09-07"}


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
        ({"also": ({"date": "2026-12-12"},), "at": "10:00"}, ("", "Dec 12", "10:00", "")),
        ({"also": ({"date": "2026-12-12"}, {"date": "2026-12-13"}), "at": "10:00"}, ("", "", "10:00", "")),
        ({"rrule": "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-2", **FIRST}, ("second to last", "Tue", "", "")),
        ({"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", **FIRST}, ("every other", "Mon", "", "")),
        ({"rrule": "FREQ=DAILY;INTERVAL=10", "at": "10:00", **FIRST}, ("every 10 days", "", "10:00", "")),
        ({"rrule": "FREQ=MONTHLY;BYMONTHDAY=-1", "at": "10:00", **FIRST}, ("", "", "10:00", "")),
        ({"rrule": "FREQ=YEARLY", **FIRST}, ("every year", "7", "", "")),
        ({"rrule": "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "at": "10:00", **FIRST}, ("", "", "10:00", "")),
    ],
)
def test_a_stub_says_the_day_and_the_hour(facts: Mapping[str, object], written: tuple[str, ...]) -> None:
    assert _stub(facts) == written


@pytest.mark.parametrize(
    ("slots", "hour"),
    [
        (({"day": "Monday"}, {"day": "Wednesday"}), ("17:00", "Berlin")),
        (({"day": "Monday"}, {"day": "Wednesday", "at": "17:00"}), ("17:00", "Berlin")),
        (({"day": "Monday"}, {"day": "Wednesday", "at": "09:00"}), ("", "")),
        (({"day": "Monday"}, {"day": "Wednesday", "zone": "UTC"}), ("", "")),
    ],
)
def test_times_that_take_turns_have_all_their_days_and_the_hour_that_they_share(
    slots: tuple[Mapping[str, str], ...], hour: tuple[str, str]
) -> None:
    facts = {"every": "week", "alternate": slots, "at": "17:00", "zone": "Europe/Berlin", **FIRST}
    assert _stub(facts) == ("taking turns", "Mon, Wed", *hour)


@pytest.mark.parametrize("facts", [{"every": "month"}, {"note": "The day changes"}])
def test_a_rhythm_without_a_day_and_an_hour_has_no_stub(facts: Mapping[str, object]) -> None:
    assert _stub(facts) is None
    assert stub(None, support.theme().words("en")) is None


def test_a_single_day_is_written_in_full_where_there_is_room() -> None:
    assert _stub({"every": "week", "day": ("Sunday",)}, wide=True) == ("", "Sunday", "", "")
    assert _stub({"every": "week", "day": ("Sunday", "Monday")}, wide=True) == ("", "Sun, Mon", "", "")
