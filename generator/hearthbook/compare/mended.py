"""Whether two texts say the same: only typography differs, or one word's spelling was mended.

Both are exact, and rather too strict than too lax: whoever is told "only wording" may not look again.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pydantic import JsonValue

_MARKS: Final = (
    ".,;:!\N{HORIZONTAL ELLIPSIS}\N{ARABIC COMMA}\N{ARABIC SEMICOLON}\"'()[]*_`"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
)
"""Marks about a word that carry no meaning of their own; question marks and signs before numbers do."""
_DASHES: Final = "-\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{HYPHEN}"
_SAME: Final = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{ARABIC TATWEEL}": "",
        "\N{SOFT HYPHEN}": "",
    }
)
_EXACT: Final = re.compile(r"[\d@/#\\$€£%+<>=]")
"""What is in numbers, amounts, addresses and handles: a word with one of these counts to the letter."""

_BY_CASE: Final = frozenset("May Will March Sie Ihr Ihre Ihrem Ihren Ihrer Ihnen".split())  # noqa: SIM905
"""Words that are others in small letters; so is what is written in capitals alone."""

_LEAST_WORDS: Final = 4
"""Shorter texts are names, labels and places."""
_LEAST_LETTERS: Final = 5
_MANY_LETTERS: Final = 9
"""From here on a word may differ by two letters."""

_WEIGHTY: Final = frozenset(
    """
    may might must shall should could would cannot never always nobody nothing neither every either
    within without before after until since above below under first second third fourth fifth last
    three seven eight twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    minute minutes month months weekly monthly daily yearly quarter allow allowed forbid forbidden
    their there where those these other others
    dürfen dürfte dürften können könnte könnten müssen müsste müssten sollen sollte sollten
    keine keinen keiner keinem keines niemals niemand nichts immer jeder jeden jedes einer einen einem
    meine deine seine ihren ihrem ihrer unsere unserer unseren eurer
    innerhalb außerhalb vorher nachher zuerst zuletzt erste zweite dritte vierte fünfte sechste
    sieben zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn
    zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend
    minute minuten stunde stunden woche wochen monat monate monaten täglich wöchentlich monatlich jährlich
    """.split()  # noqa: SIM905 - words read best side by side
)
"""Words of five letters or more on which a sentence turns; those of other scripts are never mended freely."""

_ARABIC_SAME: Final = str.maketrans(
    {
        "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}": "\N{ARABIC LETTER ALEF}",
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
    }
)
"""Letters that are often written for one another."""


def only_typography(old: JsonValue, new: JsonValue) -> bool:
    """Whether the words are the same: only case, spaces, quotes and punctuation differ.

    Of mappings and lists, whether that holds for each text in which they differ.
    """
    if isinstance(old, str) and isinstance(new, str):
        return _words(old) == _words(new)
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        return all(old[key] == new[key] or only_typography(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return all(a == b or only_typography(a, b) for a, b in zip(old, new, strict=True))
    return False


def mended(old: JsonValue, new: JsonValue) -> bool:
    """Whether one word of a sentence is spelled otherwise, and can hardly be another word.

    The word has five letters or more, keeps its first and its last one, and differs by one (one letter
    more, less or another, or two that changed places), or by two from nine letters on. It has no
    capitals, for it may be a name, and is none of the words on which a sentence turns. In Arabic only
    letters that are written for one another may differ; in other scripts nothing.
    """
    if not (isinstance(old, str) and isinstance(new, str)):
        return False
    before, after = _tokens(old), _tokens(new)
    if len(before) != len(after) or len(before) < _LEAST_WORDS:
        return False
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if _key(one) != _key(other)]
    return len(pairs) == 1 and _respelled(*pairs[0])


def _tokens(text: str) -> list[str]:
    """The words without the marks about them; a dash alone counts only between numbers."""
    parts = unicodedata.normalize("NFC", text).translate(_SAME).split()
    bare = [part if part.strip(_DASHES) == "" else part.strip(_MARKS) for part in parts]
    return [part for at, part in enumerate(bare) if part and not _is_pause(bare, at)]


def _is_pause(parts: list[str], at: int) -> bool:
    """Whether a part is a dash that stands between words, not between numbers."""
    beside = "".join(parts[max(at - 1, 0) : at + 2])
    return not parts[at].strip("-") and not any(letter.isdigit() for letter in beside)


def _key(word: str) -> str:
    exact = _EXACT.search(word) or word in _BY_CASE or (len(word) > 1 and word.isupper())
    return word if exact else word.casefold()


def _words(text: str) -> list[str]:
    return [_key(word) for word in _tokens(text)]


def _respelled(old: str, new: str) -> bool:
    shorter, longer = sorted((len(old), len(new)))
    if shorter < _LEAST_LETTERS or {old, new} & _WEIGHTY or old != old.lower() or new != new.lower():
        return False
    if not all("LATIN" in unicodedata.name(letter, "") for letter in old + new):
        return _in_arabic(old, new)
    if old[0] != new[0] or old[-1] != new[-1]:
        return False
    return longer - shorter <= 1 and distance(old, new) <= (2 if shorter >= _MANY_LETTERS else 1)


def _in_arabic(old: str, new: str) -> bool:
    return old.translate(_ARABIC_SAME) == new.translate(_ARABIC_SAME)


def distance(old: str, new: str) -> int:
    """How many letters must be put in, taken out, replaced or swapped with the next (restricted Damerau)."""
    last, row = [0] * (len(new) + 1), list(range(len(new) + 1))
    for i, mine in enumerate(old, start=1):
        older, last, row = last, row, [i] + [0] * len(new)
        for j, yours in enumerate(new, start=1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (mine != yours))
            if i > 1 and j > 1 and mine == new[j - 2] and old[i - 2] == yours:
                row[j] = min(row[j], older[j - 2] + 1)
    return row[-1]
