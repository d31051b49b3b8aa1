"""HB901: two communities have the same name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import words
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.verdict import Outline


@rule(Severity.WARNING, worth=2)
def same_name(archive: tuple[Outline, ...]) -> Iterator[Slip]:
    """Finds names that several communities have; a translation may share its original's."""
    named: dict[tuple[str, ...], list[Outline]] = defaultdict(list)
    for one in archive:
        if one.visibility != "draft":
            named[tuple(word.casefold() for word in words(one.name)) or (one.name,)].append(one)
    for same in named.values():
        originals = {one.slug: one.translation_of or one.slug for one in same}
        for one in same:
            other = next((each for each in same if originals[each.slug] != originals[one.slug]), None)
            if other:
                fact = f"`{other.slug}` is called `{one.name[:60]}` as well"
                hint = "add what tells them apart: the place, the year or the evening"
                yield Slip("/name", fact, hint, slug=one.slug)
