"""The words in which people write when they meet, in English and German.

Each word or phrase has a kind, one letter, and a value. What is not in this list,
no zone, no number and no time of day has no meaning here, and the line is refused.

    d weekday            e every             u week, month, quarter, year
    g several days       x other             v a rhythm in one word
    o first, third       c number            b a rhythm with two meanings
    k day                i of, in            n so many times a week or month
    @ at                 - to, until         s from (a day or an hour)
    & and                B between           a alternating
    w except             A am (German)       m meeting, time
    _ says nothing       ! a reason to refuse
"""

from __future__ import annotations

from typing import Final

from hearthbook.calendar.reading.doubts import DOUBTS
from hearthbook.model.recurrence import WEEKDAYS

WORKING_DAYS: Final = WEEKDAYS[:5]
LAST: Final = -1
"""The ordinal of the last one."""

_SHORT: Final = (
    "mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun",
)  # fmt: skip
_GERMAN: Final = (
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag",
)  # fmt: skip
GERMAN_SHORT: Final = dict(zip(("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"), WEEKDAYS, strict=True))
"""Only as they are written here, since `do` and `so` are words as well."""
_NUMBERS: Final = {
    2: "two zwei", 3: "three drei", 4: "four vier", 5: "five fünf", 6: "six sechs", 8: "eight acht",
    14: "fourteen vierzehn",
}  # fmt: skip
_ORDINALS: Final = {
    1: "first erste", 2: "second zweite", 3: "third dritte", 4: "fourth vierte", 5: "fifth fünfte",
    LAST: "last letzte",
}  # fmt: skip
_UNITS: Final = {
    "week": "week weeks woche wochen", "month": "month months monat monate monaten monats",
    "quarter": "quarter quarters quartal quartale quartals vierteljahr",
    "year": "year years jahr jahre jahren jahres",
}  # fmt: skip
_RHYTHMS: Final = {
    "week": "weekly; once a week; once per week; once every week; wöchentlich; einmal die woche;"
    "einmal pro woche; einmal in der woche",
    "2 weeks": "fortnightly; alternating weeks; alternate weeks; zweiwöchentlich; zweiwöchig; 14-tägig;"
    "14 tägig; 14-täglich; 14tägig; vierzehntägig; every fortnight; each fortnight; 2-wöchentlich;"
    " 2-wöchig; vierzehntäglich",
    "month": "monthly; once a month; once per month; once every month; monatlich; einmal im monat;"
    "einmal pro monat",
    "quarter": "quarterly; once a quarter; once per quarter; vierteljährlich; quartalsweise;"
    "einmal im quartal; einmal pro quartal",
    "year": "yearly; annually; annual; once a year; once per year; jährlich; einmal im jahr; einmal pro jahr",
}
_FILLERS: Final = (
    "the; on; we meet; meets; meet; always; held; takes place; sharp; der; die; das; den; dem;"
    "wir treffen uns; jeweils; immer; findet statt; stets"
)
_MEETINGS: Final = (
    "meeting; meetings; meeting time; time; times; when; schedule; treffen; beginn; termin; begins; starts"
)
_TIMES: Final = {2: ("twice", "zweimal"), 3: ("three times", "dreimal")}
_OF_A_WEEK: Final = (
    "a week", "per week", "pro woche", "die woche", "in der woche", "wöchentlich", "weekly",
)  # fmt: skip
_OF_A_MONTH: Final = ("a month", "per month", "im monat", "pro monat", "monatlich", "monthly")
_TWICE: Final = {
    "semiweekly": (2, "week"), "semi-weekly": (2, "week"), "semimonthly": (2, "month"),
    "semi-monthly": (2, "month"),
}  # fmt: skip


def _split(line: str, by: str = " ") -> list[str]:
    return [word.strip() for word in line.split(by) if word.strip()]


def _weekdays() -> dict[str, tuple[str, object]]:
    found: dict[str, tuple[str, object]] = {}
    for name, short, german in zip(WEEKDAYS, _SHORT, _GERMAN, strict=True):
        words = [name.lower(), f"{name.lower()}s", *_split(short)]
        words += [form for word in _split(german) for form in (word, f"{word}s", f"{word}e", f"{word}en")]
        found |= dict.fromkeys([*words, f"{name.lower()}'s"], ("d", name))
    return found


def _counts() -> dict[str, tuple[str, object]]:
    found: dict[str, tuple[str, object]] = {}
    for number, words in _NUMBERS.items():
        found |= dict.fromkeys(_split(words), ("c", number))
    for number, words in _ORDINALS.items():
        english, german = _split(words)
        found |= dict.fromkeys((english, *(german + end for end in ("", "r", "n", "m", "s"))), ("o", number))
    for times, names in _TIMES.items():
        for unit, ends in (("week", _OF_A_WEEK), ("month", _OF_A_MONTH)):
            found |= dict.fromkeys((f"{name} {end}" for name in names for end in ends), ("n", (times, unit)))
    return found | {word: ("n", value) for word, value in _TWICE.items()}


def _grammar() -> dict[str, tuple[str, object]]:
    lists: dict[tuple[str, object], str] = {
        ("e", None): "every; each; jeder; jede; jeden; jedes; jedem; alle",
        ("x", None): "other; alternate; andere; anderen; übernächsten",
        ("i", None): "of; in; per; im; pro; in the; of the; in der; des",
        ("@", None): "at; um; ab um",
        ("-", None): "to; until; till; through; thru; bis; bis zum; up to",
        (
            "s",
            None,
        ): "from; starting; starting from; starting on; starting at; beginning; since; as of; von; vom; ab;"
        "ab dem; seit; seit dem; beginning on; starts on; beginnend am; effective",
        ("&", None): "and; und; plus; as well as; sowie",
        ("B", None): "between; zwischen",
        ("k", None): "day; days; tag; tage; tagen; tages",
        ("w", None): "except; except on; excluding; außer; ausser; außer am; but not on; ausgenommen",
        ("A", None): "am",
        (
            "a",
            None,
        ): "alternating; alternates; alternately; alternatingly; abwechselnd; im wechsel; alternierend;"
        "taking turns; alternate between",
        ("a", "with"): "alternating with; alternates with; im wechsel mit; abwechselnd mit",
        ("g", WORKING_DAYS): "weekday; weekdays; working day; working days; workday; workdays; business day;"
        "business days; week days; wochentags; mon-fri; mo-fr; montag-freitag",
        ("g", WEEKDAYS[5:]): "weekend; weekends; wochenende; wochenenden; am wochenende",
        ("g", WEEKDAYS): "daily; täglich; jeden tag; every day; each day; every single day; all days",
        ("b", "week"): "biweekly; bi-weekly; bi weekly",
        ("b", "month"): "bimonthly; bi-monthly; bi monthly",
        ("b", "werktags"): "werktags; an werktagen; werktag; werktage",
        ("_", None): _FILLERS,
        ("m", None): _MEETINGS,
    }
    found = {word: key for key, words in lists.items() for word in _split(words, ";")}
    for unit, words in _UNITS.items():
        found |= dict.fromkeys(_split(words), ("u", unit))
    for rhythm, words in _RHYTHMS.items():
        found |= dict.fromkeys(_split(words, ";"), ("v", rhythm))
    for word, reason in DOUBTS.items():
        found[word] = ("!", reason)
    return found


WORDS: Final[dict[str, tuple[str, object]]] = {**_grammar(), **_counts(), **_weekdays()}
"""Word or phrase in small letters -> its kind and value."""
