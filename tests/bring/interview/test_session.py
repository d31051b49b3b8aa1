"""An interview makes a file that can be read, whatever is answered and in whatever order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearthbook.bring.blueprints import names
from hearthbook.bring.draft import plain
from hearthbook.bring.interview.questions import script
from hearthbook.bring.interview.session import Session
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.tree import Mapping
from hearthbook.model.archive import Defaults

START = Session(language="en", slug="sunday-pages")
READING = START.with_answer("way", "reading-group")


def reply(session: Session, name: str, answer: str) -> tuple[str, tuple[str, ...]]:
    said = session.reply(session.script.question(name), answer)
    return said.problem, said.thoughts


def data(session: Session) -> dict[str, object]:
    return plain(session.draft())


def test_two_outcomes_are_met_with_a_question() -> None:
    problem, thoughts = reply(START, "outcome", "finish one short story and build your own website")
    assert not problem
    assert thoughts == (
        (
            "the outcome goes on to another aim: `build your own website`; "
            "keep the one that members come for; the rest may follow from it"
        ),
    )


def test_a_good_answer_is_taken_without_a_word() -> None:
    assert reply(START, "outcome", "finish a page every week and read it aloud") == ("", ())


def test_a_thought_is_about_the_answer_and_not_about_everything_else() -> None:
    _, thoughts = reply(START, "cap", "5")
    assert len(thoughts) == 1
    assert thoughts[0].startswith("the cap is 5")


@pytest.mark.parametrize(
    ("name", "answer", "problem"),
    [
        ("cap", "a lot", "`a lot` is no number; write it in digits, such as 50"),
        ("cap", "0", "`cap` is 0; it should be at least 2"),
        ("join", "maybe", "`maybe` is none of the choices; write open, apply or invite"),
        ("zone", "pt", "`pt` is no zone; write a place, as in Europe/Berlin or America/Toronto"),
        (
            "contact",
            "Ada Example",
            (
                "there is no address by which to reach them; write a name, a comma and an address, "
                "as in Ada Example, ada@example.org"
            ),
        ),
        (
            "norms",
            "-9",
            "`-9` drops nothing and adds nothing; write -1 to -5 for one to drop, and + before one to add",
        ),
        ("way", "99", "`99` is none of them; write a number from 1 to 8, or 0 for none"),
    ],
)
def test_what_cannot_be_taken_is_told_with_a_way_out(name: str, answer: str, problem: str) -> None:
    assert reply(READING, name, answer)[0] == problem


def test_what_the_next_question_asks_is_no_thought() -> None:
    _, thoughts = reply(START, "join", "apply")
    assert len(thoughts) == 1
    assert "nothing says how people are chosen" in thoughts[0]


def test_a_time_is_read_as_strictly_as_in_the_file() -> None:
    assert "`PT` is an abbreviation, not a time zone" in reply(START, "when", "every Tuesday at 17:00 PT")[0]


def test_answers_stand_in_the_file_of_the_blueprint() -> None:
    session = READING.with_answer("outcome", "say what a paper shows").with_answer("cap", "30")
    promise = data(session)["promise"]
    assert isinstance(promise, dict)
    assert promise["outcome"] == "say what a paper shows"
    assert promise["boundary"]["cap"] == 30


def test_what_was_an_example_of_another_promise_goes_when_one_gives_ones_own() -> None:
    session = READING.with_answer("outcome", "say what a paper shows")
    promise = data(session)["promise"]
    assert isinstance(promise, dict)
    assert "tagline" not in data(session)
    assert {"within", "not_for"}.isdisjoint(promise)
    assert "tagline" in data(READING)


def test_a_zone_is_put_behind_each_hour_that_has_none() -> None:
    session = START.with_answer("way", "reading-group").with_answer("zone", "Europe/Berlin")
    rituals = data(session)["rituals"]
    assert isinstance(rituals, list)
    assert rituals[0]["when"]["zone"] == "Europe/Berlin"
    assert "zone" not in rituals[1]["when"], "without an hour there is no clock"
    craft = START.with_answer("way", "craft-club").with_answer("zone", "Europe/Berlin")
    assert "every Tuesday at 19:00 Europe/Berlin for 120 minutes" in craft.text()


def test_the_zone_is_not_asked_for_where_the_archive_has_one() -> None:
    asked = {each.id for each in replace(READING, defaults=Defaults(zone="Europe/Berlin")).asked()}
    assert "zone" not in asked
    assert "zone" in {each.id for each in READING.asked()}


def test_where_one_applies_is_asked_only_where_one_does() -> None:
    assert "door" in {each.id for each in READING.with_answer("join", "2").asked()}
    assert "door" not in {each.id for each in READING.with_answer("join", "open").asked()}


def test_two_people_to_tell_stand_side_by_side() -> None:
    session = READING.with_answer("contact", "Ada Example, ada@example.org")
    session = session.with_answer("second", "Ben Example, ben@example.net")
    conduct = data(session)["conduct"]
    assert isinstance(conduct, dict)
    assert conduct["contacts"] == [
        {"who": "Ada Example", "reach": "ada@example.org"},
        {"who": "Ben Example", "reach": "ben@example.net", "independent": True},
    ]


def test_norms_are_dropped_by_number_and_added_in_words() -> None:
    norms = data(READING.with_answer("norms", "-1 -3 + We begin on time. + We end on time."))["norms"]
    assert isinstance(norms, list)
    assert norms[-2:] == ["We begin on time.", "We end on time."]
    assert len(norms) == 5


def test_without_a_blueprint_the_file_is_short_and_still_sound() -> None:
    session = START
    for name in ("for", "outcome", "name", "when"):
        session = session.with_answer(name, session.script.question(name).example)
    assert session.judged().sound
    assert data(session)["rituals"] == [{"name": "We meet", "when": "every Sunday at 17:00 for 60 minutes"}]


def test_the_file_begins_with_the_line_for_editors() -> None:
    assert READING.text().startswith("# yaml-language-server: $schema=.schema/community.json\n")
    assert "HB910" not in {one.finding.code for one in READING.judged().advice}


def test_a_group_without_a_name_is_called_after_its_address() -> None:
    assert "\nname: Sunday Pages\n" in READING.text()


def test_the_language_is_written_where_it_is_not_the_archives() -> None:
    assert "\nlanguage: de\n" in replace(READING, language="de").text()
    assert "\nlanguage:" not in READING.text()
    german = replace(READING, defaults=Defaults(language="de"))
    assert "\nlanguage: en\n" in german.text()


ANSWERS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).map(str.strip),
    st.sampled_from(
        ["1", "-1", "+ a: b", "Ada, ada@example.org", "every Monday at 9:00", "Europe/Oslo", "x; y", "#"]
    ),
    st.sampled_from(names()),
)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from([q.id for q in script("en").questions]), ANSWERS), max_size=6))
def test_whatever_is_answered_the_file_can_be_built_from(answers: list[tuple[str, str]]) -> None:
    session = START
    for name, answer in answers:
        if answer and not session.reply(session.script.question(name), answer).problem:
            session = session.with_answer(name, answer)
    tree, _ = read_tree(session.text(), "x.yml")
    assert isinstance(tree, Mapping)
    wrong = [each for each in session.judged().findings if each.severity.name == "ERROR"]
    assert not wrong, (session.answers, wrong)


GERMAN = Session(language="de", slug="oak", today=date(2026, 11, 23))
SATURDAYS = {"every": "month", "day": ["first Saturday"], "at": "14:00"}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("every Tuesday at 19:00", "every Tuesday at 19:00"),
        ("Dienstags um 19 Uhr", {"every": "week", "day": ["Tuesday"], "at": "19:00"}),
        ("jeden ersten Samstag im Monat um 14 Uhr", SATURDAYS),
    ],
)
def test_a_time_may_be_said_as_people_say_it(said: str, meant: object) -> None:
    assert not reply(GERMAN, "when", said)[0]
    rituals = data(GERMAN.with_answer("when", said))["rituals"]
    assert isinstance(rituals, list)
    assert rituals[0]["when"] == meant


def test_a_time_that_could_be_two_is_asked_for_again() -> None:
    assert "cannot be read as a time without guessing" in reply(GERMAN, "when", "Dienstags um 7 oder 8")[0]


@pytest.mark.parametrize(
    ("name", "said", "pointer", "meant"),
    [
        ("join", "offen", "how", "open"),
        ("join", "app", "how", "apply"),
        ("door", "tuer@example.org", "url", "mailto:tuer@example.org"),
        ("door", "example.org/bewerben", "url", "https://example.org/bewerben"),
    ],
)
def test_a_word_for_a_choice_and_a_bare_address_are_understood(
    name: str, said: str, pointer: str, meant: str
) -> None:
    session = GERMAN.with_answer("join", "apply").with_answer(name, said)
    assert not reply(session, name, said)[0]
    join = data(session)["join"]
    assert isinstance(join, dict)
    assert join[pointer] == meant


def test_a_town_that_gives_a_zone_its_name_is_asked_back() -> None:
    craft = START.with_answer("way", "craft-club").with_answer("when", "every Tuesday at 19:00")
    assert reply(craft, "zone", "Lisbon")[0] == "`Lisbon` is no zone; did you mean Europe/Lisbon?"
    assert reply(craft, "zone", "Porto")[0].startswith("`Porto` is no zone; write a place")


def test_a_second_contact_is_asked_for_where_there_is_a_first() -> None:
    assert "second" not in {each.id for each in START.asked()}
    assert "second" in {each.id for each in START.with_answer("contact", "Ada, ada@example.org").asked()}


def test_a_way_may_be_said_by_its_beginning() -> None:
    assert data(START.with_answer("way", "peer")) == data(START.with_answer("way", "peer-support"))


def test_a_way_may_be_said_by_its_title_in_either_language() -> None:
    assert reply(START, "way", "Werkstattkreis") == ("", ())
    assert (
        reply(START, "way", "peersupport")[0] == "`peersupport` is none of them; did you mean `peer-support`?"
    )
