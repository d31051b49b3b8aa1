"""The whole handbook on one page, for printing and for reading in one go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from hearthbook.model.pages import Page, Provenance
from hearthbook.render.environment import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.pages import Cell
    from hearthbook.render.words import Words

_PARTS: Final = (
    "start-here",
    "norms",
    "channels",
    "rituals",
    "roles",
    "code-of-conduct",
    "handling-reports",
    "faq",
    "hosts",
    "growth",
    "measures",
    "changes",
)
_HEADING: Final = re.compile(r"^(?=#{1,5} )", re.MULTILINE)
_ANCHOR: Final = re.compile(r"\{(?<!\\\{):? ?#(?=[^\s}])")
# The bracket ends a link's text after an even number of backslashes: in `[\\](#x)`, not in `[\](#x)`.
_HERE: Final = re.compile(r"(?<!\\)(?:\\\\)*\]\(#")


def _moved(page: Page) -> str:
    """The page's Markdown one level deeper, its ids marked with the page they came from."""
    text = page.markdown
    return "\n".join(_around_code(page)) if "```" in text else _deeper(text, page.kind)


def _deeper(text: str, kind: str) -> str:
    def marked(match: re.Match[str]) -> str:
        return f"{match[0]}{kind}--"

    deeper = _ANCHOR.sub(marked, _HEADING.sub("#", text))
    return _HERE.sub(marked, deeper) if "\\]" in deeper else deeper.replace("](#", f"](#{kind}--")


def _around_code(page: Page) -> Iterator[str]:
    fence = ""
    for line in page.markdown.split("\n"):
        mark = re.match(r"^(`{3,})", line) if line.startswith("```") else None
        if fence or mark:
            fence = "" if line == fence else fence or (mark[1] if mark else "")
            yield line
        else:
            yield _deeper(line, page.kind) if "#" in line else line


def parts_of(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages that the handbook repeats, in its order."""
    by_kind = {page.kind: page for page in pages if page.listed}
    return tuple(by_kind[kind] for kind in _PARTS if kind in by_kind)


def handbook_page(cell: Cell, pages: tuple[Page, ...], words: Words) -> Page:
    """One page that holds the listed pages of `_PARTS`, in that order.

    The id `norm-credit` of the page norms becomes `norms--norm-credit`.
    """
    parts = parts_of(pages)
    name = cell.community.name
    title = words.say("handbook.heading", name=name)
    bodies = [_moved(part) for part in parts]
    provenance: list[Provenance] = [
        Provenance(anchor=f"{part.kind}--{entry.anchor}", pointer=entry.pointer, place=entry.place)
        for part in parts
        for entry in part.provenance
        if entry.anchor
    ]
    card = Markup(f"[{words.raw('pages.card.title')}](card.md)")  # noqa: S704 - a title of ours
    intro = words.say("handbook.intro", name=name) + "\n\n" + words.say("handbook.card", link=card)
    return Page(
        path=f"{cell.slug}/handbook.md",
        kind="handbook",
        title=words.raw("pages.handbook.title"),
        description=words.raw("pages.handbook.description").replace("{name}", name),
        markdown=tidy("\n\n".join([f"# {title} {{#handbook}}", intro, *bodies])),
        language=words.language,
        direction=pages[0].direction,
        provenance=tuple(provenance),
        source=cell.sources.root,
    )
