"""Of which kind a change is: the one table, and how it is read."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.compare.mended import mended, only_typography
from hearthbook.model.changes import KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from hearthbook.model.changes import Act


class Row(NamedTuple):
    """One line of the table."""

    path: str
    """A path and everything below it; `*` stands for any one key or entry."""
    kind: Kind
    """What changes there touch."""
    where: tuple[str, str] = ("", "")
    """A key and a value that the entry must have, before or after, for the line to hold."""


TABLE: Final = (
    Row("conduct.review.last", "facts"),
    Row("conduct", "safety"),
    Row("care", "safety"),
    Row("privacy", "safety"),
    Row("facilitation.disrespect", "safety"),
    Row("facilitation.exclusion", "safety"),
    Row("people.*.show", "safety"),
    Row("people.*", "safety", ("show", "name")),
    Row("mixing.publish", "safety"),
    Row("stories.*.consent", "safety"),
    Row("lint.ignore.HB2*", "safety"),
    Row("norms.*", "safety", ("kind", "safety")),
    Row("faq.*", "safety", ("moment", "trouble")),
    Row("norms", "norms"),
    Row("decisions", "norms"),
    Row("facilitation", "norms"),
    Row("promise.proof", "facts"),
    Row("promise.method", "facts"),
    Row("promise.found_through", "facts"),
    Row("promise", "boundary"),
    Row("join.how", "boundary"),
    Row("status", "boundary"),
    Row("visibility", "boundary"),
    Row("lineage", "boundary"),
    Row("extends", "boundary"),
    Row("language", "boundary"),
    Row("translation_of", "boundary"),
)
"""The first line that fits counts; what no line names is facts."""

ORDERED: Final = (
    Row("conduct.ladder", "safety"),
    Row("conduct.contacts", "safety"),
    Row("onboarding.steps", "facts"),
    Row("rituals.*.steps", "facts"),
    Row("launch.weeks", "facts"),
)
"""The same for another order of entries; where no line fits, the order says nothing, and it is wording."""

_GUARDED: Final = frozenset({"safety", "boundary"})
"""Kinds whose texts stay what they are unless only typography changed."""


def kind_of(
    act: Act,
    path: tuple[str, ...],
    values: tuple[JsonValue, JsonValue],
    entries: tuple[JsonValue, JsonValue] = (None, None),
    *,
    prose: bool = True,
) -> Kind:
    """What a change touches.

    `values` are the value before and after, `entries` the entry of a top-level list or table around them,
    before and after. `prose` says that the value is words for readers, and neither a name that is looked
    up nor one of several choices.
    """
    if act == "renamed":
        return "wording"
    if act == "moved":
        return _read(ORDERED, path[:-1], entries) or "wording"
    kind = _read(TABLE, path, entries) or "facts"
    if act != "changed" or not prose:
        return kind
    if only_typography(*values) or (kind not in _GUARDED and mended(*values)):
        return "wording"
    return kind


def weight(kind: Kind) -> int:
    """A number to sort by: the weightiest kind has the smallest."""
    return KINDS.index(kind)


def _read(table: Iterable[Row], path: tuple[str, ...], entries: tuple[JsonValue, ...]) -> Kind | None:
    return next((row.kind for row in table if _fits(row, path, entries)), None)


def _fits(row: Row, path: tuple[str, ...], entries: tuple[JsonValue, ...]) -> bool:
    wanted = row.path.split(".")
    if len(path) < len(wanted) or not all(map(fnmatchcase, path, wanted)):
        return False
    key, value = row.where
    return not key or any(isinstance(entry, dict) and entry.get(key) == value for entry in entries)
