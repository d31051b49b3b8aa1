"""A community's texts for other places: its posts, its health files, what a chat asks newcomers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from functools import cached_property
from hashlib import sha256
from posixpath import splitext
from typing import TYPE_CHECKING, Final

from markdown import markdown

from hearthbook.export.posts.dialects import DIALECTS, TEXT
from hearthbook.export.posts.forges import plain_markdown
from hearthbook.export.posts.parted import parted
from hearthbook.export.posts.written import written
from hearthbook.publish.configuration import default_theme
from hearthbook.publish.dialect import EXTENSIONS, SETTINGS
from hearthbook.publish.links import Link
from hearthbook.publish.posted import file_name
from hearthbook.publish.single import single_cell
from hearthbook.publish.twins import bare
from hearthbook.render.cell import render_one
from hearthbook.render.posts import WELCOME, posts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearthbook.export.posts.dialects import Dialect
    from hearthbook.model.community import Community
    from hearthbook.model.pages import Cell, Page
    from hearthbook.publish.store import Store
    from hearthbook.render.posts import Post

_EMPTY: Final = re.compile(r'<a href="">(.*?)</a>', re.DOTALL)
"""A link without an address."""
_EXTENSIONS: Final = tuple(name for name in EXTENSIONS if name != "toc")
_SETTINGS: Final = {name: given for name, given in SETTINGS.items() if name != "toc"}
MESSAGES: Final = (*DIALECTS, "email", "html")
"""The places for which there are messages."""


@dataclass(frozen=True, slots=True)
class Text:
    """A file to write."""

    name: str
    """Its name."""
    content: str
    notes: tuple[str, ...] = ()
    """What of it a place would not have taken as it was."""


def posting(root: Path, slug: str, store: Store | None = None) -> Posting:
    """The texts of one community of an archive.

    Raises HearthbookError where there is none of that name, or it has errors.
    """
    return Posting(*single_cell(root, slug, store))


class Posting:
    """The texts of one community."""

    def __init__(self, cell: Cell, site_url: str = "") -> None:
        """Bind them to a community; without the site's address, they lead to none of its pages."""
        self._cell = cell
        self._site = site_url.rstrip("/")

    @property
    def community(self) -> Community:
        """The community, of whose people only what may be shown is known."""
        return self._cell.community

    @cached_property
    def _posts(self) -> tuple[Post, ...]:
        return posts(self._cell, default_theme(), alone=not self._site)

    def _page(self, kind: str) -> Page:
        return render_one(kind, self._cell, default_theme(), alone=not self._site)

    @property
    def language(self) -> str:
        """Of its words."""
        return self._cell.language

    def _bare(self, text: str, path: str = "") -> str:
        """The Markdown of a page without anything that only the site needs."""

        def follow(written_as: str) -> str:
            """Where a link leads from outside; nowhere without the site's address."""
            if ":" in written_as.partition("/")[0]:
                return written_as
            link = Link(page=path or f"{self._cell.slug}/index.md", written=written_as, said="")
            # a page is a folder, and only a file such as a calendar has an ending
            there = link.shown.replace("/#", "#").rstrip("/") if splitext(link.final)[1] else link.shown
            return f"{self._site}{there}" if self._site else ""

        return bare(text, follow)

    def _html(self, text: str, path: str = "") -> str:
        html: str = markdown(
            self._bare(text, path), extensions=list(_EXTENSIONS), extension_configs=_SETTINGS
        )
        return _EMPTY.sub(r"\1", html)

    def _plain(self, text: str, dialect: Dialect = TEXT, path: str = "") -> str:
        """A text of ours in a dialect."""
        return written(self._html(text, path), dialect).strip()

    def messages(self, place: str) -> tuple[Text, ...]:
        """The welcome and all posts for a place."""
        if place == "email":
            return tuple(self._mail(post) for post in self._posts)
        if place == "html":
            return tuple(Text(file_name(post.name, ".html"), self._fragment(post)) for post in self._posts)
        dialect = DIALECTS[place]
        return tuple(text for post in self._posts for text in self._parts(post, dialect))

    def _parts(self, post: Post, dialect: Dialect) -> Iterator[Text]:
        parts = parted(self._plain(post.markdown, dialect), dialect.limit)
        for number, part in enumerate(parts, 1):
            if len(parts) == 1:
                yield Text(file_name(post.name, dialect.ending), f"{part}\n")
            else:
                note = (
                    f"cut in {len(parts)}, because {dialect.name} takes {dialect.limit:,} characters at once"
                )
                name = file_name(post.name, dialect.ending, number)
                yield Text(name, f"{part}\n", (note,) if number == 1 else ())

    def _fragment(self, post: Post) -> str:
        return self._framed(post.direction, self._html(post.markdown))

    def _framed(self, direction: str, html: str) -> str:
        return f'<div lang="{self.language}" dir="{direction}">\n{html}\n</div>\n'

    def _mail(self, post: Post) -> Text:
        """A letter with a text and an HTML part (RFC 5322), to be opened and sent by a mail program."""
        letter = EmailMessage(policy=SMTP)
        subject = post.title if post.name == WELCOME else f"{self.community.name}: {post.title}"
        letter["Subject"] = " ".join(subject.split())
        # mail programs open a letter with this line for writing
        letter["X-Unsent"] = "1"
        text, html = self._plain(post.markdown) + "\n", self._fragment(post)
        letter.set_content(text, cte="quoted-printable")
        letter.add_alternative(html, subtype="html", cte="quoted-printable")
        # the same for the same words, and nothing that somebody could write among them
        letter.set_boundary(f"hearthbook-{sha256((text + html).encode()).hexdigest()[:32]}")
        return Text(file_name(post.name, ".eml"), letter.as_string())

    def health(self) -> tuple[Text, ...]:
        """A forge's community health files: CODE_OF_CONDUCT.md, CONTRIBUTING.md and SUPPORT.md."""
        code = self._page("code-of-conduct")
        by_name = {post.name: post.markdown for post in self._posts}
        joined = {
            "CONTRIBUTING.md": [by_name[name] for name in (WELCOME, "norms", "meetings") if name in by_name],
            "SUPPORT.md": [
                f"# {default_theme().words(self.language).raw('card.ask')}",
                *(text for name, text in by_name.items() if name.startswith("channel-")),
                by_name["tell"],
            ],
        }
        return (
            Text("CODE_OF_CONDUCT.md", self._standing_alone([code.markdown], code.path)),
            *(Text(name, self._standing_alone(parts)) for name, parts in joined.items()),
        )

    def _standing_alone(self, parts: list[str], path: str = "") -> str:
        text = "\n\n".join(self._bare(part, path).strip() for part in parts)
        text = text if text.startswith("# ") else text.replace("## ", "# ", 1)
        return plain_markdown(text) + "\n"

    def card(self, ending: str) -> str:
        """The card as Markdown, plain text or HTML, by the ending of a file's name."""
        page = self._page("card")
        if ending == ".md":
            return self._standing_alone([page.markdown], page.path)
        if ending == ".txt":
            return self._plain(page.markdown, path=page.path) + "\n"
        return self._framed(page.direction, self._html(page.markdown, page.path))
