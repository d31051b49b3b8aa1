"""HB911: the entries of `people` do not follow the alphabet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.blocks import blocks_of
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.edits import Edit
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.rule import Document

LEAST: Final = 12
"""Fewer are seen at a glance, and often stand in an order that means something."""


@rule(Severity.ADVICE, worth=1)
def people_in_order(document: Document, *, least: int = LEAST) -> Iterator[Slip]:
    """Finds lists of people in which one has to look for somebody from top to bottom."""
    blocks = blocks_of(document.text.splitlines(), "people")
    keys = [block.key for block in blocks]
    ordered = sorted(keys, key=lambda key: (key.casefold(), key))
    if len(keys) < least or keys == ordered or len(set(keys)) < len(keys):
        return
    late = next(n for n, (key, wanted) in enumerate(zip(keys, ordered, strict=True)) if key != wanted)
    line = blocks[late].at + 1
    fix = Edit(kind="order", file=document.name, line=line, old="people", new=tuple(ordered))
    fact = f"`{ordered[late]}` comes before `{keys[late]}` in the alphabet, but not in `people`"
    yield Slip("/people", fact, "put the entries in the order of their ids", line=line, fix=fix)
