"""What changed in a community as a feed, `/<slug>/changes.xml`, beside the feed of its articles.

There is one only where the site's address is known and git knows of changes.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from hearthbook.export.atom import Entry, Feed, atom
from hearthbook.render.news import MOST, WEIGHTY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.changes import News, Told
    from hearthbook.model.pages import Cell
    from hearthbook.publish.site import CellPages
    from hearthbook.render.words import Words

FEED: Final = "changes.xml"
_MOST: Final = 30
"""Entries, the newest; each of them is on the page."""
_ID: Final = 12
_TAGS: Final = {"same": "", "gone": "del", "new": "ins"}


def news_feed_of(cell: Cell, site_url: str | None) -> str:
    """The feed's path below the site; empty where there is none."""
    return f"{cell.slug}/{FEED}" if site_url and cell.news else ""


def news_feed(part: CellPages, site_url: str, words: Words) -> bytes:
    """The feed of a community that has one."""
    cell = part.cell
    page = next(page for page in part.pages if page.kind == "changes")
    home = f"{site_url}{cell.slug}/changes/"
    whole = Feed(
        address=f"{site_url}{news_feed_of(cell, site_url)}",
        home=home,
        title=f"{page.title} \N{MIDDLE DOT} {cell.community.name}",
        subtitle=page.description,
        author=cell.community.name,
        language=cell.language,
        entries=tuple(_entry(news, home, page.direction, words) for news in cell.news[: min(_MOST, MOST)]),
    )
    return atom(whole)


def _entry(news: News, home: str, direction: str, words: Words) -> Entry:
    weighty = any(told.kind in WEIGHTY for told in news.told)
    body = "\n".join(row for told in news.told for row in _rows(told, words))
    return Entry(
        address=f"{home}#c-{news.commit[:_ID]}{'' if weighty else '-more'}",
        title=news.told[0].headline,
        updated=news.when.date(),
        author=news.who,
        summary=news.why,
        html=f'<div lang="{words.spoken}" dir="{direction}">\n{body}\n</div>',
        tags=tuple(dict.fromkeys(told.kind for told in news.told)),
    )


def _rows(told: Told, words: Words) -> Iterator[str]:
    yield f"<p><strong>{escape(told.headline)}</strong></p>"
    if told.spans:
        yield f"<p>{''.join(_span(mark, text) for mark, text in told.spans)}</p>"
    else:
        for key, text in (("before", told.before), ("now", told.after)):
            if text:
                yield f"<p>{escape(words.raw(f'changes.{key}'))}: {escape(text)}</p>"
    yield from (f"<p>{escape(effect)}</p>" for effect in told.effects)


def _span(mark: str, text: str) -> str:
    tag, shown = _TAGS[mark], escape(text)
    return f"<{tag}>{shown}</{tag}>" if tag else shown
