"""Families of communities: who belongs together, and which of them share a drawing and a page.

A family is what hangs together by splits and graduations. Within it, splits
make trees; a split that would close a circle stays out of them. A family of
more than sixty is drawn in parts, of which each has some of its largest branches.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.render.cards import PAGE_SIZE, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hearthbook.model.pages import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A community in a drawing."""

    branch: Branch
    parent: str = ""
    """The slug of the one above it in the same drawing; empty at the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one drawing shows: a family, or a part of one."""

    rows: tuple[Row, ...]
    """Its communities, each behind the one above it."""
    names: tuple[tuple[str, str], ...] = ()
    """Slug -> name, of all that are named here."""

    @property
    def called(self) -> dict[str, str]:
        """Slug -> name, of all that are named here."""
        return dict(self.names)

    @property
    def slug(self) -> str:
        """The slug of its first community, by which it is known."""
        return self.rows[0].branch.slug

    @property
    def name(self) -> str:
        """The name of its first community."""
        return self.rows[0].branch.name


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPage:
    """One page of the family map: at most sixty communities."""

    number: int
    """Its number, from 1."""
    parts: tuple[Part, ...]
    others: tuple[tuple[tuple[str, str], ...], ...]
    """For each part, the other parts of its family: address of the page, name."""
    all: tuple[tuple[str, str], ...]
    """Every page of the map: its address, and the family it begins with."""

    @property
    def address(self) -> str:
        """Its final address below the site."""
        return _address(self.number)


def _address(number: int) -> str:
    return "map/" if number == 1 else f"map/{number}/"


def map_pages(branches: Iterable[Branch]) -> tuple[MapPage, ...]:
    """The pages of the map, the largest families first; empty where nobody has family."""
    known = {one.slug: one for one in sorted(branches, key=lambda one: (sort_key(one.name), one.slug))}
    drawn = [parts_of(family, known) for family in families(known)]
    pages: list[list[tuple[int, Part]]] = []
    for number, part in ((number, part) for number, parts in enumerate(drawn) for part in parts):
        there = sum(len(other.rows) for _, other in pages[-1]) if pages else PAGE_SIZE
        if there + len(part.rows) > PAGE_SIZE:
            pages.append([])
        pages[-1].append((number, part))
    homes = {part.slug: _address(page) for page, some in enumerate(pages, 1) for _, part in some}
    every = tuple((_address(page), some[0][1].name) for page, some in enumerate(pages, 1))
    return tuple(
        MapPage(
            number=page,
            parts=tuple(part for _, part in some),
            others=tuple(
                tuple((homes[other.slug], other.name) for other in drawn[number] if other is not part)
                for number, part in some
            ),
            all=every,
        )
        for page, some in enumerate(pages, 1)
    )


def families(known: Mapping[str, Branch]) -> list[list[str]]:
    """The slugs of each family of two or more, the largest first, each in the order of `known`."""
    leader = {slug: slug for slug in known}

    def find(slug: str) -> str:
        while leader[slug] != slug:
            leader[slug] = slug = leader[leader[slug]]
        return slug

    for slug, one in known.items():
        for other in (one.split_from, *one.graduates_to):
            if other in known:
                leader[find(other)] = find(slug)
    found: dict[str, list[str]] = {}
    for slug in known:
        found.setdefault(find(slug), []).append(slug)
    return sorted((some for some in found.values() if some[1:]), key=len, reverse=True)


def parts_of(family: list[str], known: Mapping[str, Branch]) -> list[Part]:
    """The drawings of a family, at most sixty communities each."""
    parents = _parents(family, known)
    children: dict[str, list[str]] = {slug: [] for slug in family}
    for slug in family:
        if slug in parents:
            children[parents[slug]].append(slug)
    order = in_order([slug for slug in family if slug not in parents], children)
    sizes, tops = _cut(order, parents, children)
    tops = sorted(tops, key=lambda slug: -sizes[slug])
    groups: list[list[str]] = []
    for top in tops:
        rows = in_order([top], children)
        room = next((group for group in groups if len(group) + len(rows) <= PAGE_SIZE), None)
        if room is None:
            groups.append(rows)
        else:
            room += rows
    below = {slug: parent for slug, parent in parents.items() if slug not in tops}
    return [_part(group, known, below) for group in groups]


def _part(slugs: list[str], known: Mapping[str, Branch], parents: Mapping[str, str]) -> Part:
    rows = tuple(Row(branch=known[slug], parent=parents.get(slug, "")) for slug in slugs)
    named = {slug for row in rows for slug in (row.branch.split_from, *row.branch.graduates_to)}
    found = sorted((slug, known[slug].name) for slug in {*named, *slugs} if slug in known)
    return Part(rows=rows, names=tuple(found))


def _parents(family: list[str], known: Mapping[str, Branch]) -> dict[str, str]:
    """Slug -> the one it split from, without those that would close a circle."""
    parents = {slug: known[slug].split_from for slug in family if known[slug].split_from in known}
    settled: set[str] = set()
    for start in family:
        way: dict[str, None] = {}
        slug = start
        while slug in parents and slug not in settled and slug not in way:
            way[slug] = None
            slug = parents[slug]
        if slug in way:
            circle = list(way)[list(way).index(slug) :]
            del parents[min(circle)]
        settled |= way.keys()
    return parents


def in_order(tops: list[str], children: Mapping[str, list[str]]) -> list[str]:
    """The tops, each with all below it behind it."""
    found, waiting = [], list(reversed(tops))
    while waiting:
        slug = waiting.pop()
        found.append(slug)
        waiting += reversed(children[slug])
    return found


def _cut(
    order: list[str], parents: Mapping[str, str], children: dict[str, list[str]]
) -> tuple[dict[str, int], list[str]]:
    """Takes branches off where a tree would not fit, the largest first; the sizes, and what is a top then."""
    sizes: dict[str, int] = {}
    tops = {slug for slug in order if slug not in parents}
    for slug in reversed(order):
        some = sorted(children[slug], key=lambda child: sizes[child])
        while 1 + sum(sizes[child] for child in some) > PAGE_SIZE:
            tops.add(some.pop())
        children[slug] = [child for child in children[slug] if child not in tops]
        sizes[slug] = 1 + sum(sizes[child] for child in some)
    return sizes, [slug for slug in order if slug in tops]
