"""From an archive to its cells: what each community's pages depend on, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.ingest.reveal import publishable
from hearthbook.model.pages import Cell, Neighbour

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hearthbook.model.archive import Archive, Resolved
    from hearthbook.model.community import Community


def published(archive: Archive) -> tuple[Resolved, ...]:
    """The communities that get pages: all but drafts."""
    return tuple(r for r in archive.communities if r.community.visibility != "draft")


def listed(archive: Archive) -> tuple[Resolved, ...]:
    """The communities that lists may name: the public ones."""
    return tuple(r for r in archive.communities if r.community.visibility == "public")


def _named(community: Community) -> Iterable[str]:
    """The slugs that a community's own words point to."""
    lineage = community.lineage
    if lineage:
        if lineage.split_from:
            yield lineage.split_from
        yield from (graduation.community for graduation in lineage.graduates_to)
    if community.translation_of:
        yield community.translation_of


def _neighbours(resolved: Resolved, there: Mapping[str, Neighbour]) -> dict[str, Neighbour]:
    return {slug: there[slug] for slug in sorted(set(_named(resolved.community))) if slug in there}


def _children(slug: str, public: Iterable[Resolved], there: Mapping[str, Neighbour]) -> tuple[Neighbour, ...]:
    split = (
        r.slug
        for r in public
        if r.slug != slug and r.community.lineage and r.community.lineage.split_from == slug
    )
    return tuple(there[child] for child in sorted(split))


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


def cells(archive: Archive, edit_root: str = "") -> tuple[Cell, ...]:
    """One cell for each community that gets pages, by slug.

    A community that is not published leaves no trace in the others; one that is
    unlisted is named only where another one's own file names it.
    """
    open_to_all = listed(archive)
    there = {r.slug: Neighbour(slug=r.slug, name=r.community.name) for r in published(archive)}
    return tuple(_cell(r, open_to_all, there, edit_root) for r in published(archive))


def _cell(
    resolved: Resolved,
    public: Iterable[Resolved],
    there: Mapping[str, Neighbour],
    edit_root: str,
) -> Cell:
    children = _children(resolved.slug, public, there)
    neighbours = _neighbours(resolved, there) | {child.slug: child for child in children}
    return Cell(
        slug=resolved.slug,
        community=_without_missing(publishable(resolved.community), there),
        sources=resolved.sources,
        language=resolved.community.language or "en",
        articles=resolved.articles,
        neighbours=neighbours,
        children=children,
        edit_root=edit_root,
    )
