"""All 52 schedules of OpenTelemetry, each read by a person first, and by the program."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from ruamel.yaml import YAML

from hearthbook.calendar.read import read

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.real

TODAY: Final = date(2026, 11, 23)
PT: Final = "America/Los_Angeles"
CHINA: Final = "Asia/Shanghai"
Keys = dict[str, Any]


def _on(day: str, at: str, every: str = "week", zone: str = PT) -> Keys:
    return {"every": every, "day": [day], "at": at, "zone": zone}


def _turns(*times: tuple[str, str], zone: str = PT) -> Keys:
    slots = [{"day": day, "at": at} for day, at in times]
    return {"every": "week", "alternate": slots, "zone": zone}


# What each line means: a tuple holds the meetings of a line, a list the meanings it can have.
MEANT: Final[dict[str, Keys | tuple[Keys, ...] | list[Keys] | str]] = {
    "Monday at 07:00 PT": _on("Monday", "07:00"),
    "Monday at 08:00 PT": _on("Monday", "08:00"),
    "Monday at 09:00 PT": _on("Monday", "09:00"),
    "Every Monday at 09:30 PT": _on("Monday", "09:30"),
    "Every other Monday at 09:00 PT": _on("Monday", "09:00", "2 weeks"),
    "Every other Monday at 10:00 PT": _on("Monday", "10:00", "2 weeks"),
    "Every Tuesday at 07:00 PT": _on("Tuesday", "07:00"),
    "Tuesday at 08:00 PT": _on("Tuesday", "08:00"),
    "Tuesday at 10:00 PT": _on("Tuesday", "10:00"),
    "Tuesday at 11:00 PT": _on("Tuesday", "11:00"),
    "Every other Tuesday at 07:30 PT": _on("Tuesday", "07:30", "2 weeks"),
    "Every other Tuesday at 09:00 PT": _on("Tuesday", "09:00", "2 weeks"),
    "Every other Tuesday at 09:30 PT": _on("Tuesday", "09:30", "2 weeks"),
    "Wednesday at 07:00 PT": _on("Wednesday", "07:00"),
    "Wednesday at 08:00 PT": _on("Wednesday", "08:00"),
    "Wednesday at 09:00 PT": _on("Wednesday", "09:00"),
    "Wednesday at 10:00 PT": _on("Wednesday", "10:00"),
    "Wednesday at 08:00 EST": [
        _on("Wednesday", "08:00", zone="America/New_York"),
        _on("Wednesday", "08:00", zone="America/Panama"),
    ],
    "Wednesday 11:00 PT and 17:00 UTC+8": (
        _on("Wednesday", "11:00"),
        _on("Wednesday", "17:00", zone=CHINA),
    ),
    "Every third Wednesday at 01:00pm JST": [
        _on("third Wednesday", "13:00", "month", "Asia/Tokyo"),
        _on("Wednesday", "13:00", "3 weeks", "Asia/Tokyo"),
    ],
    "Thursday at 07:30 PT": _on("Thursday", "07:30"),
    "Thursday at 08:00 PT": _on("Thursday", "08:00"),
    "Thursday at 8:30 PT": _on("Thursday", "08:30"),
    "Thursday at 09:00 PT": _on("Thursday", "09:00"),
    "Every Thursday at 08:00 UTC": _on("Thursday", "08:00", zone="UTC"),
    "Every other Thursday at 07:30 PT": _on("Thursday", "07:30", "2 weeks"),
    "Every other Thursday at 08:00 PT": _on("Thursday", "08:00", "2 weeks"),
    "Every other Thursday at 8:00 PT": _on("Thursday", "08:00", "2 weeks"),
    "Every other Thursday at 09:00 PT": _on("Thursday", "09:00", "2 weeks"),
    "Thursday at 09:00 PT, and every other Thursday at 09:00 UTC+8": (
        _on("Thursday", "09:00"),
        _on("Thursday", "09:00", "2 weeks", CHINA),
    ),
    "Every other Friday at 08:00 PT": _on("Friday", "08:00", "2 weeks"),
    "Every second Friday at 8:30am UTC-3": [
        _on("Friday", "08:30", "2 weeks", "America/Sao_Paulo"),
        _on("second Friday", "08:30", "month", "America/Sao_Paulo"),
    ],
    "Alternating between Monday at 13:00 PT and Wednesday at 09:00 PT": _turns(
        ("Monday", "13:00"), ("Wednesday", "09:00")
    ),
    "Alternating between Monday at 09:00 PT (Blueprints) and Thursday at 10:00 PT (General)": _turns(
        ("Monday", "09:00"), ("Thursday", "10:00")
    ),
    "Alternating between Tuesday at 09:00 AM PT and Wednesday at 8:00 AM PT": _turns(
        ("Tuesday", "09:00"), ("Wednesday", "08:00")
    ),
    "Alternating between Tuesday at 16:00 PT and Thursday at 8:00 PT": _turns(
        ("Tuesday", "16:00"), ("Thursday", "08:00")
    ),
    "Alternating between Tuesday at 17:00 PT, Wednesday at 09:00 PT, and Wednesday at 05:00 PT": _turns(
        ("Tuesday", "17:00"), ("Wednesday", "09:00"), ("Wednesday", "05:00")
    ),
    "Thursday alternating between 09:00 PT and 10:00 PT": _turns(
        ("Thursday", "09:00"), ("Thursday", "10:00")
    ),
    "Alternating between Thursday at 08:00 PT and Thursday at 05:30 UTC": {
        "every": "week",
        "alternate": [
            {"day": "Thursday", "at": "08:00", "zone": PT},
            {"day": "Thursday", "at": "05:30", "zone": "UTC"},
        ],
    },
    (
        "General GenAI topics: every Tuesday 9:00 PT, every other Tuesday 9:00 UTC+8; "
        "agent-related topics: every Monday 9:00 PT"
    ): (
        _on("Tuesday", "09:00"),
        _on("Tuesday", "09:00", "2 weeks", CHINA),
        _on("Monday", "09:00"),
    ),
    "Meets during OpenTelemetry Operator and OpenTelemetry Collector": "it has no time of its own",
    "Monthly on a different day, at a different time (see Slack channel)": "the day and the time change",
}


@pytest.fixture(scope="module")
def data(shared: Path) -> Path:
    """The folder with one folder for each data set; skips without it."""
    folder = shared / "data"
    if not folder.is_dir():
        pytest.skip("there is no folder shared/data beside the checkout")
    return folder


def _source(data: Path) -> list[str]:
    groups = YAML(typ="safe", pure=True).load(data / "opentelemetry" / "workstreams.yml")
    meetings = [each["meeting"] for group in groups for each in group["resources"] if "meeting" in each]
    return [" ".join(meeting["schedule"].split()) for meeting in meetings]


def _right(line: str) -> bool:
    """Whether a line is read as it is meant; otherwise it has to be refused as it should be."""
    meant = MEANT[line]
    reading = read(line, today=TODAY)
    if isinstance(meant, str):
        assert reading.refusal, line
        assert meant in reading.refusal
        assert reading.choices == ()
        return False
    choices = meant if isinstance(meant, list) else [meant]
    wanted = [each if isinstance(each, tuple) else (each,) for each in choices]
    assert [tuple(dict(each.keys) for each in choice.meetings) for choice in reading.choices] == wanted, line
    return True


def test_each_schedule_is_read_as_it_is_meant_or_refused_with_a_reason(data: Path) -> None:
    right = [_right(line) for line in _source(data)]
    refused = len(right) - sum(right)
    print(f"\nschedules of OpenTelemetry: {sum(right)} right, {refused} refused, none wrong")  # noqa: T201
    assert (len(right), sum(right)) == (52, 50)


def test_the_table_holds_every_schedule_and_no_other(data: Path) -> None:
    assert set(_source(data)) == set(MEANT)


def test_an_abbreviation_is_never_taken_without_a_question(data: Path) -> None:
    for line in _source(data):
        reading = read(line, today=TODAY)
        if " PT" in line and reading.choices:
            asked = next(question.asks for question in reading.questions if question.about == "PT")
            assert asked.startswith(f"did you mean {PT}? It moves by an hour on 14 March 2027")


def test_a_zone_named_beforehand_leaves_no_question_about_it(data: Path) -> None:
    readings = [read(line, today=TODAY, zones=(PT, CHINA)) for line in _source(data)]
    asked = {question.about for reading in readings for question in reading.questions}
    assert asked == {"Every third Wednesday", "Every second Friday", "EST", "JST", "UTC-3"}
