"""What the preview shows in place of a page: that it is not ready yet, or what is to be mended."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from hearthbook.render.environment import sentence

if TYPE_CHECKING:
    from jinja2 import Template

    from hearthbook.publish.builder import Progress
    from hearthbook.publish.trouble import Trouble

LAST_GOOD: Final = "last-good"
"""The query that asks for a page as it was before the trouble."""
BAR: Final = (
    b'<p style="position:fixed;inset:auto 0 0;z-index:99;margin:0;padding:.4rem 1rem;'
    b'background:#93401c;color:#fff;text-align:center">This is the last good page. '
    b'<a href="?" style="color:#fff;text-decoration:underline">See what is to be mended</a></p>'
)
"""Stands on every page that was asked for this way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Stands in for every page, while files of other kinds are served as ever."""

    status: str
    page: bytes
    standing: bool
    """Whether the last good pages may be asked for."""


def waiting(progress: Progress | None) -> Notice:
    """The pages are on their way; looks again by itself."""
    lead = "This page shows them as soon as they are there."
    if progress:
        lead = f"{progress.done:,} of {progress.cells:,} communities are ready. {lead}"
    page = _page(title="The pages are being made", lead=lead, again=1)
    return Notice(status="503 Service Unavailable", page=page, standing=False)


def troubled(trouble: Trouble, *, standing: bool) -> Notice:
    """Everything that is to be mended before there are new pages."""
    lead = "Mend it and save the file: this page then shows the new one by itself."
    page = _page(title=trouble.title, lead=lead, rows=trouble.rows, more=trouble.more, standing=standing)
    return Notice(status="500 Internal Server Error", page=page, standing=standing)


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["sentence"] = _sentence
    return environment.get_template("notice.html.jinja")


def _sentence(text: str) -> Markup:
    """The text as a sentence, with `code` in it shown as such."""
    parts = enumerate(sentence(text).split("`"))
    shown = (Markup("<code>{}</code>").format(part) if number % 2 else escape(part) for number, part in parts)
    return Markup("").join(shown)


def _page(**facts: Any) -> bytes:  # noqa: ANN401 - what the template shows
    empty: dict[str, Any] = {"rows": (), "more": 0, "standing": False, "again": 0}
    # half a character in somebody's key cannot be sent; HTML has a way to write it
    return _template().render(empty | facts).encode("utf-8", "xmlcharrefreplace")
