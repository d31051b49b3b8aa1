"""Small drawings out of facts: seats, shares, initials. Each says nothing that words beside it do not say."""

from __future__ import annotations

import unicodedata
from typing import Final

from markupsafe import Markup, escape

from hearthbook.model.pages import UNNAMED

_MOST_SEATS: Final = 200
"""More seats than this are no picture any more."""
_IN_A_ROW: Final = 10
_MOST_IN_A_ROW: Final = 20
_MANY_SEATS: Final = 60
# Scripts in which a name is not spelled with first letters: one sign stands for the whole.
_WHOLE_SIGNS: Final = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "ARABIC", "HEBREW")


def _is_first(letter: str) -> bool:
    """Whether a name may begin with the letter: a capital, or a letter of a script that has none."""
    return letter.isalpha() and (letter.isupper() or letter.upper() == letter)


def initials(shown: str) -> str:
    """One or two letters for somebody, out of the name by which they wish to be shown.

    Empty for who is not named, and for words about somebody (`a team lead`).
    What stands behind a comma is not part of the name.
    """
    name = "" if shown == UNNAMED else unicodedata.normalize("NFC", shown).partition(",")[0]
    words = [word.strip("@#\"'()") for word in name.split()]
    words = [word for word in words if word and word[0].isalpha()]
    if not words:
        return ""
    if len(words) == 1:
        return words[0][0].upper()
    if not _is_first(words[0][0]):
        return ""
    if unicodedata.name(words[0][0], "").startswith(_WHOLE_SIGNS):
        return words[0][0]
    last = next((word for word in reversed(words[1:]) if _is_first(word[0])), "")
    return words[0][0] + last[:1]


def badge(shown: str) -> Markup:
    """The initials as a round sign before a name; nothing where there are none, nor for ears."""
    letters = initials(shown)
    if not letters:
        return Markup("")
    return Markup('<span class="hb-initials" aria-hidden="true">{}</span> ').format(letters)


def _dots(first: int, end: int, row: int) -> str:
    """The path along the seats from `first` up to `end`; its dashes of no length become dots.

    A dash at the very end of a line is not drawn, so each line is a hair longer.
    """
    parts: list[str] = []
    while first < end:
        last = min(end, first - first % row + row)
        parts.append(f"M{first % row} {first // row}h{last - first - 1}.1")
        first = last
    return "".join(parts)


def seats(members: int, cap: int) -> Markup:
    """A dot for each seat, the taken ones filled; nothing where that would be too many.

    It is hidden from ears, because the numbers stand beside it.
    """
    if not 0 < cap <= _MOST_SEATS:
        return Markup("")
    taken = min(members, cap)
    row = _IN_A_ROW if cap <= _MANY_SEATS else _MOST_IN_A_ROW
    box = f"-0.5 -0.5 {row} {-(-cap // row)}"
    drawn = (("taken", _dots(0, taken, row)), ("free", _dots(taken, cap, row)))
    paths = "".join(f'<path class="hb-{name}" d="{path}"/>' for name, path in drawn if path)
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="hb-seats" viewBox="{box}" aria-hidden="true" focusable="false">{paths}</svg>'
    )


def share(value: float | None, of: float | None) -> Markup:
    """A bar for a part of a whole, hidden from ears; nothing where the whole is not known."""
    if value is None or not of or not 0 <= value <= of:
        return Markup("")
    return Markup('<meter min="0" max="{}" value="{}" aria-hidden="true"></meter>').format(
        escape(of), escape(value)
    )
