"""Articles that people wrote, as pages of their community."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hearthbook.model.pages import Page, Provenance
from hearthbook.model.texts import SAFE_SCHEMES
from hearthbook.render.addresses import archive_link
from hearthbook.render.environment import tidy
from hearthbook.render.helpers import Helpers
from hearthbook.render.prose import prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.model.pages import Article, Cell
    from hearthbook.render.words import Words


def article_resolver(path: str, slug: str = "") -> Callable[[str], str | None]:
    """What the links of the Markdown file `path` of cell `slug` become; None where one is not allowed.

    Archive addresses (`/oak/norms/`) become relative; links between files stay
    as they are, as long as they do not leave the folder of the archive.
    """

    def resolve(url: str) -> str | None:
        parts = urlsplit(url)
        if parts.scheme:
            return url if parts.scheme.lower() in SAFE_SCHEMES else None
        if url.startswith("//") or re.match(r"^[^/?#]*:", url):
            return None
        if url.startswith("/"):
            return archive_link(path, url[1:], slug)
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
        return None if inside.startswith("..") else url

    return resolve


def _details(article: Article, helpers: Helpers) -> list[str]:
    labels, due = helpers.labels, helpers.labels.holds_due(article)
    # what has changed since is told below the title
    carried = helpers.carrying("hb-claim", due=due, at="article" if due else "")
    rows: list[str] = []
    for said, marks in (
        (labels.signed(article), "{: .hb-meta }"),
        (labels.standing(article), carried),
        (labels.filed(article), "{: .hb-meta }"),
    ):
        rows += [said, marks, ""] if said else []
    return rows


def _page(article: Article, cell: Cell, words: Words, direction: str) -> Page:
    path = f"{cell.slug}/articles/{article.name}.md"
    helpers = Helpers(cell, words, path)
    rows = [f"# {words.show(article.title)} {{#article}}", "", *_details(article, helpers)]
    rows.append(prose(article.body, article_resolver(path, cell.slug), article=True))
    if article.sources:
        rows += ["", f"## {words.say('article.sources')} {{#sources}}", ""]
        rows += [f"- {helpers.reach(source)}" for source in article.sources]
    rows += ["", f"{helpers.link(words.say('article.all'), 'articles')}", "{: .hb-small }"]
    return Page(
        path=path,
        kind="article",
        title=article.title,
        description=article.summary or "",
        markdown=tidy("\n".join(rows)),
        language=words.spoken,
        direction="rtl" if direction == "rtl" else "ltr",
        listed=False,
        provenance=(Provenance(anchor="article", pointer="", place=article.place),),
        prose=article.body,
        source=article.place,
    )


def article_pages(cell: Cell, words: Words) -> tuple[Page, ...]:
    """The cell's articles as pages, in the order of the cell."""
    direction = words.locale.text_direction
    return tuple(_page(article, cell, words, direction) for article in cell.articles)
