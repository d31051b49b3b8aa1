r"""Regular expressions of Python, as a browser reads them with the flag `u`.

In a browser `\w`, `\d` and `\b` know the letters of English only, `\s` and `.` differ in a few
signs, and named groups are written another way. What is written here means the same in both.
"""

from __future__ import annotations

import re
from typing import Final

_SPACE: Final = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WORD: Final = r"\p{L}\p{N}_"
_INSIDE: Final = {"w": _WORD, "d": r"\p{Nd}", "s": _SPACE}
"""What an escape stands for inside brackets."""
_BOUNDARY: Final = f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_OUTSIDE: Final = {
    **{letter: f"[{inside}]" for letter, inside in _INSIDE.items()},
    **{letter.upper(): f"[^{inside}]" for letter, inside in _INSIDE.items()},
    "b": _BOUNDARY,
}
_CLASSES: Final = {
    r"[^\W_]": r"[\p{L}\p{N}]",
    r"[^\W\d_]": r"[\p{L}\p{Nl}\p{No}]",
    r"[^\W\d_a-z]": r"(?:(?![a-z])[\p{L}\p{Nl}\p{No}])",
    r"[\W_]": r"[^\p{L}\p{N}]",
}
"""Classes with what is no letter, which cannot be put together from parts."""
_PART: Final = re.compile(
    r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\.|\(\?P<|\(\?i:|\(\?[:=!]|\(\?<[=!]|.",
    re.DOTALL,
)
"""A class, an escape, the beginning of a group, or one sign."""
_ESCAPE: Final = re.compile(r"\\(u[0-9a-f]{4}|x[0-9a-f]{2}|.)", re.DOTALL)
_SYNTAX: Final = frozenset(r"^$\.*+?()[]{}|/-")
"""Signs that may have a backslash before them in a browser."""


def portable(pattern: re.Pattern[str]) -> dict[str, str]:
    """The `source` and the `flags` with which a browser finds what the pattern finds.

    Raises ValueError for what cannot be said there.
    """
    flags = "".join(
        sign
        for sign, flag in (("i", re.IGNORECASE), ("m", re.MULTILINE), ("s", re.DOTALL))
        if pattern.flags & flag
    )
    if pattern.flags & (re.VERBOSE | re.ASCII):
        raise ValueError(f"{pattern.pattern}: a browser has no such flag")
    return {"source": "".join(_parts(pattern.pattern, flags)), "flags": f"{flags}u"}


def _parts(source: str, flags: str) -> list[str]:
    """The source part by part; within `(?i:` each letter stands in both its forms."""
    found: list[str] = []
    depth, loose = 0, []
    for part in _PART.findall(source):
        depth += part.startswith("(")
        if part == "(?i:":
            loose.append(depth)
        found.append(_part(part, flags, either=bool(loose) and "i" not in flags))
        if part == ")":
            loose = [each for each in loose if each != depth]
            depth -= 1
    return found


def _part(part: str, flags: str, *, either: bool) -> str:
    if part in {"(?P<", "(?i:"}:
        return {"(?P<": "(?<", "(?i:": "(?:"}[part]
    if len(part) > 1 and part.startswith("["):
        return _class(part, either=either)
    if part.startswith("\\") and len(part) > 1:
        return _OUTSIDE.get(part[1:]) or _escaped(part[1:])
    if part == "." and "s" not in flags:
        return r"[^\n]"
    if part == "$" and "m" not in flags:
        return r"(?=\n?$)"
    return f"[{part.lower()}{part.upper()}]" if either and part.isalpha() else part


def _class(part: str, *, either: bool) -> str:
    if part in _CLASSES:
        return _CLASSES[part]
    if re.search(r"\\[WDSb]", part):
        raise ValueError(f"{part}: no such class is known")
    inner = _ESCAPE.sub(lambda found: _INSIDE.get(found[1]) or _escaped(found[1]), part[1:-1])
    both = inner + (inner.lower() if inner.lower() != inner else inner.upper()) if either else inner
    return f"[{both}]"


def _escaped(sign: str) -> str:
    """An escape that is no class: as it is, or without its backslash where a browser refuses it."""
    return f"\\{sign}" if sign.isalnum() or len(sign) > 1 or sign in _SYNTAX else sign
