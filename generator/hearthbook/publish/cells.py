"""From an archive to its cells: what each community's pages depend on, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reveal import publishable
from hearthbook.lint.audit import audited
from hearthbook.model.pages import Branch, Cell, Neighbour, Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hearthbook.model.archive import Archive, Resolved
    from hearthbook.model.community import Community


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """What decides which communities know of each other."""

    slug: str
    name: str
    visibility: str
    """public, unlisted or draft."""
    split_from: str = ""
    """The community it split from."""
    graduates_to: tuple[str, ...] = ()
    """The communities that its members may move on to, as its file has them."""
    named: tuple[str, ...] = ()
    """The slugs that its own words point to, sorted."""
    language: str = "en"
    """BCP 47."""
    translation_of: str = ""
    """The community whose language version it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The communities that a cell knows of."""

    neighbours: Mapping[str, Neighbour]
    """Slug -> community, for every one that its pages may link to."""
    children: tuple[Neighbour, ...]
    """Those that split from it and are listed, by slug."""
    translations: tuple[Translation, ...] = ()
    """Its versions in other languages, by language."""


NO_FAMILY: Final = Family(neighbours={}, children=())


def published(archive: Archive) -> tuple[Resolved, ...]:
    """The communities that get pages: all but drafts."""
    return tuple(r for r in archive.communities if r.community.visibility != "draft")


def listed(archive: Archive) -> tuple[Resolved, ...]:
    """The communities that lists may name: the public ones."""
    return tuple(r for r in archive.communities if r.community.visibility == "public")


def kin_of(slug: str, community: Community) -> Kin:
    """The community as others know it."""
    lineage = community.lineage
    named = {graduation.community for graduation in lineage.graduates_to} if lineage else set()
    named |= {lineage.split_from} if lineage and lineage.split_from else set()
    named |= {community.translation_of} if community.translation_of else set()
    return Kin(
        slug=slug,
        name=community.name,
        visibility=community.visibility,
        split_from=(lineage.split_from if lineage else None) or "",
        graduates_to=tuple(graduation.community for graduation in lineage.graduates_to) if lineage else (),
        named=tuple(sorted(named)),
        language=community.language or "en",
        translation_of=community.translation_of or "",
    )


def _versions(there: Mapping[str, Kin]) -> dict[str, tuple[Translation, ...]]:
    """Slug -> the same community in other languages, for each that has any.

    All that lead to one original belong together. An unlisted one is named only
    by those whose own file names it.
    """
    group = {slug: {slug} for slug in there}
    for one in there.values():
        if one.translation_of in there:
            joined = group[one.slug] | group[one.translation_of]
            group |= dict.fromkeys(joined, joined)
    return {
        one.slug: tuple(
            Translation(slug=other.slug, language=other.language)
            for other in sorted((there[slug] for slug in group[one.slug]), key=_by_language)
            if other.language != one.language
            and (other.visibility == "public" or other.slug == one.translation_of)
        )
        for one in there.values()
    }


def _by_language(one: Kin) -> tuple[str, str]:
    return (one.language, one.slug)


def families(kin: Iterable[Kin]) -> dict[str, Family]:
    """Slug -> family, for each community that gets pages, by slug.

    A community that is not published leaves no trace in the others; one that is
    unlisted is named only where another one's own file names it.
    """
    there = sorted((one for one in kin if one.visibility != "draft"), key=lambda one: one.slug)
    known = {one.slug: Neighbour(slug=one.slug, name=one.name) for one in there}
    split: dict[str, list[Neighbour]] = {}
    for one in there:
        if one.visibility == "public" and one.split_from not in {"", one.slug}:
            split.setdefault(one.split_from, []).append(known[one.slug])
    found = {}
    versions = _versions({one.slug: one for one in there})
    for one in there:
        children = tuple(split.get(one.slug, ()))
        named = {slug: known[slug] for slug in one.named if slug in known}
        neighbours = named | {child.slug: child for child in children}
        found[one.slug] = Family(neighbours=neighbours, children=children, translations=versions[one.slug])
    return found


def branches(kin: Iterable[Kin]) -> tuple[Branch, ...]:
    """The communities that have family, by slug, with what public ones say of it.

    One that is unlisted is there only if a public one names it, and then without
    what its own file says.
    """
    known = {one.slug: one for one in kin if one.visibility != "draft"}
    public = [one for one in known.values() if one.visibility == "public"]
    said = {one.slug: _said(one, known) for one in public if one.split_from or one.graduates_to}
    named = {slug for one in said.values() for slug in (one.split_from, *one.graduates_to) if slug}
    own = {slug for slug, one in said.items() if one.split_from or one.graduates_to}
    alone = {slug: Branch(slug=slug, name=known[slug].name) for slug in named - own}
    return tuple(said[slug] if slug in own else alone[slug] for slug in sorted(named | own))


def _said(one: Kin, known: Mapping[str, Kin]) -> Branch:
    goals = dict.fromkeys(slug for slug in one.graduates_to if slug in known and slug != one.slug)
    parent = one.split_from if one.split_from in known and one.split_from != one.slug else ""
    return Branch(slug=one.slug, name=one.name, split_from=parent, graduates_to=tuple(goals))


def _without_missing(community: Community, there: Mapping[str, Neighbour]) -> Community:
    """The community without pointers to communities that are not published."""
    update: dict[str, object] = {}
    lineage = community.lineage
    if lineage:
        kept = tuple(g for g in lineage.graduates_to if g.community in there)
        parent = lineage.split_from if lineage.split_from in there else None
        changed = {"graduates_to": kept, "split_from": parent}
        update["lineage"] = lineage.model_copy(update=changed)
    if community.translation_of and community.translation_of not in there:
        update["translation_of"] = None
    return community.model_copy(update=update) if update else community


def make_cell(resolved: Resolved, family: Family) -> Cell:
    """What the pages of one community depend on."""
    return Cell(
        slug=resolved.slug,
        community=_without_missing(publishable(resolved.community), family.neighbours),
        sources=resolved.sources,
        language=resolved.community.language or "en",
        articles=resolved.articles,
        neighbours=family.neighbours,
        children=family.children,
        translations=family.translations,
        audit=audited(resolved.community),
    )


def cells(archive: Archive) -> tuple[Cell, ...]:
    """One cell for each community that gets pages, by slug."""
    there = published(archive)
    found = families(kin_of(r.slug, r.community) for r in there)
    return tuple(make_cell(resolved, found[resolved.slug]) for resolved in there)
