"""What a reader is told of an article first: who wrote it, on what it stands, until when it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from hearthbook.render.topics import Topic, topics, topics_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.model.pages import Article, Cell

    Say = Callable[..., Markup]
    """A key and the values of its places -> a sentence."""
    Link = Callable[..., Markup]
    """A text, a kind of page and an anchor there -> a link."""


class Labels:
    """The labels of a cell's articles, in the words and with the links of one page at a time."""

    def __init__(self, cell: Cell, say: Say, link: Link) -> None:
        """Bind the cell's articles to what says and what links."""
        self._topics = topics(cell.articles)
        self.say = say
        self._link = link

    def topics(self) -> tuple[Topic, ...]:
        """The topics under which the page of articles lists them; none where there are too few."""
        return self._topics

    def signed(self, article: Article) -> Markup:
        """Who wrote it and when, as far as that is known."""
        if article.author and article.date:
            return self.say("article.by_on", author=article.author, date=article.date)
        if article.author:
            return self.say("article.by", author=article.author)
        return self.say("article.on", date=article.date) if article.date else Markup("")

    def standing(self, article: Article) -> Markup:
        """What it stands on, when it was last reviewed, until when it holds, and what of that is missing."""
        named = self.say(f"claim.basis.{article.basis}") if article.basis else None
        parts = [named or self.say("article.no_basis")]
        if article.reviewed:
            parts.append(self.say("article.reviewed", date=article.reviewed))
        if article.expires:
            parts.append(self.say("article.holds", date=article.expires))
        if article.unchecked:
            parts.append(self.say("article.unchecked"))
        return Markup(" · ").join(parts)

    def filed(self, article: Article) -> Markup:
        """Its tags, each with a link to its topic where that is listed; empty without any."""
        named = [
            self._link(topic.name, "articles", topic.anchor) if topic.anchor else topic.name
            for topic in topics_of(article, self._topics)
        ]
        return self.say("article.filed", topics=named) if named else Markup("")

    @staticmethod
    def holds_due(article: Article) -> str:
        """The last day for which it was said to hold, as clock.js reads days; empty without one."""
        return f"holds:{article.expires}" if article.expires else ""
