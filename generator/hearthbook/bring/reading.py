"""A file of the starter's read as a draft, with the comments that stand above its keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.bring.draft import Draft, Entry, Group, Item, Items
from hearthbook.errors import HearthbookError
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.tree import Listing, Mapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.bring.draft import Lines, Value
    from hearthbook.ingest.tree import Node

_COMMENT: Final = re.compile(r"( *)#(?: (.*))?")
_KEY: Final = re.compile(r"([a-z_]+):(?: .*)?")
"""The first line of an example that is switched off."""
_STAND_IN: Final = "switched-off example "
"""How the key begins that stands in an example's place while the file is read."""
_BELOW: Final = re.compile(r".*[:-] (?:>-|\|-?)")
"""A line whose text stands below it."""


def read_draft(text: str, name: str) -> Draft:
    """The draft that a file holds; raises HearthbookError where it cannot be read.

    Comments count where they stand right above a key or a dash. In them, a line such as
    `key: value` with deeper ones below it is an example that is switched off.
    """
    rows, examples = _with_stand_ins(text.split("\n"))
    tree, findings = read_tree("\n".join(rows), name)
    if findings or not isinstance(tree, Mapping):
        told = "; ".join(f"line {each.place.line}: {each.message}" for each in findings)
        raise HearthbookError(told or "the file holds no keys", where=name, hint="correct the file")
    head = _comments(rows)
    above = [] if len(head) < len(rows) and rows[len(head)].strip() else head
    return Draft(body=_group(tree, rows, examples), head=tuple(above))


def _with_stand_ins(rows: Sequence[str]) -> tuple[list[str], list[Lines]]:
    """The rows with a key in place of each example that is switched off, and the examples."""
    made: list[str] = []
    examples: list[Lines] = []
    while len(made) < len(rows):
        row = len(made)
        comment = _COMMENT.fullmatch(rows[row])
        if comment and _KEY.fullmatch(comment[2] or ""):
            example = _example(rows, row, comment[1])
            made += [f"{comment[1]}{_STAND_IN}{len(examples)}: 0", *[""] * (len(example) - 1)]
            examples.append(example)
        else:
            made += rows[row : row + 1 + _length_below(rows, row)]
    return made, examples


def _length_below(rows: Sequence[str], row: int) -> int:
    """How many lines of text stand below a line; in them a sign for comments is none."""
    if not _BELOW.fullmatch(rows[row]):
        return 0
    following = rows[row + 1 :]
    column = next((_indent(each) for each in following if each.strip()), 0)
    return next(
        (at for at, each in enumerate(following) if each.strip() and _indent(each) < column), len(following)
    )


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _example(rows: Sequence[str], row: int, indent: str) -> Lines:
    """The lines of an example without their signs: its key, and what is deeper below it."""
    found = [rows[row].strip().removeprefix("# ")]
    for each in rows[row + 1 :]:
        if not each.startswith(f"{indent}#   "):
            break
        found.append(each.removeprefix(f"{indent}# "))
    return tuple(found)


def _value(node: Node, rows: Sequence[str], examples: Sequence[Lines]) -> Value:
    if isinstance(node, Mapping):
        return _group(node, rows, examples)
    if isinstance(node, Listing):
        items = (Item(_value(item, rows, examples), _note(rows, item.mark.line)) for item in node.items)
        return Items(tuple(items))
    value = node.value()
    return "" if value is None else value


def _group(mapping: Mapping, rows: Sequence[str], examples: Sequence[Lines]) -> Group:
    entries = []
    for entry in mapping.entries:
        # the note above a dash is that of the whole entry, not of its first key
        dashed = rows[entry.mark.line - 1].lstrip().startswith("- ")
        note = () if dashed else _note(rows, entry.mark.line)
        if entry.key.startswith(_STAND_IN):
            off = examples[int(entry.key.removeprefix(_STAND_IN))]
            entries.append(Entry(off[0].partition(":")[0], None, note, off))
        else:
            entries.append(Entry(entry.key, _value(entry.value, rows, examples), note))
    return Group(tuple(entries))


def _note(rows: Sequence[str], line: int) -> Lines:
    """The comment right above a line, counted from 1, in the same column."""
    found: list[str] = []
    for row in reversed(rows[: line - 1]):
        comment = _COMMENT.fullmatch(row)
        if not comment or len(comment[1]) != _indent(rows[line - 1]):
            break
        found.insert(0, comment[2] or "")
    return tuple(found)


def _comments(rows: Sequence[str]) -> list[str]:
    """The comment at the top."""
    found = []
    for row in rows:
        comment = _COMMENT.fullmatch(row)
        if not comment or comment[1]:
            break
        found.append(comment[2] or "")
    return found
