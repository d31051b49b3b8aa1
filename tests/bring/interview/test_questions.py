"""The questions are complete in each language, and fit the model."""

from __future__ import annotations

from datetime import date

import pytest

from hearthbook.bring.interview.helped import described
from hearthbook.bring.interview.questions import LANGUAGES, Question, script, spoken
from hearthbook.bring.interview.session import Session

TODAY = date(2026, 11, 23)
IN_BOTH = pytest.mark.parametrize("language", LANGUAGES)


@IN_BOTH
def test_each_question_says_why_and_gives_an_example(language: str) -> None:
    for question in script(language).questions:
        assert question.ask.strip()
        assert question.why.strip()
        assert question.example.strip()
        assert question.skip or question.needed, question.id


@IN_BOTH
def test_each_example_is_a_good_answer(language: str) -> None:
    answers = {"way": "reading-group", "join": "apply", "contact": "Ada, ada@example.org"}
    session = Session(language=language, answers=answers, today=TODAY)
    for question in script(language).questions:
        if question.id not in {"way", "zone"}:
            assert not session.reply(question, question.example).problem, question.id


def test_both_languages_ask_the_same() -> None:
    english, german = (script(language).questions for language in LANGUAGES)
    assert list(map(_shape, english)) == list(map(_shape, german))
    assert script("en").frame.keys() == script("de").frame.keys()


def _shape(question: Question) -> tuple[object, ...]:
    return (
        *(question.id, question.kind, question.pointer, question.parts, question.needed),
        *(question.drop, tuple(question.choices), dict(question.only)),
    )


@IN_BOTH
def test_what_is_said_leaves_room_for_the_same_places(language: str) -> None:
    frame, english = script(language).frame, script("en").frame
    assert {key: _places(text) for key, text in frame.items()} == {
        key: _places(text) for key, text in english.items()
    }


def _places(text: str) -> set[str]:
    return {part.partition("}")[0] for part in text.split("{")[1:]}


def test_a_question_with_a_place_in_the_file_is_explained_by_the_model() -> None:
    found = described(script("en").question("outcome"))
    assert found
    assert found[0] == "promise.outcome"
    assert "You will be able to" in found[1]
    assert all(described(each) for each in script("en").questions if each.pointer)


def test_whoever_reads_another_language_is_asked_in_english() -> None:
    assert spoken("ar") == "en"
    assert spoken("de-CH") == "de"
