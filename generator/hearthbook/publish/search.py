"""The search of a whole site: its parts, brought up to date where one of their communities changed.

It is made from the finished pages, once they are where readers find them. So pages
never wait for it, and a site that was joined from shards gets the same search.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from hearthbook.publish.arrival import brought, is_community, settle, standing
from hearthbook.publish.finished import HUB, RULES, unpacked
from hearthbook.publish.manifest import SEARCH, Entry, Manifest
from hearthbook.publish.search_index import WORDS, Job, index, make, pages_below
from hearthbook.publish.search_parts import ENGINE, FOLDER, parts_of, primary
from hearthbook.publish.stamps import digest, digest_of, seal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from hearthbook.publish.ahead import Sealer
    from hearthbook.publish.folder import SiteFolder
    from hearthbook.publish.search_parts import Asked, Part
    from hearthbook.publish.store import Store
    from hearthbook.publish.workers import Indexers

_SPELLED: Final = 3000
"""Words with one first letter that help with spelling at most, the most widespread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Some of the search that is made as a whole."""

    part: Part | None
    """What it is made from; None for the engine."""
    key: str
    """What it is made from, as a digest."""
    job: Job
    """How it is made."""


def units(site: Path, entries: Mapping[str, Entry], asked: Asked) -> tuple[Unit, ...]:
    """All that the search of a site consists of, but for SEARCH; `entries` says what the site holds."""
    cells = {slug: entry for slug, entry in entries.items() if is_community(slug)}
    languages = {slug: entry.language for slug, entry in cells.items()}
    # what search engines must not list, no list of ours names
    parts = parts_of(languages, (slug for slug, entry in cells.items() if not entry.found))
    hub = tuple(name for name in entries[HUB].files if name.endswith(".html"))
    hub += tuple(pages_below(str(site), RULES)) if RULES in entries else ()
    of_hub = [entries[slug].key for slug in (HUB, RULES) if slug in entries]
    found = [Unit(part=None, key=digest(make()), job=Job(folder=ENGINE, site=str(site), language="en"))]
    for language in sorted({primary(asked.language), *(part.language for part in parts)}):
        job = Job(folder=f"{FOLDER}/{language}", site=str(site), language=language, pages=hub)
        found.append(Unit(part=None, key=digest(make(), language, of_hub), job=job))
    for part in parts:
        job = Job(folder=part.folder, site=str(site), language=part.language, slugs=part.slugs)
        made_from = [(slug, entries[slug].key) for slug in part.slugs]
        found.append(Unit(part=part, key=digest(make(), part.folder, made_from), job=job))
    return tuple(found)


def is_search(slug: str) -> bool:
    """Whether this names some of the search where slugs name cells."""
    return slug == SEARCH or slug.startswith(f"{FOLDER}/")


def staying(before: Manifest | None) -> dict[str, Entry]:
    """The search of the pages that are being replaced, which stays until there is one of the new ones."""
    return {slug: entry for slug, entry in before.entries.items() if is_search(slug)} if before else {}


def renew_search(
    folder: SiteFolder, entries: Mapping[str, Entry], order: Order
) -> tuple[dict[str, Entry], list[str]]:
    """Brings the search up to date with a site whose pages have moved in.

    Returns all that the site holds now, and which of the search is new. Raises
    HearthbookError where Pagefind fails; then the search is as it was.
    """
    found, fresh = _SearchOfSite(folder, order).renew(entries)
    whole = {slug: entry for slug, entry in entries.items() if not is_search(slug)} | found
    settle(folder, Manifest(entries=entries), whole, fresh, order.store)
    # what nobody has on record is left from a time when there was no record
    known = {"words", *(slug.rpartition("/")[2] for slug in found if slug != SEARCH)}
    place = folder.site / FOLDER
    strays = (one.name for one in place.iterdir() if one.is_dir()) if place.is_dir() else ()
    folder.throw_away([f"{FOLDER}/{name}" for name in strays if name not in known])
    return whole, fresh


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How the search of a site is to be brought up to date."""

    asked: Asked
    before: Manifest | None
    """What the site held before its pages moved in."""
    store: Store | None
    indexers: Indexers
    look: Sealer = seal
    wanted: Callable[[str], bool] = lambda _: True
    """Which folders are to be made where they are old; others go."""


