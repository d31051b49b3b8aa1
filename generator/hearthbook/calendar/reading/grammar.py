"""The parts of one meeting in a row of tokens: how often, on which days, when, where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.readings import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hearthbook.calendar.reading.tokens import Token

_ORDINALS: Final = "o(?:[,&]e?o)*"
_PARTS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("except", "wD(?:[,&]D)*"),
        ("span", "s?D-D"),
        ("from", "s(?:d,?)?D"),
        ("until", "-(?:d,?)?D"),
        ("date", "D"),
        ("of", "ie?x?u|ie[oc]u"),
        ("cadence", "ex[uk]|ec[uk]|e[o]u|e[u]|xu|v|b|n|ex(?=[dg])|x(?=d)|e[o]k(?!i)"),
        ("nth", f"{_ORDINALS}d(?:[,&]e?{_ORDINALS}d)*"),
        ("dates", f"kc(?:[,&]c)*|{_ORDINALS}k?"),
        ("each", "e(?=[dog])"),
        ("days", "d(?:-d)?(?:[,&]d(?:-d)?)*|g"),
        ("time", "tz-tz|[tc]-t|B[tc]&t|t|@c"),
        ("zone", "i?z(?:,?i?z)*"),
        ("length", "L"),
    )
)
"""Name of a part -> the kinds of tokens that make it; the first that fits counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of one meeting; each is there once at most."""

    found: Mapping[str, tuple[Token, ...]]
    """Name of a part -> its tokens."""
    text: str
    """The words."""
    name: str = ""
    """What the line calls the meeting."""
    order: tuple[str, ...] = field(default=())
    """The names of the parts as they stand in the line."""

    def __contains__(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self.found

    def kinds(self, name: str) -> str:
        """The kinds of a part's tokens, one letter each; empty where it is absent."""
        return "".join(token.kind for token in self.found.get(name, ()))

    def values(self, name: str, kind: str) -> tuple[object, ...]:
        """The values of a part's tokens of a kind."""
        return tuple(token.value for token in self.found.get(name, ()) if token.kind == kind)

    def words(self, *names: str) -> str:
        """The words of some parts, in the order of the line."""
        return " ".join(token.text for name in self.order if name in names for token in self.found[name])

    @property
    def has_days(self) -> bool:
        """Whether it says on which days."""
        return any(name in self.found for name in ("days", "nth", "dates", "date"))

    @property
    def names_several(self) -> bool:
        """Whether it lists its days one by one."""
        kinds = "".join(self.kinds(name) for name in ("days", "nth", "dates"))
        return kinds.count("d") > 1 or kinds.count("o") > 1 or kinds.count("c") > 1

    def with_parts(self, other: Parts, names: Iterable[str]) -> Parts:
        """With some parts of another where these are absent."""
        taken = {name: other.found[name] for name in names if name in other.found and name not in self.found}
        if not taken:
            return self
        order = (*(name for name in other.order if name in taken), *self.order)
        return Parts(found={**self.found, **taken}, text=self.text, name=self.name, order=order)


def simplified(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Without words that say nothing, and with one mark where several stand together."""
    heard = _without_meetings([token for token in tokens if token.kind != "_"])
    found: list[Token] = []
    for index, token in enumerate(heard):
        after = "".join(each.kind for each in heard[index + 1 : index + 4])
        if _says_nothing(token, after):
            continue
        if token.kind in ",&" and found and found[-1].kind in ",&":
            stronger = token.kind == "&" and found[-1].text != ";"
            found[-1:] = [token if stronger else found[-1]]
            continue
        found.append(token)
    while found and found[-1].kind == ",":
        found.pop()
    return tuple(found[1:] if found and found[0].kind == "," else found)


def _without_meetings(tokens: Sequence[Token]) -> list[Token]:
    """Without `meeting` and such words; refuses `first meeting`, which is not the first of anything else."""
    for before, token in pairwise(tokens):
        if token.kind == "m" and before.kind in "oexc":
            words = f"{before.text} {token.text}"
            raise Unreadable(f"`{words}` cannot be read; write only the days and times that come back", words)
    return [token for token in tokens if token.kind != "m"]


def _says_nothing(token: Token, after: str) -> bool:
    """Whether a small word can go, seeing the kinds of those behind it."""
    if token.kind == "@":
        return not after.startswith("c") or after.startswith("c-t")
    if token.kind == "s":
        return after.startswith(("t", "c-t", "d-d"))
    return token.kind == "A" and after.startswith(("d", "o", "D", "ed"))


def parts_of(tokens: Sequence[Token], name: str = "") -> Parts:
    """The parts of one meeting; refuses what is left over and what is said twice."""
    kinds = "".join(token.kind for token in tokens)
    found: dict[str, tuple[Token, ...]] = {}
    position = 0
    while position < len(kinds):
        part, end = _part(kinds, position)
        if part == "until" and tokens[position].text == "-":
            raise Unreadable(f"`{tokens[position + 1].text}` behind a dash may be the first day or the last")
        if part == "cadence" and part in found and "of" not in found and kinds[position:end] == "eu":
            part = "of"
        if part in found:
            twice = " ".join(token.text for token in (*found[part], *tokens[position:end]))
            raise Unreadable(f"`{twice}` says the same twice, or two things at once; write one of them")
        if not part and (not is_mark(tokens[position]) or end == len(kinds) or not found):
            raise _left_over(tokens[position:])
        if part:
            found[part] = tuple(tokens[position:end])
        position = end
    text = " ".join(token.text for token in tokens)
    return Parts(found=found, text=text, name=name, order=tuple(found))


def is_mark(token: Token) -> bool:
    """Whether a token may stand between two parts; a dash may, and `until` says something."""
    return token.kind == "," or token.text == "-"


def _left_over(tokens: Sequence[Token]) -> Unreadable:
    """Why the rest of the line has no place in it."""
    words = " ".join(token.text for token in tokens)
    if tokens[0].kind == "c":
        fact = f"`{tokens[0].text}` alone can be many things; write a time as 17:00 or 5pm, a day as 15th"
        return Unreadable(fact, tokens[0].text)
    return Unreadable(f"`{words}` cannot be put together with the rest", *words.split())


def _part(kinds: str, position: int) -> tuple[str, int]:
    for name, pattern in _PARTS:
        if match := pattern.match(kinds, position):
            return name, match.end()
    return "", position + 1
