"""From an archive to its cells: what each community's pages depend on, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reveal import publishable
from hearthbook.lint.audit import audited
from hearthbook.model.pages import Cell, Neighbour

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
    named: tuple[str, ...] = ()
    """The slugs that its own words point to, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The communities that a cell knows of."""

    neighbours: Mapping[str, Neighbour]
    """Slug -> community, for every one that its pages may link to."""
    children: tuple[Neighbour, ...]
    """Those that split from it and are listed, by slug."""


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
        named=tuple(sorted(named)),
    )


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
    for one in there:
        children = tuple(split.get(one.slug, ()))
        named = {slug: known[slug] for slug in one.named if slug in known}
        neighbours = named | {child.slug: child for child in children}
        found[one.slug] = Family(neighbours=neighbours, children=children)
    return found


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
        audit=audited(resolved.community),
    )


def cells(archive: Archive) -> tuple[Cell, ...]:
    """One cell for each community that gets pages, by slug."""
    there = published(archive)
    found = families(kin_of(r.slug, r.community) for r in there)
    return tuple(make_cell(resolved, found[resolved.slug]) for resolved in there)
