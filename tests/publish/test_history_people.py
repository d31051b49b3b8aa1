"""Nobody is named in the past who does not wish it now, or who was taken out since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.publish.history_masks import LEFT_OUT
from tests.publish.pasts import Repository, everything

if TYPE_CHECKING:
    from pathlib import Path

MIRA = "people:\n  mira: {name: Mira Okafor, handle: '@mira', show: SHOW}\n"


@pytest.fixture
def oak(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "grove")


def _people(show: str) -> str:
    return MIRA.replace("SHOW", show)


@pytest.mark.parametrize(
    "author",
    [
        "Mira Okafor <x@example.org>",
        "mira <x@example.org>",
        "@Mira <x@example.org>",
        "X <mira@example.org>",
        "X <mira@users.noreply.example.com>",
        "X <1234+Mira@users.noreply.example.com>",
    ],
)
@pytest.mark.parametrize(("show", "shown"), [("handle", "@mira"), ("name", "Mira Okafor"), ("nothing", "")])
def test_an_author_is_shown_as_the_person_wishes(oak: Repository, author: str, show: str, shown: str) -> None:
    oak.say("oak", _people(show), who=author)
    assert oak.events()[0].who == shown


@pytest.mark.parametrize("author", ["Miranda <m@example.org>", "mira o <mo@mira.org>", " <@>", "X <mira>"])
def test_an_author_whom_the_community_does_not_know_is_a_member(oak: Repository, author: str) -> None:
    oak.say("oak", _people("name"), who=author)
    assert oak.events()[0].who == ""


def test_an_author_who_may_be_several_people_is_a_member(oak: Repository) -> None:
    people = "people:\n  one: {name: Sam, show: name}\n  two: {name: Sam, show: name}\n"
    oak.say("oak", people, who="Sam <sam@example.org>")
    assert oak.events()[0].who == ""


def test_an_author_who_was_taken_out_is_a_member(oak: Repository) -> None:
    oak.say("oak", _people("name"), who="Mira Okafor <mira@example.org>")
    oak.say("oak", "tagline: We read\n", who="Mira Okafor <mira@example.org>")
    assert [event.who for event in oak.events()] == ["", ""]


def test_what_is_said_of_people_is_not_told(oak: Repository) -> None:
    oak.say("oak", _people("name"))
    oak.say("oak", _people("name") + "  noor: {name: Noor Haddad, show: name}\n")
    assert len(oak.events()) == 1


def test_somebody_who_wishes_it_no_longer_is_not_named_of_earlier_days(oak: Repository) -> None:
    oak.say("oak", "founders: [mira]\ntagline: Ask Mira Okafor\n" + _people("name"))
    oak.say("oak", "founders: [Mira Okafor]\ntagline: Ask somebody\n" + _people("name"))
    oak.say("oak", "tagline: Ask anybody\n" + _people("nothing"))
    assert "mira" not in everything(oak.past(), "oak").casefold()


def test_somebody_who_was_forgotten_does_not_come_back(oak: Repository) -> None:
    before = (
        "tagline: Ask Mira, or Mira Okafor, or @mira, or mira.okafor@example.org\n"
        "conduct: {contacts: ['Mira Okafor, mira.okafor@example.org']}\n"
        "faq:\n  - {q: Who is Mira?, a: Our host.}\n"
        "glossary: {mira-time: When Mira comes}\n"
    )
    oak.say(
        "oak", before + _people("name"), who="Mira Okafor <mira.okafor@example.org>", why="Mira Okafor begins"
    )
    oak.say(
        "oak",
        "conduct: {contacts: ['Noor, noor@example.org']}\n",
        why="Forget Mira (mira.okafor@example.org)",
    )
    past = oak.past()
    assert past.events("oak")[0].changes
    assert "mira" not in everything(past, "oak").casefold()
    assert "okafor" not in everything(past, "oak").casefold()


def test_somebody_who_was_only_named_in_a_reference_does_not_come_back(oak: Repository) -> None:
    roles = "roles:\n  - {id: greeter, name: Greeter, does: Greets, held_by: [{person: PERSON}]}\n"
    oak.say("oak", roles.replace("PERSON", "Ada Lovelace"))
    oak.say("oak", roles.replace("PERSON", "Ben Carter"))
    found = everything(oak.past(), "oak")
    assert "Ben Carter" in found
    assert "Ada" not in found


def test_people_of_a_file_above_are_forgotten_as_well(oak: Repository) -> None:
    oak.commit({"communities/_base.yml": "decisions: Ask Mira Okafor.\n" + _people("name")})
    oak.say("oak", "extends: _base\n")
    oak.commit({"communities/_base.yml": "decisions: Ask anybody.\n"})
    assert len(oak.events()) == 2
    assert "Mira" not in everything(oak.past(), "oak")


def test_somebody_who_is_shown_by_handle_is_never_named(oak: Repository) -> None:
    oak.say("oak", "founders: [Mira Okafor]\n" + _people("name"))
    oak.say("oak", "founders: [noor]\n" + _people("handle") + "  noor: {}\n")
    found = everything(oak.past(), "oak")
    assert "@mira" in found
    assert "Okafor" not in found


def test_a_new_wish_counts_without_a_commit(oak: Repository) -> None:
    oak.say("oak", _people("name"), who="Mira Okafor <x@example.org>")
    assert oak.events()[0].who == "Mira Okafor"
    path = oak.root / "communities" / "oak.yml"
    path.write_text(path.read_text().replace("show: name", "show: nothing"))
    assert oak.events()[0].who == ""


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("Mend it\n\nCo-authored-by: Ada <ada@example.org>", "Mend it"),
        ("Mend it\nCo-authored-by: Ada <ada@example.org>", "Mend it"),
        ("Co-authored-by: Ada <ada@example.org>", ""),
        ("Signed-off-by: Ada <ada@example.org>", ""),
        ("Thank you ada@example.org and @ada", f"Thank you {LEFT_OUT} and {LEFT_OUT}"),
        ("Ada Lovelace asked for it", f"{LEFT_OUT} asked for it"),
        ("Turn \u202eit\x07 round", "Turn it round"),
        ("", ""),
        ("x" * 300, "x" * 199 + LEFT_OUT),
    ],
)
def test_a_reason_is_one_plain_line_without_names_and_addresses(
    oak: Repository, message: str, shown: str
) -> None:
    oak.say("oak", "", why=message, who="Ada Lovelace <ada@example.org>")
    assert oak.events()[0].why == shown


def test_a_word_that_pages_say_today_is_no_name(oak: Repository) -> None:
    oak.say("oak", "tagline: You may rest\n" + "people:\n  may: {}\n")
    oak.say("oak", "tagline: You may leave\n")
    assert oak.events()[0].changes[0].old == "You may rest"


def test_where_a_contact_was_reached_is_not_told(oak: Repository) -> None:
    oak.say("oak", "conduct: {contacts: [{who: Ada Lovelace, reach: '+49 170 1234567'}]}\n")
    oak.say("oak", "conduct: {contacts: [{who: Ben Carter, reach: '+49 30 7654321'}]}\n")
    found = everything(oak.past(), "oak")
    assert "7654321" in found
    assert "1234567" not in found


def test_a_story_that_was_taken_back_is_not_told(oak: Repository) -> None:
    oak.say("oak", "")
    oak.say("oak", "stories:\n  - {after: I said it, consent: true}\n  - {after: I was ill, consent: true}\n")
    oak.say("oak", "stories:\n  - {after: I said it, consent: true}\n")
    found = everything(oak.past(), "oak")
    assert "I said it" in found
    assert "ill" not in found.split()
