"""HB809: a heading of an article skips a level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import without_code
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.pages import Article

_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+\S")
_TOP: Final = 2
"""The article's title is the one heading of the first level, and a further `#` is shown as `##`."""


@rule(Severity.ADVICE, worth=2)
def heading_jump(articles: tuple[Article, ...]) -> Iterator[Slip]:
    """Finds headings more than one level below the one before."""
    for article in articles:
        before = _TOP - 1
        for number, line in enumerate(without_code(article.body).split("\n"), 1):
            if found := _HEADING.match(line):
                level = max(len(found[1]), _TOP)
                if level > before + 1:
                    above = f"a heading of level {before}" if before >= _TOP else "the title"
                    fact = f"a heading of level {level} follows {above}"
                    hint = f"write it with {before + 1} `#`"
                    yield Slip(f"article:{article.name}", fact, hint, line=number)
                before = level
