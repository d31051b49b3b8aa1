"""What of the past may be shown: nobody who does not wish it now, and nobody who was taken out since.

Who is known by what is gathered from all versions. Whatever of it the site does not say today is not
said of earlier days either: not as a reference, not within a text, and not in an id.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hearthbook.compare.facts import facts_of
from hearthbook.compare.places import ANY, spot_of
from hearthbook.ingest.reveal import display, publishable
from hearthbook.ingest.slugs import words_to_id
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import JsonValue

    from hearthbook.model.changes import Facts
    from hearthbook.model.community import Community

LEFT_OUT: Final = "\N{HORIZONTAL ELLIPSIS}"
"""Stands in a text for what it does not say any more."""
ADDRESS: Final = re.compile(r"[^\s<>()\[\]\"',;:]+@[^\s<>()\[\]\"',;:]+")
_ACCOUNT: Final = re.compile(r"(?<![\w/])@\w[\w.-]*")
_WORD: Final = re.compile(r"\w+")
_SHORTEST: Final = 2
_PART: Final = 3
"""Letters that a part of somebody's name has at least; shorter ones are everybody's."""
_REACH: Final = "reach"
"""Where somebody can be reached, be it by telephone."""
_OWN: Final = frozenset({"people", "stories"})
_spot = lru_cache(10_000)(spot_of)
_PARTS: Final = 4
"""Words that a person's name has at most; a reference with more is a body, such as a board."""


class Mask:
    """Takes out of the past of one community what its pages do not say today."""

    def __init__(self, community: Community, ever: Iterable[str]) -> None:
        """Look at the community as it is, and at everything by which people were ever known in it."""
        people = community.people
        self._shown = {
            alias.casefold(): display(key, person)
            for key, person in sorted(people.items(), key=lambda each: each[1].show == "nothing")
            for alias in (person.handle, person.name)
            if alias
        } | {key.casefold(): display(key, person) for key, person in people.items()}
        shown = publishable(community)
        self.now = facts_of(shown)
        """What pages say today."""
        said = {text for text in _said(shown, self.now) if text != UNNAMED}
        self._exact = said
        self._text = "\n".join(sorted(said)).casefold()
        self._words = set(_WORD.findall(self._text))
        own = (each for key, person in people.items() for each in (key, person.name, person.handle) if each)
        self._hidden = self._pattern({*ever, *own})

    def value(self, value: JsonValue, path: tuple[str, ...]) -> JsonValue:
        """A value at a path of the community, as it may be shown."""
        if isinstance(value, str):
            spot = _spot(path)
            if path[-1:] == (_REACH,):
                return value if value in self._exact else LEFT_OUT
            refers = spot.shape is not None and spot.shape.refers == "person"
            return self.person(value) if refers else self.text(value)
        if isinstance(value, list):
            return [self.value(each, (*path, str(at))) for at, each in enumerate(value)]
        if isinstance(value, dict):
            return {self._key(key, path): self.value(each, (*path, key)) for key, each in value.items()}
        return value

    def _key(self, key: str, path: tuple[str, ...]) -> str:
        """A key as it may be shown, where people chose it."""
        return self.text(key) if _spot((*path, key)).pattern[-1] == ANY else key

    def path(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """A path without ids that are made of names."""
        if path[:1] == ("articles",):
            return path[:1] + tuple(map(self.text, path[1:]))
        both = zip(path, _spot(path).pattern, strict=True)
        return tuple(self.text(part) if kind == ANY else part for part, kind in both)

    def facts(self, facts: Facts) -> Facts:
        """Facts of an earlier version, without its people and what they told of themselves."""
        return {key: self.value(value, (key,)) for key, value in facts.items() if key not in _OWN}

    def is_said(self, values: Iterable[JsonValue]) -> bool:
        """Whether pages say today all that is said in these values."""
        return {text for value in values for text in _texts(value)} <= self._exact

    def person(self, text: str) -> str:
        """What may stand where somebody was named; `UNNAMED` for whom nobody names today."""
        shown = self._shown.get(text.casefold())
        if shown is not None:
            return shown
        return text if text in self._exact else UNNAMED

    def text(self, text: str) -> str:
        """A text without the names and addresses that are not said today."""
        if "@" in text:
            text = ADDRESS.sub(self._address, text)
            text = _ACCOUNT.sub(self._address, text)
        return self._hidden.sub(LEFT_OUT, text) if self._hidden else text

    def without(self, text: str, names: Iterable[str]) -> str:
        """A text without these names as well, unless they are said today."""
        others = self._pattern(set(names))
        text = self.text(text)
        return others.sub(LEFT_OUT, text) if others else text

    def _address(self, found: re.Match[str]) -> str:
        return found[0] if found[0].casefold().rstrip(".") in self._text else LEFT_OUT

    def _pattern(self, names: set[str]) -> re.Pattern[str] | None:
        """What finds the forms of these names that are not said today, the longest first."""
        forms = {form for name in names for form in _forms(name) if not self._is_said(form)}
        found = sorted(forms, key=lambda form: (-len(form), form))
        return re.compile("|".join(map(_bounded, found)), re.IGNORECASE) if found else None

    def _is_said(self, form: str) -> bool:
        bare = form.casefold().removeprefix("@")
        return bare in self._words or (len(_WORD.findall(bare)) > 1 and bare in self._text)


def _said(shown: Community, now: Facts) -> Iterator[str]:
    """Every text of a community's pages."""
    for key, person in shown.people.items():
        yield display(key, person)
        shown_of = (person.name, person.handle, person.credentials, person.answers_for)
        yield from (text for text in shown_of if text)
    yield from _texts({key: value for key, value in now.items() if key != "people"})


def _texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _forms(name: str) -> Iterator[str]:
    """How somebody may be called: in full, without @, as an id, and by a part of the name."""
    bare = name.strip().removeprefix("@")
    words = _WORD.findall(bare)
    forms = {bare, words_to_id(bare)}
    if 1 < len(words) <= _PARTS and all(word[0].isupper() or not word[0].isascii() for word in words):
        forms |= {word for word in words if len(word) >= _PART}
    yield from (form for form in forms if len(form) >= _SHORTEST)


def _bounded(form: str) -> str:
    """The form as a whole word, where its letters are of a script that parts words."""
    edges = [r"(?<!\w)" if form[0].isascii() else "", r"(?!\w)" if form[-1].isascii() else ""]
    return f"{edges[0]}@?{re.escape(form)}{edges[1]}"
