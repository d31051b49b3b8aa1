"""Text in the order in which its letters are drawn, for drawing that knows neither joining nor direction.

Libraries that do know both are not on every machine, and a picture has to be
the same on all of them. This covers what names and short sentences need of
Unicode's bidirectional algorithm (UAX 9) and of the joining of Arabic letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby
from typing import Final

_FORMS: Final = (range(0xFB50, 0xFBC0), range(0xFE70, 0xFEFD))
"""Arabic letters in the forms they take beside others; of pairs only lam and alef, which always join."""
_ARABIC: Final = re.compile(r"[\u0600-\u06ff\u200c]+")
_VOWELS: Final = re.compile("[\u064b-\u065f\u0670\u0640]")
"""Signs above and below letters, and the stroke that only makes words longer."""
_APART: Final = "\N{ZERO WIDTH NON-JOINER}"
_OPENING, _CLOSING = "([{<«\u2039", ")]}>»\u203a"
_MIRRORED: Final = str.maketrans(_OPENING + _CLOSING, _CLOSING + _OPENING)
_STRONG: Final = {"R": True, "AL": True, "L": False, "EN": False, "AN": False}


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Letters and the place they have in a word -> the form that they take there."""
    found: dict[tuple[str, str], str] = {}
    for number in (number for numbers in _FORMS for number in numbers):
        kind, *letters = unicodedata.decomposition(chr(number)).split() or [""]
        if kind in {"<initial>", "<medial>", "<final>", "<isolated>"}:
            found.setdefault(("".join(chr(int(one, 16)) for one in letters), kind.strip("<>")), chr(number))
    return found


def joined(text: str) -> str:
    """The text with each Arabic letter in the form it takes beside its neighbours, without vowel signs."""
    return _ARABIC.sub(lambda match: _word(_VOWELS.sub("", match[0])), text)


def _word(word: str) -> str:
    forms, letters, place = _forms(), [], 0
    while place < len(word):
        pair = word[place : place + 2]
        # lam and alef become one letter
        letters.append(pair if len(pair) > 1 and (pair, "isolated") in forms else word[place])
        place += len(letters[-1])
    shown = []
    for place, letter in enumerate(letters):
        before = place > 0 and _meet(letters[place - 1], letter)
        after = place + 1 < len(letters) and _meet(letter, letters[place + 1])
        kind = ("medial" if after else "final") if before else ("initial" if after else "isolated")
        shown.append(forms.get((letter, kind)) or forms.get((letter, "isolated"), letter))
    return "".join(shown).replace(_APART, "")


def _meet(letter: str, following: str) -> bool:
    """Whether two letters join."""
    return (letter, "initial") in _forms() and (following, "final") in _forms()


def _directions(text: str, *, rtl: bool) -> list[bool]:
    """Whether each character runs from right to left; what has no direction goes with its neighbours.

    A closing bracket goes with its opening one.
    """
    strong = [_STRONG.get(unicodedata.bidirectional(letter)) for letter in text]
    found: list[bool] = []
    opened: list[bool] = []
    before = rtl
    for place, letter in enumerate(text):
        own = strong[place]
        if own is None:
            after = next((later for later in strong[place:] if later is not None), rtl)
            own = before if before == after else rtl
            if letter in _OPENING:
                opened.append(own)
            elif letter in _CLOSING and opened:
                own = before = opened.pop()
        else:
            before = own
        found.append(own)
    return found


def drawn(text: str, *, rtl: bool) -> str:
    """One line's characters from left to right; `rtl` is the direction of the language around it."""
    if text.isascii():
        return text
    shown = joined(text)
    directions = _directions(shown, rtl=rtl)
    if not rtl and not any(directions):
        return shown
    pairs = zip(directions, shown, strict=True)
    runs = [(way, "".join(one for _, one in some)) for way, some in groupby(pairs, key=lambda pair: pair[0])]
    parts = [run[::-1].translate(_MIRRORED) if way else run for way, run in runs]
    return "".join(reversed(parts) if rtl else parts)
