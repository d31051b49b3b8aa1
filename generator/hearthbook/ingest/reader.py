"""Bytes to text: bounded, strict, and never through a link."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING, Final

from hearthbook.model.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT: Final = 256 * 1024
"""Bytes; a long handbook is about 30,000, so this is room for ten of them."""

_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufeff]",
)
"""Control characters, and the line ends that some YAML parsers see and editors do not."""

_JOINERS: Final = "\u200c\u200d"
"""They show nothing, but Persian words and many emoji are written with them."""


def printable(text: str) -> str:
    """The text with every character that cannot be shown written as an escape."""
    if text.isprintable():
        return text
    shown = (c if c.isprintable() or c in _JOINERS else c.encode("unicode_escape").decode() for c in text)
    return "".join(shown)


def error(code: str, place: Place, message: str, hint: str) -> Finding:
    """A finding of severity error; what it quotes can neither break the line nor steer a terminal."""
    return Finding(
        code=code,
        severity=Severity.ERROR,
        place=place,
        message=printable(message),
        hint=printable(hint),
    )


def read_text(path: Path, name: str) -> str | Finding:
    """The file's text with plain line ends, or what is wrong with the file.

    Reads regular files only: a link, a pipe or a device is a finding, so
    nothing outside the archive is read and nothing can hang.
    """
    place = Place(file=name)
    try:
        facts = path.lstat()
        if stat.S_ISLNK(facts.st_mode):
            return error("HB001", place, "the file is a symbolic link", "put the file itself here")
        if not stat.S_ISREG(facts.st_mode):
            return error("HB001", place, "this is not a regular file", "put a text file here")
        if facts.st_size > SIZE_LIMIT:
            size = f"{facts.st_size / 1024:,.0f} kB"
            hint = f"keep it under {SIZE_LIMIT // 1024} kB; long texts belong in content/ as articles"
            return error("HB001", place, f"the file has {size}, which is too much", hint)
        with path.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as problem:
        reason = problem.strerror or "it cannot be read"
        return error("HB001", place, f"the file cannot be read: {reason}", "check its permissions")
    return decode(data, name)


def decode(data: bytes, name: str) -> str | Finding:
    """UTF-8 bytes as text, or a finding at the first byte or character that is wrong."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:2]:
        hint = "save it as UTF-8 in your editor"
        return error("HB001", Place(file=name), "the file is saved as UTF-16, not UTF-8", hint)
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
        fact = f"the byte 0x{data[problem.start]:02X} is not UTF-8"
        hint = "save the file as UTF-8 in your editor (it looks like Latin-1 or Windows-1252)"
        return error("HB001", position(name, before, len(before)), fact, hint)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _FORBIDDEN.search(text)
    if found:
        fact = f"the file holds the control character U+{ord(found[0]):04X}"
        return error("HB001", position(name, text, found.start()), fact, "take it out")
    return text


def position(name: str, text: str, offset: int) -> Place:
    """Line and column of an offset, both from 1."""
    line = text.count("\n", 0, offset) + 1
    return Place(file=name, line=line, column=offset - text.rfind("\n", 0, offset))
