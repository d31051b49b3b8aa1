"""Answers in a file are read with every slip told at once."""

from __future__ import annotations

from hearthbook.bring.interview.filed import answers_text, with_answers
from hearthbook.bring.interview.session import Session

START = Session(language="en", slug="oak")


def test_answers_that_are_written_are_read_again() -> None:
    session = START.with_answer("outcome", "read: a lot").with_answer("way", "craft-club")
    assert with_answers(START, answers_text(session), "a.yml") == (session, ())


def test_numbers_and_lists_are_answers_as_well() -> None:
    text = "cap: 50\nnot_for: [people who want a job, the notice board]\n"
    session, findings = with_answers(START, text, "a.yml")
    assert findings == ()
    assert session.answers == {"not_for": "people who want a job; the notice board", "cap": "50"}


def test_json_will_do() -> None:
    assert with_answers(START, '{"name": "Oak"}', "a.json")[0].answers == {"name": "Oak"}


def test_every_slip_is_told_with_its_line() -> None:
    text = "outcom: read\ncap: many\nwhen: biweekly\n"
    _, findings = with_answers(START, text, "a.yml")
    told = [str(each) for each in findings]
    assert told[0].startswith("a.yml:1:1 HB009 there is no question `outcom`; did you mean `outcome`?")
    assert told[1].startswith("a.yml:2:6 HB009 `many` is no number")
    assert told[2].startswith("a.yml:3:7 HB009 `biweekly` cannot be read as a time")


def test_an_answer_given_otherwise_counts_more() -> None:
    session, _ = with_answers(START.with_answer("name", "Elm"), "name: Oak\n", "a.yml")
    assert session.answers["name"] == "Elm"


def test_an_answer_may_depend_on_one_further_down() -> None:
    text = "norms: -1\nway: reading-group\n"
    session, findings = with_answers(START, text, "a.yml")
    assert findings == ()
    assert session.answers["norms"] == "-1"


def test_a_file_that_cannot_be_read_is_told() -> None:
    _, findings = with_answers(START, "name: [\n", "a.yml")
    assert [each.place.file for each in findings] == ["a.yml"]


def test_keys_may_be_written_as_the_options_are() -> None:
    session, findings = with_answers(START, "blueprint: craft-club\nnot-for: nobody\n", "a.yml")
    assert findings == ()
    assert session.answers == {"way": "craft-club", "not_for": "nobody"}
