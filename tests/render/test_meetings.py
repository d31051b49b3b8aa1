"""Which meeting is named first, which of them take place on screens, and on whose clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.render.meetings import Meetings
from tests.render import support

if TYPE_CHECKING:
    from collections.abc import Mapping

CHANNELS: Final = (
    {"id": "week", "name": "#week", "platform": "Signal"},
    {"id": "practice", "name": "#practice", "platform": "Zulip, with a video room"},
)


def _ritual(name: str, where: str | None = None, **when: object) -> Mapping[str, object]:
    retired = when.pop("retired", None)
    return {"id": name, "name": name, "where": where, "when": when or None, "retired": retired}


def _meetings(*rituals: Mapping[str, object]) -> Meetings:
    return Meetings(support.community(rituals=rituals, channels=CHANNELS), support.theme().words("en"))


MONTHLY: Final = _ritual("monthly", every="month", day=(15,))
WEEKLY: Final = _ritual("weekly", every="week", day=("Friday",))
FRIDAYS: Final = _ritual("fridays", every="week", day=("Friday",))
SUMMER: Final = _ritual("summer", every="week", day=("Monday", "Friday"), until="2026-06-30")
GIVEN_UP: Final = _ritual("old", every="week", day=("Monday",), at="09:00", retired={"on": "2026-06-30"})
SOME_DAY: Final = _ritual("someday")
CLOCK: Final = _ritual("clock", every="month", day=(15,), at="17:00")
WRITTEN: Final = _ritual("written", "week", every="week", day=("Sunday",), at="16:00")
CIRCLE: Final = _ritual("circle", "a video room", every="2 weeks", day=("Tuesday",), at="11:00")
PRACTICE: Final = _ritual("practice", "#practice", every="week", day=("Tuesday",), at="17:00")


@pytest.mark.parametrize(
    ("rituals", "name"),
    [
        ((), None),
        ((SOME_DAY,), None),
        ((MONTHLY, WEEKLY), "weekly"),
        ((WEEKLY, FRIDAYS), "weekly"),
        ((SUMMER, MONTHLY), "monthly"),
        ((SOME_DAY, SUMMER), "summer"),
        ((WEEKLY, CLOCK), "clock"),
        ((WRITTEN, CIRCLE), "circle"),
        ((WRITTEN, MONTHLY), "monthly"),
        ((WRITTEN, CIRCLE, PRACTICE), "practice"),
        ((SOME_DAY, WRITTEN), "written"),
        ((GIVEN_UP, MONTHLY), "monthly"),
        ((GIVEN_UP,), None),
    ],
)
def test_the_meeting_that_is_named_first_brings_people_together_and_comes_round_often(
    rituals: tuple[Mapping[str, object], ...], name: str | None
) -> None:
    meeting = _meetings(*rituals).next_meeting()
    assert (meeting.name if meeting else None) == name


def test_what_has_a_last_day_comes_after_what_has_none() -> None:
    meetings = _meetings(SUMMER, SOME_DAY, WEEKLY)
    names = [ritual.name for ritual in (*meetings.lasting(), *meetings.ending())]
    assert names == ["someday", "weekly", "summer"]


def test_what_is_not_done_any_more_stands_apart() -> None:
    meetings = _meetings(GIVEN_UP, SUMMER, WEEKLY)
    assert [ritual.name for ritual in (*meetings.lasting(), *meetings.ending())] == ["weekly", "summer"]
    assert [ritual.name for ritual in meetings.retired()] == ["old"]


@pytest.mark.parametrize(
    ("where", "screen"),
    [
        (None, False),
        ("the back room of the caf\u00e9", False),
        ("the library", False),
        ("week", True),
        ("#Practice", True),
        ("https://meet.example/room", True),
        ("A video room; the link stands in #week", True),
        ("the videoconference of the school", True),
    ],
)
def test_a_meeting_is_on_screens_where_its_place_says_so(where: str | None, *, screen: bool) -> None:
    meetings = _meetings(_ritual("evening", where, every="week"))
    assert meetings.on_screen(meetings.lasting()[0]) is screen


def test_the_cities_of_the_meetings_on_screens_are_named_once() -> None:
    def meets(name: str, where: str, zone: str | None) -> Mapping[str, object]:
        return _ritual(name, where, every="week", at="17:00", zone=zone)

    meetings = _meetings(
        meets("a", "week", "America/New_York"),
        meets("b", "a video room", "UTC"),
        meets("c", "practice", "America/New_York"),
        meets("d", "week", None),
        meets("e", "the garden", "Europe/Berlin"),
    )
    assert meetings.cities() == ("New York", "UTC")


def test_cities_have_their_names_in_the_language_where_these_are_not_the_zones() -> None:
    turns = ({"day": "Monday", "at": "13:00"}, {"day": "Friday", "at": "09:00", "zone": "America/New_York"})
    first = {"from": "2026-09-07", "zone": "Europe/Zurich"}
    ritual = _ritual("turns", every="week", alternate=turns, **first)
    community = support.community(rituals=(ritual, SOME_DAY), channels=CHANNELS)
    named = {}
    for language in ("en", "de", "ar"):
        meetings = Meetings(community, support.theme().words(language))
        named[language] = [meetings.city_names(each) for each in community.rituals]
    assert named["en"] == ["", ""]
    assert named["de"] == ["Europe/Zurich=Z\u00fcrich", ""]
    assert named["ar"][0].count("=") == len(turns)
