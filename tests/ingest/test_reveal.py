"""Each person appears as they wish, everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.ingest.reveal import person_display, publishable
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from hearthbook.model.community import Community
    from tests.ingest.conftest import Made

PEOPLE = """people:
  mira: {name: Mira Miller, handle: "@em"}
  jo: {name: Jolanda Jones, handle: "@jay", show: nothing, credentials: Doctor of Jolandics}
  al: {name: Alan Adams, handle: "@aa", show: name}
  nn: {name: Nina Nobody}
  zed: {handle: "@z", show: name, answers_for: Everything}
"""
EVERYWHERE = (
    PEOPLE
    + """founders: [jo, Jolanda Jones, "@jay", JOLANDA JONES]
conduct:
  contacts: ["jo, box@example.org", {who: Jolanda Jones}]
  above: jo
  stand_by: Jolanda Jones
  appeal: "@jay"
onboarding: {greeter: jo, follow_up: {who: Jolanda Jones}}
channels: [{name: help, owner: jo}]
rituals: [{name: Wins, host: "@jay"}]
roles: [{name: Host, held_by: [jo, Jolanda Jones]}]
stories: [{who: Jolanda Jones, after: Better, consent: true}]
faq: [{q: Why?, claim: {basis: expert, by: jo}}]
review: jo
"""
)


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("mira", "@em"),
        ("Mira Miller", "@em"),
        ("mira miller", "@em"),
        ("@em", "@em"),
        ("al", "Alan Adams"),
        ("@aa", "Alan Adams"),
        ("nn", "nn"),
        ("Nina Nobody", "nn"),
        ("zed", "@z"),
        ("jo", UNNAMED),
        ("Jolanda Jones", UNNAMED),
        ("@jay", UNNAMED),
        ("Somebody Else", "Somebody Else"),
    ],
)
def test_a_person_is_shown_as_they_wish_however_they_are_named(
    community: Made, named: str, shown: str
) -> None:
    assert person_display(community(PEOPLE))(named) == shown


def test_of_two_people_with_one_name_the_one_who_hides_decides(community: Made) -> None:
    show = person_display(community("people: {a: {name: Kim, show: nothing}, b: {name: Kim, show: name}}\n"))
    assert (show("Kim"), show("a"), show("b")) == (UNNAMED, UNNAMED, "Kim")


def test_an_id_belongs_to_its_own_person_alone(community: Made) -> None:
    show = person_display(community("people: {jo: {handle: '@x', show: nothing}, ann: {handle: jo}}\n"))
    assert (show("jo"), show("ann")) == (UNNAMED, "jo")


@pytest.fixture
def hidden(community: Made) -> Community:
    """A community in which one hidden person is named wherever somebody can be."""
    return publishable(community(EVERYWHERE))


@pytest.mark.parametrize("trace", ["jolanda", "jones", "@jay", "jay", "'jo'"])
def test_nothing_of_a_hidden_person_survives(hidden: Community, trace: str) -> None:
    assert trace not in repr(hidden.model_dump()).lower()
    assert trace.strip("'") not in [key.lower() for key in hidden.people]


def test_ids_made_from_a_hidden_name_are_made_anew(hidden: Community) -> None:
    assert hidden.conduct
    assert [contact.id for contact in hidden.conduct.contacts] == ["unnamed", "unnamed-2"]
    assert [holder.id for holder in hidden.roles[0].held_by] == ["unnamed", "unnamed-2"]


def test_an_id_that_somebody_chose_stays(community: Made) -> None:
    lines = "conduct: {contacts: [{id: first, who: Mira Miller}]}\n"
    conduct = publishable(community(PEOPLE + lines)).conduct
    assert conduct
    assert (conduct.contacts[0].id, conduct.contacts[0].who) == ("first", "@em")


def test_a_person_keeps_only_what_may_be_shown(community: Made) -> None:
    people = publishable(community(PEOPLE)).people
    assert {key: (each.name, each.handle) for key, each in people.items()} == {
        "mira": (None, "@em"),
        "al": ("Alan Adams", None),
        "nn": (None, None),
        "zed": (None, "@z"),
    }


def test_the_rest_of_the_community_stays_as_it_is(community: Made) -> None:
    before = community("visibility: unlisted\nnorms: [Be kind]\nprivacy: Stays here.\n")
    assert publishable(before) == before


@pytest.mark.parametrize("visibility", ["public", "unlisted", "draft"])
def test_the_visibility_is_kept(community: Made, visibility: str) -> None:
    assert publishable(community(f"visibility: {visibility}\n")).visibility == visibility
