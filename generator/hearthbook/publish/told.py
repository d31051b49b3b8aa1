"""What git knows of a community, told in its own words: news for its page, and days for the feet of pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hearthbook.compare.classes import weight
from hearthbook.compare.telling import Teller
from hearthbook.model.changes import News, Told

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hearthbook.history.versions import History
    from hearthbook.model.archive import HubText
    from hearthbook.model.changes import Event
    from hearthbook.model.pages import Cell
    from hearthbook.publish.history import Past
    from hearthbook.publish.history_events import Happening
    from hearthbook.render.theme import Theme
    from hearthbook.render.words import Words

_ARTICLES: Final = "articles"


def with_past(cell: Cell, past: Past, theme: Theme) -> Cell:
    """The cell with all that git knows of its past."""
    happened = past.happenings(cell.slug)
    if not happened:
        return cell
    days = days_of(each.event for each in happened)
    return replace(cell, news=news_of(happened, theme.words(cell.language)), changed=days)


def news_of(happened: Iterable[Happening], words: Words) -> tuple[News, ...]:
    """What happened, in the words of a language and in its order; what says nothing is left out."""
    teller = Teller(words.say, words.locale)
    found = []
    for each in happened:
        if told := _told(each, teller, words):
            event = each.event
            news = News(commit=event.commit, when=event.when, who=event.who, why=event.why, told=told)
            found.append(news)
    return tuple(found)


def _told(happening: Happening, teller: Teller, words: Words) -> tuple[Told, ...]:
    """What a commit changed, the weightiest first; that a handbook begins is one sentence."""
    if any(not change.path for change in happening.event.changes):
        return (Told(kind="facts", headline=words.raw("changes.begun")),)
    told = (one for part in happening.parts for one in teller.told(part.changes, part.old, part.new))
    return tuple(sorted(told, key=lambda one: weight(one.kind)))


def last_days(history: History, texts: Iterable[HubText]) -> dict[str, date]:
    """File of a text -> the day of its last change, where git knows it."""
    files = (text.place.file for text in texts)
    return {file: history.files[file].last.date() for file in files if file in history.files}


def days_of(events: Iterable[Event]) -> dict[str, date]:
    """Top-level key, or `articles/<name>` -> the day of its last change; events come newest first.

    The day on which the handbook began stands under the empty key: all of it is at least as young.
    """
    days: dict[str, date] = {}
    for event in events:
        for change in event.changes:
            depth = 2 if change.path[:1] == (_ARTICLES,) else 1
            days.setdefault("/".join(change.path[:depth]), event.when.date())
    return days
