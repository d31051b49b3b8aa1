"""What a browser is given: Markdown through the dialect, its tags and its words."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

import markdown

from hearthbook.model.texts import SAFE_SCHEMES
from hearthbook.publish.dialect import EXTENSIONS, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITTEN: Final = frozenset({"a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul"})
"""What prose may turn into."""
PUBLISHED: Final = WRITTEN | frozenset(
    {
        "dd",
        "div",
        "dl",
        "dt",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
    }
)
"""What an article may turn into."""

_CLASSES: Final = re.compile(r"footnote|footnote-ref|footnote-backref|language-[\w+#.-]+")
_ALIGNED: Final = re.compile(r"left|right|center")


class Tag(NamedTuple):
    """A start tag as a browser sees it."""

    name: str
    attributes: dict[str, str]


class Reader(HTMLParser):
    """Tags and words of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.other: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)

    def unknown_decl(self, data: str) -> None:
        self.other.append(data)

    @property
    def text(self) -> str:
        """The words, with white space as a browser shows it."""
        return " ".join("".join(self.words).split())


@cache
def _parser() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS)


def to_html(text: str) -> str:
    """The HTML that every publisher makes of Markdown."""
    return _parser().reset().convert(text)


def read(html: str) -> Reader:
    """The HTML, taken apart."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def _is_allowed(tag: Tag, name: str, value: str) -> bool:
    if name in {"href", "src"}:
        scheme = urlsplit(value).scheme
        return "\\" not in value and not value.startswith("//") and scheme in {"", *SAFE_SCHEMES}
    if name == "class":
        return bool(_CLASSES.fullmatch(value))
    if name == "align":
        return tag.name in {"td", "th"} and bool(_ALIGNED.fullmatch(value))
    if name == "id":
        return tag.name in {"h2", "h3", "h4", "h5", "h6"} or value.startswith(("fn:", "fnref"))
    if name == "title":
        return tag.attributes.get("class") == "footnote-backref"
    return name == "alt"


def strangers(html: str, allowed: frozenset[str]) -> Iterator[str]:
    """What is in the HTML and should not be: elements, attributes, addresses, comments."""
    reader = read(html)
    yield from (f"<!{text}>" for text in reader.other)
    for tag in reader.tags:
        if tag.name not in allowed:
            yield f"<{tag.name}>"
        for name, value in tag.attributes.items():
            if not _is_allowed(tag, name, value):
                yield f'<{tag.name} {name}="{value}">'
