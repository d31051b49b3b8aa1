"""All pages of one community, from its cell and the theme."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final, Literal

from jinja2 import TemplateError, TemplateSyntaxError

from hearthbook.errors import HearthbookError
from hearthbook.model.pages import Page
from hearthbook.model.sources import pointer
from hearthbook.render.articles import article_pages
from hearthbook.render.compiled import CompiledTemplates
from hearthbook.render.environment import page_environment, tidy
from hearthbook.render.handbook import Front, entries_of, handbook_page, parts_of
from hearthbook.render.helpers import Helpers, fixed
from hearthbook.render.summary import summary
from hearthbook.render.words import mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Environment

    from hearthbook.model.community import Community
    from hearthbook.model.pages import Cell
    from hearthbook.render.theme import Theme
    from hearthbook.render.words import Words

KINDS: Final = (
    "home",
    "start-here",
    "norms",
    "channels",
    "rituals",
    "agenda",
    "roles",
    "code-of-conduct",
    "handling-reports",
    "faq",
    "hosts",
    "growth",
    "measures",
    "articles",
    "changes",
    "card",
)
"""The pages with a template of their own, in the order of the menu."""

_HAS: Final[dict[str, Callable[[Community], object]]] = {
    "norms": lambda community: community.norms,
    "channels": lambda community: community.channels,
    "rituals": lambda community: community.rituals or community.mixing,
    "agenda": lambda community: any(each.when for each in community.rituals),
    "roles": lambda community: community.roles or community.people,
    "handling-reports": lambda community: community.conduct,
    "growth": lambda community: (
        community.size
        or community.lineage
        or community.launch
        or (community.promise.boundary and community.promise.boundary.cap)
    ),
    "measures": lambda community: community.metrics or community.stories,
    "changes": lambda community: community.feedback or community.review,
}
"""Pages that menus name only when the founder gave them something to say."""


@cache
def _environment(folder: Path, words: Words, bytecode: str) -> Environment:
    compiled = CompiledTemplates(bytecode, f"{mark(words)}-%s.cache") if bytecode else None
    return page_environment(folder, words.show, {"t": partial(fixed, words), "ptr": pointer}, compiled)


def environment_of(theme: Theme, words: Words) -> Environment:
    """The environment in which a theme's templates for pages run with some words."""
    return _environment(theme.folder / "pages", words, theme.bytecode)


def direction(words: Words) -> Literal["ltr", "rtl"]:
    """The direction in which the language is written."""
    return "rtl" if words.locale.text_direction == "rtl" else "ltr"


def is_listed(kind: str, cell: Cell) -> bool:
    """Whether menus name the page: it has something to say beyond "not yet", and is not the card."""
    if kind == "card":
        return False
    if kind == "articles":
        return bool(cell.articles)
    if kind == "changes" and cell.news:
        return True
    return bool(_HAS[kind](cell.community)) if kind in _HAS else True


def _page(kind: str, cell: Cell, words: Words, helpers: Helpers, run: Callable[[str], str]) -> Page:
    path = {
        "home": f"{cell.slug}/index.md",
        "articles": f"{cell.slug}/articles/index.md",
    }.get(kind, f"{cell.slug}/{kind}.md")
    helpers.turn_to(path)
    markdown = run(f"{kind}.md.jinja")
    name = cell.community.name
    return Page(
        path=path,
        kind=kind,
        title=name if kind == "home" else str(words.raw(f"pages.{kind}.title")),
        description=_description(kind, cell, words),
        markdown=markdown,
        language=words.spoken,
        direction=direction(words),
        listed=is_listed(kind, cell),
        provenance=tuple(helpers.provenance),
        source=helpers.provenance[0].place if helpers.provenance else cell.sources.root,
    )


def _description(kind: str, cell: Cell, words: Words) -> str:
    if kind == "home":
        return summary(cell.community.promise, words)
    return words.raw(f"pages.{kind}.description").replace("{name}", cell.community.name)


def run_template(environment: Environment, name: str, context: dict[str, object]) -> str:
    """The template's output, tidied.

    Raises HearthbookError naming the template's file and line.
    """
    try:
        return tidy(environment.get_template(name).render(context))
    except TemplateSyntaxError as error:
        where = f"{error.filename or error.name}:{error.lineno}"
        raise HearthbookError(str(error.message), where=where, hint="mend the template") from error
    except TemplateError as error:
        raise HearthbookError(
            str(error), where=_template_place(error, name), hint="mend the template"
        ) from error


def _template_place(error: TemplateError, name: str) -> str:
    line, trace = 0, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith(".jinja"):
            name, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return f"{name}:{line}" if line else name


def render_one(kind: str, cell: Cell, theme: Theme, *, alone: bool) -> Page:
    """One kind of page; `alone` for readers who have no other, so that it points to none.

    Raises HearthbookError where a template or a word is wrong.
    """
    words = theme.words(cell.language)
    helpers = Helpers(cell, words, alone=alone)
    context = {"c": cell.community, "cell": cell, **helpers.functions()}
    environment = environment_of(theme, words)
    return _page(kind, cell, words, helpers, lambda name: run_template(environment, name, context))


def render_cell(cell: Cell, theme: Theme) -> tuple[Page, ...]:
    """All pages of the cell, in the order of its menu.

    Raises HearthbookError where a template or a word is wrong.
    """
    words = theme.words(cell.language)
    helpers = Helpers(cell, words)
    # one context for all pages: what is imported with the same values is made once
    context = {"c": cell.community, "cell": cell, **helpers.functions()}
    environment = environment_of(theme, words)

    def run(template: str) -> str:
        return run_template(environment, template, context)

    pages = [_page(kind, cell, words, helpers, run) for kind in KINDS]
    articles = article_pages(cell, words)
    position = KINDS.index("articles") + 1
    helpers.turn_to(f"{cell.slug}/handbook.md")
    entries = entries_of(parts_of(tuple(pages)))
    front = run_template(environment, "handbook.md.jinja", {**context, "parts": entries})
    whole = handbook_page(cell, tuple(pages), words, Front(front, tuple(helpers.provenance)))
    return (*pages[:position], *articles, *pages[position:], whole)
