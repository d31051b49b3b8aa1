"""A blueprint states no fact of a place or a time that its founder has not said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pytest

from hearthbook.bring.blueprints import LANGUAGES, blueprint, names
from hearthbook.bring.draft import plain, with_value
from hearthbook.bring.interview.questions import script

if TYPE_CHECKING:
    from collections.abc import Iterator

EACH = pytest.mark.parametrize(
    ("name", "language"), [(name, language) for name in names() for language in LANGUAGES]
)
DAY_OR_HOUR: Final = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:every|each) week\b"
    r"|\b(?:evening|tonight|night)s?\b|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|\w*abende?\b",
    re.IGNORECASE,
)
THINGS: Final = re.compile(
    r"\bhangs? beside|\bhäng(?:t|en) neben|beside the coats|neben den mänteln|\bbox\b|kasten\b|\bcouncil\b"
    r"|\b(?:der|den|dem|beim) rat\b|live captions|untertitel sind",
    re.IGNORECASE,
)
"""What somebody would look for in vain: a box for notes, first aid at a door, a council."""
CRAFT: Final = re.compile(r"needle|knit|wool|stitch|sleeve|nadel|wolle|masche|strick|ärmel", re.IGNORECASE)
SPOKEN: Final = frozenset({"example", "prompt", "prompts", "first_post"})
"""What somebody might say, and no fact."""


def said(name: str, language: str) -> list[str]:
    """What a file says whose founder has written over everything that the questions ask for as their own."""
    draft = blueprint(name, language).draft
    for question in script(language).questions:
        if question.pointer and (question.drop or question.needed or question.kind == "when"):
            draft = with_value(draft, question.pointer, None)
    return list(_texts(plain(draft)))


def _texts(data: Any) -> Iterator[str]:  # noqa: ANN401 - JSON of any shape
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from () if key in SPOKEN else _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


@EACH
def test_no_sentence_names_a_day_or_an_hour_that_the_founder_has_not_named(name: str, language: str) -> None:
    assert [text for text in said(name, language) if DAY_OR_HOUR.search(text)] == []


@EACH
def test_nobody_is_sent_to_a_thing_that_may_not_be_there(name: str, language: str) -> None:
    assert [text for text in said(name, language) if THINGS.search(text)] == []


@EACH
def test_only_the_meeting_that_is_asked_for_has_a_time(name: str, language: str) -> None:
    first, *others = plain(blueprint(name, language).draft)["rituals"]
    assert first["when"]
    assert [sorted(each["when"]) for each in others] == [["note"]] * len(others)


@EACH
def test_nobody_is_sent_to_a_channel_to_meet(name: str, language: str) -> None:
    first = plain(blueprint(name, language).draft)["rituals"][0]
    assert "where" not in first or name == "open-source", "only there, work is done in the channel itself"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_craft_club_is_for_any_craft(language: str) -> None:
    assert [text for text in said("craft-club", language) if CRAFT.search(text)] == []
