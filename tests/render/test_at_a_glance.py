"""The pages that are read first: what they say of a group in each of its states."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Final

import pytest

from hearthbook.model.pages import Neighbour
from tests.render import support
from tests.render.support import ADA
from tests.words.grammar import slips
from tests.words.pages import read

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST: Final = ("home", "start-here", "card", "faq")
TWO: Final = {"for": ("new managers", "people who lead by accident"), "outcome": "hold a hard talk"}
ONE: Final = {"for": ("new managers",), "outcome": "hold a hard talk"}
WALK: Final = {"id": "walk", "name": "Walk", "when": {"every": "week", "day": ("Friday",)}}
INVITES: Final = (
    "come in when you like",
    "You apply",
    "a member invites you",
    "first step",
    "Say hello",
    "https://example.org/join",
    "is open",
    "hours in an ordinary week",
)
WHOLE: Final[Mapping[str, Any]] = {
    "promise": ONE | {"not_for": ({"id": "sure", "who": "people who are sure", "instead": "the pub"},)},
    "size": {"members": 34, "as_of": "2026-11-01"},
    "rituals": (WALK,),
    "roles": ({"id": "host", "name": "Host", "start_small": "Once.", "open_seats": 1},),
    "onboarding": {"steps": ({"id": "hello", "do": "say hello", "when": "10 minutes"},)},
    "expected": {"hours_a_week": 2},
    "membership": {"model": "free", "serves": "The town lends us a room."},
    "mixing": {"how": "pairs"},
}
STATES: Final = (None, "forming", "active", "full", "paused", "closed")
DOORS: Final = (None, "open", "apply", "invite")
WAITING: Final = (None, "Six people wait.", "Six people wait.\n\nIn order.")


def _page(kind: str, **facts: object) -> str:
    return support.page(support.community(**facts), kind)


def _state(state: str, **join: object) -> dict[str, Any]:
    return {**WHOLE, "status": {"state": state}, "join": {"url": "https://example.org/join", **join}}


@pytest.mark.parametrize("kind", ["start-here", "card"])
def test_several_kinds_of_people_stand_in_a_list_below_the_promise(kind: str) -> None:
    page = _page(kind, promise=TWO)
    assert "Hold a hard talk. It is for:" in page
    assert "- people who lead by accident\n" in page
    assert "new managers and" not in page
    assert "Hold a hard talk. For new managers." in _page(kind, promise=ONE)


def test_the_home_page_lists_whom_the_group_is_for_beside_whom_it_is_not_for() -> None:
    page = _page("home", promise=TWO | {"not_for": WHOLE["promise"]["not_for"]})
    assert "**It is for**\n{: #for }\n\n- new managers\n- people who lead by accident\n" in page
    assert "**It is not for**\n{: #not-for }\n\n- people who are sure\n" in page
    assert "not-for" not in _page("home", promise=ONE)


@pytest.mark.parametrize("instead", ["the pub", "The pub.", "The pub"])
def test_a_better_place_reads_right_whatever_capital_it_has(instead: str) -> None:
    promise = ONE | {"not_for": ({"id": "sure", "who": "people who are sure", "instead": instead},)}
    for kind in ("start-here", "faq"):
        page = _page(kind, promise=promise)
        assert "- people who are sure\n\n    **Better for them:** The pub.\n" in page


def test_a_free_group_costs_nothing_and_says_how_that_is_possible() -> None:
    home, start = _page("home", **WHOLE), _page("start-here", **WHOLE)
    assert "What it costs\n:   nothing\n" in home
    assert "**How that is possible:** The town lends us a room." in start
    assert "What the money is for" not in start


@pytest.mark.parametrize("kind", FIRST)
def test_a_group_that_has_ended_says_so_first_and_invites_nobody(kind: str) -> None:
    for how in DOORS:
        page = _page(kind, **_state("closed", how=how, waiting_list="Six people wait."))
        opening = [block for block in page.split("\n\n") if not block.startswith("<div")][1:3]
        assert "Closed" in opening[0]
        assert opening[1].startswith("The group has ended.")
        assert [words for words in (*INVITES, "Six people wait.") if words in page] == []


@pytest.mark.parametrize("kind", ["home", "card", "faq"])
def test_a_full_group_says_how_to_wait_or_where_else_to_go(kind: str) -> None:
    assert "Six people wait." in _page(kind, **_state("full", how="open", waiting_list="Six people wait."))
    page = _page(kind, **_state("full", how="open"), lineage={"split_from": "sunday-pages"})
    assert "How to wait for one is not written down yet." in page
    assert "near to ours: [Sunday Pages]" in page


def test_a_long_word_on_waiting_is_linked_from_the_home_page() -> None:
    home = _page("home", **_state("full", waiting_list="First.\n\nSecond."))
    assert "How to wait for one: [When the group is full](start-here.md#waiting-list)." in home


@pytest.mark.parametrize(
    ("state", "said"), [("full", "Once you have a seat: ["), ("paused", "Once the group has begun again: [")]
)
def test_the_first_step_waits_where_nobody_can_take_it_now(state: str, said: str) -> None:
    for kind in ("home", "start-here"):
        assert said in _page(kind, **_state(state))


def test_every_state_reads_well_with_every_door() -> None:
    found = []
    for state, how, waiting in itertools.product(STATES, DOORS, WAITING):
        facts = dict(WHOLE) | {"join": {"how": how, "waiting_list": waiting}}
        facts |= {"status": {"state": state, "reason": "Two hosts left."}} if state else {}
        pages = support.render(support.community(**facts))
        found += [(state, how, kind, slip) for kind in FIRST for slip in slips(read(pages[kind]))]
    assert found == []


def _family(kind: str, children: tuple[str, ...], **lineage: object) -> str:
    whole = support.community(lineage=lineage)
    near = tuple(Neighbour(slug=slug, name=slug.title()) for slug in children)
    return support.page(whole, kind, children=near)


@pytest.mark.parametrize("kind", ["home", "growth"])
def test_a_group_of_the_family_is_named_once(kind: str) -> None:
    goal = {"id": "next", "community": "second-drafts"}
    child = _family(kind, ("second-drafts",), graduates_to=(goal,))
    parent = _family(kind, (), graduates_to=(goal,), split_from="second-drafts")
    assert child.count("[Second Drafts]") == 1
    assert parent.count("[Second Drafts]") == 1
    assert "move back there" in parent


NOBODY: Final = "Whoever told you about Hard Talks may know."


def test_nobody_to_ask_is_told_once_on_the_pages_where_one_looks_for_it() -> None:
    pages = support.render(support.community())
    told = {kind: markdown.count(NOBODY) for kind, markdown in pages.items() if kind != "handbook"}
    assert {kind for kind, count in told.items() if count} == {"start-here", "faq", "card"}
    assert max(told.values()) == 1


def test_an_answer_points_to_the_place_where_whom_to_ask_stands() -> None:
    faq = _page("faq", conduct={"contacts": (ADA,)})
    assert faq.count("You can ask Ada Example ([ada@example.org](mailto:ada@example.org)).") == 2
    assert "You can [ask about it](#ask)." in faq
    assert "{#ask}" in faq


def test_a_meeting_with_a_last_day_stands_below_the_others_on_each_list() -> None:
    old = {"id": "old", "name": "Old walk", "when": {"every": "week", "until": "2026-06-29"}}
    for kind in ("start-here", "faq", "rituals", "code-of-conduct"):
        page = _page(kind, rituals=(old, WALK))
        assert page.index("[Walk]" if kind != "rituals" else "## Walk") < page.index("Old walk")


CROWDED: Final = {"promise": ONE | {"boundary": {"cap": 150}}, "size": {"members": 200}}


@pytest.mark.parametrize("kind", ["home", "start-here", "growth"])
def test_more_members_than_seats_are_told_as_such(kind: str) -> None:
    page = _page(kind, **CROWDED)
    assert "There are 200 members, 50 more than there are seats." in page
    assert "at most 150" not in page
    assert "Every seat is taken." not in page


def test_a_group_over_its_limit_is_told_that_the_time_to_split_has_passed() -> None:
    page = _page("growth", **CROWDED)
    assert "The time to split has passed." in page
    assert "A good time to plan a split" not in page


def test_the_rituals_of_a_group_that_has_ended_are_told_as_past_and_set_back() -> None:
    facts: dict[str, Any] = {"status": {"state": "closed"}, "rituals": (WALK,)}
    page = _page("rituals", **facts)
    assert "see us next" not in page
    assert "that we did again and again" in page
    assert "hb-ritual hb-ending" in page
    home = _page("home", **facts)
    assert "when we met, and what happened there" in home
    assert "When we meet" not in home
