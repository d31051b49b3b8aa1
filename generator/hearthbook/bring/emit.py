"""How Hearthbook writes a new community's file: plain block YAML that a founder can read and go on with.

The form in the browser writes the same bytes (`draft.js`), so nothing here may
depend on more than the values.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hearthbook.bring.draft import Entry, Group, Items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.bring.draft import Draft, Item, Lines, Value

WIDTH: Final = 100
"""How many characters a line holds, where its words can be wrapped."""

_LETTER: Final = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u1fff\u2c00-\ud7ff"
_PLAIN: Final = re.compile(
    rf"(?:[0-9]{{1,4}} )?[{_LETTER}]"
    r"(?:[^\x00-\x1f\x7f-\x9f:#\ufeff\u2028\u2029\ud800-\udfff]|:(?=[^\s])|(?<=[^\s])#)*"
)
"""What needs no quotes: it begins with a letter, as in `week` or `4 weeks`, has no ` #` and no `: `."""
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that some readers of YAML take for something else than words."""
_TYPOGRAPHIC: Final = re.compile("[\u201c\u201d\u201e]")
_UNSEEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What quotes may not hold as it is, besides what JSON writes as `\\u001f` anyway."""
_BLOCK: Final = re.compile(r"[^\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u2028\u2029\ud800-\udfff\t]*")
"""What may stand in a text below its key."""


def text_of(draft: Draft) -> str:
    """The file: keys in the draft's order, each below its note; short lines together, others apart."""
    parts = [list(_comment(draft.head, 0))] if draft.head else []
    parts += [list(_entry(entry, 0)) for entry in draft.body.entries]
    made = "\n".join(parts[0]) if parts else ""
    for before, after in pairwise(parts):
        together = len(before) == len(after) == 1 and before[0][0] != "#"
        made += ("\n" if together else "\n\n") + "\n".join(after)
    return made + "\n"


def _comment(lines: Lines, column: int) -> Iterator[str]:
    for line in lines:
        yield " " * column + f"# {line}".rstrip()


def _entry(entry: Entry, column: int) -> Iterator[str]:
    yield from _comment(entry.note, column)
    if entry.value is None:
        yield from _comment(entry.off, column)
    else:
        yield from _led(f"{' ' * column}{_key(entry.key)}:", entry.value, column)


def _key(key: str) -> str:
    """A key, in quotes where it needs them; the line that checks the file begins with a dollar."""
    return key if key.isascii() and re.fullmatch(r"\$?[a-z_]+", key) and key not in _WORDS else _inline(key)


def _led(lead: str, value: Value, column: int) -> Iterator[str]:
    """A value behind its key."""
    if isinstance(value, Group):
        yield from _group(lead, value, column + 2)
    elif isinstance(value, Items):
        yield lead if value.items else f"{lead} []"
        for item in value.items:
            yield from _item(item, column + 2)
    else:
        yield from _scalar(lead, value, column + 2)


def _group(lead: str, group: Group, column: int) -> Iterator[str]:
    yield lead if group.entries else f"{lead} {{}}"
    for entry in group.entries:
        yield from _entry(entry, column)


def _item(item: Item, column: int) -> Iterator[str]:
    """An entry of a list: its first line behind the dash."""
    yield from _comment(item.note, column)
    dash = f"{' ' * column}-"
    if not isinstance(item.value, Group) or not item.value.entries:
        yield from _led(dash, item.value, column)
        return
    first, *more = item.value.entries
    if first.note or first.value is None:
        # a comment cannot stand behind a dash
        yield from _group(dash, item.value, column + 2)
        return
    if first.value is not None:
        yield from _led(f"{dash} {_key(first.key)}:", first.value, column + 2)
    for entry in more:
        yield from _entry(entry, column + 2)


def _scalar(lead: str, value: str | float, column: int) -> Iterator[str]:  # int and bool are kinds of float
    if not isinstance(value, str):
        yield f"{lead} {json.dumps(value)}"
        return
    line = f"{lead} {_inline(value)}"
    if "\n" in value and (kept := _kept(value)):
        yield f"{lead} {kept}"
        yield from (f"{' ' * column}{each}" if each else "" for each in value.removesuffix("\n").split("\n"))
    elif len(line) > WIDTH and _foldable(value):
        yield f"{lead} >-"
        yield from _folded(value, column)
    else:
        yield line


def _inline(text: str) -> str:
    """A text on one line: as it is, or in quotes."""
    safe = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS
    if (safe and not _TYPOGRAPHIC.search(text)) or _DATE.fullmatch(text):
        return text
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _kept(text: str) -> str:
    """The sign for a text whose line ends are kept; empty where only quotes can hold it."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    loose = any(line != line.rstrip() for line in lines) or not lines[0] or not lines[-1]
    if loose or lines[0] != lines[0].lstrip() or not _BLOCK.fullmatch(body.replace("\n", " ")):
        return ""
    return "|" if text.endswith("\n") else "|-"


def _foldable(text: str) -> bool:
    words = text.split(" ")
    return len(words) > 1 and all(words) and bool(_BLOCK.fullmatch(text)) and "\n" not in text


def _folded(text: str, column: int) -> Iterator[str]:
    """A long text, wrapped at its spaces."""
    line = ""
    for word in text.split(" "):
        if line and column + len(line) + 1 + len(word) > WIDTH:
            yield " " * column + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield " " * column + line
