"""A paragraph from people made harmless: emphasis, code and allowed links survive.

Whatever else Markdown, HTML or attribute lists could make of it is escaped, so
that it is shown as it was written.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from hearthbook.render.code import code_span
from hearthbook.render.escape import literal, shown

if TYPE_CHECKING:
    from collections.abc import Callable

_LABEL: Final = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*"
_URL: Final = r"[^\s()<>\"'\\]+(?:\([^\s()<>\"'\\]*\)[^\s()<>\"'\\]*)*"
_TITLE: Final = r"(?:\s+(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)))?"
_IN_URL: Final = r"[^\s<>()\[\]\"'`*\\|{}]"
_MAIL: Final = r"(?<![!\w.+-])\w[\w.+-]*@[\w-]+(?:\.[\w-]+)+"
_BARE: Final = rf"(?<![!\w])https?://(?:{_IN_URL}|\({_IN_URL}*\))*(?:(?![.,;:!?_\u060c\u061b\u061f\xbb]){_IN_URL}|\({_IN_URL}*\))"
ADDRESS: Final = re.compile(rf"{_BARE}|{_MAIL}\b")
"""A web or mail address within a text; not one right behind `!`, which would make a picture of it."""
_TOKEN: Final = re.compile(
    rf"""
      \\(?P<kept>[!-/:-@\[-`{{-~])
    | (?P<ticks>(?<!`)`+(?!`))(?P<code>.{{1,2000}}?)(?<!`)(?P=ticks)(?!`)
    | (?P<bang>!?)\[(?P<label>{_LABEL})\]\(\s*(?:<(?P<angled>[^<>\n]+)>|(?P<target>{_URL})){_TITLE}\s*\)
    | \[\^(?P<note>[\w-]+)\](?![(\[])
    | <(?P<auto>(?:https?://|mailto:|tel:)[^\s<>]+|{_MAIL})>
    | (?P<bare>{_BARE})
    | (?P<mail>{_MAIL}\b)
    | (?P<special>[\\`\[\]{{}}<|]|!(?=[\w<\[])|(?<=\]):|&(?=\#|\w+;))
    """,
    re.VERBOSE | re.DOTALL,
)


def encoded(target: str) -> str:
    """The address, percent-encoded until it can stand between the brackets of a link."""
    return re.sub(r"&(?=\#|\w+;)", "&amp;", quote(target, safe="/:?#@!$&*+,;=%~.-_"))


@dataclass(frozen=True, slots=True)
class Inline:
    """Neutralises paragraphs of one text."""

    resolve: Callable[[str], str | None]
    """Turns the address of a link into the one to publish, or None where it is not allowed."""
    article: bool = False
    """Whether pictures of the archive, cells of tables and footnotes survive as well."""
    notes: frozenset[str] = frozenset()
    """The footnotes that are there to be referred to."""
    links: bool = True
    """Whether links survive; within the text of a link they do not."""

    def __call__(self, text: str) -> str:
        """The text with nothing in it that acts but what is allowed."""
        return _TOKEN.sub(self._token, text)

    def _token(self, match: re.Match[str]) -> str:
        if match["kept"]:
            return shown(match["kept"])
        if match["code"] is not None:
            return code_span(match["code"])
        if match["label"] is not None:
            return self._link(match)
        if match["note"]:
            return match[0] if match["note"] in self.notes else literal(match[0])
        if found := match["auto"] or match["bare"] or match["mail"]:
            return self._bare(found, match[0])
        if match[0] == "|" and self.article:
            return "|"
        return shown(match[0])

    def _resolved(self, address: str) -> str | None:
        try:
            return self.resolve(address)
        except ValueError:  # from urlsplit, for `https://[` and the like
            return None

    def _bare(self, address: str, written: str) -> str:
        label = re.sub("^(?:mailto|tel):", "", address)
        target = self._resolved(address if ":" in address else f"mailto:{address}")
        if not self.links or target is None:
            return literal(written)
        return f"[{literal(label)}]({encoded(target)})"

    def _link(self, match: re.Match[str]) -> str:
        address = html.unescape(match["angled"] or match["target"]).strip()
        target = self._resolved(address)
        if target is None or not self.links:
            return literal(match[0])
        label = " ".join(match["label"].split())
        if not match["bang"]:
            within = Inline(self.resolve, article=self.article, links=False)
            return f"[{within(label) or literal(address)}]({encoded(target)})"
        if not self.article or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", target):
            return literal(match[0])
        return f"![{literal(label)}]({encoded(target)})"
