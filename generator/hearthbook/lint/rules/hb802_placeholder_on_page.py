"""HB802: a page shows a placeholder, or something that a template left behind."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.placeholders import placeholder, signs
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import without_code
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.pages import Page

_LEFT: Final = re.compile(
    r"\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|\{#.{0,80}?#\}|\{[a-z_][a-z0-9_]*\}|"
    r"(?<=[a-z,(] )(?:None|Undefined)\b(?! of)|\bNoneType\b|<[\w.]+ object at 0x"
)
"""What Jinja and Python leave behind; whatever people write in braces is escaped on a page."""
_SIGNS: Final = re.compile(r"\{[a-z_{%]|#\}|None|Undefined| object at 0x")
"""Without one of these a template left nothing behind."""
_TAG: Final = re.compile(r"<code>.*?</code>|</?[a-z][^>]*>|<!--.*?-->", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\([^\w\s])")
_ATTRIBUTES: Final = re.compile(r"(?<!\{)\{[:#. ][^{}%\n]*\}(?!\})")
_ANCHOR: Final = re.compile(r"\{[^{}\n]*#([^\s{}]+)[^{}\n]*\}")
_BY_HAND: Final = frozenset({"article", "hub-text", "hub-home"})
"""Pages whose text is people's own: what looks like a template there may be meant."""


@rule(Severity.ERROR, worth=5, even_closed=True)
def placeholder_on_page(page: Page) -> Iterator[Slip]:
    """Finds the first placeholder on each line of a page."""
    if not (signs(_read(page.markdown)) or _SIGNS.search(page.markdown)):
        return
    by_hand = page.kind in _BY_HAND
    lines = _TAG.sub(_blank, without_code(page.markdown)).split("\n")
    for number, line in enumerate(lines):
        bare = _ATTRIBUTES.sub(" ", line)
        left = None if by_hand else _LEFT.search(bare)
        found = left[0] if left else placeholder(_read(bare), page.language, markdown=by_hand)
        if found:
            hint = "write what belongs there; if no file of yours says it, the theme's template or words do"
            fact = f"the page shows what was to be filled in: `{found[:60]}`, at `{_address(page)}`"
            yield Slip(_anchor(lines, number), fact, hint, line=number + 1)


def _address(page: Page) -> str:
    """Where members read a page: `/oak/start-here/`."""
    return re.sub(r"(?:(?:^|/)index)?\.md$|$", "/", f"/{page.path}", count=1).replace("//", "/")


def _read(markdown: str) -> str:
    """Signs as they are read, without what keeps them from being Markdown or HTML."""
    return _ESCAPE.sub(r"\1", html.unescape(markdown))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _anchor(lines: list[str], number: int) -> str:
    """The id of the block in which a line is: it stands below its words, or above in a heading."""
    end = next((n for n in range(number, len(lines)) if not lines[n].strip()), len(lines))
    below = [found[1] for line in lines[number:end] if (found := _ANCHOR.search(line))]
    above = (found[1] for line in reversed(lines[:number]) if (found := _ANCHOR.search(line)))
    return below[0] if below else next(above, "")
