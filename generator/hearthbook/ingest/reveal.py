"""The community as it may be shown: each person appears as they wish, everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hearthbook.ingest.shapes import attributes, shapes
from hearthbook.ingest.slugs import words_to_id
from hearthbook.model.base import Item, Section
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.model.community import Community
    from hearthbook.model.identity import Person

AnySection = TypeVar("AnySection", bound=Section)


def display(key: str, person: Person) -> str:
    """What stands for a person: the handle (else the id), the name, or nobody."""
    if person.show == "nothing":
        return UNNAMED
    if person.show == "name" and person.name:
        return person.name
    return person.handle or key


def _rewrite(section: AnySection, shown: Callable[[str], str]) -> AnySection:
    names = attributes(type(section))
    update: dict[str, object] = {}
    for key, shape in shapes(type(section)).items():
        value = getattr(section, names[key])
        if shape.refers == "person" and isinstance(value, str):
            update[names[key]] = shown(value)
        elif shape.refers == "person" and value:
            update[names[key]] = tuple(shown(text) for text in value)
        elif isinstance(value, Section):
            update[names[key]] = _rewrite(value, shown)
        elif shape.kind == "sections" and value:
            update[names[key]] = _renamed(value, tuple(_rewrite(item, shown) for item in value))
    return section.model_copy(update=update) if update else section


def _renamed(before: tuple[Section, ...], after: tuple[Section, ...]) -> tuple[Section, ...]:
    """The entries with ids that were made from a person's name made anew from what is shown."""
    used: set[str] = set()
    renamed = []
    for old, new in zip(before, after, strict=True):
        if not isinstance(old, Item) or not isinstance(new, Item):
            return after
        key = next((k for k in old.id_from if getattr(old, k, None)), "")
        was = getattr(old, key, None)
        name = new.id
        if isinstance(was, str) and was != getattr(new, key) and old.id == words_to_id(was):
            name = words_to_id(getattr(new, key))
        number = 2
        while name in used:
            name, number = f"{words_to_id(getattr(new, key))}-{number}", number + 1
        used.add(name)
        renamed.append(new if name == new.id else new.model_copy(update={"id": name}))
    return tuple(renamed)


def person_display(community: Community) -> Callable[[str], str]:
    """Text that names a person -> what may stand there.

    An id, a full name, or a handle of somebody in `people` counts as that
    person, so that writing out a name does not get round their wish.
    """
    names: dict[str, str] = {}
    # where two people share a name, the one who wishes to be shown least decides; an id is nobody else's
    for key, person in sorted(community.people.items(), key=lambda each: each[1].show == "nothing"):
        shown = display(key, person)
        names |= {alias.casefold(): shown for alias in (person.handle, person.name) if alias}
    names |= {key.casefold(): display(key, person) for key, person in community.people.items()}

    def show(text: str) -> str:
        return names.get(text.casefold(), text)

    return show


def publishable(community: Community) -> Community:
    """The community with every reference to a person resolved, and hidden facts gone."""
    shown = _rewrite(community, person_display(community))
    people = {
        key: person.model_copy(
            update={
                "name": person.name if person.show == "name" else None,
                "handle": person.handle if person.show == "handle" or not person.name else None,
            }
        )
        for key, person in community.people.items()
        if person.show != "nothing"
    }
    return shown.model_copy(update={"people": people})
