"""Values as they may travel: people in them only as they wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import JsonValue

    from hearthbook.compare.persons import Persons

_ALLOWED = {"name": {"name", "handle", "show", "credentials", "answers_for"}, "nothing": set[str]()}
_USUAL = {"handle", "show", "credentials", "answers_for"}


def discreet(
    value: JsonValue, path: tuple[str, ...], persons: Persons, called: Callable[[str], str]
) -> JsonValue:
    """The value at a path without what the people in it do not wish to be shown.

    `called` turns what may stand for a person into words.
    """
    if path[:1] == ("people",):
        return _of_people(value, path, persons)
    if isinstance(value, str):
        shown = persons.shown(value)
        return None if shown == value and persons.hides(value) else called(shown)
    if isinstance(value, list):
        return [discreet(each, (*path, ""), persons, called) for each in value]
    if isinstance(value, dict):
        kept = {key: each for key, each in value.items() if key != "id" or not persons.hides(str(each))}
        return {key: discreet(each, (*path, key), persons, called) for key, each in kept.items()}
    return value


def discreet_path(path: tuple[str, ...], persons: Persons) -> tuple[str, ...]:
    """The path without ids that are those of people who are not shown."""
    return tuple("*" if persons.hides(part) else part for part in path)


def _of_people(value: JsonValue, path: tuple[str, ...], persons: Persons) -> JsonValue:
    if len(path) == 1:
        people = value.items() if isinstance(value, dict) else ()
        shown = {key: _of_people(each, (*path, key), persons) for key, each in people}
        return {key: each for key, each in shown.items() if persons.wish(key) != "nothing"}
    allowed = _ALLOWED.get(persons.wish(path[1]) or "", _USUAL)
    if len(path) > 2:  # noqa: PLR2004 - people, an id, and what is said of them
        return value if path[2] in allowed else None
    return {key: each for key, each in value.items() if key in allowed} if isinstance(value, dict) else None
