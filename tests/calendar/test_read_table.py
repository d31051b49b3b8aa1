"""Many lines, plain, near misses and nonsense: each read as a person would, or refused with a reason."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from hearthbook.calendar.read import read

TODAY: Final = date(2026, 11, 23)
WORKING: Final = "Monday Tuesday Wednesday Thursday Friday"
ALL: Final = f"{WORKING} Saturday Sunday"
UTC: Final = "UTC"

# line, every, days, at, zone, minutes
WEEKS: Final = (
    ("Tuesdays 17:00 UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("tuesday 17:00 utc", "week", "Tuesday", "17:00", UTC, 0),
    ("TUESDAYS AT 17:00 UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("Tuesdays @ 5pm UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("Tuesdays @5 p.m. UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("Tuesday \u2013 17:00 UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("Tue 17:00Z", "week", "Tuesday", "17:00", UTC, 0),
    ("17:00 UTC on Tuesdays", "week", "Tuesday", "17:00", UTC, 0),
    ("We meet on Tuesdays at 17:00 UTC.", "week", "Tuesday", "17:00", UTC, 0),
    ("weekly meeting, Tuesdays 17:00 UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("Treffen jeweils dienstags, Beginn 17 Uhr UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("Meeting time: Tuesdays, 17:00 UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("weekly on Tuesday, 17:00 UTC, 60 minutes", "week", "Tuesday", "17:00", UTC, 60),
    ("once a week on Tuesday at 17:00 UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("every week on Tuesday at 17:00 UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("every weekday at 9:15am Europe/London", "week", WORKING, "09:15", "Europe/London", 0),
    ("Mon-Fri 09:15 Europe/London", "week", WORKING, "09:15", "Europe/London", 0),
    ("from Monday to Friday at 09:15 UTC", "week", WORKING, "09:15", UTC, 0),
    ("von Montag bis Freitag 9:15 Uhr UTC", "week", WORKING, "09:15", UTC, 0),
    ("Monday to Friday at 09:15 UTC", "week", WORKING, "09:15", UTC, 0),
    ("Monday\u2013Wednesday, Friday 09:15 UTC", "week", "Monday Tuesday Wednesday Friday", "09:15", UTC, 0),
    ("Monday, Wednesday and Friday at 12:00 UTC", "week", "Monday Wednesday Friday", "12:00", UTC, 0),
    ("Mon/Wed/Fri 12:00 UTC", "week", "Monday Wednesday Friday", "12:00", UTC, 0),
    ("Mon & Thurs noon UTC", "week", "Monday Thursday", "12:00", UTC, 0),
    ("weekends at noon UTC", "week", "Saturday Sunday", "12:00", UTC, 0),
    ("every day at 08:00 UTC", "week", ALL, "08:00", UTC, 0),
    ("daily, 08:00 UTC", "week", ALL, "08:00", UTC, 0),
    ("twice a week on Monday and Thursday at 18:00 UTC", "week", "Monday Thursday", "18:00", UTC, 0),
    ("every 2 weeks on Tuesday at 18:00 UTC", "2 weeks", "Tuesday", "18:00", UTC, 0),
    ("every two weeks on Tuesday at 18:00 UTC", "2 weeks", "Tuesday", "18:00", UTC, 0),
    ("Tuesdays every two weeks at 18:00 UTC", "2 weeks", "Tuesday", "18:00", UTC, 0),
    ("Tuesday, every other week, 18:00 UTC", "2 weeks", "Tuesday", "18:00", UTC, 0),
    ("every second week on Tuesday at 18:00 UTC", "2 weeks", "Tuesday", "18:00", UTC, 0),
    ("every third week on Tuesday at 18:00 UTC", "3 weeks", "Tuesday", "18:00", UTC, 0),
    ("fortnightly on Tuesdays at 18:00 UTC", "2 weeks", "Tuesday", "18:00", UTC, 0),
    ("alternate Tuesdays at 18:00 UTC", "2 weeks", "Tuesday", "18:00", UTC, 0),
    ("alternating Tuesdays at 18:00 UTC", "2 weeks", "Tuesday", "18:00", UTC, 0),
    ("every 14 days on Tuesday at 18:00 UTC", "2 weeks", "Tuesday", "18:00", UTC, 0),
    ("9-10am Tuesday UTC", "week", "Tuesday", "09:00", UTC, 60),
    ("Tuesday 9am\u201310:30am UTC", "week", "Tuesday", "09:00", UTC, 90),
    ("Tuesday 1pm to 2:30pm UTC", "week", "Tuesday", "13:00", UTC, 90),
    ("Tuesday from 17:00 to 18:30 UTC", "week", "Tuesday", "17:00", UTC, 90),
    ("Tuesday between 17:00 and 18:30 UTC", "week", "Tuesday", "17:00", UTC, 90),
    ("Tuesday 9:00 UTC - 10:00 UTC", "week", "Tuesday", "09:00", UTC, 60),
    ("Tuesday 11-1pm UTC", "week", "Tuesday", "11:00", UTC, 120),
    ("Tuesday 8:00-9:00pm UTC", "week", "Tuesday", "20:00", UTC, 60),
    ("Tuesday 09:00-5pm UTC", "week", "Tuesday", "09:00", UTC, 480),
    ("Tuesday 10pm-12:30am UTC", "week", "Tuesday", "22:00", UTC, 150),
    ("Tuesday noon-1pm UTC", "week", "Tuesday", "12:00", UTC, 60),
    ("Tuesday 12-1pm UTC", "week", "Tuesday", "12:00", UTC, 60),
    ("Tuesday 10-11pm UTC", "week", "Tuesday", "22:00", UTC, 60),
    ("Tuesday 11-noon UTC", "week", "Tuesday", "11:00", UTC, 60),
    ("Tuesday 10am-noon UTC", "week", "Tuesday", "10:00", UTC, 120),
    ("Tuesday noon to 14:00 UTC", "week", "Tuesday", "12:00", UTC, 120),
    ("Tuesday 17:00 for an hour UTC", "week", "Tuesday", "17:00", UTC, 60),
    ("Tuesday 17:00 UTC for 90 minutes", "week", "Tuesday", "17:00", UTC, 90),
    ("Tuesday 17:00 UTC (60 min)", "week", "Tuesday", "17:00", UTC, 60),
    ("Tuesday 17:00 UTC, 1.5 hours", "week", "Tuesday", "17:00", UTC, 90),
    ("Tuesday 17:00 UTC, 1 hour and 30 minutes", "week", "Tuesday", "17:00", UTC, 90),
    ("Tuesday 17:00-18:00 UTC for 60 minutes", "week", "Tuesday", "17:00", UTC, 60),
    ("Tuesday 17h UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("Tuesday 17h30 UTC", "week", "Tuesday", "17:30", UTC, 0),
    ("Tuesday 17.30 UTC", "week", "Tuesday", "17:30", UTC, 0),
    ("Tuesday 1700h UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("Tuesday 17:00:00 UTC", "week", "Tuesday", "17:00", UTC, 0),
    ("Tuesday 12am UTC", "week", "Tuesday", "00:00", UTC, 0),
    ("Tuesday 12pm UTC", "week", "Tuesday", "12:00", UTC, 0),
    ("Tuesday 17:00 Berlin time", "week", "Tuesday", "17:00", "Europe/Berlin", 0),
    ("Tuesday 17:00 (Berlin)", "week", "Tuesday", "17:00", "Europe/Berlin", 0),
    ("Tuesday 17:00 CET (Paris)", "week", "Tuesday", "17:00", "Europe/Paris", 0),
    ("Tuesday 17:00 in New York", "week", "Tuesday", "17:00", "America/New_York", 0),
    (
        "Tuesday 17:00 America/Argentina/Buenos_Aires",
        "week",
        "Tuesday",
        "17:00",
        "America/Argentina/Buenos_Aires",
        0,
    ),
    ("Tuesday 17:00 UTC+0", "week", "Tuesday", "17:00", UTC, 0),
    ("jeden Dienstag um 19 Uhr, Europe/Berlin", "week", "Tuesday", "19:00", "Europe/Berlin", 0),
    ("um 19:00 am Dienstag, Europe/Berlin", "week", "Tuesday", "19:00", "Europe/Berlin", 0),
    ("14-tägig dienstags 19:00 Europe/Berlin", "2 weeks", "Tuesday", "19:00", "Europe/Berlin", 0),
    ("alle zwei Wochen dienstags um 19:30 Uhr UTC", "2 weeks", "Tuesday", "19:30", UTC, 0),
    ("alle 14 Tage dienstags 19 Uhr 30 UTC", "2 weeks", "Tuesday", "19:30", UTC, 0),
    ("jede zweite Woche mittwochs 19 Uhr UTC", "2 weeks", "Wednesday", "19:00", UTC, 0),
    ("dienstags und donnerstags 19-20:30 Uhr UTC", "week", "Tuesday Thursday", "19:00", UTC, 90),
    ("Di und Do 19.30 Uhr Europe/Vienna", "week", "Tuesday Thursday", "19:30", "Europe/Vienna", 0),
    ("mittwochs von 19 bis 21 Uhr UTC", "week", "Wednesday", "19:00", UTC, 120),
    ("Mo-Fr 9 Uhr UTC", "week", WORKING, "09:00", UTC, 0),
    ("täglich 9 Uhr UTC, eine halbe Stunde", "week", ALL, "09:00", UTC, 30),
    ("Samstags um 10 Uhr Wiener Zeit", "week", "Saturday", "10:00", "Europe/Vienna", 0),
)

# line, every, days, at
MONTHS: Final = (
    ("first and third Monday of the month at 18:00 UTC", "month", "first Monday|third Monday", "18:00"),
    ("1st & 3rd Mondays, 6pm UTC", "month", "first Monday|third Monday", "18:00"),
    ("every second and fourth Tuesday at 18:00 UTC", "month", "second Tuesday|fourth Tuesday", "18:00"),
    (
        "first Monday and third Wednesday of each month 18:00 UTC",
        "month",
        "first Monday|third Wednesday",
        "18:00",
    ),
    ("last Friday of the month at 17h UTC", "month", "last Friday", "17:00"),
    ("Fridays at 17:00 UTC (monthly - last Friday every month)", "month", "last Friday", "17:00"),
    ("Mondays 9:00 UTC (1st and 3rd Mondays)", "month", "first Monday|third Monday", "09:00"),
    ("Tuesday at 9:00 UTC (second Tuesday of the month)", "month", "second Tuesday", "09:00"),
    ("monthly on the last Friday, 17:00 UTC", "month", "last Friday", "17:00"),
    ("third Wednesday at 18:00 UTC", "month", "third Wednesday", "18:00"),
    ("every third Wednesday of the month at 18:00 UTC", "month", "third Wednesday", "18:00"),
    ("every month on the third Wednesday at 18:00 UTC", "month", "third Wednesday", "18:00"),
    ("every first Tuesday at 18:00 UTC", "month", "first Tuesday", "18:00"),
    ("every last Tuesday at 18:00 UTC", "month", "last Tuesday", "18:00"),
    ("15th of each month at 12:00 UTC", "month", "15", "12:00"),
    ("the 1st and 15th of every month at 12:00 UTC", "month", "1|15", "12:00"),
    ("day 15 of every month at 12:00 UTC", "month", "15", "12:00"),
    ("on the first of every month at 12:00 UTC", "month", "1", "12:00"),
    ("am ersten jedes Monats um 12 Uhr UTC", "month", "1", "12:00"),
    ("every 15th at 12:00 UTC", "month", "15", "12:00"),
    (
        "twice a month on the first and third Monday at 18:00 UTC",
        "month",
        "first Monday|third Monday",
        "18:00",
    ),
    ("every other month on the first Monday at 18:00 UTC", "2 months", "first Monday", "18:00"),
    ("quarterly on the first Monday at 18:00 UTC", "quarter", "first Monday", "18:00"),
    ("every 3 months on the first Monday at 18:00 UTC", "3 months", "first Monday", "18:00"),
    ("letzter Freitag im Monat, 18:30 UTC", "month", "last Friday", "18:30"),
    ("jeden zweiten Dienstag im Monat um 19 Uhr UTC", "month", "second Tuesday", "19:00"),
    ("am 15. jedes Monats um 18 Uhr UTC", "month", "15", "18:00"),
    ("jeden 1. und 3. Montag im Monat um 18 Uhr UTC", "month", "first Monday|third Monday", "18:00"),
    ("jeden letzten Freitag um 18 Uhr UTC", "month", "last Friday", "18:00"),
    ("monatlich am ersten Sonntag 11 Uhr UTC", "month", "first Sunday", "11:00"),
    (
        "zweimal im Monat am ersten und dritten Sonntag 11 Uhr UTC",
        "month",
        "first Sunday|third Sunday",
        "11:00",
    ),
)

# line, some words of the reason
REFUSED: Final = (
    ("", "nothing in it"),
    ("   \t ", "nothing in it"),
    ("Tuesday " * 2000, "characters"),
    ("17:00 UTC", "which day"),
    ("UTC", "which day"),
    ("every week at 17:00 UTC", "which day"),
    ("monthly at 17:00 UTC", "which day"),
    ("Meeting", "neither a day nor a time"),
    ("Tuesday of every month at 17:00 UTC", "several days called Tuesday"),
    ("15th at 17:00 UTC", "of which months"),
    ("fifth Friday of the month at 17:00 UTC", "number 5"),
    ("last Tuesday at 17:00 UTC", "may be the one behind us"),
    ("32nd of each month at 17:00 UTC", "no month has a day 32"),
    ("first Monday of each quarter at 17:00 UTC", "first month or in any"),
    ("third Wednesday of every week at 18:00 UTC", "counts weeks"),
    ("weekly third Wednesday at 18:00 UTC", "counts weeks"),
    ("every other day at 17:00 UTC", "wanders"),
    ("every 10 days at 17:00 UTC", "which day"),
    ("every 13 weeks on Tuesday 17:00 UTC", "12 is the most"),
    ("Monday the third Tuesday at 18:00 UTC", "names its days in two ways"),
    ("every Monday and third Wednesday at 18:00 UTC", "cannot be put together"),
    ("Tuesday Tuesday 17:00 UTC", "twice"),
    ("Tuesday and Tuesday 17:00 UTC", "names a day twice"),
    ("Friday to Monday at 10:00 UTC", "end of the week"),
    ("Monday or Tuesday at 18:00 UTC", "leaves open"),
    ("Tuesday 17:00 or 18:00 UTC", "leaves open"),
    ("every Tuesday every other week 17:00 UTC", "is each week"),
    ("Tuesdays 17:00 UTC - 2027-06-30", "the first day or the last"),
    ("daily, every two weeks, 17:00 UTC", "do not go together"),
    ("every Tuesday, third Tuesday at 17:00 UTC", "two ways"),
    ("monthly on the first Friday every week, 17:00 UTC", "two rhythms"),
    ("every other Friday from Monday, 4 December 2026, 17:00 UTC", "is a Friday, not a Monday"),
    ("twice a week on Monday at 18:00 UTC", "another number of days"),
    ("Tuesday 25:00 UTC", "no time of day"),
    ("Tuesday 12:60 UTC", "no time of day"),
    ("Tuesday 24:00 UTC", "00:00"),
    ("Tuesday 13pm UTC", "from 1 to 12"),
    ("Tuesday 0am UTC", "from 1 to 12"),
    ("Tuesday 1700 UTC", "four digits"),
    ("Tuesday 5 UTC", "alone can be many things"),
    ("Tuesday 17-18 UTC", "alone can be many things"),
    ("Tuesday midnight UTC", "two days"),
    ("Tuesday 17:00-03:00", "10 hours"),
    ("Tuesday 22:00-00:30 UTC", "beyond midnight"),
    ("Tuesday 5pm-4pm UTC", "23 hours"),
    ("Tuesday 5pm-5pm UTC", "ends when it begins"),
    ("Tuesday 1pm-14:00 UTC", "noon"),
    ("Tuesday 17:00-18:00 UTC for 90 minutes", "lasts 60 minutes"),
    ("Tuesday 2h UTC", "time of day or a length"),
    ("Tuesday 17:00 UTC for 20 hours", "no length"),
    ("Tuesday 9:00 UTC-10:00", "distance from UTC"),
    ("Tuesday 17:00 UTC+15", "further from UTC"),
    ("Tuesday 17:00 UTC-12", "no place keeps it"),
    ("Tuesday 17:00 PT ET", "two time zones"),
    ("Tuesday 17:00 CET (UTC+3)", "two time zones"),
    ("Tuesday 17:00 UTC+3 (Berlin)", "two time zones"),
    ("Tuesday 17:00 UTC+3 (UTC+2)", "two time zones"),
    ("Tuesday 17:00 PT/ET", "two time zones"),
    ("Tuesday 17:00 UTC (Berlin)", "two time zones"),
    ("Tuesday 17:00 pt", "`pt`"),
    ("Tuesday 17:00 PKT", "as in Asia/Karachi"),
    ("Tuesday 17:00 local time", "whose clocks"),
    ("Tuesday UTC", "no time of day"),
    ("Tusday 17:00 UTC", "did you mean Tuesday"),
    ("Tuesday 17:00 UTC (Zoom)", "`Zoom` is left over"),
    ("Board: Tuesday 17:00 UTC", "`Board` is left over"),
    ("Tuesday 17:00 UTC or so", "leaves open"),
    ("Tuesday 17:00ish UTC", "`ish`"),
    ("Tuesday around 17:00 UTC", "not exact"),
    ("Tuesday 17:00 UTC, usually", "not settled"),
    ("Tuesday 17:00 UTC unless cancelled", "not settled"),
    ("no meeting on Tuesday 17:00 UTC", "does not take place"),
    ("not on Tuesday 17:00 UTC", "does not take place"),
    ("Cancelled: Tuesday 17:00 UTC", "does not take place"),
    ("Tuesday 17:00 UTC (cancelled)", "does not take place"),
    ("odd weeks, Tuesday 17:00 UTC", "53 weeks"),
    ("gerade KW, Dienstag 17:00 UTC", "53 weeks"),
    ("every Tuesday at 17:00 UTC in winter", "part of the year"),
    ("every Tuesday at 17:00 UTC except in August", "a month alone"),
    ("first Monday of September at 17:00 UTC", "a month alone"),
    ("Tuesday evening at 8 UTC", "not exact"),
    ("Tuesdays by appointment", "follow no rule"),
    ("day and time vary", "follow no rule"),
    ("after the general meeting on Tuesday", "no time of its own"),
    ("TBD", "not settled"),
    ("jeden Dienstag halb acht", "with digits"),
    ("Mittwochabend 19 Uhr UTC", "`Mittwochabend`"),
    ("Tuesday, 15 September at 17:00 UTC", "which year"),
    ("Monday, 15 September 2026 at 17:00 UTC", "is a Tuesday"),
    ("30 February 2027, 17:00 UTC", "not in the calendar"),
    ("9/15/2026 17:00 UTC", "two orders"),
    ("every Tuesday 2026-12-01 17:00 UTC", "single day"),
    ("every other Tuesday from 2026-12-02 at 17:00 UTC", "no Tuesday"),
    ("Tuesdays 17:00 UTC from 2027-01-01 until 2026-01-01", "before it begins"),
    ("Tuesdays 17:00 UTC from 1066-01-01", "too far away"),
    ("Tuesday 8am PT / 9am ET", "never the same moment"),
    ("Tuesday 8am PT and 11am ET", "one meeting said for several places, or several"),
    ("Tuesday 20:00 PT / 12:00 JST", "never the same moment"),
    ("Tuesday 17:00 PT / Wednesday 10:00 JST", "one moment in several places, or several"),
    ("Every other Tuesday at 17:00 UTC and Thursday at 9:00 UTC", "`Every other` hold"),
    ("every other week: Monday 10:00 UTC and Thursday 14:00 UTC", "`every other week` hold"),
    ("Tuesday at 10:00 UTC and Thursday at 14:00 UTC for an hour", "hold for each"),
    ("Tuesday and Thursday, 17:00 and 18:00 UTC", "does each day have each of them"),
    ("first and third Monday at 9:00 and 17:00 UTC", "does each day have each of them"),
    ("Tuesday 10:00, Thursday 11:00 UTC, Friday 12:00", "some have none"),
    ("Tuesday 10:00 UTC (Design), Thursday 11:00 UTC", "some have none"),
    ("Tuesday 17:00 Tuesday 17:00", "which day"),
    ("alternating between Monday 13:00 UTC", "takes turns"),
    ("every other week alternating between Monday 13:00 UTC and Friday 9:00 UTC", "one after the other"),
    ("alternating between Monday 13:00 and Friday 9:00 UTC for an hour", "hold for each"),
    ("alternating between Monday 9:00, Wednesday and Friday 10:00 UTC", "times are missing"),
    ("alternating between Monday 9:00 UTC and Thursday 9:00 UTC (General)", "`General` is left over"),
    ("18:30 Monday alternating Tuesday and Friday UTC", "stands before the times"),
    ("every Monday until 10am UTC", "cannot be put together"),
    ("Tuesday to UTC 17:00", "cannot be put together"),
    ("Tuesday noon - 9am UTC", "21 hours"),
    ("Tuesday 11-12pm UTC", "noon or at midnight"),
    ("Tuesday 06:30-8pm UTC", "lasts 13 hours"),
    ("Tuesday 5-6 o'clock UTC", "before or after noon"),
    ("Tuesday 13-2pm UTC", "mixes 12 and 24 hours"),
    ("dienstags ab 1.10, 19 Uhr", "a time or a day"),
    ("alternate Tuesdays and Thursdays at 17:00 UTC", "hold for each day"),
    ("every other Tuesday and Thursday at 17:00 UTC", "hold for each day"),
    ("Berlin: Dienstag 19 Uhr", "`Berlin` is left over"),
    ("Reunion, Tuesday 17:00 UTC", "cannot be read"),
    ("Tuesday 17:00 UTC (rescheduled)", "does not take place"),
    ("First meeting Tuesday 17:00 UTC", "`First meeting`"),
    ("every second meeting, Tuesday 17:00 UTC", "`second meeting`"),
    ("Monday until alternating 9:00 UTC and 17:00 UTC", "cannot be put together"),
    ("Monday 9:00 UTC alternating until 17:00 UTC", ""),
    ("every second at 17:00 UTC", "which day"),
    ("monthly, first, noon UTC", "which day"),
    ("biweekly Tuesday of each month, noon UTC", "do not go together"),
    ("2027-06-30 on weekdays, 17:00 UTC", "are several"),
    ("Tuesday 17:00 UTC and Tuesday 17:00 UTC", "same meeting twice"),
    ("Tuesdays 17:00 UTC, 2026-12-01", "are several"),
    ("Tuesday (17:00 UTC", "bracket"),
    ("Tuesday) 17:00 UTC", "bracket"),
    ("كل ثلاثاء الساعة 17:00", "cannot be read"),
    ("Tuesday \u0661\u0667:\u0660\u0660 UTC", "cannot be read"),
    ("📅 Tuesday 17:00 UTC", "cannot be read"),
    ("Tuesday \u202e17:00 UTC", "U+202E"),
    ("Tuesday\x00 17:00 UTC", "U+0000"),
    ("https://example.org/tuesday", "cannot be read"),
    ("<b>Tuesday</b> 17:00 UTC", "cannot be read"),
    ("every Tuesday at 17:00 UTC; DROP TABLE", "cannot be read"),
)


@pytest.mark.parametrize("row", WEEKS, ids=[row[0] for row in WEEKS])
def test_a_rhythm_of_weeks_is_read(row: tuple[str, str, str, str, str, int]) -> None:
    text, every, days, at, zone, minutes = row
    reading = read(text, today=TODAY)
    wanted = {"every": every, "day": days.split(), "at": at, "zone": zone}
    assert [dict(choice.keys) for choice in reading.choices] == [
        wanted | ({"minutes": minutes} if minutes else {})
    ]
    assert reading.choices[0].meetings[0].missing == (() if every == "week" else ("from",))


@pytest.mark.parametrize("row", MONTHS, ids=[row[0] for row in MONTHS])
def test_a_rhythm_of_months_is_read(row: tuple[str, str, str, str]) -> None:
    text, every, days, at = row
    reading = read(text, today=TODAY)
    listed = [int(day) if day.isdigit() else day for day in days.split("|")]
    assert [dict(choice.keys) for choice in reading.choices] == [
        {"every": every, "day": listed, "at": at, "zone": UTC}
    ]


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=[repr(row[0][:60]) for row in REFUSED])
def test_what_cannot_be_read_is_refused_with_a_reason(text: str, reason: str) -> None:
    reading = read(text, today=TODAY)
    assert reading.choices == ()
    assert reading.refusal
    assert reason in reading.refusal


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("2026-12-15 17:00 UTC", {"from": "2026-12-15", "until": "2026-12-15"}),
        ("Tuesday, 15 December 2026 at 17:00 UTC", {"from": "2026-12-15", "until": "2026-12-15"}),
        ("Dienstag, 15. Dezember 2026, 17 Uhr UTC", {"from": "2026-12-15", "until": "2026-12-15"}),
        (
            "every Tuesday from 1 Sept 2026 to 30 June 2027 at 17:00 UTC",
            {"every": "week", "day": ["Tuesday"], "from": "2026-09-01", "until": "2027-06-30"},
        ),
        (
            "every other Tuesday from 2026-12-01 at 17:00 UTC",
            {"every": "2 weeks", "day": ["Tuesday"], "from": "2026-12-01"},
        ),
        (
            "every other Tuesday 17:00 UTC (starting Tuesday December 1, 2026)",
            {"every": "2 weeks", "day": ["Tuesday"], "from": "2026-12-01"},
        ),
        (
            "dienstags ab 1.9.2026 17 Uhr UTC",
            {"every": "week", "day": ["Tuesday"], "from": "2026-09-01"},
        ),
        (
            "every Tuesday at 17:00 UTC except 2026-12-22 and 2026-12-29",
            {"every": "week", "day": ["Tuesday"], "except": ["2026-12-22", "2026-12-29"]},
        ),
        ("last day of the month at 17:00 UTC", {"rrule": "FREQ=MONTHLY;BYMONTHDAY=-1"}),
    ],
)
def test_days_of_the_calendar_are_read(text: str, keys: dict[str, object]) -> None:
    assert [dict(choice.keys) for choice in read(text, today=TODAY).choices] == [
        keys | {"at": "17:00", "zone": UTC}
    ]


def test_the_tables_hold_many_lines() -> None:
    assert len(WEEKS) + len(MONTHS) + len(REFUSED) >= 120
