"""Whom a change is about: people who are named in what it takes away, adds or turns into something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.compare.circles import account, person_of
from hearthbook.compare.policy import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import JsonValue

    from hearthbook.compare.steps import What
    from hearthbook.model.community import Community


def affected(what: Iterable[What], versions: Iterable[Community | None]) -> tuple[str, ...]:
    """The accounts of people whom some changes name, by id, name or handle, in any of the versions."""
    texts = dict.fromkeys(text for one in what for text in _texts(one))
    found = []
    for community in versions:
        if community:
            keys = dict.fromkeys(person_of(text, community) for text in texts)
            found += [account(community.people[key]) for key in keys if key]
    return once(tuple(each for each in found if each))


def _texts(what: What) -> Iterator[str]:
    if what.change:
        yield from what.change.path
        yield from _leaves(what.change.old)
        yield from _leaves(what.change.new)


def _leaves(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _leaves(each))
    elif isinstance(value, list):
        yield from (text for each in value for text in _leaves(each))
