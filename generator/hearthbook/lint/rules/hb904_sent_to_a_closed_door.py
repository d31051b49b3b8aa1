"""HB904: members are sent on to a community that does not take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.verdict import Outline

_SHUT: Final = {"closed": "has closed", "paused": "is paused"}


@rule(Severity.WARNING, worth=3)
def sent_to_a_closed_door(archive: tuple[Outline, ...]) -> Iterator[Slip]:
    """Finds `graduates_to` that names a community which is closed, paused or a draft."""
    known = {one.slug: one for one in archive}
    for one in archive:
        if one.state == "closed" or one.visibility == "draft":
            continue
        for number, slug in enumerate(one.graduates_to):
            target = known.get(slug)
            why = _why(target) if target else ""
            if why:
                where = pointer("lineage", "graduates_to", number)
                hint = "name one that takes people in, or take the entry out until it does"
                yield Slip(where, f"members are sent on to `{slug}`, which {why}", hint, slug=one.slug)


def _why(target: Outline) -> str:
    return "is a draft that nobody sees" if target.visibility == "draft" else _SHUT.get(target.state, "")
