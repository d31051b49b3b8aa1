"""Which line says a block of a page: found by the words that it shows.

Templates tie headings and some blocks to what they were made from. Every other block that shows
somebody's words is tied to the value that holds these words, or to the paragraph of an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import JsonValue

_WORD: Final = re.compile(r"[^\W_]+")
_TARGET: Final = re.compile(r"\]\([^()\s]*\)")
_KEY: Final = 3
"""Words by which a text is looked up; what is shorter counts within its own entry only."""


class Origin(NamedTuple):
    """Where words come from."""

    said: str
    """A pointer into the community, or a file of prose."""
    down: int = 0
    """How many lines below the first line of that text."""


class _Text(NamedTuple):
    words: tuple[str, ...]
    origin: Origin


def words_of(text: str) -> tuple[str, ...]:
    """What a text says, without its marks, capitals and addresses behind links."""
    return tuple(_WORD.findall(_TARGET.sub("]", text).casefold()))


def entry_of(said: str) -> str:
    """The entry of a list, or the section, that a pointer is part of: `/norms/2` for `/norms/2/statement`."""
    return "/".join(said.split("/")[:3])


@dataclass(frozen=True, slots=True)
class Origins:
    """The texts that a page may show, each with its origin."""

    long: Mapping[tuple[str, ...], tuple[_Text, ...]]
    """First words of a text -> the texts that begin so, the longest first."""
    short: Mapping[str, tuple[_Text, ...]]
    """Entry -> its texts of one or two words."""

    def find(self, shown: str, around: str = "") -> Origin | None:
        """The origin of the longest text that a block shows; None where it shows none.

        Of several that are alike the one counts that is part of `around`, the pointer of the section
        that the block stands in.
        """
        words, entry = words_of(shown), entry_of(around)
        found = max(self._found(words), key=lambda text: _rank(text, entry), default=None)
        if found is None and entry:
            found = next((text for text in self.short.get(entry, ()) if _holds(words, text.words)), None)
        return found.origin if found else None

    def _found(self, words: tuple[str, ...]) -> Iterator[_Text]:
        for at in range(len(words) - _KEY + 1):
            for text in self.long.get(words[at : at + _KEY], ()):
                if words[at : at + len(text.words)] == text.words:
                    yield text


def _rank(text: _Text, entry: str) -> tuple[int, bool]:
    return len(text.words), bool(entry) and entry_of(text.origin.said) == entry


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def origins(texts: Iterable[tuple[Origin, str]]) -> Origins:
    """The texts ready to be looked up; each line of a text of several lines by itself as well."""
    long: dict[tuple[str, ...], list[_Text]] = {}
    short: dict[str, list[_Text]] = {}
    for origin, text in texts:
        for part in _parts(origin, text):
            if len(part.words) >= _KEY:
                long.setdefault(part.words[:_KEY], []).append(part)
            elif part.words:
                short.setdefault(entry_of(part.origin.said), []).append(part)
    return Origins(
        {key: tuple(found) for key, found in long.items()},
        {key: tuple(found) for key, found in short.items()},
    )


def _parts(origin: Origin, text: str) -> Iterator[_Text]:
    """A paragraph as it stands, from its first line; and each line, because it may be one of a list."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        here = Origin(origin.said, origin.down + at)
        yield _Text(words_of(line), here)
        begins = at == 0 or not lines[at - 1].strip()
        end = next((end for end in range(at, len(lines)) if not lines[end].strip()), len(lines))
        if begins and end > at + 1:
            yield _Text(words_of(" ".join(lines[at:end])), here)


def texts_of(facts: Mapping[str, JsonValue], at: str = "") -> Iterator[tuple[Origin, str]]:
    """Every text of a community, as JSON, with its pointer; ids are made from words and are none."""
    for key, value in facts.items():
        if key != "id":
            yield from _texts(value, at + pointer(key))


def _texts(value: JsonValue, at: str) -> Iterator[tuple[Origin, str]]:
    if isinstance(value, str):
        yield Origin(at), value
    elif isinstance(value, dict):
        yield from texts_of(value, at)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, at + pointer(number))
