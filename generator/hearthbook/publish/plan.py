"""From the register to cells with content keys: what has to be made, before anything is.

A cell's key covers its slug, what its community says, which pictures it has, the
names of its neighbours, the hub's menu, and the templates, words, options and
versions it is made with, and nothing else. Lines and what the pictures show are
added to a finished cell, so they are not in its key but in its dress.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING

from hearthbook.bring.blueprints import beginnings
from hearthbook.bring.form.data import FormFacts
from hearthbook.lint.reference import reference
from hearthbook.publish.cells import Family, branches, families
from hearthbook.publish.finished import HUB, RULES
from hearthbook.publish.site import Hub, cell_pictures
from hearthbook.publish.stamps import Digests, digest
from hearthbook.publish.tools import versions
from hearthbook.render.agenda import meeting
from hearthbook.render.cards import OWN_WORDS, PAGE_SIZE
from hearthbook.render.hub_lists import form_words
from hearthbook.resources import starter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hearthbook.history.versions import Version
    from hearthbook.model.pages import MenuEntry
    from hearthbook.publish.forges import Forge
    from hearthbook.publish.register import Record, Register
    from hearthbook.publish.sheets import Sheet
    from hearthbook.publish.tools import Tools
    from hearthbook.render.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One cell, or the hub, that the site will have."""

    slug: str
    """The cell's slug, or HUB."""
    key: str
    """What it is made from, as a digest."""
    dress: str
    """The lines and pictures that are added to it, as a digest."""
    pictures: Mapping[str, str]
    """Path below the site -> path from the project folder."""
    family: Family | None = None
    """The communities that a cell knows of."""
    sheet: Sheet | None = None
    """What a sheet of the hub's lists is made from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the site will have."""

    cells: Mapping[str, Planned]
    """By slug; the hub is the first."""
    hub: Hub
    menu: tuple[MenuEntry, ...]
    assets: str
    """Digest of the files that the theme brings along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the builder knows of mkdocs.yml."""

    site_name: str
    live: bool = False
    """Whether this is a preview that reloads itself."""
    guard: tuple[str, ...] = ()
    """Codes of the rules that no page may break."""
    forge: Forge | None = None
    """Where the archive is kept."""
    offline: str = ""
    """What makes workers differ that keep pages in browsers; empty where there are none."""

    @property
    def edit_root(self) -> str:
        """Where a line is edited, with the places `{path}` and `{line}`; empty without a forge."""
        return self.forge.edit if self.forge else ""


@cache
def _rules() -> str:
    """Digest of the reference of the rules."""
    return digest([(text.title, text.body) for text in reference()])


@cache
def _starters() -> str:
    """Digest of the texts from which new communities begin."""
    return digest(Digests(starter()).folder("."))


