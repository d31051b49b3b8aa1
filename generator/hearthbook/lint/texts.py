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
_UNSEEN: Final = re.compile(
    r"(?!.*\d)(?:better )?(?P<en>understand|appreciate|learn (?:about|more)|know (?:about|more)|connect with"
    r"|network(?= with|$)"
    r"|(?:exchange|share) (?:ideas|experiences?|knowledge)|be (?:inspired|part of)|support each other"
    r"|(?:get|become|be) better at|(?:be|become|feel) (?:a )?(?:more|better)|improve your|deepen your"
    r"|gain (?:insights?|knowledge|confidence)|grow (?:as|together|personally|professionally)"
    r"|stay (?:informed|up to date)|raise awareness|explore (?:how|ideas|topics|ways))\b"
    r"|.*\b(?P<de>verstehen|wachsen|mehr erfahren|austauschen|vernetzen|dazugehören|besser werden"
    r"|verbessern|vertiefen|auf dem Laufenden bleiben)$",
    re.IGNORECASE | re.DOTALL,
)
UNSEEN_LANGUAGES: Final = ("en", "de")
"""The languages of which `unseen` knows words."""
# Words that say nothing of what a sentence is about.
_SMALL: Final = frozenset(
    re.findall(
        r"\w+",
        """a an and are as at be been but by can do for from had has have here how i if in into is it its me
        my of on one or our out so that the their them then there they this to up us was we what when
        where which who will with you your""",
    )
)
_NOT: Final = "not"
_DENIALS: Final = frozenset(
    re.findall(r"\w+", "no not never without cannot nor nicht kein keine keinen keiner nie niemals ohne")
)
"""Words that turn a sentence round; a gist has one word for all of them."""
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
    """The words that say what a text is about: in small letters, plurals cut, small words left out.

    Whatever denies is the word `not`: never, without, don't.
    """
    found = (word.casefold() for word in words(spoken(text)))
    return frozenset(_plain(word) for word in found if word not in _SMALL)


def _plain(word: str) -> str:
    denies = word in _DENIALS or word.endswith(("n't", "n\u2019t"))
    return _NOT if denies else word.removesuffix("s")


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two gists share, from 0 to 1: the words in both, of the words in either (Jaccard 1912).

    Where only one of them denies, they say the opposite, and share nothing.
    """
    if not (one and other) or (_NOT in one) != (_NOT in other):
        return 0.0
    return len(one & other) / len(one | other)


def quoted(text: str, most: int = 40) -> str:
    """A founder's words as a message quotes them: in backticks, on one line, cut where they are long."""
    line = " ".join(text.replace("`", "'").split())
    return f"`{line if len(line) <= most else _cut(line, most - 1) + '…'}`"


def _cut(line: str, most: int) -> str:
    """The beginning of a line, up to a word's end where that leaves half of it."""
    whole = line[: most + 1].rpartition(" ")[0]
    return (whole if len(whole) * 2 >= most else line[:most]).rstrip(" ,;:")


def listed(names: Sequence[str], most: int = 3) -> str:
    """Some names as a message lists them: `a`, `b` and 4 more."""
    shown = [quoted(each) for each in names[:most]]
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


def kinds_told(kinds: Sequence[str | None]) -> str:
    """How many norms say their kind, and which: `of 5 norms 1 says its kind, safety`."""
    said = sorted({kind for kind in kinds if kind})
    number = sum(kind is not None for kind in kinds)
    which = " and ".join([", ".join(said[:-1]), said[-1]] if said[1:] else said)
    return f"of {len(kinds)} norms {number} {'says its' if number == 1 else 'say their'} kind, {which}"


def unseen(outcome: str) -> str:
    """The words of an outcome that happen inside a head, or never end; empty where a bystander could see it.

    A figure makes it visible. In German the verb is last.
    """
    found = _UNSEEN.match(outcome.strip(" ."))
    return (found["en"] or found["de"]) if found else ""


def unseen_in(community: Community) -> str:
    """The same of a community's outcome, in the languages whose words are known: HB119 tells of it."""
    known = (community.language or "en").partition("-")[0] in UNSEEN_LANGUAGES
    return unseen(community.promise.outcome) if known else ""


def names_a_sum(price: str) -> bool:
    """Whether a price is more than `nothing` or `0 EUR`: it has a digit other than nought."""
    return any(each.isdecimal() and int(each) for each in price)