class _SearchOfSite:
    """The search of one site while it is brought up to date."""

    def __init__(self, folder: SiteFolder, order: Order) -> None:
        self._folder = folder
        self._order = order
        self._words: dict[str, bytes] = {}

    def renew(self, entries: Mapping[str, Entry]) -> tuple[dict[str, Entry], list[str]]:
        """Stages what is to be new; returns every unit's entry, and which of them are staged."""
        site, store = self._folder.site, self._order.store
        every = units(site, entries, self._order.asked)
        found: dict[str, Entry] = {}
        missing, fresh = [], []
        for unit in every:
            name = unit.job.folder
            there = self._standing(name, unit.key)
            kept = None if there or not store else store.get(unit.key)
            if there:
                found[name] = there
            elif kept:
                self._stage(kept.files)
                fresh.append(name)
            elif self._order.wanted(name):
                missing.append(unit.job)
        keys = {unit.job.folder: unit.key for unit in every}
        for data in self._order.indexers(missing):
            made = unpacked(data)
            if store:
                store.put(keys[made.slug], data)
            self._stage(made.files)
            fresh.append(made.slug)
        found |= {name: Entry(key=keys[name]) for name in fresh}
        found[SEARCH] = self._told(every, fresh)
        return found, sorted(fresh)

    def _standing(self, name: str, key: str) -> Entry | None:
        return standing(self._folder.site, name, brought(self._order.before, name, key), self._order.look)

    def _stage(self, files: Mapping[str, bytes]) -> None:
        for name, content in files.items():
            self._folder.stage(name, content)
            if name.endswith(f"/{WORDS}"):
                self._words[name] = content

    def _told(self, every: Iterable[Unit], fresh: list[str]) -> Entry:
        """What the scripts read first; the words of most changes are all known already."""
        asked = self._order.asked
        parts = [unit.part for unit in every if unit.part and unit.part.bits is not None]
        words = {part.folder: digest_of(self._words_of(part)) for part in parts}
        key = digest(words, asked.synonyms, asked.language)
        if there := self._standing(SEARCH, key):
            return there
        files = told(parts, asked, self._words_of)
        self._stage(files)
        fresh.append(SEARCH)
        return Entry(key=key, files=tuple(files))

    def _words_of(self, part: Part) -> bytes:
        name = f"{part.folder}/{WORDS}"
        path = self._folder.site / name
        return self._words[name] if name in self._words else path.read_bytes() if path.is_file() else b""


def told(parts: Iterable[Part], asked: Asked, words_of: Callable[[Part], bytes]) -> dict[str, bytes]:
    """The files that the scripts read first: path below the site -> content."""
    by_language: dict[str, list[Part]] = {primary(asked.language): []}
    for part in parts:
        by_language.setdefault(part.language, []).append(part)
    said = {
        "languages": {language: [part.bits for part in some] for language, some in by_language.items()},
        "default": primary(asked.language),
        "synonyms": {word: list(others) for word, others in asked.synonyms.items()},
    }
    files = {
        f"{FOLDER}/index.json": json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    }
    for language, some in by_language.items():
        for letter, words in spelled(map(words_of, some)).items():
            files[f"{FOLDER}/words/{language}-{letter}.txt"] = words
    return files


def spelled(lists: Iterable[bytes]) -> dict[str, bytes]:
    """First letter, as its code point in hexadecimal -> its words, the most widespread first."""
    count: Counter[str] = Counter()
    for one in lists:
        for row in one.decode("utf-8").splitlines():
            number, _, word = row.partition(" ")
            count[word] += int(number)
    letters: dict[str, list[str]] = {}
    for word, _ in sorted(count.items(), key=lambda row: (-row[1], row[0])):
        letters.setdefault(f"{ord(_bare(word)):x}", []).append(word)
    return {
        letter: "".join(f"{word}\n" for word in words[:_SPELLED]).encode("utf-8")
        for letter, words in sorted(letters.items())
    }


def _bare(word: str) -> str:
    """The first letter of a word without its marks, as the page's script compares words."""
    return normalize("NFKD", word)[0]


def write_search(site: Path, entries: Mapping[str, Entry], asked: Asked) -> None:
    """Writes the search of a site that was made in one go, beside its pages."""
    words: dict[str, bytes] = {}
    all_units = units(site, entries, asked)
    for unit in all_units:
        for name, content in unpacked(index(unit.job)).files.items():
            _write(site, name, content)
            if name.endswith(f"/{WORDS}"):
                words[name] = content
    parts = [unit.part for unit in all_units if unit.part and unit.part.bits is not None]
    for name, content in told(parts, asked, lambda part: words[f"{part.folder}/{WORDS}"]).items():
        _write(site, name, content)


def _write(site: Path, name: str, content: bytes) -> None:
    target = site / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
