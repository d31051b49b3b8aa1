"""Lengths of time in words, such as `six months`, as founders write how often and how long."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

_UNITS: Final = {
    "days?|tage?n?": (0, 1),
    "weeks?|wochen?": (0, 7),
    "fortnights?": (0, 14),
    "months?|monate?n?|monats": (1, 0),
    "quarters?|quartale?n?|vierteljahre?n?": (3, 0),
    "halbjahre?n?": (6, 0),
    "years?|jahre?n?|jahres": (12, 0),
    "يوم|يومًا|أيام": (0, 1),
    "يومان|يومين": (0, 2),
    "أسبوع|أسبوعًا|أسابيع": (0, 7),
    "أسبوعان|أسبوعين": (0, 14),
    "شهر|شهرًا|أشهر|شهور": (1, 0),
    "شهران|شهرين": (2, 0),
    "ربع سنة|ربع عام": (3, 0),
    "نصف سنة|نصف عام": (6, 0),
    "سنة|سنوات|عام|عامًا|أعوام": (12, 0),
    "سنتان|سنتين|عامان|عامين": (24, 0),
}
"""Pattern of a unit's names -> how many months and days it has."""

_RHYTHMS: Final = {
    "weekly": "week", "wöchentlich": "week", "fortnightly": "fortnight", "monthly": "month",
    "monatlich": "month", "quarterly": "quarter", "vierteljährlich": "quarter", "halbjährlich": "halbjahr",
    "half-yearly": "halbjahr", "yearly": "year", "annually": "year", "jährlich": "year",
    "أسبوعيًا": "week", "شهريًا": "month", "سنويًا": "year",
}  # fmt: skip
"""A rhythm in one word -> its unit."""

_ENGLISH: Final = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty"""
_GERMAN: Final = """eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn
    sechzehn siebzehn achtzehn neunzehn zwanzig"""
_ARABIC: Final = "ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر"
_NUMBERS: Final = {
    **{word: Fraction(n) for line in (_ENGLISH, _GERMAN) for n, word in enumerate(line.split(), 1)},
    **{word: Fraction(n) for n, both in enumerate(_ARABIC.split(), 3) for word in both.split("/")},
    **dict.fromkeys(("a", "an", "ein", "eine", "einem", "einen", "einer", "eines"), Fraction(1)),
    **dict.fromkeys(("other", "second", "zweite", "zweiten", "zweites"), Fraction(2)),
    **dict.fromkeys(("third", "dritte", "dritten", "drittes"), Fraction(3)),
    **dict.fromkeys(
        ("half", "half a", "halbe", "halbes", "ein halbes", "twice a", "zweimal im"), Fraction(1, 2)
    ),
    **dict.fromkeys(("one and a half", "anderthalb", "eineinhalb"), Fraction(3, 2)),
    **dict.fromkeys(("twenty-four", "vierundzwanzig"), Fraction(24)),
    **dict.fromkeys(("thirty", "dreissig"), Fraction(30)),
    **dict.fromkeys(("ninety", "neunzig"), Fraction(90)),
}
_SPAN: Final = re.compile(
    r"(?:(?:every|each|once|at least|after|within|in|alle|jede[ns]?|einmal|im|pro|nach|innerhalb von"
    r"|كل|كلّ|مرة|مرّة|في|خلال|بعد|على الأقل) )*"
    rf"(?:(?P<number>[0-9]{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}) )?"
    rf"(?P<unit>{'|'.join(_UNITS)})"
)


def after(day: date, span: str) -> date | None:
    """The day that is so much later: `year`, `six months`, `2 Jahre`, `every other year`.

    A month later is the same day of the next month, or its last. None where the words are no such length,
    or lead beyond the calendar. Knows English, German and Arabic.
    """
    words = " ".join(span.casefold().strip(" .").split())
    found = _SPAN.fullmatch(_RHYTHMS.get(words, words))
    if not found:
        return None
    written = found["number"] or "one"
    number = _NUMBERS.get(written) or Fraction(written)
    months, days = next(size for names, size in _UNITS.items() if re.fullmatch(names, found["unit"]))
    return _later(day, number * months, number * days)


def _later(day: date, months: Fraction, days: Fraction) -> date | None:
    if months.denominator != 1 or days.denominator != 1 or not months + days:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + int(months), 12)
    try:
        moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return moved + timedelta(days=int(days))
    except (ValueError, OverflowError):
        return None
