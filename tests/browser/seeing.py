"""One look at each page, with everything that tests want to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Browser, Page

PHONE, DESK = 390, 1280
WIDTHS: Final = (DESK, 640, PHONE, 320)
"""A desk, the same at 200 %, a phone, and a desk at 400 % (WCAG 2.2, 1.4.10)."""

LOOK: Final = """() => ({
  language: document.documentElement.lang,
  direction: document.documentElement.dir,
  title: document.title,
  headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter(h => h.checkVisibility() || h.closest('details')).map(h => Number(h.tagName[1])),
  mains: document.querySelectorAll('main').length,
  banners: document.querySelectorAll('body > header, .hb-header').length,
  menus: [...document.querySelectorAll('nav')].map(nav => nav.getAttribute('aria-label') || ''),
  footers: document.querySelectorAll('footer').length,
  unnamed: [...document.querySelectorAll('a, button')]
    .filter(e => !e.hidden && !(e.textContent.trim() || e.getAttribute('aria-label'))).length,
  moving: document.getAnimations().length + [...document.querySelectorAll('body *')]
    .filter(e => getComputedStyle(e).transitionDuration.split(', ').some(s => parseFloat(s) > 0.01)).length,
})"""
# What can be read at once, or with scripts perhaps after a press of a button.
_WORDS: Final = """() => {
  const all = %s;
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    if (all || walk.currentNode.parentElement.checkVisibility()) found.push(walk.currentNode.data);
  }
  return found.join(' ');
}"""
ALL_WORDS, WORDS_SHOWN = _WORDS % "true", _WORDS % "false"
TOO_WIDE: Final = (
    "() => Math.max(0, document.scrollingElement.scrollWidth - document.documentElement.clientWidth)"
)
# Through the object model, because the page's policy forbids styles that are written into it.
SPACED: Final = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
  const out = element => {
    const style = getComputedStyle(element);
    const hides = axis => ['hidden', 'clip'].includes(style[`overflow${axis}`]);
    const wanted = style.textOverflow === 'ellipsis' || style.clipPath !== 'none';
    if (!(hides('X') || hides('Y')) || wanted) return false;
    if (style.webkitLineClamp !== 'none' || element.matches('svg:not(:has(text))')) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    const text = document.createRange();
    text.selectNodeContents(element);
    return [...text.getClientRects()].some(part => part.width > 0 &&
      (hides('X') && (part.left < box.left - 1 || part.right > box.right + 1) ||
       hides('Y') && (part.top < box.top - 1 || part.bottom > box.bottom + 1)));
  };
  const cut = [...document.querySelectorAll('main *, footer *')].filter(out)
    .map(e => `${e.tagName}.${e.getAttribute('class')}`);
  const wide = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
  document.adoptedStyleSheets.pop();
  return wide > 0 ? [...cut, `${wide} pixels stick out`] : cut;
}"""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What one page looks like in a browser."""

    facts: dict[str, Any]
    """Headings, landmarks, language, and what moves though the reader wants less of that."""
    text: str
    """All words of its main part, those too that wait for the reader."""
    too_wide: dict[int, int] = field(default_factory=dict)
    """Width of the window -> pixels that stick out of it."""
    cut: list[str] = field(default_factory=list)
    """What is cut off or sticks out once a reader widens the spaces (WCAG 2.2, 1.4.12)."""
    asked: list[str] = field(default_factory=list)
    """The addresses that the browser asked for."""
    complaints: list[str] = field(default_factory=list)
    """What the browser said was wrong."""
    kept: list[str] = field(default_factory=list)
    """Cookies, and the keys of what is stored."""


def _look(page: Page, widths: Iterable[int]) -> tuple[dict[int, int], list[str]]:
    """What sticks out at each width, and what is cut off at the last."""
    wide = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        wide[width] = page.evaluate(TOO_WIDE)
    return wide, page.evaluate(SPACED)


def look_at(browser: Browser, address: str, paths: Iterable[str]) -> dict[str, Seen]:
    """Every page, looked at once, as a reader sees it who wants less motion."""
    seen = {}
    asked: list[str] = []
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": DESK, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in paths:
        page.set_viewport_size({"width": DESK, "height": 800})
        page.goto(address + path)
        facts, text = page.evaluate(LOOK), page.evaluate(ALL_WORDS)
        wide, cut = _look(page, WIDTHS)
        kept = [str(cookie) for cookie in context.cookies()]
        kept += page.evaluate("() => Object.keys(localStorage).concat(Object.keys(sessionStorage))")
        seen[path] = Seen(
            facts=facts,
            text=text,
            too_wide=wide,
            cut=cut,
            asked=[*asked],
            complaints=[*complaints],
            kept=kept,
        )
        asked.clear()
        complaints.clear()
    context.close()
    return seen


def look_without_scripts(browser: Browser, address: str, paths: Iterable[str]) -> dict[str, str]:
    """What there is to read on every page without JavaScript."""
    context = browser.new_context(viewport={"width": DESK, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    texts = {}
    for path in paths:
        page.goto(address + path, wait_until="domcontentloaded")
        texts[path] = page.evaluate(WORDS_SHOWN)
    context.close()
    return texts
