"""The questions, in the words of a language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from hearthbook.ingest.events import read_tree
from hearthbook.ingest.tree import to_data
from hearthbook.resources import starter

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final = ("en", "de")
"""The languages in which questions are asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to think about."""

    id: str
    """Its name in a file of answers, and as an option: `not_for`."""
    kind: str
    """How an answer is read: text, list, pair, number, choice, or a kind of its own."""
    ask: str
    why: str
    """Why it matters, in a sentence or two."""
    example: str
    pointer: str = ""
    """Where the answer goes, if it goes to one place."""
    parts: tuple[str, ...] = ()
    """The keys of a pair."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """Value -> what it means."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Value -> what it is called in this language, where that is another word."""
    needed: bool = False
    """Whether a file cannot do without it."""
    drop: bool = False
    """Whether what the blueprint says is an example of another group's promise, of no use to this one."""
    skip: str = ""
    """What follows when it is skipped."""
    only: Mapping[str, str] = field(default_factory=dict)
    """Other question -> the answer with which this one is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """All questions of a language, with the words around them."""

    language: str
    questions: tuple[Question, ...]
    frame: Mapping[str, str]

    def question(self, name: str) -> Question:
        """The question with an id."""
        return next(each for each in self.questions if each.id == name)


def spoken(language: str) -> str:
    """The language in which somebody is asked who reads this one."""
    primary = language.partition("-")[0]
    return primary if primary in LANGUAGES else LANGUAGES[0]


@cache
def script(language: str) -> Script:
    """The questions in a language, or in English where nobody has written them in that one."""
    name = f"interview/{spoken(language)}.yml"
    tree, _ = read_tree((starter() / name).read_text(encoding="utf-8"), name)
    data: Any = to_data(tree) if tree else {}
    questions = tuple(Question(**each) for each in data["questions"])
    return Script(language=spoken(language), questions=questions, frame=data["frame"])
