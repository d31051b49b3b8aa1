"""The Jinja environment in which page templates run.

Templates see one cell and pure helpers. Whatever they print is neutralised on
the way out unless it is Markdown already, so forgetting a filter can make a
page ugly but never unsafe.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jinja2 import FileSystemLoader, StrictUndefined

from hearthbook.render.folding import FoldingEnvironment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jinja2 import BytecodeCache, Environment
    from markupsafe import Markup

_SAFE_FILTERS: Final = (
    "batch",
    "count",
    "default",
    "dictsort",
    "first",
    "groupby",
    "last",
    "length",
    "list",
    "map",
    "reject",
    "rejectattr",
    "select",
    "selectattr",
    "slice",
    "sort",
    "unique",
)
"""Of Jinja's own filters those that hand values on; none that turns text into Markup."""

# The marks that end a sentence in Latin, Chinese, Arabic, Urdu and Hindi script, and what may follow them.
_MARKS: Final = ".!?:;\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964"
_CLOSE: Final = r"[\"')\]*_\u201d\u2019\u201c\u2018\u00bb\u00ab\u300d\u300f\uff09]*"
_END: Final = re.compile(rf"[{_MARKS}]{_CLOSE}$")
# The stop of a text that goes on after `3. Platz`, `z. B.` or `e.g. tea` ends no sentence.
_FULL_STOP: Final = r"(?<!\b\d)(?<!\b\d\d)(?<!\b[a-z])(?<!\bz\. B)\."
# Where a sentence ends within a text: a mark, what closes around it, and a blank before no small letter.
_STOP: Final = re.compile(
    rf"(?:[!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964]|{_FULL_STOP}){_CLOSE}\s*(?=\s[^a-zäöü]|$)"
)
_LISTED: Final = re.compile(r"[-*+>#|]\s|\d+[.)]\s|```|~~~")
_WORD: Final = re.compile(rf"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*[,{_MARKS}]*")


def phrase(text: str) -> str:
    """The text without a full stop or cry at its end, to stand inside a sentence of ours."""
    return text.strip().rstrip("!").removesuffix(".")


def sentence(text: str) -> str:
    """The text as a sentence of its own: a capital first, a full stop last.

    A first word with a capital further on (`iOS`) or a stop inside (`example.org`) stays.
    """
    stripped = text.strip()
    first = stripped.split(maxsplit=1)[0] if stripped else ""
    if _WORD.fullmatch(first) and first.islower():
        stripped = stripped[0].upper() + stripped[1:]
    return stripped if _END.search(stripped) else stripped + "."


def opening(text: str) -> str:
    """The text's first sentence with the links in it; empty where the text opens with a list or with code."""
    first = " ".join(text.strip().partition("\n\n")[0].split())
    if _LISTED.match(first):
        return ""
    ends = (first[: stop.end()].rstrip() for stop in _STOP.finditer(first))
    return next((said for said in ends if _closed(said)), first)


def _closed(text: str) -> bool:
    """Whether every bracket and every mark that opens in the text also closes in it."""
    pairs = all(text.count(one) == text.count(other) for one, other in ("[]", "()"))
    return pairs and all(text.count(mark) % 2 == 0 for mark in "*`")


def page_environment(
    folder: Path,
    show: Callable[[object], Markup],
    fixed: Mapping[str, Callable[..., object]] | None = None,
    compiled: BytecodeCache | None = None,
) -> Environment:
    """An environment over the templates in `folder`; `show` makes values Markdown.

    `fixed` are functions that give the same for the same: name -> function.
    What they gave is part of the templates that `compiled` keeps.
    """

    def finalize(value: object) -> Markup | StrictUndefined:
        return value if isinstance(value, StrictUndefined) else show(value)

    environment = FoldingEnvironment(
        fixed or {},
        bytecode_cache=compiled,
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    kept = {name: environment.filters[name] for name in _SAFE_FILTERS}
    environment.filters = kept | {"opening": opening, "phrase": phrase, "sentence": sentence}
    return environment


_GAPS: Final = re.compile(r"\n{3,}")


def tidy(markdown: str) -> str:
    """Markdown with one blank line between blocks, none elsewhere, and one last line end.

    Lines inside fenced code stay as they are.
    """
    if "```" not in markdown:
        rows = "\n".join(line.rstrip() for line in markdown.split("\n"))
        return _GAPS.sub("\n\n", rows).strip("\n") + "\n"
    return "\n".join(_tidied(markdown.split("\n"))).strip("\n") + "\n"


def _tidied(lines: list[str]) -> list[str]:
    rows: list[str] = []
    fence = ""
    for line in lines:
        row = line if fence else line.rstrip()
        mark = re.match(r"^(`{3,})", row) if row.startswith("```") else None
        if mark and not fence:
            fence = mark[1]
        elif fence and row.rstrip() == fence:
            fence = ""
        if row or fence or (rows and rows[-1]):
            rows.append(row)
    return rows
