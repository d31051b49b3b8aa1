"""A page of a few lines with the scripts that a test is about, on a clock and in a zone of its choice."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from hearthbook.publish.scripts import script
from tests.render.support import theme

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

ADDRESS: Final = "http://small.test/"
_ASSETS: Final = theme().folder / "html/assets/hearth"


def small_page(body: str, *names: str, language: str = "en") -> str:
    """The page with these scripts, which find their words as on every other page."""
    words = theme().words(language)
    tags = [f'<link rel="stylesheet" href="/{name}.css">' for name in ("hearth", "pages")]
    tags.append("<style>html { font-size: 20px }</style>")  # as Material has it
    tags.append('<script src="/hearth.js" defer></script>')
    for each in (script(name, words) for name in names):
        own = f'data-hb-locale="{each.locale}" data-hb-words="{escape(each.words)}"'
        tags.append(f'<script src="/{each.name}.js" defer {own}></script>')
    head = '<!doctype html><html lang="en" dir="ltr"><title>A small page</title>' + "".join(tags)
    return f'{head}<main class="md-typeset">{body}</main>'


def _answer(route: Route, html: str) -> None:
    """What a server would say: the page, or a file of the theme."""
    name = route.request.url.removeprefix(ADDRESS)
    if name:
        route.fulfill(path=_ASSETS / name)
    else:
        route.fulfill(content_type="text/html; charset=utf-8", body=html)


class Small:
    """A window for small pages, one after the other."""

    def __init__(self, page: Page) -> None:
        """Nothing is in it yet."""
        self.page = page
        self._html = ""
        self.page.route(f"{ADDRESS}**", lambda route: _answer(route, self._html))

    def show(self, html: str, *, now: str | None = None) -> Page:
        """The page, in this window; `now` is the instant at which its clock stands still."""
        if now:
            self.page.clock.set_fixed_time(now)
        self._html = html
        self.page.goto(ADDRESS)
        return self.page
