"""HB820: a text holds HTML, which readers would see as it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import without_code
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.texts import Texts

_TAG: Final = re.compile(
    r"</?(?:a|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|script|small|span"
    r"|strong|style|sub|sup|table|td|th|tr|u|ul|video)(?=[\s/>])[^<>]{0,300}>",
    re.IGNORECASE,
)
"""Elements that people write; other words between angle brackets may be meant as they are."""
_INSTEAD: Final = {
    "a": "[words](https://example.org)",
    "b": "**words**",
    "strong": "**words**",
    "i": "*words*",
    "em": "*words*",
    "br": "an empty line for a new paragraph",
    "p": "an empty line for a new paragraph",
    "li": "a line that begins with `- `",
    "ul": "lines that begin with `- `",
    "code": "`words` between backticks",
    "img": "the picture in an article, as ![what it shows](picture.png)",
}
"""Element -> how the same is written."""


@rule(Severity.WARNING, worth=2)
def html_in_text(texts: Texts) -> Iterator[Slip]:
    """Finds elements of HTML outside of code; one finding for each text."""
    for where, text in texts:
        found = _TAG.search(without_code(text)) if "<" in text else None
        if found:
            name = re.sub(r"[</>]", " ", found[0]).split()[0].lower()
            instead = _INSTEAD.get(name, "plain words")
            fact = f"readers would see `{found[0][:40]}` as it stands here, for no HTML counts in texts"
            yield Slip(where, fact, f"take it out, and write {instead}")
