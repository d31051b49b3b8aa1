"""Material's style sheet without what no page of ours can ask for.

Material styles search, tabs, admonitions, blog posts and much else that this
site does not have: three quarters of the sheet. A rule is left out where its
selectors ask for a class that none of our templates and nothing in our Markdown
writes; then the variables that nobody asks for any more. What is left stands in
the same order and in the same words, so pages look the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITTEN: Final = re.compile(
    r"md-(?:container|content|content__inner|ellipsis|grid|icon|main|main__inner|nav|nav--secondary"
    r"|nav__(?:icon|item|link|list|title)|overlay|sidebar|sidebar--(?:primary|secondary)"
    r"|sidebar__(?:inner|scrollwrap)|skip|toggle|typeset)"
    r"|footnote(?:-\w+)?|headerlink|js|no-js"
)
"""Material's classes that stand in pages of ours."""

_CLASS: Final = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
# What a selector rules out, or offers to choose from, it does not ask for.
_CHOICE: Final = re.compile(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)")
_TOKEN: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|/\*.*?\*/|[{};]", re.DOTALL)
_COMMA: Final = re.compile(r",(?![^(\[]*[)\]])")
_SET: Final = re.compile(
    r"(?:(?<=[{;])|^)(--[\w-]+):((?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^;{}\"'])*);?"
)
_ASKED: Final = re.compile(r"var\(\s*(--[\w-]+)")
_REMARK: Final = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')|/\*.*?\*/", re.DOTALL)
_REMARK_LINES: Final = re.compile(r"^[ \t]*(?:/\*.*?\*/[ \t]*\n|//[^\n]*\n)", re.DOTALL | re.MULTILINE)
_INDENT: Final = re.compile(r"\s*\n\s*")
_BLANK_BEFORE: Final = re.compile(r"^[ \t]+", re.MULTILINE)
# A blank before a colon leads to what is inside: `.a :is(...)`.
_BLANKS: Final = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')| *([{}]) *|([:;,]) +")
_NESTED: Final = ("@media", "@supports", "@layer", "@container")


def slim(sheet: str, others: str = "") -> str:
    """The sheet without rules and variables for pages that this site does not have.

    `others` are the style sheets that stand beside it and may ask for its variables.
    """
    kept = "".join(_rules(sheet))
    while (less := _asked_for(kept, others)) != kept:
        kept = less
    return kept


def _rules(sheet: str) -> Iterator[str]:
    """The rules that a page of ours may match."""
    for head, body in _blocks(sheet):
        if body is None or not head.startswith("@"):
            selectors = [one for one in _COMMA.split(head) if body is None or _possible(one)]
            if selectors:
                yield ",".join(selectors) + ("" if body is None else f"{{{body}}}")
        elif head.startswith(_NESTED):
            if inner := "".join(_rules(body)):
                yield f"{head}{{{inner}}}"
        else:
            yield f"{head}{{{body}}}"


def _possible(selector: str) -> bool:
    """Whether every class that a selector asks for may stand in a page."""
    return all(WRITTEN.fullmatch(name) for name in _CLASS.findall(_CHOICE.sub("", selector)))


def _blocks(sheet: str) -> Iterator[tuple[str, str | None]]:
    """What stands before each outer pair of braces, and in it; a statement without braces has no body."""
    start = opened = depth = 0
    for token in _TOKEN.finditer(sheet):
        mark = token[0]
        if mark == "{":
            depth += 1
            opened = token.start() if depth == 1 else opened
        elif mark == "}":
            depth -= 1
            if depth == 0:
                yield sheet[start:opened], sheet[opened + 1 : token.start()]
                start = token.end()
        elif mark == ";" and depth == 0:
            yield sheet[start : token.end()], None
            start = token.end()


def _asked_for(sheet: str, others: str) -> str:
    """The sheet without the variables that neither it nor the others ask for."""
    asked = {*_ASKED.findall(sheet), *_ASKED.findall(others)}
    less = _SET.sub(lambda found: found[0] if found[1] in asked else "", sheet)
    return re.sub(r"[^{}]+\{\}", "", less)


def style_without_remarks(sheet: str) -> str:
    """A style sheet of ours without what only its authors read: remarks, and blanks that mean nothing."""
    plain = _REMARK.sub(lambda found: found[1] or "", sheet)
    return _BLANKS.sub(lambda found: found[1] or found[2] or found[3], _INDENT.sub("\n", plain)).lstrip()


def script_without_remarks(script: str) -> str:
    """A script of ours without indents and the remarks that have lines of their own.

    No text of ours runs over several lines.
    """
    return _BLANK_BEFORE.sub("", _REMARK_LINES.sub("", script))
