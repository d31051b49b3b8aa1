"""What a blueprint says about another time than the founder's is named, so that it is read again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hearthbook.bring.blueprints import Blueprint, blueprint
from hearthbook.bring.draft import with_value
from hearthbook.bring.interview import session as interview
from hearthbook.bring.interview.leftover import leftovers
from hearthbook.bring.interview.session import Session

SPEAKING = {
    "en": ("Each week, all have a turn.", "Put the weekly hour into your calendar.", "Take one Tuesday."),
    "de": ("Komm zu einem Abend.", "Bring es zum Reparaturabend."),
}
"""What a blueprint may say of its own group's time; those that come along say nothing of the kind."""
CIRCLE = Session(language="en", slug="oak", answers={"way": "peer-support", "outcome": "talk"})
REPAIR = Session(language="de", slug="oak", answers={"way": "local-chapter", "outcome": "reparieren"})


@pytest.fixture(autouse=True)
def _speaking(monkeypatch: pytest.MonkeyPatch) -> None:
    def speaking(name: str, language: str) -> Blueprint:
        found = blueprint(name, language)
        return replace(found, draft=with_value(found.draft, "/expected/gives", SPEAKING[language]))

    monkeypatch.setattr(interview, "blueprint", speaking)


def words(session: Session) -> set[str]:
    return {each.word for each in leftovers(session)}


def test_who_meets_every_other_week_hears_what_speaks_of_each_week() -> None:
    assert words(CIRCLE.with_answer("when", "every other Tuesday at 19:30")) == {"Each week", "weekly"}


def test_who_meets_each_week_in_the_evening_hears_nothing() -> None:
    assert not leftovers(CIRCLE.with_answer("when", "every Tuesday at 19:30"))


def test_who_meets_on_another_day_hears_of_the_blueprints() -> None:
    assert "Tuesday" in words(CIRCLE.with_answer("when", "every Thursday at 19:30"))


def test_who_meets_by_day_hears_what_speaks_of_evenings() -> None:
    found = words(REPAIR.with_answer("when", "last Saturday of every month at 14:00"))
    assert {"Abend", "Reparaturabend"} & found
    assert not words(REPAIR.with_answer("when", "last Saturday of every month at 19:00"))


def test_ones_own_words_are_no_leftover() -> None:
    session = CIRCLE.with_answer("when", "every other Tuesday at 19:30")
    assert all(
        each.text != "weekly talks" for each in leftovers(session.with_answer("outcome", "weekly talks"))
    )


def test_a_line_is_where_the_file_says_it() -> None:
    session = CIRCLE.with_answer("when", "every other Tuesday at 19:30")
    lines = session.text().split("\n")
    for each in leftovers(session):
        assert each.word in " ".join(lines[each.line - 1 : each.line + 2])


def test_without_a_blueprint_or_a_time_there_is_nothing_left_over() -> None:
    assert not leftovers(CIRCLE)
    assert not leftovers(Session(language="en", answers={"when": "every other Tuesday at 9:00"}))
