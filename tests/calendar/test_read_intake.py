"""The YAML that a reading prints is what intake reads, once what is missing is added."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.calendar.firsts import begun
from hearthbook.calendar.read import read
from hearthbook.calendar.readings import Choice
from hearthbook.calendar.written import when_of, yaml_of
from hearthbook.ingest.archive import load_archive
from hearthbook.model.archive import Defaults
from tests.calendar.test_read_real import MEANT
from tests.calendar.test_read_table import MONTHS, WEEKS

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.recurrence import When

TODAY: Final = date(2026, 11, 23)
START: Final = "name: Oak\npromise:\n  for: people\n  outcome: mend things\n"
OTHERS: Final = (
    "2026-12-15 17:00 UTC",
    "last day of the month at 17:00 UTC",
    "31st of each month at 17:00 UTC",
    "biweekly Monday and Thursday at 5 IST",
    "every Tuesday at 17:00 UTC except 2026-12-22 and 2026-12-29",
    "every other Tuesday from 2026-12-01 until 2027-06-29 at 17:00 UTC",
    "Design & Co: Tuesday 10:00 UTC; on: Thursday 11:00 UTC; Design & Co: Friday 10:00 PT",
    "alternating between Monday 9-10am PT and Wednesday 5pm-5:30pm UTC",
)
LINES: Final = tuple(
    dict.fromkeys((*(row[0] for row in WEEKS), *(row[0] for row in MONTHS), *OTHERS, *MEANT))
)


def _choices(text: str) -> list[Choice]:
    """The choices with a first day where one is missing, as somebody would add it."""
    choices = read(text, today=TODAY).choices
    return [Choice(meetings=tuple(begun(meeting, TODAY) for meeting in each.meetings)) for each in choices]


def _taken_in(text: str, folder: Path) -> tuple[When | None, ...]:
    """What intake makes of a choice's YAML; fails where it finds anything."""
    inner = text if text.startswith("rituals:") else "rituals:\n  - name: Meeting\n" + _indented(text)
    communities = folder / "communities"
    communities.mkdir(exist_ok=True)
    (communities / "oak.yml").write_text(f"{START}{inner}\n", encoding="utf-8")
    archive = load_archive(folder, Defaults(zone="Europe/Berlin"))
    assert [str(finding) for finding in archive.findings] == [], inner
    return tuple(ritual.when for ritual in archive.communities[0].community.rituals)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())


def test_each_choice_is_taken_in_without_a_finding_and_as_it_was_read(tmp_path: Path) -> None:
    for text in LINES:
        for choice in _choices(text):
            taken = _taken_in(yaml_of(choice, TODAY), tmp_path)
            assert tuple(map(_own, taken)) == tuple(
                _own(when_of(meeting.keys)) for meeting in choice.meetings
            ), text


def _own(when: When | None) -> When | None:
    """With the archive's zone where the line names none for all of its times."""
    return when if not when or when.zone else when.model_copy(update={"zone": "Europe/Berlin"})


WEEK: Final = "because somebody must say which week"
MONTH: Final = "because somebody must say which month"
RULE: Final = "because a rule is counted from a day"
MISSING: Final = {
    "Every other Tuesday at 09:00 PT": (
        'when: {every: 2 weeks, day: Tuesday, at: "09:00", zone: America/Los_Angeles}',
        f"# still to add: from, the first day, such as 2026-11-24 or 2026-12-01, {WEEK}",
    ),
    "quarterly on the 15th at noon UTC": (
        'when: {every: quarter, day: 15, at: "12:00", zone: UTC}',
        f"# still to add: from, the first day, such as 2026-12-15 or 2027-01-15, {MONTH}",
    ),
    "last day of the month, 17:00 UTC": (
        'when: {rrule: "FREQ=MONTHLY;BYMONTHDAY=-1", at: "17:00", zone: UTC}',
        f"# still to add: from, the first day, such as 2026-11-30 or 2026-12-31, {RULE}",
    ),
    "alternating between Monday 9:00 UTC (Spec) and Friday 10:00 UTC (Code)": (
        "when:",
        "  every: week",
        "  alternate:",
        '    - {day: Monday, at: "09:00"}  # Spec',
        '    - {day: Friday, at: "10:00"}  # Code',
        "  zone: UTC",
        f"# still to add: from, the first day, such as 2026-11-23 or 2026-11-30, {WEEK} the first time has",
    ),
    "Spec: Monday 9:00 UTC; Code: every other Friday 10:00 UTC": (
        "rituals:",
        "  - name: Spec",
        '    when: {every: week, day: Monday, at: "09:00", zone: UTC}',
        "  - name: Code",
        '    when: {every: 2 weeks, day: Friday, at: "10:00", zone: UTC}',
        f"    # still to add: from, the first day, such as 2026-11-27 or 2026-12-04, {WEEK}",
    ),
}


@pytest.mark.parametrize("text", MISSING)
def test_what_is_missing_is_a_comment_below(text: str) -> None:
    assert tuple(yaml_of(read(text, today=TODAY).choices[0], TODAY).splitlines()) == MISSING[text]
