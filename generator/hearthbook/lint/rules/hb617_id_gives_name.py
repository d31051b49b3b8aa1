"""HB617: somebody appears by an id that is their full name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.ingest.slugs import words_to_id
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.identity import Person


@rule(Severity.WARNING, worth=4, even_closed=True)
def id_gives_name(people: dict[str, Person]) -> Iterator[Slip]:
    """Finds ids that say the name of somebody who did not ask for `show: name`."""
    for key, each in people.items():
        name = words_to_id(each.name or "")
        shown = each.show == "handle" and not each.handle
        if each.name and shown and "-" in name and name == key:
            hint = "add the `handle` they like, or `show: name` if they agree to it"
            yield Slip(
                pointer("people", key),
                f"`{key}` has no handle, so pages show this id, which is the full name",
                hint,
            )
