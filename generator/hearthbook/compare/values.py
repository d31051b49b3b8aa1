"""A value of a community as a member reads it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from babel.numbers import format_decimal
from pydantic import ValidationError
from pydantic_core import to_json

from hearthbook.calendar.describe import describe
from hearthbook.calendar.speaking import listing, long_date
from hearthbook.compare.naming import label_key, title_keys
from hearthbook.compare.places import ANY, look, spot_of
from hearthbook.model.recurrence import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from hearthbook.compare.persons import Persons
    from hearthbook.compare.voice import Voice
    from hearthbook.model.changes import Facts

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_BETWEEN: Final = " \N{MIDDLE DOT} "
_CHOICES: Final[Mapping[str, tuple[str, str]]] = {
    "status.state": ("status", "forming active full paused closed"),
    "visibility": ("change.visible", "public unlisted draft"),
    "join.how": ("join", "open apply invite"),
    "onboarding.steps.*.when": ("start.moment", "10 minutes,first day,first week,first month"),
    "norms.*.kind": ("norms.kind", "safety contribution evidence pace"),
    "conduct.without.*": ("change.clause", "terms audit training handover"),
    "channels.*.serves": ("channels.serves", "help wins resources accountability social"),
    "mixing.how": ("rituals.mixing_how", "pairs circles prompts"),
    "mixing.every": ("every", "week month quarter year"),
    "people.*.show": ("change.shown", "handle name nothing"),
    "membership.model": ("money.model", "free paid cohort workshops sponsors product"),
    "metrics.*.kind": ("measures.kind", "activation retention time_to_first_value outcome"),
    "feedback.*.status": ("changes.status", "done open declined"),
    "lineage.by": ("growth.by", "cohort place role skill"),
    "faq.*.moment": ("faq.moment", "before,first week,taking part,trouble,leaving"),
    "faq.*.claim.basis": ("claim.basis", "source experience verified expert"),
}
"""Path -> where its words stand, and the choices for which there are some."""


def when_of(value: JsonValue) -> When | None:
    """A rhythm; None where the value is none."""
    try:
        return When.model_validate_json(to_json(value)) if isinstance(value, dict) else None
    except ValidationError:
        return None


class Values:
    """Says values in one language, people only as they wish."""

    def __init__(self, voice: Voice, persons: Persons) -> None:
        """Speak with a voice of people whose wishes are known."""
        self._voice = voice
        self._persons = persons

    def text(self, path: tuple[str, ...], value: JsonValue, facts: Facts | None = None) -> str:
        """The value at a path as plain text on one line or, of prose, on several; empty for none.

        `facts` is the version it is from: a channel's id is told by the channel's name.
        """
        if value is None:
            return ""
        if isinstance(value, bool):
            return self._voice("script.fit.yes" if value else "script.fit.no")
        if isinstance(value, int | float):
            return format_decimal(value, locale=self._voice.locale)
        if isinstance(value, str):
            return self._words(path, value, facts)
        if isinstance(value, list):
            parts = [self.text((*path, str(at)), each, facts) for at, each in enumerate(value)]
            return str(listing([part for part in parts if part], self._voice.locale))
        return self._mapping(path, value, facts)

    def title(self, path: tuple[str, ...], entry: JsonValue, *, brief: bool = False) -> str:
        """What tells an entry of the list or table at `path[:-1]` apart; `brief` prefers a name it has."""
        pattern = spot_of(path[:-1]).pattern
        if pattern == ("people",):
            return self._voice.person(self._persons.shown(path[-1]))
        if not isinstance(entry, dict):
            return (
                path[-1]
                if pattern in {("synonyms",), ("glossary",), ("lint", "ignore")}
                else self.text(path, entry)
            )
        for key in (*(("name",) if brief else ()), *title_keys(pattern)):
            if key != "id" and key in entry:
                return self.text((*path, key), entry[key])
        return ""

    def label(self, path: tuple[str, ...]) -> str:
        """What stands beside the value on a page; empty for what the model does not know."""
        key = label_key(spot_of(path).pattern)
        return self._voice(key).rstrip(":.") if key else ""

    def _words(self, path: tuple[str, ...], text: str, facts: Facts | None) -> str:
        spot = spot_of(path)
        prefix, choices = _CHOICES.get(".".join(spot.pattern), ("", ""))
        if text in choices.split("," if "," in choices else " "):
            return self._voice(f"{prefix}.{text}").rstrip(".")
        if spot.shape and spot.shape.refers == "person":
            return self._voice.person(self._persons.shown(text))
        if spot.shape and spot.shape.refers == "spot" and facts:
            channel = look(facts, ("channels", text, "name"))
            return channel if isinstance(channel, str) else text
        return str(long_date(date.fromisoformat(text), self._voice.locale)) if _is_date(text) else text

    def _mapping(self, path: tuple[str, ...], value: dict[str, JsonValue], facts: Facts | None) -> str:
        if spot_of(path).pattern[-1:] == ("when",) and (when := when_of(value)):
            return str(describe(when, self._voice, self._voice.locale))
        return _BETWEEN.join(self._parts(path, value, facts))

    def _parts(
        self, path: tuple[str, ...], value: dict[str, JsonValue], facts: Facts | None
    ) -> Iterator[str]:
        """Each value of a section with its label; of an entry, all but its title."""
        above = label_key(spot_of(path).pattern)
        left_out = {"id", *self._hidden(path), self._title_key(path, value)}
        for key, each in value.items():
            below = (*path, key)
            text = "" if key in left_out else self.text(below, each, facts)
            label = label_key(spot_of(below).pattern)
            if text:
                named = label and label != above
                yield self._voice("change.fact", what=self.label(below), value=text) if named else text

    @staticmethod
    def _title_key(path: tuple[str, ...], value: dict[str, JsonValue]) -> str:
        """The key by which an entry is known; empty for a section."""
        pattern = spot_of(path).pattern
        keys = title_keys(pattern[:-1]) if pattern[-1:] == (ANY,) else ()
        return next((key for key in keys if key in value), "")

    def _hidden(self, path: tuple[str, ...]) -> frozenset[str]:
        """The keys that say more of a person than they wish."""
        if spot_of(path).pattern != ("people", ANY):
            return frozenset()
        wish = self._persons.wish(path[1])
        kept = {"name": ("show", "handle"), "handle": ("show", "name")}.get(wish or "")
        return frozenset(("name", "handle", "credentials", "answers_for", "show") if kept is None else kept)


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
