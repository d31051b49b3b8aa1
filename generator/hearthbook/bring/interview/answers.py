"""From what somebody typed to what stands in the file.

An answer is kept as it was typed, one line of text, wherever it came from: the
terminal, an option or a file of answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import available_timezones

from hearthbook.bring.blueprints import LANGUAGES, blueprints, names
from hearthbook.bring.draft import Plain, plain, with_value
from hearthbook.bring.meeting_time import meeting_time
from hearthbook.model.zones import nearest_zone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from hearthbook.bring.draft import Draft
    from hearthbook.bring.interview.questions import Question

Changes = tuple[tuple[str, Plain | None], ...]
"""Pointers with their new values; None takes a value out."""

NOTHING: Final = ("0", "none", "keine", "-")
"""How one says that no blueprint fits."""
_HOUR: Final = re.compile(r"\bat \d{1,2}:\d{2}\b(?! ?[A-Z])")
"""An hour in words after which no place is named."""
_BARE: Final = (
    (re.compile(r"[^\s@/:]+@[^\s@/:]+\.[a-zA-Z]{2,}"), "mailto:"),
    (re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}(?:/\S*)?"), "https://"),
)
"""What people leave out of an address; `form-widgets.js` adds the same."""
_BEGINNING: Final = 3
"""Letters from which on a beginning stands for the whole name."""
_SIGN: Final = re.compile(r"(?:^|(?<=\s))\+")


@dataclass(frozen=True, slots=True)
class Unclear(Exception):  # noqa: N818 - it is an answer to the person who typed, not an error
    """An answer that cannot be read."""

    key: str
    """Which words say so: `unclear_<key>` in the frame of a script."""
    facts: Mapping[str, object] = field(default_factory=dict)

    def said(self, frame: Mapping[str, str]) -> str:
        """The fact, a semicolon, and the remedy."""
        return frame[f"unclear_{self.key}"].format(**self.facts)


def changes(
    question: Question, answer: str, draft: Draft, meeting: str, today: date | None = None
) -> Changes:
    """What an answer changes in a draft; raises Unclear where it cannot be read.

    `meeting` is what a meeting is called that nobody has named. With `today`, times may be said
    in other words than those of a file.
    """
    if question.kind == "when":
        return _when(meeting_time(answer, today) if today else answer, draft, meeting)
    if question.kind == "contact":
        return _contact(question, answer, draft)
    reader = _OTHERS.get(question.kind)
    return reader(answer, draft) if reader else ((question.pointer, _value(question, answer)),)


def _value(question: Question, answer: str) -> Plain:
    if question.kind == "number":
        return _number(question, answer)
    if question.kind == "choice":
        return choice(question, answer)
    if question.kind == "link":
        return next((f"{start}{answer}" for bare, start in _BARE if bare.fullmatch(answer)), answer)
    if question.kind == "list":
        several = pieces(answer)
        return several[0] if len(several) == 1 else several
    if question.kind == "pair":
        who, *instead = pieces(answer)
        rest = "; ".join(instead)
        return [dict(zip(question.parts, (who, rest), strict=True)) if rest else {question.parts[0]: who}]
    return answer


def pieces(answer: str) -> list[str]:
    """The parts of an answer with semicolons between them."""
    found = [part.strip() for part in answer.split(";")]
    return [part for part in found if part] or [answer.strip()]


def _number(question: Question, answer: str) -> int | float:
    written = answer.replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,3})?", written):
        raise Unclear("number", {"answer": answer, "example": question.example})
    value = float(written)
    return int(value) if value.is_integer() else value


def choice(question: Question, answer: str) -> str:
    """The choice that is meant, by its word or by its number from 1."""
    known = list(question.choices)
    if answer.isdecimal() and 0 < int(answer) <= len(known):
        return known[int(answer) - 1]
    called = {each: each for each in known} | {said: each for each, said in question.names.items()}
    if begun := _begun(answer, called):
        return begun
    if answer.lower() not in known:
        raise Unclear("choice", {"answer": answer, "some": ", ".join(known[:-1]), "last": known[-1]})
    return answer.lower()


def way(answer: str) -> str:
    """The blueprint that is meant, by name, title or number from 1; empty for none."""
    known = names()
    if answer.lower() in NOTHING:
        return ""
    if answer.isdecimal() and 0 < int(answer) <= len(known):
        return known[int(answer) - 1]
    titles = {each.title.casefold(): each.name for language in LANGUAGES for each in blueprints(language)}
    said = {name: name for name in known} | titles
    if begun := _begun(answer, said):
        return begun
    if answer.casefold() not in said:
        near = get_close_matches(answer.casefold(), said, n=1)
        if near:
            raise Unclear("near", {"answer": answer, "near": said[near[0]]})
        raise Unclear("way", {"answer": answer, "count": len(known)})
    return said[answer.casefold()]


def _begun(answer: str, names: Mapping[str, str]) -> str:
    """What a name means whose beginning was typed; empty where that may be several, or none."""
    begun = {meant for name, meant in names.items() if name.casefold().startswith(answer.casefold())}
    exact = {meant for name, meant in names.items() if name.casefold() == answer.casefold()}
    found = exact or (begun if len(answer) >= _BEGINNING else set())
    return found.pop() if len(found) == 1 else ""


def _when(answer: Plain, draft: Draft, meeting: str) -> Changes:
    if plain(draft).get("rituals"):
        return (("/rituals/0/when", answer),)
    return (("/rituals", [{"name": meeting, "when": answer}]),)


def without_zone(draft: Draft) -> list[tuple[str, Any]]:
    """Where rituals say when they take place, with an hour and no place whose hour it is."""
    rituals = plain(draft).get("rituals", ())
    every = [each.get("when") if isinstance(each, dict) else None for each in rituals]
    return [(f"/rituals/{place}/when", when) for place, when in enumerate(every) if _lacks_zone(when)]


def _lacks_zone(when: Any) -> bool:  # noqa: ANN401 - what a founder may have written
    if isinstance(when, dict):
        return "at" in when and "zone" not in when
    return isinstance(when, str) and bool(_HOUR.search(when))


def _zone(answer: str, draft: Draft) -> Changes:
    if answer not in available_timezones():
        if near := nearest_zone(answer):
            raise Unclear("near_zone", {"answer": answer, "near": near})
        raise Unclear("zone", {"answer": answer})
    return tuple(
        (f"{where}/zone", answer)
        if isinstance(when, dict)
        else (where, _HOUR.sub(lambda hour: f"{hour[0]} {answer}", when, count=1))
        for where, when in without_zone(draft)
    )


def _platform(answer: str, draft: Draft) -> Changes:
    channels = plain(draft).get("channels", ())
    return tuple((f"/channels/{place}/platform", answer) for place in range(len(channels)))


def _contact(question: Question, answer: str, draft: Draft) -> Changes:
    who, comma, reach = (part.strip() for part in answer.rpartition(","))
    if not comma or not who or not reach:
        raise Unclear("contact", {"example": question.example})
    there: list[Any] = list(plain(draft).get("conduct", {}).get("contacts", []))
    # the second one is asked for because they lead nothing
    more = {"independent": True} if question.id == "second" else {}
    return (("/conduct/contacts", [*there, {"who": who, "reach": reach, **more}]),)


def _norms(answer: str, draft: Draft) -> Changes:
    there: list[Any] = list(plain(draft).get("norms", []))
    dropped, *added = _SIGN.split(answer)
    gone = set()
    for word in dropped.split():
        if not re.fullmatch(r"-[0-9]{1,3}", word) or not 0 < int(word[1:]) <= len(there):
            raise Unclear("norm", {"word": word, "count": len(there)})
        gone.add(int(word[1:]) - 1)
    fresh = [words.strip() for words in added if words.strip()]
    kept = [norm for place, norm in enumerate(there) if place not in gone]
    return (("/norms", [*kept, *fresh] or None),)


_OTHERS: Final[dict[str, Callable[[str, Draft], Changes]]] = {
    "zone": _zone,
    "platform": _platform,
    "norms": _norms,
}


def changed(draft: Draft, some: Changes) -> Draft:
    """The draft with other values."""
    for pointer, value in some:
        draft = with_value(draft, pointer, value)
    return draft
