"""Names of meetings in a line: `Blueprints` in brackets behind a time, or before a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.calendar.reading.tokens import UNKNOWN, Token
from hearthbook.calendar.readings import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME: Final = "l"
"""The kind of a name; its value says whether it stands before what it names."""
_IN_NAMES: Final = {UNKNOWN, "_", "m", "&", "i"}
_LONGEST: Final = 60


def _name(tokens: Sequence[Token], *, before: bool) -> tuple[Token, ...] | None:
    """The tokens as one name; none where they say nothing; None where they say more than a name."""
    if any(token.kind not in _IN_NAMES for token in tokens):
        return None
    if all(token.kind in "_m" for token in tokens):
        return ()
    text = " ".join(token.text for token in tokens)
    return (Token(kind=NAME, text=text, value=before),) if len(text) <= _LONGEST else None


def _bracketed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Brackets around a name become the name, others become marks between parts."""
    found: list[Token] = []
    opened = -1
    for token in tokens:
        if (token.text == ")" and opened < 0) or (token.text == "(" and opened >= 0):
            raise Unreadable("a bracket has no partner; mend the brackets", token.text)
        if token.text == ")":
            inner = found[opened + 1 :]
            name = _name(inner, before=False)
            found[opened:] = [found[opened], *inner, token] if name is None else name
            opened = -1
            continue
        opened = len(found) if token.text == "(" else opened
        found.append(token)
    if opened >= 0:
        raise Unreadable("a bracket has no partner; mend the brackets", "(")
    return tuple(found)


def named(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with each name as one token, and without words that say nothing before a colon."""
    found: list[Token] = []
    for token in _bracketed(tokens):
        start = len(found)
        while start and found[start - 1].kind in _IN_NAMES:
            start -= 1
        start += next((n for n, each in enumerate(found[start:]) if each.kind != "&"), 0)
        free = start == 0 or found[start - 1].kind in ",&"
        name = (
            _name(found[start:], before=True) if token.text == ":" and free and start < len(found) else None
        )
        if name is None:
            found.append(token)
        else:
            found[start:] = name
    return tuple(found)
