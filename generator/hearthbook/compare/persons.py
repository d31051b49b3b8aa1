"""Who may be named when a change is told: each as they wish, in both versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from hearthbook.ingest.slugs import words_to_id
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue

    from hearthbook.model.changes import Facts

Show = Literal["nothing", "handle", "name"]
_RANK: Final[dict[str, int]] = {"nothing": 0, "handle": 1, "name": 2}


class Persons:
    """The people of some versions of a community, shown as the least of their wishes allows."""

    def __init__(self, *versions: Facts) -> None:
        """Gather them; a later version decides how somebody is called, the strictest what is shown."""
        self._wishes: dict[str, Show] = {}
        self._known: dict[str, dict[str, str]] = {}
        aliases: dict[str, set[str]] = {}
        for key, person in (each for facts in versions for each in _people(facts)):
            wish = _wish(person)
            self._wishes[key] = min(wish, self._wishes.get(key, wish), key=_RANK.__getitem__)
            named = {
                field: text for field in ("name", "handle") if isinstance(text := person.get(field), str)
            }
            self._known.setdefault(key, {}).update(named)
            aliases.setdefault(key, set()).update(named.values())
        # where two share a name, the one who wishes to be shown least decides; an id is nobody else's
        order = sorted(aliases, key=lambda key: -_RANK[self._wishes[key]])
        self._keys = {alias.casefold(): key for key in order for alias in sorted(aliases[key])}
        self._keys |= {key.casefold(): key for key in order}
        self._telling = {key for key in order if self._wishes[key] == "nothing"} | {
            words_to_id(alias) for key in order for alias in aliases[key] if self._display(key) != alias
        }

    def wish(self, key: str) -> Show | None:
        """What may be shown of somebody by id; None for somebody who is in no version."""
        return self._wishes.get(key)

    def hides(self, entry: str) -> bool:
        """Whether an entry's id, made from somebody's name, says more of them than may be shown."""
        return entry in self._telling

    def shown(self, text: str) -> str:
        """What may stand in the place of a text that names somebody; `UNNAMED` for nobody."""
        key = self._keys.get(text.casefold())
        return text if key is None else self._display(key)

    def _display(self, key: str) -> str:
        wish, known = self._wishes[key], self._known[key]
        if wish == "nothing":
            return UNNAMED
        return known.get("name", "") if wish == "name" and "name" in known else known.get("handle", key)


def _people(facts: Facts) -> Iterator[tuple[str, dict[str, JsonValue]]]:
    people = facts.get("people")
    for key, person in people.items() if isinstance(people, dict) else ():
        yield key, person if isinstance(person, dict) else {"handle": person}


def _wish(person: dict[str, JsonValue]) -> Show:
    wish = person.get("show", "handle")
    return "name" if wish == "name" else "nothing" if wish == "nothing" else "handle"
