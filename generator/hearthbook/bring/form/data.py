"""The files from which the form in the browser works: what it asks and knows, and each blueprint."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from hearthbook.bring.blueprints import blueprints
from hearthbook.bring.carried import carried, carried_models
from hearthbook.bring.form.fields import asked, fields, times
from hearthbook.bring.interview.questions import script
from hearthbook.bring.interview.session import preface
from hearthbook.bring.thoughts import thoughts
from hearthbook.lint.advised import advice_facts
from hearthbook.lint.settings import LintSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearthbook.bring.interview.questions import Question

_UNSEEN: Final = re.compile("[\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]")
FOLDER: Final = "start"
"""The first part of the form's addresses."""
FACTS: Final = f"{FOLDER}/form.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFacts:
    """All that the form's files depend on besides the program."""

    language: str
    """The archive's, BCP 47."""
    zone: str
    """Its own time zone; empty where it has none."""
    lint: LintSettings = field(default_factory=LintSettings)
    """Which advice counts."""


def form_files(facts: FormFacts, words: Mapping[str, object]) -> dict[str, str]:
    """Path below the site -> JSON: what the form asks and knows, then each blueprint by its name.

    `words` are what the form says, and what the pages say of which it shows a first look.
    """
    spoken, otherwise = script(facts.language), asked(facts.language)
    known = {
        "language": facts.language,
        "spoken": spoken.language,
        "zone": facts.zone,
        "head": list(preface(spoken)),
        "fields": fields(facts.language),
        "models": carried_models(),
        "questions": {
            each.pointer: _question(each) | otherwise.get(each.pointer, {})
            for each in spoken.questions
            if each.pointer
        },
        "times": times(facts.language),
        "rules": advice_facts(facts.lint),
        "thoughts": dict(thoughts(facts.language)),
        "words": dict(words),
    }
    files = {FACTS: _json(known)}
    for one in blueprints(facts.language):
        files[f"{FOLDER}/{one.name}.json"] = _json(carried(one.draft))
    return files


def _question(question: Question) -> dict[str, Any]:
    """How an adviser asks for it; `own` where a blueprint's answer is an example of another group's."""
    own = question.drop or question.needed
    return {"ask": question.ask, "why": question.why, "example": question.example} | (
        {"own": True} if own else {}
    )


def _json(data: object) -> str:
    """As JSON, with signs that nobody sees written by their numbers."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
