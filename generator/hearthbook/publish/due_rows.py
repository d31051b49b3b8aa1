"""What is due in an archive as rows of JSON, small enough to be kept and read at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hearthbook.calendar.due import Duty
from hearthbook.model.findings import Place
from hearthbook.publish.due import Dues, Told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def to_row(one: Dues) -> dict[str, Any]:
    """What is due in a community, as lists and texts."""
    told = [_row(each.here, each.shown) for each in one.told]
    return {"ancestors": one.ancestors, "names": one.names, "told": told}


def from_row(slug: str, row: Mapping[str, Any]) -> Dues:
    """What `to_row` was given; raises KeyError, TypeError or ValueError for anything else."""
    told = tuple(_told(slug, each) for each in row["told"])
    return Dues(slug=slug, told=told, ancestors=tuple(row["ancestors"]), names=row["names"])


def _row(here: Duty, shown: Duty) -> list[Any]:
    place = [here.place.file, here.place.line, here.place.column] if here.place else None
    named = [[list(one.owners), one.finder] for one in (here, shown)]
    return [str(here.day), here.kind, here.about, here.pointer, here.passes, place, *named]


def _told(slug: str, row: Sequence[Any]) -> Told:
    day, kind, about, pointer, passes, place, here, shown = row
    spot = Place(file=place[0], line=place[1], column=place[2]) if place else None

    def duty(owners: list[str], finder: str) -> Duty:
        return Duty(
            slug=slug,
            day=date.fromisoformat(day),
            kind=kind,
            about=about,
            owners=tuple(owners),
            finder=finder,
            pointer=pointer,
            place=spot,
            passes=passes,
        )

    return Told(here=duty(*here), shown=duty(*shown))
