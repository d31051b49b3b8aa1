"""From when and until when something takes place, and the days on which it is otherwise, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.calendar.speaking import listing, long_date, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel import Locale
    from markupsafe import Markup

    from hearthbook.calendar.speaking import Say
    from hearthbook.model.recurrence import Extra, When


def bounds(when: When, say: Say, locale: Locale) -> Iterator[str]:
    """From when, until when and on which days not; which days it has besides, and which were moved."""
    if when.from_ and when.until and when.from_ < when.until:
        yield say("when.span", first=long_date(when.from_, locale), last=long_date(when.until, locale))
    elif when.from_ and not when.until:
        yield say("when.from", day=long_date(when.from_, locale))
    elif when.until and not when.from_:
        yield say("when.until", day=long_date(when.until, locale))
    if when.except_:
        yield say("when.except", days=listing((long_date(day, locale) for day in when.except_), locale))
    if when.also and not single_days(when):
        yield say("when.also", days=days_besides(when, say, locale))
    for old, new in sorted(when.moved.items()):
        yield say("when.moved", day=long_date(new, locale), old=long_date(old, locale))


def single_days(when: When) -> bool:
    """Whether there is no rhythm, and the days besides are all there is."""
    return bool(when.also) and not (when.every or when.rrule or when.from_ or when.until)


def days_besides(when: When, say: Say, locale: Locale) -> Markup:
    """The days besides the rule, in order."""
    days = sorted(when.also, key=lambda extra: extra.date)
    return listing((_extra(extra, say, locale) for extra in days), locale)


def _extra(extra: Extra, say: Say, locale: Locale) -> Markup:
    """A day besides, with its hour and what is different on it."""
    day = long_date(extra.date, locale)
    if extra.at:
        day = said(say("when.also_at", day=day, at=f"{extra.at:%H:%M}"))
    return said(say("when.with_note", when=day, note=extra.note)) if extra.note else day
