"""Every text of a community with its pointer, and simple measures of texts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearthbook.model.community import Community

_FENCED: Final = re.compile(r"^(`{3,}|~{3,}).*?^\1[`~]*\s*$", re.MULTILINE | re.DOTALL)
_CODE: Final = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_BARE: Final = re.compile(r"\bhttps?://\S+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_STOP: Final = re.compile(
    r"(?<=[.!?\u2026])[\"')\]\u201d\u2019]*\s+(?=[^a-z])|\n\s*\n|\n\s*(?:[-*+]|\d+[.)])\s+"
)
_CAPITALS: Final = re.compile("[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]{2}")
_MARKS: Final = re.compile(r"[*_#>|]+")
# Words that say nothing of what a sentence is about.
_SMALL: Final = frozenset(
    re.findall(
        r"\w+",
        """a an and are as at be been but by can do for from had has have here how i if in into is it its me
        my no not of on one or our out so that the their them then there they this to up us was we what when
        where which who will with you your""",
    )
)
_NOT_TEXT: Final = frozenset({"id", "url", "reach", "color", "language", "zone", "extends", "translation_of"})
"""Keys whose values are not read as words."""


Texts = tuple[tuple[str, str], ...]
"""Pointers and words, as `texts` gives them; rules ask for them by a parameter of this name."""


def texts(community: Community) -> Iterator[tuple[str, str]]:
    """Pointer and words of every text that a founder wrote, in the order of the model.

    Ids, addresses, dates and other values that are no words are left out, and so is `lint`.
    """
    for name, field in type(community).model_fields.items():
        if name not in _NOT_TEXT | {"lint", "synonyms"}:
            yield from _texts(getattr(community, name), (field.alias or name,))


def _texts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if isinstance(value, str):
        yield pointer(*path), value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if name not in _NOT_TEXT:
                yield from _texts(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _texts(each, (*path, number))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*path, key))


def without_code(markdown: str) -> str:
    """The Markdown with blanks for what is code; every line stays where it was."""
    if "`" not in markdown and "~~~" not in markdown:
        return markdown
    return _CODE.sub(_blank, _FENCED.sub(_blank, markdown))


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


@lru_cache(maxsize=2048)
def spoken(markdown: str) -> str:
    """What somebody would read aloud: links as their words, no code, no addresses, no marks."""
    text = without_code(markdown)
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    if "@" in text or "://" in text:
        text = _BARE.sub(" ", text)
    return _MARKS.sub(" ", text)


def has_capitals(text: str) -> bool:
    """Whether two capitals stand side by side, in Latin, Greek or Cyrillic script."""
    return bool(_CAPITALS.search(text))


def words(text: str) -> list[str]:
    """The words of a text, as they are written."""
    return _WORD.findall(text)


@lru_cache(maxsize=2048)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; entries of lists and paragraphs are sentences of their own."""
    return tuple(each.strip() for each in _STOP.split(spoken(text)) if each.strip())


def gist(text: str) -> frozenset[str]:
    """The words that say what a text is about: in small letters, plurals cut, small words left out."""
    found = (word.casefold() for word in words(spoken(text)))
    return frozenset(word.removesuffix("s") for word in found if word not in _SMALL)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two gists share, from 0 to 1: the words in both, of the words in either (Jaccard 1912)."""
    return len(one & other) / len(one | other) if one and other else 0.0


def quoted(text: str, most: int = 40) -> str:
    """A founder's words as a message quotes them: in backticks, on one line, cut where they are long."""
    line = " ".join(text.replace("`", "'").split())
    return f"`{line if len(line) <= most else line[: most - 1].rstrip() + '…'}`"


def listed(names: Sequence[str], most: int = 3) -> str:
    """Some names as a message lists them: `a`, `b` and 4 more."""
    shown = [quoted(each, 20) for each in names[:most]]
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


def names_a_sum(price: str) -> bool:
    """Whether a price is more than `nothing` or `0 EUR`: it has a digit other than nought."""
    return any(each.isdecimal() and int(each) for each in price)
