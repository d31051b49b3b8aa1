"""Two versions of an archive, community by community: what changes in each, and by which file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from hearthbook.compare.differ import changes
from hearthbook.compare.facts import facts_of
from hearthbook.compare.mended import mended, only_typography
from hearthbook.compare.raised import moved_rights, raised
from hearthbook.compare.steps import Step, What, comes_from, of_change, of_file
from hearthbook.compare.telling import Teller
from hearthbook.ingest.archive import read_parts
from hearthbook.ingest.folder import FOLDER
from hearthbook.model.findings import Place, Severity
from hearthbook.render.words import load_words
from hearthbook.resources import themes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from hearthbook.compare.policy import Policy
    from hearthbook.compare.steps import Sorted
    from hearthbook.history.differing import Differing
    from hearthbook.ingest.archive import Part
    from hearthbook.model.archive import Resolved

Others = dict[str, list[What]]
"""File that a community extends -> what changes in the community through it."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an archive, as far as a change concerns it."""

    parts: Mapping[str, Part]

    def found(self, slug: str) -> Resolved | None:
        """A community; None where it is not there or an error hides it."""
        part = self.parts.get(slug)
        return part.community if part and not self.errors(slug) else None

    def errors(self, slug: str) -> list[Place]:
        """Where a community has errors."""
        findings = self.parts[slug].findings if slug in self.parts else ()
        return [finding.place for finding in findings if finding.severity is Severity.ERROR]

    def ancestors(self, slug: str) -> tuple[str, ...]:
        """The files that a community extends."""
        return self.parts[slug].ancestors if slug in self.parts else ()


def mended_pages(files: Iterable[Differing], old: Path, new: Path) -> frozenset[str]:
    """The paths of pages of prose that say the same in other words, as far as a program can tell."""
    pages = (file.path for file in files if file.act == "changed" and file.path.endswith(".md"))
    texts = ((path, _text(old / path), _text(new / path)) for path in pages)
    return frozenset(path for path, was, now in texts if only_typography(was, now) or mended(was, now))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


@lru_cache(maxsize=8)
def _teller(language: str) -> Teller:
    """What tells changes in a language."""
    words = load_words(themes() / "hearth" / "words", language)
    return Teller(words.say, words.locale)


def version(folder: Path, stems: frozenset[str]) -> Version:
    """Some communities of an archive, with all that they extend."""
    there = any((folder / FOLDER / f"{stem}.yml").is_file() for stem in stems)
    return Version(read_parts(folder, only=stems).parts if there else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Both sides of a change."""

    files: Sorted
    """The files that differ."""
    old: Version
    new: Version
    policy: Policy
    """By which it is judged who may approve."""
    mended: frozenset[str] = frozenset()
    """Paths of pages of prose that say the same in other words."""

    @property
    def slugs(self) -> list[str]:
        """The communities that the change may concern."""
        return sorted({*self.old.parts, *self.new.parts, *self.files.own, *self.files.articles})

    @property
    def touched(self) -> frozenset[str]:
        """The files that differ and that others may extend."""
        return frozenset({*self.files.bases, *(file.path for file in self.files.own.values())})

    def reach(self, file: str) -> int:
        """How many communities extend a file, before or after."""
        return sum(file in {*self.old.ancestors(slug), *self.new.ancestors(slug)} for slug in self.slugs)

    def step(self, slug: str) -> tuple[Step, Others]:
        """What happens to one community itself, and what files do to it that it extends."""
        before, after = self.old.found(slug), self.new.found(slug)
        if before and after:
            return self._changed(slug, before, after)
        own = self.files.own.get(slug)
        if own and (own.act == "added" or (own.act == "removed" and before)):
            return self._whole(slug), {}
        return self._unread(slug)

    def page(self, file: Differing) -> What:
        """A page of prose: mended it is wording, and else a fact."""
        return of_file(file, "wording" if file.path in self.mended else "facts")

    def _changed(self, slug: str, before: Resolved, after: Resolved) -> tuple[Step, Others]:
        own, touched = self.files.own.get(slug), self.touched
        rights = moved_rights(before.community, after.community, self.policy)
        old_facts, new_facts = facts_of(before.community), facts_of(after.community)
        teller = _teller(after.community.language or "en")
        mine: list[What] = []
        others: Others = {}
        for change in changes(old_facts, new_facts):
            told = teller.tell(change, old_facts, new_facts).headline
            what = of_change(change, told, after, raised(change, rights))
            file = comes_from(change, before, after)
            if own:
                mine.append(what)
            if file in touched and not (own and file == own.path):
                others.setdefault(file, []).append(what)
        step = Step(
            slug=slug,
            name=after.community.name,
            act="changed",
            what=(*mine, *self._articles(slug)),
            old=before.community,
            new=after.community,
        )
        return step, others

    def _articles(self, slug: str) -> tuple[What, ...]:
        return tuple(map(self.page, self.files.articles.get(slug, ())))

    def _whole(self, slug: str) -> Step:
        """A community that comes or goes."""
        own = self.files.own[slug]
        there = self.new.found(slug) or self.old.found(slug)
        name = there.community.name if there else slug
        act: Literal["added", "removed"] = "removed" if own.act == "removed" else "added"
        whole = of_file(own, "boundary" if act == "removed" else "outside")
        return Step(slug=slug, name=name, act=act, what=(whole, *self._articles(slug)))

    def _unread(self, slug: str) -> tuple[Step, Others]:
        """A community that cannot be read on one side, by its own fault or by that of a file it extends."""
        broken, words = (self.old, "had errors before") if self.new.found(slug) else (self.new, "has errors")
        place = (broken.errors(slug) or [Place(file=f"{FOLDER}/{slug}.yml")])[0]
        what = What(text=f"{slug} {words}; `hearthbook check` tells them", kind="outside", place=place)
        articles = self._articles(slug)
        if slug in self.files.own or articles:
            return Step(slug=slug, name=slug, act="unread", what=(what, *articles)), {}
        above = (*self.new.ancestors(slug), *self.old.ancestors(slug))
        parent = next((file for file in above if file in self.touched), "")
        return Step(slug=slug, name=slug, act="changed"), {parent: [what]} if parent else {}
