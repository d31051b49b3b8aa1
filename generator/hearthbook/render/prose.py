"""Prose from people made harmless: a small, known part of Markdown survives.

What survives: paragraphs, lists, quotes, emphasis, code, and links whose
address is on the allow-list; in articles also headings, tables, footnotes and
pictures of the archive itself. Everything else is shown as it was written.
The result holds no HTML and no attribute lists, whichever Markdown tool reads
it afterwards.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Resolve = "Callable[[str], str | None]"
_URL: Final = r"[^\s()<>\"'\\]+(?:\([^\s()<>\"'\\]*\)[^\s()<>\"'\\]*)*"
_TOKEN: Final = re.compile(
    rf"""
      (?P<kept>\\[\\`*_{{}}\[\]()\#+.!|>-])
    | (?P<ticks>(?<!`)`+(?!`))(?P<code>[^\n]+?)(?<!`)(?P=ticks)(?!`)
    | (?P<bang>!?)\[(?P<label>[^\[\]\n]*)\]\([ ]*(?P<target>{_URL})(?:[ ]+"[^"\n]*")?[ ]*\)
    | (?P<note>\[\^[\w-]+\](?::)?)
    | <(?P<auto>(?:https?://|mailto:)[^\s<>]+)>
    | (?P<bare>\bhttps?://[^\s<>()\[\]"'`*\\|{{}}]*[^\s<>()\[\]"'`*\\|{{}}.,;:!?_])
    | (?P<mail>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)
    | (?P<special>[\\`\[\]{{}}<|])
    | (?P<entity>&(?=\#?\w+;))
    """,
    re.VERBOSE,
)
_FENCE: Final = re.compile(r"^(?P<fence>`{3,}|~{3,})[ ]*(?P<language>[\w+#-]*)[ ]*$")
_ITEM: Final = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_TITLE: Final = re.compile(r"^(?P<indent>\s*)(?P<marks>#{1,6})(?P<rest>.*)$")
_UNDERLINE: Final = re.compile(r"^(?P<indent>[ ]{0,3})(?P<mark>[=~:-])")
_RULE: Final = re.compile(r"^[ ]{0,3}(?:=+|-+|(?:-[ ]+){2,}-?|~{3,}.*|:[ ]+.*)\s*$")


class _Prose:
    """Neutralises one text; `article` widens what survives."""

    def __init__(self, resolve: Callable[[str], str | None], *, article: bool) -> None:
        self.resolve = resolve
        self.article = article

    def inline(self, text: str) -> str:
        return _TOKEN.sub(self._token, text)

    def _token(self, match: re.Match[str]) -> str:
        if match["kept"]:
            return match[0]
        if match["code"] is not None:
            return _code(match["code"])
        if match["target"]:
            return self._link(match)
        if match["note"]:
            is_note = self.article
            return match[0] if is_note else match[0].replace("[", r"\[").replace("]", r"\]")
        if address := match["auto"] or match["bare"]:
            return self._address(address)
        if match["mail"]:
            return f"[{_label(match['mail'])}](mailto:{match['mail']})"
        if match["entity"]:
            return "&amp;"
        return self._special(match[0])

    def _special(self, character: str) -> str:
        if character == "<":
            return "&lt;"
        if character == "|" and self.article:
            return character
        return "\\" + character

    def _address(self, address: str) -> str:
        target = self.resolve(address)
        label = _label(address)
        return f"[{label}]({_target(target)})" if target else label

    def _link(self, match: re.Match[str]) -> str:
        picture = bool(match["bang"])
        target = self.resolve(match["target"])
        remote = picture and target is not None and re.match(r"[a-z]+:|//", target)
        if target is None or remote or (picture and not self.article):
            return _label(match[0])
        label = _label(match["label"]) if picture else self.inline(match["label"])
        return f"{match['bang']}[{label}]({_target(target)})"

    def line(self, line: str) -> str:
        if title := _TITLE.match(line):
            if self.article and not title["indent"]:
                level = max(2, len(title["marks"]))
                return "#" * level + " " + self.inline(title["rest"].strip().rstrip("#").rstrip())
            return f"{title['indent']}\\{title['marks']}{self.inline(title['rest'])}"
        if not self.article and _RULE.match(line):
            return _UNDERLINE.sub(lambda m: f"{m['indent']}&#{ord(m['mark'])};", line)
        return self.inline(line)

    def lines(self, text: str) -> Iterator[str]:
        rows = text.split("\n")
        position, in_list, blank = 0, False, True
        while position < len(rows):
            row = rows[position].expandtabs(4).rstrip()
            fence = _FENCE.match(row)
            end = _fence_end(rows, position, fence["fence"]) if fence else 0
            if fence and end:
                yield from _fenced(rows[position + 1 : end], fence["language"])
                position, blank = end + 1, False
                continue
            if blank and row.startswith("    ") and not in_list:
                end = _indented_end(rows, position)
                yield from _fenced([r.expandtabs(4)[4:] for r in rows[position:end]], "")
                position, blank = end, False
                continue
            if row and not row.startswith(" "):
                in_list = bool(_ITEM.match(row)) or (in_list and not blank)
            yield self.line(row)
            blank = not row
            position += 1


def _fence_end(rows: list[str], start: int, fence: str) -> int:
    for position in range(start + 1, len(rows)):
        if rows[position].rstrip() == fence:
            return position
    return 0


def _indented_end(rows: list[str], start: int) -> int:
    end = start
    for position in range(start, len(rows)):
        row = rows[position].expandtabs(4)
        if row.startswith("    "):
            end = position + 1
        elif row.strip():
            break
    return end


def _fenced(rows: list[str], language: str) -> Iterator[str]:
    longest = max((len(run) for row in rows for run in re.findall(r"`+", row)), default=0)
    fence = "`" * max(3, longest + 1)
    yield ""
    yield fence + language
    yield from (row.rstrip("\r") for row in rows)
    yield fence
    yield ""


def _code(code: str) -> str:
    if not re.search(r"[<&{}|`\\]", code):
        return f"`{code}`"
    shown = html.escape(code.strip(), quote=False)
    return "<code>" + re.sub(r"[\\`*_{}\[\]|!]", lambda m: f"&#{ord(m[0])};", shown) + "</code>"


def _label(text: str) -> str:
    escaped = re.sub(r"[\\`*_{}\[\]|]", lambda m: "\\" + m[0], text)
    return re.sub(r"&(?=#?\w+;)", "&amp;", escaped).replace("<", "&lt;")


def _target(target: str) -> str:
    return quote(html.unescape(target), safe="/:?#@!$&'*+,;=%~.-_()")


def prose(text: str, resolve: Callable[[str], str | None], *, article: bool = False) -> Markup:
    """The text as harmless Markdown.

    `resolve` turns the address of a link into the one to publish, or None where
    the address is not allowed; then the link is shown as it was written.
    """
    rows = _Prose(resolve, article=article).lines(text)
    return Markup(re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip("\n"))  # noqa: S704
