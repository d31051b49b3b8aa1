"""The whole handbook on one page, for printing and for reading in one go."""

from __future__ import annotations

import re
from dataclasses import replace
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
_HEADING: Final = re.compile(r"^(#{1,5}) ")
_ANCHOR: Final = re.compile(r"(?<!\\)(\{:? ?#)(?=[^\s}])")
# The bracket ends a link's text after an even number of backslashes: in `[\\](#x)`, not in `[\](#x)`.
_HERE: Final = re.compile(r"(?<!\\)((?:\\\\)*\])\(#")


def _moved(page: Page) -> Iterator[str]:
    """The page's lines one level deeper, its ids marked with the page they came from."""
    fence = ""
    for line in page.markdown.split("\n"):
        mark = re.match(r"^(`{3,})", line)
        if fence or mark:
            fence = "" if line == fence else fence or (mark[1] if mark else "")
            yield line
        elif "#" not in line:
            yield line
        else:
            deeper = _HEADING.sub(r"#\1 ", line)
            yield _HERE.sub(rf"\1(#{page.kind}--", _ANCHOR.sub(rf"\g<1>{page.kind}--", deeper))


def handbook_page(cell: Cell, pages: tuple[Page, ...], words: Words) -> Page:
    """One page that holds the listed pages of `_PARTS`, in that order.

    The id `norm-credit` of the page norms becomes `norms--norm-credit`.
    """
    by_kind = {page.kind: page for page in pages if page.listed}
    parts = [by_kind[kind] for kind in _PARTS if kind in by_kind]
    name = cell.community.name
    title = words.say("handbook.heading", name=name)
    bodies = ["\n".join(_moved(part)) for part in parts]
    provenance: list[Provenance] = [
        replace(entry, anchor=f"{part.kind}--{entry.anchor}")
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
