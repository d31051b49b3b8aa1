"""Articles by topic: under each tag the articles that carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.ingest.slugs import words_to_id
from hearthbook.render.cards import sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.model.pages import Article

_LEAST: Final = 2
"""Articles, and topics, from which on a list by topic helps to find one."""


class Topic(NamedTuple):
    """A tag with its articles."""

    name: str
    """The tag as the newest article writes it."""
    anchor: str
    """The id of its place on the page of articles."""
    articles: tuple[Article, ...]
    """Those that carry it, in the order given."""


def topics(articles: Sequence[Article]) -> tuple[Topic, ...]:
    """The topics in alphabetical order; none where there are too few to be worth a list.

    Tags that differ only in capitals are one topic.
    """
    found: dict[str, tuple[str, list[Article]]] = {}
    for article in articles:
        for tag in article.tags:
            _, those = found.setdefault(tag.casefold(), (tag, []))
            if article not in those:
                those.append(article)
    if len(found) < _LEAST or len(articles) < _LEAST:
        return ()
    anchors: dict[str, None] = {}
    rows = []
    for name, those in sorted(found.values(), key=lambda one: (sort_key(one[0]), one[0])):
        anchor = f"topic-{words_to_id(name)}"
        while anchor in anchors:
            anchor += "-2"
        anchors[anchor] = None
        rows.append(Topic(name, anchor, tuple(those)))
    return tuple(rows)


def topics_of(article: Article, known: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics of one article as its tags name them; those that have no place have no anchor."""
    places = {topic.name.casefold(): topic.anchor for topic in known}
    return tuple(Topic(tag, places.get(tag.casefold(), ""), ()) for tag in article.tags)
