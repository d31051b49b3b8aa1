"""What changed in a community, ready for its page: weighty changes apart, words that differ marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from markupsafe import Markup

from hearthbook.render.plain import attribute, carried

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hearthbook.model.changes import News, Told
    from hearthbook.model.pages import Cell
    from hearthbook.render.words import Words

WEIGHTY: Final = frozenset({"safety", "boundary"})
"""The kinds of changes that nobody should miss."""
MOST: Final = 60
"""Entries in each list; whoever wants to know more asks git."""
_ID: Final = 12
"""Digits of a commit's name that tell it from the others of an archive."""


class Entry(NamedTuple):
    """Some of what one commit changed."""

    anchor: str
    """Its id on the page: `c-` and the beginning of the commit's name, `-more` for what is less weighty."""
    day: date
    """The day of the commit, in UTC."""
    who: str
    """Who did it, as that person wishes to be shown; empty for a member who is not named."""
    why: str
    """The reason, as plain text; empty where none was given."""
    told: tuple[Told, ...]
    """What changed."""


class Listed(NamedTuple):
    """The changes of one community, newest first."""

    weighty: tuple[Entry, ...]
    """What touches safety or boundaries."""
    others: tuple[Entry, ...]
    """All else."""
    older: int
    """How many entries are left out."""


def listed(news: tuple[News, ...]) -> Listed:
    """The changes in two lists, each with the newest entries; a commit may be in both."""
    weighty = [one for each in news if (one := _entry(each, weighty=True)).told]
    others = [one for each in news if (one := _entry(each, weighty=False)).told]
    older = max(0, len(weighty) - MOST) + max(0, len(others) - MOST)
    return Listed(tuple(weighty[:MOST]), tuple(others[:MOST]), older)


def told(cell: Cell, words: Words) -> dict[str, Callable[..., object]]:
    """What the template of the page of changes may call: name -> function."""
    return {
        "news_listed": partial(listed, cell.news),
        "marked": _marks,
        "untied": _heading,
        "before": partial(before, show=words.show),
        "now": partial(now, show=words.show),
    }


def _marks(anchor: str, **data: object) -> Markup:
    """The attribute line of a paragraph that stands in no file: its id, and what it carries for scripts."""
    return Markup(f"{{: #{attribute(anchor)} .hb-day{carried(data)} }}")  # noqa: S704


def _heading(level: int, text: Markup, anchor: str) -> Markup:
    """A heading of what no file says, and that therefore leads to no line."""
    return Markup(f"{'#' * level} {text} {{#{attribute(anchor)}}}")  # noqa: S704


def _entry(news: News, *, weighty: bool) -> Entry:
    told = tuple(one for one in news.told if (one.kind in WEIGHTY) is weighty)
    anchor = f"c-{news.commit[:_ID]}{'' if weighty else '-more'}"
    return Entry(anchor, news.when.date(), news.who, news.why, told)


def before(told: Told, show: Callable[[object], Markup]) -> Markup:
    """What was said before, with the words that are gone marked; empty where there was nothing."""
    return _marked(told, "gone", show) if told.spans else show(told.before)


def now(told: Told, show: Callable[[object], Markup]) -> Markup:
    """What is said now, with the new words marked; empty where nothing is."""
    return _marked(told, "new", show) if told.spans else show(told.after)


def _marked(told: Told, mark: str, show: Callable[[object], Markup]) -> Markup:
    """One side of a text of which some words differ, those in bold; a mark holds no blanks at its ends."""
    parts = []
    for kind, text in told.spans:
        if kind not in {"same", mark}:
            continue
        words = text.strip()
        if kind == "same" or not words:
            parts.append(_spaced(text, show(words)))
        else:
            parts.append(_spaced(text, Markup(f"**{show(words)}**")))  # noqa: S704 - shown is neutralised
    return Markup("").join(parts)


def _spaced(text: str, shown: Markup) -> Markup:
    """The text's Markdown with one blank where the text has some at its ends."""
    blank = Markup(" ")
    if not text.strip():
        return blank if text else Markup("")
    lead, tail = (blank if edge.isspace() else Markup("") for edge in (text[0], text[-1]))
    return lead + shown + tail