def plan(  # noqa: PLR0913 - each says one thing about the site
    register: Register,
    tools: Tools,
    options: Options,
    hub_pictures: Mapping[str, str],
    digests: Digests,
    *,
    versions: Mapping[str, Version | None],
    past: Mapping[str, str],
    changed: Mapping[str, date],
) -> Plan:
    """The cells of an archive without errors, each with its key; reads no community.

    `past` is a digest of what git knows of each community's past, by slug; `changed` says of a hub's
    text, by its file, on which day it was last changed.
    """
    shown = register.shown
    hub = Hub(
        language=register.defaults.language,
        site_name=options.site_name,
        cards=tuple(one.card for _, one in sorted(shown.items()) if one.kin.visibility == "public"),
        texts=register.texts,
        branches=branches(one.kin for one in shown.values()),
        agenda=meeting(one.meets for _, one in sorted(shown.items()) if one.kin.visibility == "public"),
        forge=options.forge,
        changed=changed,
        form=FormFacts(
            language=register.defaults.language, zone=register.defaults.zone or "", lint=register.lint
        ),
    )
    menu = hub.menu(register.theme)
    chosen = (bool(options.edit_root), options.live, options.guard, options.offline)
    common = digest(tools.base, [asdict(entry) for entry in menu], *chosen)
    made_with = digest(common, tools.hub, tools.hub_words(hub.language))
    # a card's promise is said in its own language
    tongues = [register.theme.words(language).leaves for language in sorted({c.language for c in hub.cards})]
    made_with = digest(made_with, [[leaves.get(key) for key in OWN_WORDS] for leaves in tongues])
    cells = {HUB: _hub(hub, made_with, options, hub_pictures, digests)}
    spoken = {one.language for one in hub.agenda}
    cells |= _sheets(hub, made_with, digest([tools.words(language) for language in sorted(spoken)]))
    cells |= _form(hub, register.theme)
    cells[RULES] = Planned(
        slug=RULES,
        key=digest(common, tools.words(hub.language), hub.language, hub.site_name, _rules()),
        dress="",
        pictures={},
    )
    words = {language: tools.words(language) for language in {one.language for one in shown.values()}}
    for slug, family in families(one.kin for one in shown.values()).items():
        one = shown[slug]
        made_from = (
            words[one.language],
            one.language,
            one.facts,
            one.pictures,
            asdict(family),
            past.get(slug, ""),
        )
        cells[slug] = Planned(
            slug=slug,
            key=digest(common, tools.cell, slug, *made_from),
            dress=_dress(register.records[slug], one.pictures, options, versions.get(slug)),
            pictures=cell_pictures(slug, one.pictures),
            family=family,
        )
    return Plan(cells=cells, hub=hub, menu=menu, assets=tools.assets)


def _dress(record: Record, pictures: tuple[str, ...], options: Options, version: Version | None) -> str:
    """Lines stand in any of the files a community is read from; without a forge only pictures count.

    Calendars say how far these files have come.
    """
    history = [version.commits, str(version.last)] if version else []
    if options.edit_root:
        return digest(options.edit_root, dict(record.files), history)
    return digest(history, {name: record.files[name] for name in pictures if name in record.files})


def _sheets(hub: Hub, made_with: str, spoken: str) -> dict[str, Planned]:
    """The sheets of the hub's lists: each depends on what stands on it, and on little else.

    The agenda says when people meet in the words of their own languages, `spoken`.
    """
    common = (made_with, hub.language, hub.site_name)
    return {
        sheet.slug: Planned(
            slug=sheet.slug,
            key=digest(*common, spoken if sheet.is_agenda else "", sheet.slug, repr(sheet.facts)),
            dress="",
            pictures={},
            sheet=sheet,
        )
        for sheet in hub.sheets
        if not isinstance(sheet.facts, FormFacts)
    }


def _form(hub: Hub, theme: Theme) -> dict[str, Planned]:
    """The files that the form for a new community works from, which are no business of the communities."""
    made_from = digest(versions(), _starters(), form_words(theme.words(hub.language)))
    return {
        sheet.slug: Planned(
            slug=sheet.slug, key=digest(made_from, repr(sheet.facts)), dress="", pictures={}, sheet=sheet
        )
        for sheet in hub.sheets
        if isinstance(sheet.facts, FormFacts)
    }


def _hub(hub: Hub, key: str, options: Options, pictures: Mapping[str, str], digests: Digests) -> Planned:
    texts = [{**asdict(text), "place": text.place.file} for text in hub.texts]
    # where there are too many for the home, only their number stands there
    cards = [asdict(card) for card in hub.cards] if len(hub.cards) <= PAGE_SIZE else len(hub.cards)
    kept = asdict(hub.forge) if hub.forge else None
    days = sorted((file, day.isoformat()) for file, day in hub.changed.items())
    key = digest(
        key,
        hub.language,
        hub.site_name,
        texts,
        cards,
        hub.lists,
        sorted(pictures),
        days,
        kept,
        beginnings(hub.language),
    )
    lines = [(text.place.file, text.place.line) for text in hub.texts] if options.edit_root else []
    copied = {target: digests.of(source) for target, source in pictures.items()}
    return Planned(slug=HUB, key=key, dress=digest(options.edit_root, lines, copied), pictures=pictures)
