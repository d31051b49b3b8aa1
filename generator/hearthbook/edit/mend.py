"""Edits made one by one; each counts only if the file then says what was meant and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.edit.lines import offset_of, ordered, replaced, with_first_line, word_in, written_at
from hearthbook.edit.trees import bare, intended, reading, rivals, scalar_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearthbook.edit.trees import Reading
    from hearthbook.model.edits import Edit

_BOM: Final = b"\xef\xbb\xbf"
_UNREAD: Final = "what keeps the file from being read comes first"
_BY_HAND: Final = "it is written in a way that is better changed by hand"
_UNCLEAR: Final = "two keys would get the same name"

_TURN: Final = {"key": 0, "text": 0, "order": 1, "line": 2}
"""Places count in the file as it was read, so what moves lines comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """An edit that was not made."""

    edit: Edit
    why: str
    """The reason, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """The bytes of a file after some edits."""

    data: bytes
    done: tuple[Edit, ...] = ()
    """The edits that were made."""
    left: tuple[Left, ...] = ()
    """Those that were not."""


def mended(data: bytes, name: str, edits: Iterable[Edit]) -> Mended:
    """A file's bytes after all edits that can be made safely; `new` of each holds one word."""
    asked = tuple(sorted(set(edits), key=lambda each: (_TURN[each.kind], -each.line, -each.column)))
    read = reading(data, name)
    if not read:
        return Mended(data=data, left=tuple(Left(edit=each, why=_UNREAD) for each in asked))
    unclear = rivals(read.tree, asked)
    done: list[Edit] = []
    left: list[Left] = []
    for edit in asked:
        after = None if edit in unclear else _step(data, name, edit)
        if after is None:
            left.append(Left(edit=edit, why=_UNCLEAR if edit in unclear else _BY_HAND))
        else:
            data = after
            done.append(edit)
    return Mended(data=data, done=tuple(done), left=tuple(left))


def _step(data: bytes, name: str, edit: Edit) -> bytes | None:
    """The bytes after one edit; None unless reading them gives exactly what was meant."""
    before = reading(data, name)
    wanted = intended(before.tree, edit) if before else None
    if before is None or wanted is None:
        return None
    mark = _BOM if data.startswith(_BOM) else b""
    text = _written(data[len(mark) :].decode("utf-8"), before, edit)
    if text is None:
        return None
    made = mark + text.encode("utf-8")
    after = reading(made, name)
    same = after is not None and bare(after.tree) == bare(wanted) and after.told == before.told
    return made if same else None


def _written(text: str, read: Reading, edit: Edit) -> str | None:
    if edit.kind == "line":
        return with_first_line(text, edit.new[0])
    if edit.kind == "order":
        return ordered(text, edit.old, edit.new)
    scalar = scalar_at(read.tree, edit) if edit.kind == "text" else None
    words = scalar.text if scalar else edit.old
    offset = offset_of(text, edit.line, edit.column)
    start = None if offset is None else written_at(text, offset, words)
    within = word_in(words, edit.old) if scalar else 0
    if start is None or within is None:
        return None
    return replaced(text, start + within, edit.old, edit.new[0])
