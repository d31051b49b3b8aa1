"""Communities to render: the archive's own, with facts left out and words no founder should write."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import ValidationError

from hearthbook import resources
from hearthbook.ingest.archive import load_archive
from hearthbook.ingest.reveal import publishable
from hearthbook.lint.audit import audited
from hearthbook.model.base import Section
from hearthbook.model.community import Community
from hearthbook.model.findings import Place
from hearthbook.model.pages import Cell, Neighbour, Page
from hearthbook.model.sources import SourceMap
from hearthbook.render.cell import render_cell, run_template
from hearthbook.render.environment import page_environment
from hearthbook.render.helpers import Helpers
from hearthbook.render.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from hearthbook.model.archive import Archive

ROOT: Final = Path(__file__).resolve().parents[2]
HOSTILE: Final = (
    '<b class="planted">x</b>',
    "[x](javascript:1)",
    "{: .planted }",
    "{#planted}",
    "{name} {outcome} {{ c.name }}",
    "a | b | c",
    "`code` and ``",
    "# Head",
    "- item",
    "1. one",
    "*star",
    "_u_",
    "\\",
    "ends with a stop.",
    "who ends like this?",
    '"Quoted"',
    "- a\n- b",
    "first\n\nsecond",
    "```\nf\n```",
    "~~~\nx\n~~~",
    "text\n\n    indented",
    "> quoted",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    ": defined",
)
ADA: Final = {"id": "ada", "who": "Ada Example", "reach": "ada@example.org"}
NOOR: Final = {"id": "noor", "who": "Noor Example", "reach": "noor@example.net", "independent": True}
CONDUCT: Final[dict[str, object]] = {
    "contacts": (ADA, NOOR),
    "above": "The house",
    "stand_by": "Lena Example",
    "anonymous": "A box.",
    "receipt_within": "two days",
    "decide_within": "two weeks",
    "decisions": {"quorum": "both contacts"},
    "records": "One notebook.",
    "ladder": ({"id": "word", "consequence": "A word"},),
    "appeal": {"to": "The board", "within": "nine days"},
    "statistics": "Each January.",
    "review": {"last": "2026-05-01", "every": "year", "waiting_time": "two weeks"},
}
"""A code of conduct that has everything in place."""
AnySection = TypeVar("AnySection", bound=Section)


def theme() -> Theme:
    """The theme under test."""
    return Theme(folder=resources.themes() / "hearth")


@cache
def archive() -> Archive:
    """The communities that travel with the checkout."""
    return load_archive(ROOT)


@cache
def shipped() -> tuple[Community, ...]:
    """Its communities, complete, but without answers that link to an entry which chance may take."""
    return tuple(
        one.community.model_copy(
            update={"faq": tuple(answer for answer in one.community.faq if "](/" not in (answer.a or ""))}
        )
        for one in archive().communities
    )


def community(**more: object) -> Community:
    """The smallest community there is, and what a test adds; entries of lists need ids."""
    promise = {"for": ("new managers",), "outcome": "hold a hard talk"}
    return Community.model_validate({"name": "Hard Talks", "promise": promise} | more)


def thinned(section: AnySection, share: float, chance: random.Random) -> AnySection:
    """The section without a share of all that may be left out."""
    update: dict[str, object] = {}
    for name, field in type(section).model_fields.items():
        value = getattr(section, name)
        if not field.is_required() and chance.random() < share:
            update[name] = field.get_default(call_default_factory=True)
        elif isinstance(value, Section):
            update[name] = thinned(value, share, chance)
        elif isinstance(value, tuple) and any(isinstance(entry, Section) for entry in value):
            kept = [entry for entry in value if chance.random() >= share]
            update[name] = tuple(thinned(entry, share, chance) for entry in kept)
    return section.model_copy(update=update)


def _accepts(section: Section, key: str, name: str, text: str) -> bool:
    fields = {key: text} if not isinstance(getattr(section, name), tuple) else {key: (text,)}
    try:
        type(section).model_validate(section.model_dump(by_alias=True) | fields)
    except ValidationError:
        return False
    return True


def hostile(
    section: AnySection, share: float, chance: random.Random, texts: Sequence[str] = HOSTILE
) -> AnySection:
    """The section with a share of its free text replaced by what could break a page."""
    update: dict[str, object] = {}
    for name, field in type(section).model_fields.items():
        value = getattr(section, name)
        if isinstance(value, Section):
            update[name] = hostile(value, share, chance, texts)
        elif isinstance(value, tuple) and any(isinstance(entry, Section) for entry in value):
            update[name] = tuple(hostile(entry, share, chance, texts) for entry in value)
        elif isinstance(value, str | tuple) and value and chance.random() < share:
            text = chance.choice(texts)
            if _accepts(section, field.alias or name, name, text):
                update[name] = (text,) if isinstance(value, tuple) else text
    return section.model_copy(update=update)


def nameless(whole: Community) -> Community:
    """The community when none of its people wishes to be shown."""
    people = {key: one.model_copy(update={"show": "nothing"}) for key, one in whole.people.items()}
    return publishable(whole.model_copy(update={"people": people}))


def cell(whole: Community, *, with_articles: bool = False) -> Cell:
    """The community as a cell of an archive that has the shipped neighbours."""
    near = {one.slug: Neighbour(slug=one.slug, name=one.community.name) for one in archive().communities}
    articles = next((one.articles for one in archive().communities if one.articles), ())
    return Cell(
        slug="hard-talks",
        community=whole,
        sources=SourceMap(spots={}, root=Place(file="communities/hard-talks.yml")),
        language="en",
        articles=articles if with_articles else (),
        neighbours=near,
        children=tuple(near.values())[:1] if with_articles else (),
        audit=audited(whole),
    )


def render(whole: Community) -> dict[str, str]:
    """Kind of page -> its Markdown."""
    return {page.kind: page.markdown for page in render_cell(cell(whole), theme())}


@cache
def _environment() -> Environment:
    return page_environment(theme().folder / "pages", theme().words("en").show)


def page(whole: Community, kind: str, children: tuple[Neighbour, ...] = ()) -> str:
    """The Markdown of one kind of page alone, for tests that need it many times."""
    one = replace(cell(whole), children=children)
    functions = Helpers(one, theme().words("en"), f"{one.slug}/{kind}.md").functions()
    return run_template(_environment(), f"{kind}.md.jinja", {"c": whole, "cell": one, **functions})


@cache
def sample(seed: int) -> tuple[Page, ...]:
    """The pages of a shipped community after chance has been at it; odd seeds are hostile."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    whole = thinned(shipped()[seed % len(shipped())], chance.choice((0.05, 0.2, 0.4, 0.7)), chance)
    whole = hostile(whole, 0.4, chance) if seed % 2 else whole
    whole = nameless(whole) if seed % 5 == 0 else publishable(whole)
    return render_cell(cell(whole, with_articles=chance.random() < 0.5), theme())


def text_of(page: Page) -> str:
    """The page's Markdown without code, attributes and the targets of links."""
    text = re.sub(r"(?ms)^(`{3,})[^\n]*\n.*?^\1$", "CODE", page.markdown)
    text = re.sub(r"\{:? ?(?:[#.]|data-hb-)[^}\n]*\}", "", re.sub(r"\]\([^)\n]*\)", "]", text))
    return re.sub(r"(?m)^(:|-|\d+\.)? +", "", text)
