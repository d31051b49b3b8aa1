"""The hub's lists in sheets, each made by itself: what changes on one card makes few of them anew.

A sheet is a page of the directory, from A to Z or of the family map, or files: the one that the
directory's filters look through, and those from which the form for a new community works.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.bring.form.data import FACTS, FormFacts, form_files
from hearthbook.model.pages import Card
from hearthbook.render.agenda import AgendaPage, agenda_pages
from hearthbook.render.cards import by_name
from hearthbook.render.directory_data import ADDRESS, FILTER_FROM
from hearthbook.render.hub_lists import form_words
from hearthbook.render.lineage import MapPage, map_pages
from hearthbook.render.shelves import Names, Shelf, a_to_z, shelves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.model.pages import Branch, Gathering, Page
    from hearthbook.render.hub_lists import ListRenderer

Facts = Shelf | Names | MapPage | AgendaPage | FormFacts | tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet, with all that it is made from."""

    slug: str
    """`/` and its address without a slash at the end: `/directory/2`."""
    facts: Facts
    """A page's facts; cards for the directory's file."""

    @property
    def is_agenda(self) -> bool:
        """Whether it says when communities meet."""
        return isinstance(self.facts, AgendaPage)

    @property
    def names(self) -> frozenset[str]:
        """The communities that it leads to."""
        if isinstance(self.facts, Shelf):
            return frozenset(card.slug for card in self.facts.cards)
        if isinstance(self.facts, AgendaPage):
            return frozenset(one.slug for one in self.facts.gatherings)
        if isinstance(self.facts, Names):
            return frozenset(slug for _, some in self.facts.groups for slug, _ in some)
        if isinstance(self.facts, MapPage):
            return frozenset(slug for part in self.facts.parts for slug, _ in part.names)
        return frozenset()

    @property
    def parts(self) -> frozenset[str]:
        """The parts of communities' pages that it leads to: `oak/rituals#ritual-walk`."""
        groups = self.facts.gatherings if isinstance(self.facts, AgendaPage) else ()
        return frozenset(f"{one.slug}/rituals#ritual-{meet.id}" for one in groups for meet in one.meets)

    @property
    def siblings(self) -> frozenset[str]:
        """The addresses of other sheets that it leads to."""
        facts = self.facts
        if isinstance(facts, Names):
            on_one_page = facts.groups and not facts.letter
            letters = () if on_one_page else facts.letters
            own = (f"a-z/{letter.address}" for letter in letters)
            return frozenset((*own, *(part.rstrip("/") for part in facts.parts)))
        if isinstance(facts, AgendaPage):
            own = (f"agenda/{tag.id}" for tag in facts.tags if facts.paged)
            return frozenset((*own, *(address.rstrip("/") for address in facts.all)))
        if isinstance(facts, Shelf | MapPage):
            return frozenset(address.rstrip("/") for address, *_ in facts.all)
        return frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What a sheet has become."""

    pages: tuple[Page, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    """Path below the site and content, of what is no page."""


def sheets(
    cards: tuple[Card, ...],
    branches: Iterable[Branch],
    agenda: Iterable[Gathering] = (),
    form: FormFacts | None = None,
) -> tuple[Sheet, ...]:
    """The sheets of an archive, by slug."""
    pages: list[Shelf | Names | MapPage | AgendaPage]
    pages = [*shelves(cards), *a_to_z(cards), *map_pages(branches), *agenda_pages(agenda)]
    found = [Sheet(slug=f"/{page.address.rstrip('/')}", facts=page) for page in pages]
    if len(cards) >= FILTER_FROM:
        found.append(Sheet(slug=f"/{ADDRESS}", facts=by_name(cards)))
    if form:
        found.append(Sheet(slug=f"/{FACTS}", facts=form))
    return tuple(sorted(found, key=lambda sheet: sheet.slug))


def printed(sheet: Sheet, renderer: ListRenderer) -> Printed:
    """The sheet's page or files."""
    if isinstance(sheet.facts, FormFacts):
        return Printed(files=tuple(form_files(sheet.facts, form_words(renderer.words)).items()))
    if isinstance(sheet.facts, Shelf):
        return Printed(pages=(renderer.shelf(sheet.facts),))
    if isinstance(sheet.facts, Names):
        return Printed(pages=(renderer.names(sheet.facts),))
    if isinstance(sheet.facts, MapPage):
        return Printed(pages=(renderer.map_page(sheet.facts),))
    if isinstance(sheet.facts, AgendaPage):
        return Printed(pages=(renderer.agenda(sheet.facts),))
    return Printed(files=((ADDRESS, renderer.data(sheet.facts)),))
