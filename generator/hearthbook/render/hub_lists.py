"""The hub's lists: the pages of the directory, from A to Z, and of the family map."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from hearthbook.calendar.describe import describe
from hearthbook.calendar.rule import rule_of
from hearthbook.model.recurrence import When
from hearthbook.render.directory_data import directory_data
from hearthbook.render.hub_frame import HubFrame
from hearthbook.render.lineage_layout import layout
from hearthbook.render.lineage_order import untangled
from hearthbook.render.lineage_svg import svg
from hearthbook.render.meetings import cities_of, names_a_screen
from hearthbook.render.shelves import DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.model.pages import Card, Gathering, Meet, Page
    from hearthbook.render.agenda import AgendaPage
    from hearthbook.render.lineage import MapPage, Part
    from hearthbook.render.shelves import Letter, Names, Shelf
    from hearthbook.render.words import Words

_FORM: Final = "script.form."
_FIRST_LOOK: Final = (
    "start.heading",
    "start.brief_heading",
    "start.brief.promise",
    "promise.aim",
    "promise.aim_within",
    "promise.whom",
    "promise.whom_list",
    "start.steps",
    *(
        f"start.moment.{moment}"
        for moment in ("10 minutes", "first day", "first week", "first month", "later")
    ),
    "start.minutes",
    "start.done_when",
    "start.for",
    "promise.for",
    "promise.not_for",
    "promise.instead",
    "promise.assumes",
    "start.outcome",
    "start.expected",
    "expected.hours",
    "expected.gives",
    "start.join",
    "join.open",
    "join.apply",
    "join.invite",
    "start.channels",
    "start.first_post",
    "home.next",
    "start.norms",
    "home.tell",
)


def form_words(words: Words) -> dict[str, object]:
    """What the form says: its `locale`, its own words (`form`), and those of pages that it shows (`look`)."""
    own = {key.removeprefix(_FORM): leaf for key, leaf in words.leaves.items() if key.startswith(_FORM)}
    return {"locale": words.spoken, "form": own, "look": {key: words.leaves[key] for key in _FIRST_LOOK}}


def path_of(address: str) -> str:
    """The Markdown file of a list's page: `map/2.md` for `map/2/`, `map/index.md` for `map/`."""
    bare = address.rstrip("/")
    return f"{bare}.md" if "/" in bare else f"{bare}/index.md"


class ListRenderer(HubFrame):
    """Renders the hub's lists with one theme in one language."""

    def shelf(self, shelf: Shelf) -> Page:
        """A page of the directory."""
        title = self._numbered(self._words.raw("hub.directory"), shelf.number, len(shelf.all))
        path = path_of(shelf.address)
        markdown = self._run("hub-directory.md.jinja", path, title=title, shelf=shelf)
        return replace(self._page(path, "directory", title, markdown), listed=shelf.number == 1)

    def names(self, names: Names) -> Page:
        """A page from A to Z."""
        path = path_of(names.address)
        title = self._words.raw("hub.a_z.title")
        if names.letter:
            title = self._words.raw("hub.a_z.letter").replace("{letter}", self._sign(names.letter))
            number = names.parts.index(names.address) + 1 if names.parts else 1
            title = self._numbered(title, number, len(names.parts))
        markdown = self._run("hub-a-z.md.jinja", path, title=title, names=names, sign=self._sign)
        return replace(self._page(path, "a-z", title, markdown), listed=names.letter is None)

    def map_page(self, page: MapPage) -> Page:
        """A page of the family map."""
        page = replace(page, parts=tuple(map(untangled, page.parts)))
        path = path_of(page.address)
        title = self._numbered(self._words.raw("hub.map.title"), page.number, len(page.all))
        markdown = self._run(
            "hub-map.md.jinja",
            path,
            title=title,
            page=page,
            drawing=self._drawing,
            depths=depths,
            indent=_indent,
            with_children=with_children,
        )
        return replace(self._page(path, "map", title, markdown), listed=page.number == 1)

    def agenda(self, page: AgendaPage) -> Page:
        """A page of the agenda."""
        path = path_of(page.address)
        title = self._words.raw("hub.agenda.title")
        if page.tag:
            title = self._words.raw("hub.agenda.of").replace("{tag}", page.tag.name)
            title = self._numbered(title, page.number, len(page.all))
        entries = [(one, self._entries(one)) for one in page.gatherings]
        markdown = self._run("hub-agenda.md.jinja", path, title=title, page=page, entries=entries)
        return replace(self._page(path, "hub-agenda", title, markdown), listed=page.tag is None)

    def _entries(self, one: Gathering) -> list[tuple[Meet, Markup, str, str]]:
        """Each ritual with its rhythm in words of the community's language, as a rule, and its cities.

        The cities are called what the page's language calls them, because its script names them.
        """
        words = self._theme.words(one.language)
        screens = tuple(words.raw("rituals.screens").split())
        found = []
        for meet in one.meets:
            when = When.model_validate_json(meet.when)
            in_person = bool(meet.in_words) and not names_a_screen(meet.in_words, screens)
            said = Markup(describe(when, words.say, words.locale))  # noqa: S704 - the words make it safe
            rule = rule_of(when, in_person=in_person)
            found.append((meet, said, rule, cities_of(when, self._words.locale) if rule else ""))
        return found

    def data(self, cards: Iterable[Card]) -> str:
        """The directory's data file: every card, in the order of lists."""
        return directory_data(map(self.face, cards))

    def _sign(self, letter: Letter) -> str:
        if letter.address == DIGITS:
            return self._words.raw("hub.a_z.digits")
        return letter.sign or self._words.raw("hub.a_z.other")

    def _drawing(self, part: Part) -> Markup:
        title = self._words.raw("hub.map.drawing").replace("{name}", part.name)
        words = str(self._words.say("hub.map.drawn", count=len(part.rows)))
        mirrored = self._words.locale.text_direction == "rtl"
        return svg(layout(part), part.slug, title, words, mirrored=mirrored)


def _indent(depth: int) -> Markup:
    return Markup("    " * depth)  # noqa: S704 - blanks


def depths(part: Part) -> dict[str, int]:
    """Slug -> how many stand above it in the drawing."""
    found: dict[str, int] = {}
    for row in part.rows:
        found[row.branch.slug] = found[row.parent] + 1 if row.parent else 0
    return found


def with_children(part: Part) -> frozenset[str]:
    """The slugs of those from which others in the drawing split."""
    return frozenset(row.parent for row in part.rows if row.parent)
