"""How the archive's search is split: the communities of one language into parts of a bounded size.

A part is all that is indexed anew when one of its communities changes, so its size
bounds time and memory. Which part a community belongs to follows from a hash of its
slug alone, so that a new community moves no other one, but for those of a part that
gets too large and is cut in two. bench/SEARCH.md says how the size was chosen.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads it
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST: Final = 64
"""Communities in a part at most."""
WHOLE: Final = "all"
"""Stands in a folder's name for the bits of a part that is all of its language."""
FOLDER: Final = "search"
ENGINE: Final = f"{FOLDER}/engine"
"""The folder of the script that searches."""

_OFFSET: Final = 0x811C9DC5
_PRIME: Final = 0x01000193
_DIGITS: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some communities that are indexed together, or what the hub says in a language."""

    folder: str
    """Its folder below the site."""
    language: str
    """The primary subtag of the language whose words it knows, such as `de`."""
    slugs: tuple[str, ...] = ()
    """Its communities, in order; none for the hub's own pages."""
    bits: str | None = None
    """The leading digits that the hashes of its slugs share; None for one that lists do not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an archive says of its search."""

    language: str = "en"
    """The hub's language, BCP 47."""
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Word -> what else it is called."""


def primary(language: str) -> str:
    """The part of a BCP 47 tag by which words are cut to their stems: `pt` for `pt-BR`."""
    return language.replace("_", "-").partition("-")[0].lower() or "en"


def bits_of(slug: str) -> str:
    """The FNV-1a hash of a slug's UTF-8 bytes as 32 binary digits; the page's script computes it, too."""
    value = _OFFSET
    for byte in slug.encode("utf-8"):
        value = (value ^ byte) * _PRIME & 0xFFFFFFFF
    return f"{value:0{_DIGITS}b}"


def parts_of(languages: Mapping[str, str], alone: Iterable[str] = (), most: int = MOST) -> tuple[Part, ...]:
    """The parts of an archive, by language and bits.

    `languages` says of each community its BCP 47 tag. Those in `alone` are a part
    each, under a name that no list holds, because the archive's search must not find them.
    """
    apart = frozenset(alone)
    groups: dict[str, dict[str, str]] = {}
    for slug in sorted(languages.keys() - apart):
        groups.setdefault(primary(languages[slug]), {})[slug] = bits_of(slug)
    named = [
        Part(folder=f"{FOLDER}/{language}-{bits or WHOLE}", language=language, slugs=tuple(slugs), bits=bits)
        for language, group in sorted(groups.items())
        for bits, slugs in _cut(group, "", most)
    ]
    hidden = [
        Part(folder=f"{FOLDER}/at-{slug}", language=primary(languages[slug]), slugs=(slug,))
        for slug in sorted(apart & languages.keys())
    ]
    return (*named, *hidden)


def _cut(group: Mapping[str, str], bits: str, most: int) -> Iterator[tuple[str, list[str]]]:
    """The leading digits of each part -> its slugs; a group that is too large is cut at its next digit."""
    if len(group) <= most or len(bits) == _DIGITS:
        if group or not bits:
            yield bits, list(group)
        return
    for digit in "01":
        longer = bits + digit
        yield from _cut({slug: own for slug, own in group.items() if own.startswith(longer)}, longer, most)
