from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.compare.apply import applied
from hearthbook.compare.differ import changes
from hearthbook.model.changes import Change

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hearthbook.model.changes import Facts


def only(old: Facts, new: Facts) -> Change:
    found = changes(old, new)
    assert len(found) == 1, found
    assert applied(old, found) == new
    return found[0]


def acts(old: Facts, new: Facts) -> list[tuple[str, str]]:
    found = changes(old, new)
    assert applied(old, found) == new
    return [(change.act, ".".join(change.path)) for change in found]


def terms(facts: Facts) -> list[str]:
    glossary = facts["glossary"]
    return list(glossary) if isinstance(glossary, dict) else []


def norm(name: str, **more: JsonValue) -> Facts:
    return {"id": name, **more}


def test_a_value_becomes_another() -> None:
    found = only({"promise": {"boundary": {"cap": 50}}}, {"promise": {"boundary": {"cap": 80}}})
    assert found == Change(
        act="changed",
        path=("promise", "boundary", "cap"),
        kind="boundary",
        old=50,
        new=80,
        before="/promise/boundary/cap",
        after="/promise/boundary/cap",
    )


def test_an_entry_is_known_by_its_id_and_found_by_its_places() -> None:
    old: Facts = {"norms": [norm("credit", statement="We credit.")]}
    new: Facts = {"norms": [norm("ask", statement="Ask!"), norm("credit", statement="We name sources.")]}
    added, changed = changes(old, new)
    assert (added.act, added.path, added.after, added.place) == ("added", ("norms", "ask"), "/norms/0", 0)
    assert changed.path == ("norms", "credit", "statement")
    assert (changed.before, changed.after) == ("/norms/0/statement", "/norms/1/statement")


def test_a_whole_entry_is_one_change() -> None:
    contact = norm("noor", who="noor", reach="noor@example.net")
    found = only({"conduct": {"contacts": [contact]}}, {})
    assert (found.act, found.path, found.old, found.after) == (
        "removed",
        ("conduct", "contacts", "noor"),
        contact,
        "",
    )


def test_a_rhythm_is_one_value() -> None:
    old: Facts = {"rituals": [{"id": "wins", "when": {"every": "week", "day": ["Tuesday"], "at": "17:00"}}]}
    new: Facts = {"rituals": [{"id": "wins", "when": {"every": "month", "day": ["first Tuesday"]}}]}
    assert only(old, new).path == ("rituals", "wins", "when")


def test_a_section_that_appears_is_told_part_by_part() -> None:
    new: Facts = {"care": {"not_a_substitute": "We are not doctors.", "minimum_age": 18}}
    assert acts({}, new) == [("added", "care.not_a_substitute"), ("added", "care.minimum_age")]
    assert acts(new, {}) == [("removed", "care.not_a_substitute"), ("removed", "care.minimum_age")]


def test_a_norm_that_was_reworded_is_the_same_norm_though_its_id_came_from_its_words() -> None:
    old: Facts = {
        "norms": [norm("we-ask-before-we-advise", statement="We ask before we advise."), norm("credit")]
    }
    new: Facts = {
        "norms": [
            norm("we-ask-first-before-we-advise", statement="We ask first, before we advise."),
            norm("credit"),
        ]
    }
    assert acts(old, new) == [
        ("renamed", "norms.we-ask-before-we-advise"),
        ("changed", "norms.we-ask-before-we-advise.statement"),
    ]


def test_an_entry_with_another_id_and_the_same_words_was_renamed() -> None:
    old: Facts = {"roles": [{"id": "greeter", "name": "Greeter"}]}
    found = only(old, {"roles": [{"id": "welcome", "name": "Greeter"}]})
    assert (found.act, found.old, found.new, found.kind) == ("renamed", "greeter", "welcome", "wording")


def test_another_person_in_a_role_is_not_the_first_one_renamed() -> None:
    old: Facts = {"roles": [{"id": "greeter", "held_by": [norm("mira", person="mira", since="2026-01-01")]}]}
    new: Facts = {"roles": [{"id": "greeter", "held_by": [norm("tess", person="tess", since="2026-01-01")]}]}
    assert acts(old, new) == [
        ("removed", "roles.greeter.held_by.mira"),
        ("added", "roles.greeter.held_by.tess"),
    ]


