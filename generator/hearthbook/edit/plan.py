"""What could be mended in an archive, file by file, before anything is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import unified_diff
from itertools import groupby
from typing import TYPE_CHECKING, Final

from hearthbook.edit.files import read_bytes
from hearthbook.edit.mend import Left, mended

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from hearthbook.model.edits import Edit

    Choose = Callable[[Edit], str]

_UNCHOSEN: Final = "only you know which time zone is meant"
_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file as it was read, and as it would be written."""

    file: str
    """Path from the project folder."""
    before: bytes
    after: bytes
    done: tuple[Edit, ...]
    """What is different."""

    def diff(self) -> list[str]:
        """The difference as a unified diff, line by line without line ends."""
        old, new = (_END.split(each.decode("utf-8-sig")) for each in (self.before, self.after))
        return list(unified_diff(old, new, f"a/{self.file}", f"b/{self.file}", lineterm=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that could be mended."""

    drafts: tuple[Draft, ...] = ()
    """By file."""
    left: tuple[Left, ...] = ()
    """What is left as it is, in order of file and line."""


def plan(root: Path, edits: Iterable[Edit], choose: Choose) -> Plan:
    """The drafts for some edits; `choose` says which of several words to write, or nothing."""
    drafts: list[Draft] = []
    left: list[Left] = []
    ranked = sorted(set(edits), key=_place)
    for file, some in groupby(ranked, lambda edit: edit.file):
        draft, more = _draft(root, file, list(some), choose)
        drafts += [draft] if draft.done else []
        left += more
    return Plan(drafts=tuple(drafts), left=tuple(sorted(left, key=lambda one: _place(one.edit))))


def _place(edit: Edit) -> tuple[str, int, int, str, tuple[str, ...]]:
    return (edit.file, edit.line, edit.column, edit.kind, edit.new)


def _draft(root: Path, file: str, edits: list[Edit], choose: Choose) -> tuple[Draft, list[Left]]:
    data = read_bytes(root, file)
    if isinstance(data, str):
        nothing = Draft(file=file, before=b"", after=b"", done=())
        return nothing, [Left(edit=each, why=data) for each in edits]
    chosen = [_chosen(each, choose) for each in edits]
    unchosen = [Left(edit=each, why=_UNCHOSEN) for each in chosen if not each.new]
    made = mended(data, file, [each for each in chosen if each.new])
    return Draft(file=file, before=data, after=made.data, done=made.done), [*unchosen, *made.left]


def _chosen(edit: Edit, choose: Choose) -> Edit:
    """The edit with one word to write, or with none."""
    if edit.kind != "text" or len(edit.new) == 1:
        return edit
    word = choose(edit)
    return replace(edit, new=(word,) if word in edit.new else ())
