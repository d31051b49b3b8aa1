"""The directory's pages and the pages from A to Z: which community stands where."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from hearthbook.render.cards import PAGE_SIZE, by_name, sort_key

if TYPE_CHECKING:
    from hearthbook.model.pages import Card

A_Z_FROM: Final = 13
"""Communities from which on names get pages of their own: fewer are seen at a glance on the hub's home."""
DIGITS, OTHER = "0-9", "other"
"""Addresses of what begins with a digit, and with none of anybody's letters."""

Named = tuple[str, str]
"""The slug and the name of a community."""

_LATIN: Final = "LATIN SMALL LETTER "
_WITHOUT_LETTERS: Final = ("CJK UNIFIED", "CJK COMPATIBILITY", "IDEOGRAPHIC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One page of the directory."""

    number: int
    """Its number, from 1."""
    address: str
    """Its final address below the site."""
    cards: tuple[Card, ...]
    """The communities on it."""
    all: tuple[tuple[str, str, str], ...] = ()
    """Every page of the directory: its address, the first and the last name on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter that names begin with."""

    address: str
    """Its part of an address: `o`, `arabic-beh`, `0-9`."""
    sign: str
    """The letter as readers know it; empty for digits and other signs."""
    count: int
    """How many names begin with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """One page from A to Z: its first page, or a page of one letter's names."""

    address: str
    """Its final address below the site."""
    letters: tuple[Letter, ...]
    """All that names begin with, in order; on a letter's own pages how many there are does not count."""
    letter: Letter | None = None
    """The letter whose names these are; None on the first page."""
    groups: tuple[tuple[Letter, tuple[Named, ...]], ...] = ()
    """The names on it, under their letters; none where the letters have pages of their own."""
    parts: tuple[str, ...] = ()
    """The addresses of all pages of the letter, where it has more than one."""


def shelves(cards: tuple[Card, ...]) -> tuple[Shelf, ...]:
    """The directory's pages; empty when all cards fit on the hub's home."""
    if len(cards) <= PAGE_SIZE:
        return ()
    pages = _pages(by_name(cards))
    addresses = ["directory/", *(f"directory/{number}/" for number in range(2, len(pages) + 1))]
    names = zip(addresses, pages, strict=True)
    every = tuple((address, page[0].name, page[-1].name) for address, page in names)
    numbered = enumerate(zip(addresses, pages, strict=True), 1)
    return tuple(Shelf(number=n, address=address, cards=page, all=every) for n, (address, page) in numbered)


def _pages(some: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    return [some[start : start + PAGE_SIZE] for start in range(0, len(some), PAGE_SIZE)]


def letter_of(name: str) -> tuple[str, str]:
    """The address and the sign of what a name begins with.

    Accents make no difference. Chinese characters, of which each would be a
    letter of its own, stand together.
    """
    key = sort_key(name)
    # a number stands between texts, of which the first may be empty
    first = key[0] if key[0] or not key[1:] else key[1]
    if not isinstance(first, str):
        return DIGITS, ""
    sign = first[:1]
    if sign.isascii() and sign.isalpha():
        return sign, sign.upper()
    called = unicodedata.name(sign, "") if sign.isalpha() else ""
    if not called:
        return (DIGITS, "") if sign.isdigit() else (OTHER, "")
    if called.startswith(_WITHOUT_LETTERS):
        return "han", "\N{CJK UNIFIED IDEOGRAPH-6F22}"
    return _address(called), sign.upper() if called.startswith(_LATIN) else sign


def _address(called: str) -> str:
    """A letter's name in Unicode as part of an address: `arabic-beh`."""
    kept = [word for word in called.casefold().split() if word not in {"letter", "small", "capital"}]
    return "-".join("".join(c for c in word if c.isalnum() or c == "-") for word in kept)


def a_to_z(cards: tuple[Card, ...]) -> tuple[Names, ...]:
    """The pages from A to Z; empty for few communities.

    Sixty names fit on one page. Of more, each letter has a page, and as many as
    it needs.
    """
    if len(cards) < A_Z_FROM:
        return ()
    groups: dict[str, tuple[str, list[Named]]] = {}
    for one in by_name(cards):
        address, sign = letter_of(one.name)
        groups.setdefault(address, (sign, []))[1].append((one.slug, one.name))
    found = {
        Letter(address=address, sign=sign, count=len(some)): tuple(some)
        for address, (sign, some) in groups.items()
    }
    letters = tuple(found)
    if len(cards) <= PAGE_SIZE:
        return (Names(address="a-z/", letters=letters, groups=tuple(found.items())),)
    # on a letter's page the others are links without numbers, so that a new name changes only its own
    bare = tuple(Letter(address=letter.address, sign=letter.sign, count=0) for letter in letters)
    own = (page for letter, some in found.items() for page in _of_letter(letter, some, bare))
    return (Names(address="a-z/", letters=letters), *own)


def _of_letter(letter: Letter, names: tuple[Named, ...], letters: tuple[Letter, ...]) -> list[Names]:
    pages, top = _pages(names), f"a-z/{letter.address}/"
    addresses = (top, *(f"{top}{number}/" for number in range(2, len(pages) + 1)))
    return [
        Names(
            address=address,
            letters=letters,
            letter=letter,
            groups=((letter, page),),
            parts=addresses if len(pages) > 1 else (),
        )
        for address, page in zip(addresses, pages, strict=True)
    ]