def test_the_crisis_line_of_another_country_is_another_one() -> None:
    old: Facts = {
        "care": {"crisis_lines": [norm("germany", country="Germany", reach="111, day and night, free")]}
    }
    new: Facts = {
        "care": {"crisis_lines": [norm("france", country="France", reach="3114, day and night, free")]}
    }
    assert [act for act, _ in acts(old, new)] == ["removed", "added"]


def test_as_few_entries_move_as_can_be() -> None:
    old: Facts = {"norms": [norm(each) for each in ("one", "two", "three", "four")]}
    new: Facts = {"norms": [norm(each) for each in ("two", "three", "four", "one")]}
    found = only(old, new)
    assert (found.act, found.path, found.old, found.new) == ("moved", ("norms", "one"), 0, 3)


def test_entries_that_make_room_for_another_do_not_move() -> None:
    old: Facts = {"norms": [norm("one"), norm("two")]}
    assert acts(old, {"norms": [norm("new"), norm("one"), norm("two")]}) == [("added", "norms.new")]


def test_plain_values_go_by_what_they_say() -> None:
    old: Facts = {"promise": {"for": ["new managers in small teams", "their friends"]}}
    new: Facts = {"promise": {"for": ["everybody", "new managers in large teams", "their friends"]}}
    assert acts(old, new) == [("added", "promise.for.0"), ("changed", "promise.for.0")]


def test_one_founder_is_never_nearly_another() -> None:
    assert [act for act, _ in acts({"founders": ["mira"]}, {"founders": ["mila"]})] == ["removed", "added"]


def test_the_order_of_the_glossary_counts() -> None:
    found = only({"glossary": {"a": "One.", "b": "Two."}}, {"glossary": {"b": "Two.", "a": "One."}})
    assert (found.act, found.kind) == ("moved", "wording")
    assert terms(applied({"glossary": {"a": "1", "b": "2"}}, [found])) == ["b", "a"]


def test_a_term_in_the_middle_of_the_glossary_stays_there() -> None:
    old: Facts = {"glossary": {"a": "One.", "c": "Three."}}
    found = only(old, {"glossary": {"a": "One.", "b": "Two.", "c": "Three."}})
    assert found.place == 1
    assert terms(applied(old, [found])) == ["a", "b", "c"]


def test_null_is_a_value_and_nothing_is_none() -> None:
    assert only({}, {"decisions": None}).act == "added"
    assert only({"decisions": None}, {"decisions": "By a show of hands."}).act == "changed"


def test_an_empty_list_of_one_file_is_not_the_same_as_no_list() -> None:
    assert only({}, {"tags": []}).new == []
    assert only({"tags": []}, {"tags": ["work"]}).act == "changed"


def test_entries_without_ids_are_compared_whole() -> None:
    old: Facts = {"norms": [{"statement": "We ask before we advise."}]}
    found = only(old, {"norms": [{"statement": "We ask before we advise anybody."}]})
    assert (found.path, found.old) == (("norms", "0"), {"statement": "We ask before we advise."})


def test_keys_with_slashes_are_escaped_in_pointers() -> None:
    assert only({"glossary": {"a/b": "x"}}, {"glossary": {"a/b": "y"}}).after == "/glossary/a~1b"


def test_two_people_of_whom_nothing_is_said_are_two() -> None:
    old: Facts = {"people": {"anna": {"show": "nothing"}}}
    assert [act for act, _ in acts(old, {"people": {"bert": {"show": "nothing"}}})] == ["removed", "added"]


def test_a_person_with_another_key_was_renamed() -> None:
    old: Facts = {"people": {"anna": {"handle": "@anna"}}}
    new: Facts = {"people": {"oak": {"handle": "@anna", "show": "nothing"}}}
    assert acts(old, new) == [("renamed", "people.anna"), ("added", "people.anna.show")]
