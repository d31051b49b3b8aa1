"""The keys of a time: the ways to write them, and what is said of those that cannot be meant."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearthbook.calendar.occurrences import occurrences
from hearthbook.calendar.rule import rule_of
from hearthbook.export.ics import ics
from hearthbook.export.meetings import Meeting, meeting_events
from hearthbook.ingest.archive import load_archive
from hearthbook.model.archive import Defaults
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.archive import Archive
    from hearthbook.model.recurrence import When
    from tests.ingest.conftest import Made, Told

WEEKLY: Final = "rituals: [{name: A, when: {every: week, day: Monday, at: '17:00', %s}}]\n"
TURNING: Final = "every: week, from: 2026-09-07, alternate:"
TURNS: Final = "rituals: [{name: A, when: {every: week, from: 2026-09-07, alternate: %s}}]\n"
RITUAL: Final = "rituals: [{name: A, when: every Tuesday at 17:00, %s}]\n"
RULE: Final = "rituals: [{name: A, when: {from: 2026-09-01, rrule: '%s'}}]\n"
PT: Final = "America/Los_Angeles"


def _when(community: Made, lines: str) -> When:
    when = community(lines).rituals[0].when
    assert when
    return when


def _short(value: object) -> object:
    """A part of the model as plain words."""
    if hasattr(value, "model_dump"):
        found = value.model_dump(mode="json", exclude_defaults=True, by_alias=True)
        return next(iter(found.values())) if len(found) == 1 else found
    return [_short(each) for each in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("also: 2026-12-10", "also: [{date: 2026-12-10}]"),
        ("also: [2026-12-10, {date: 2026-12-11}]", "also: [{date: 2026-12-10}, {date: '2026-12-11'}]"),
        ("also: {date: 2026-12-10, at: '18:00'}", "also: [{date: 2026-12-10, at: 18:00}]"),
        ("except: 2026-12-21", "except: [2026-12-21]"),
        ("moved: {2026-12-21: 2026-12-22}", 'moved: {"2026-12-21": "2026-12-22"}'),
    ],
)
def test_a_short_form_means_the_long_one(community: Made, one: str, same: str) -> None:
    assert _when(community, WEEKLY % one) == _when(community, WEEKLY % same)


@pytest.mark.parametrize(
    ("turns", "slots"),
    [
        ("[Monday, thursday]", ["Monday", "Thursday"]),
        (
            f"[Monday at 13:00 {PT}, 'Thursday at 05:30 UTC']",
            [{"day": "Monday", "at": "13:00", "zone": PT}, {"day": "Thursday", "at": "05:30", "zone": "UTC"}],
        ),
        (
            "['Mondays, 13:00 for 2 hours', {day: Thursday, minutes: 30}]",
            [{"day": "Monday", "at": "13:00", "minutes": 120}, {"day": "Thursday", "minutes": 30}],
        ),
    ],
)
def test_times_that_take_turns_are_read(community: Made, turns: str, slots: list[Any]) -> None:
    assert _short(_when(community, TURNS % turns).alternate) == slots


def test_days_of_the_month_that_take_turns_are_read(community: Made) -> None:
    turns = "['first Wednesday at 13:00', the last Friday of every month at 10:00, 15, {day: 16}]"
    lines = f"rituals: [{{name: A, when: {{every: month, from: 2026-09-02, alternate: {turns}}}}}]\n"
    assert _short(_when(community, lines).alternate) == [
        {"day": "first Wednesday", "at": "13:00"},
        {"day": "last Friday", "at": "10:00"},
        15,
        16,
    ]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ("[Mondy, Thursday]", r"5:\d+ HB015 `Mondy` cannot be read .*; did you mean Monday by `Mondy`\?"),
        (
            "[Monday at 13:00 PT, Thursday]",
            r"5:\d+ HB015 .*`PT` is an abbreviation, .* America/Los_Angeles.*",
        ),
        ("[Monday at 1pm, Thursday]", r"5:\d+ HB015 .*; write the time with 24 hours, as in 17:00 for 5 pm"),
        ("[every other Monday, Friday]", r"5:\d+ HB015 .*; `every` says how often the turns come: .*"),
        ("[Monday and Friday, Sunday]", r"5:\d+ HB015 .*; each time has one day: .*"),
        ("[soon, Sunday]", r"5:\d+ HB015 .*; write it as in `Monday at 17:00`, or with the keys .*"),
        ("['', Sunday]", r"5:\d+ HB009 `alternate` is empty; write it as in `Monday at 17:00`, .*"),
        ("[Monday, ~]", r"5:\d+ HB007 this entry is empty; write it, as in `Monday`"),
        ("[Monday, {at: 13:00}]", r"5:\d+ HB007 the key `day` is missing .*"),
        ("Monday", r"5:\d+ HB008 `alternate` is the text `Monday`, but should be a list; .*"),
        ("[Monday]", r"5:\d+ HB009 one time alone takes no turns; .*"),
        ("[Tuesday, Monday]", r"5:\d+ HB009 `from` 2026-09-07 is no Tuesday; .*"),
        ("[third Monday, Monday]", r"5:\d+ HB009 `third Monday` is a day of the month, .*"),
        (f"[{', '.join(['Monday'] * 7)}]", r"5:\d+ HB009 `alternate` has more than 6 entries; take some out"),
    ],
)
def test_turns_that_cannot_be_meant_are_refused_once(told: Told, turns: str, said: str) -> None:
    (found,) = told(TURNS % turns)
    assert re.fullmatch(said, found), found


@pytest.mark.parametrize(
    ("frame", "lines", "said"),
    [
        (WEEKLY, "also: soon", "HB009 `soon` is not a date; write year-month-day, as in 2026-11-03"),
        (WEEKLY, "also: [{at: '18:00'}]", "HB007 the key `date` is missing .*"),
        (WEEKLY, "except: [2026-12-22, soon]", "HB009 `soon` is not a date; .*"),
        (WEEKLY, "moved: {soon: 2026-12-17}", "HB009 `soon` is not a date; .*"),
        (WEEKLY, "moved: [2026-12-24]", r"HB008 `moved` is a list, .*; write it as in `moved: \{.*"),
        (WEEKLY, "moved: {2026-12-21: 2026-12-21}", "HB009 2026-12-21 is moved onto itself; .*"),
        (
            WEEKLY,
            "moved: {2026-12-21: 2026-12-22}, except: 2026-12-21",
            "HB009 .* both moved and left out; .*",
        ),
        (WEEKLY, "from: 0001-01-01", "HB009 0001-01-01 lies outside of 1900 to 2199; check the year: .*"),
        (WEEKLY, "until: 2026-02-30", "HB009 2026-02-30 is not in the calendar; .*"),
        (WEEKLY, "until: 2026-1٢-30", "HB009 `2026-1٢-30` is not a date; .*"),
        (WEEKLY, "also: {date: 2026-12-10, at: '1٢:00'}", "HB009 `1٢:00` is not a time of day; .*"),
        (WEEKLY, "minutes: 0", "HB009 `minutes` is 0; it should be at least 1"),
        (WEEKLY, "rrule: FREQ=DAILY", "HB009 an `rrule` says alone how often .*"),
        (RITUAL, "remind: 0", "HB009 `remind` is 0; it should be at least 1"),
        (RITUAL, "remind: 20000", "HB009 `remind` is 20000; it should be at most 10,080"),
        (RITUAL, "remind: 1 hour", "HB008 `remind` is the text `1 hour`, but should be a whole number; .*"),
        (RITUAL, "retired: soon", "HB009 `soon` is not a date; .*"),
        (RITUAL, "retired: {why: no}", "HB007 the key `on` is missing .*"),
        (RULE, "", "HB009 the `rrule` is empty; write it as in `FREQ=.*"),
        (RULE, "FREQ=HOURLY", "HB009 `HOURLY` is no frequency of days; .*"),
        (RULE, "FREQ=DAILY;UNTIL=20261231", "HB009 `UNTIL` does not belong in the rule; .* `until:` .*"),
        (RULE, "FREQ=MONTHLY;BYDAY=9MO", "HB009 `9MO` is in no month, .*; write a number up to 5, .*"),
        (RULE, "FREQ=WEEKLY;BYDAY=", "HB009 nothing cannot stand in `BYDAY`; .*"),
    ],
)
def test_a_key_that_cannot_be_meant_is_refused_once(told: Told, frame: str, lines: str, said: str) -> None:
    (found,) = told(frame % lines)
    assert re.fullmatch(rf"5:\d+ {said}", found), found


def test_a_ritual_that_was_given_up_may_say_so_with_a_date_alone(community: Made) -> None:
    short = community(RITUAL % "retired: 2026-06-30").rituals[0].retired
    assert short == community(RITUAL % "retired: {on: 2026-06-30}").rituals[0].retired


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("every: week, day: Monday, at: '17:00'", "17:00"),
        ("every: week, from: 2026-09-07, alternate: [Monday at 13:00 UTC, Thursday at 05:30]", "05:30"),
        (
            "every: week, from: 2026-09-07, at: '12:00', alternate: [Monday, {day: Friday, zone: UTC}]",
            "12:00",
        ),
        ("every: week, day: Monday, also: {date: 2026-09-08, at: '18:00'}", "18:00"),
    ],
)
def test_an_hour_on_nobody_knows_whose_clocks_is_told(tmp_path: Path, keys: str, told: str) -> None:
    found = _load(tmp_path, f"{{name: A, when: {{{keys}}}}}", zone=None).findings
    assert [(each.code, each.severity) for each in found] == [("HB017", Severity.WARNING)]
    assert str(found[0]).startswith("communities/oak.yml:4:")
    assert f"no zone says whose {told} this is" in str(found[0])


@pytest.mark.parametrize(
    "keys",
    [
        "every: week, from: 2026-09-07, alternate: [Monday at 13:00 UTC, Thursday at 05:30 UTC]",
        "every: week, from: 2026-09-07, alternate: [Monday, Thursday]",
        f"{TURNING} [Monday at 13:00 UTC, Friday], also: {{date: 2026-09-08, at: '18:00'}}",
    ],
)
def test_an_hour_with_its_zone_needs_no_other(tmp_path: Path, keys: str) -> None:
    assert _load(tmp_path, f"{{name: A, when: {{{keys}}}}}", zone=None).findings == ()


@pytest.mark.parametrize(
    "keys",
    [
        "every: week, from: 2026-09-07, alternate: [Monday at 13:00, Thursday at 05:30 UTC]",
        "also: {date: 2026-09-07, at: '13:00'}",
        "every: week, day: Monday, from: 2026-09-07, at: '13:00'",
    ],
)
def test_the_zone_of_the_archive_reaches_each_hour_without_one(tmp_path: Path, keys: str) -> None:
    archive = _load(tmp_path, f"{{name: A, when: {{{keys}}}}}", zone="Asia/Kathmandu")
    when = archive.communities[0].community.rituals[0].when
    assert when
    first = occurrences(when, date(2026, 9, 7), date(2026, 9, 7))[0]
    assert first.start
    assert f"{first.start:%H:%M}" == "07:15"


def _load(root: Path, ritual: str, zone: str | None) -> Archive:
    (root / "communities").mkdir(exist_ok=True)
    text = f"name: Oak\npromise: {{for: people, outcome: mend things}}\nrituals:\n  - {ritual}\n"
    (root / "communities/oak.yml").write_text(text, encoding="utf-8")
    return load_archive(root, Defaults(zone=zone))


SCALARS: Final = st.sampled_from(
    [
        *["week", "2 weeks", "13 weeks", "month", "quarter", "year", "biweekly", "daily", "12 months"],
        *["Monday", "third Wednesday", "last Friday", "15", "31", "0", "-1", "32", "fifth Monday", "Mondy"],
        *["'17:00'", "17:00", "24:00", "9:5", "'02:30'", "1020", "noon"],
        *["UTC", "Europe/Berlin", "PT", "Europe/berlin", "Etc/GMT-8", "../etc/passwd", "America/New_York"],
        *["2026-09-07", "2024-02-29", "2026-02-30", "0001-01-01", "9999-12-31", "1900-01-01", "2199-12-31"],
        *["2026-12-10T10:00:00Z", "~", "''", "yes", "1e999", ".nan", "0x1f", "{}", "[]", "[[]]", "{a: b}"],
        *[
            "FREQ=DAILY",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=WEEKLY;COUNT=999",
            "FREQ=MONTHLY;BYDAY=5MO",
        ],
        *["Monday at 17:00", "every other Tuesday at 09:00 PT", "the first Friday of every month", "no idea"],
        *[f"'{'x' * 600}'", "99999999999999999999", "!!python/none", "*a", "'\u2028'", "'\0'"],
    ]
)
VALUES: Final = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=8).map(lambda some: f"[{', '.join(some)}]")
        | st.dictionaries(
            st.sampled_from(
                ["day", "at", "zone", "date", "note", "minutes", "2026-12-24", "'2026-12-25'", "on"]
            ),
            inner,
            max_size=3,
        ).map(lambda some: "{" + ", ".join(f"{key}: {value}" for key, value in some.items()) + "}")
    ),
    max_leaves=6,
)
KEYS: Final = (
    *("every", "day", "alternate", "rrule", "at", "zone", "minutes", "from", "until"),
    *("except", "also", "moved", "note"),
)
LIKELY: Final[dict[str, Any]] = {
    "every": st.sampled_from(["week", "2 weeks", "month", "quarter", "year"]),
    "day": st.sampled_from(["Monday", "third Wednesday", "15", "[Monday, Thursday]"]),
    "alternate": st.sampled_from(
        ["[Monday, Thursday]", "[Monday at 09:00 UTC, {day: Monday}]", "[15, 16, 31]"]
    ),
    "rrule": st.sampled_from(["FREQ=DAILY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;COUNT=3"]),
    "from": st.sampled_from(["2026-09-07", "2024-02-29", "1900-01-01", "2199-12-31"]),
    "until": st.sampled_from(["2027-09-07", "2199-12-31", "2026-09-07"]),
    "also": st.sampled_from(["2026-09-07", "[2199-12-31]", "{date: 2026-09-08, at: '01:00'}"]),
    "moved": st.sampled_from(["{2026-09-07: 2026-09-08}", "{2199-12-31: 1900-01-01}"]),
}
"""Key -> values that it can have, so that some of what is made is sound."""


@st.composite
def _rituals(draw: Any) -> str:  # noqa: ANN401
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=6, unique=True))
    pairs = [f"{key}: {draw(LIKELY.get(key, VALUES) if draw(st.booleans()) else VALUES)}" for key in keys]
    more = draw(st.sampled_from(["", "remind", "retired"]))
    return f"{{name: A, when: {{{', '.join(pairs)}}}" + (f", {more}: {draw(VALUES)}}}" if more else "}")


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ritual=_rituals(), zone=st.sampled_from([None, "Europe/Berlin"]))
def test_whatever_is_written_there_is_an_answer(tmp_path: Path, ritual: str, zone: str | None) -> None:
    archive = _load(tmp_path, ritual, zone)
    for finding in archive.findings:
        assert finding.hint
        assert finding.place.line <= 4
        assert not re.search(r"after validation|[Ii]nput should|Value error", str(finding)), str(finding)
    for when in (each.when for one in archive.communities for each in one.community.rituals):
        if when:
            _use(when)


def _use(when: When) -> None:
    for start in (date(1900, 1, 1), date(2026, 9, 1), date(2199, 6, 1)):
        occurrences(when, start, start + timedelta(days=400))
    rule_of(when)
    meeting = Meeting(slug="oak", id="a", name="A", when=when)
    assert ics("Oak", meeting_events(meeting)).endswith(b"END:VCALENDAR\r\n")
