"""The way in: what fits into three minutes, what follows in order, and what is not written down."""

from __future__ import annotations

import re
from typing import Final

import pytest

from tests.render import support
from tests.render.support import ADA

ORDER: Final = (
    "three-minutes",
    "steps",
    "for",
    "outcome",
    "expected",
    "join",
    "channels",
    "first-post",
    "help",
    "meetings",
    "norms",
    "conduct",
    "roles",
    "decisions",
    "knowledge",
    "privacy",
    "access",
    "money",
    "review",
    "later",
)
# A fact, and what is said to be missing without it.
LACKS: Final = (
    ({"join": {"how": "open"}}, "join"),
    ({"expected": {"hours_a_week": 1}}, "expected"),
    ({"channels": ({"id": "help", "name": "#help"},)}, "channels"),
    ({"onboarding": {"greeter": "Tess"}}, "greeter"),
    ({"rituals": ({"id": "walk", "name": "Walk"},)}, "rituals"),
    ({"access": {"just_listening": "Yes."}}, "listening"),
    ({"access": {"captions": "Always."}}, "needs"),
    ({"norms": ({"id": "ask", "statement": "We ask first."},)}, "norms"),
    ({"roles": ({"id": "host", "name": "Host"},)}, "roles"),
    ({"decisions": "By lot."}, "decisions"),
    ({"privacy": "It stays here."}, "privacy"),
    ({"membership": {"model": "free"}}, "cost"),
    ({"review": {"owner": "Tess"}}, "review"),
)
EVENING: Final = {
    "id": "evening",
    "name": "Evening",
    "when": {"every": "week", "day": ("Tuesday",), "at": "17:00", "zone": "America/New_York"},
}


def _start(**facts: object) -> str:
    return support.page(support.community(**facts), "start-here")


def _lacks(start: str) -> set[str]:
    return set(re.findall(r"\{: #missing-([a-z]+) \}", start))


def test_a_full_page_follows_the_order_in_which_a_newcomer_asks() -> None:
    whole = next(one for one in support.shipped() if one.name == "Hard Talks")
    start = support.page(whole, "start-here")
    places = [start.index(f"{{#{anchor}}}") for anchor in ORDER]
    assert places == sorted(places)
    assert _lacks(start) == set()


def test_three_minutes_hold_the_promise_the_first_step_and_whom_to_ask() -> None:
    steps = ({"id": "hello", "do": "say hello", "when": "first day"},)
    start = _start(onboarding={"steps": steps, "greeter": "Tess"})
    box = start.partition("{#three-minutes}")[2].partition("\n## ")[0]
    for text in ("Hold a hard talk. For new managers.", "[Say hello](#step-hello)", "You can ask Tess."):
        assert text in box


def test_three_minutes_hold_when_the_group_meets_and_whom_to_tell() -> None:
    start = _start(rituals=(EVENING,), conduct={"contacts": (ADA,)})
    box = start.partition("{#three-minutes}")[2].partition("\n## ")[0]
    for text in ("When we meet\n:   **[Evening]", "If something goes wrong\n:   Tell Ada Example"):
        assert text in box


@pytest.mark.parametrize(("fact", "lack"), LACKS, ids=[lack for _, lack in LACKS])
def test_what_is_not_written_down_is_named_once_and_only_then(fact: dict[str, object], lack: str) -> None:
    assert lack in _lacks(_start())
    assert lack not in _lacks(_start(**fact))


def test_what_a_founder_answers_is_not_said_to_be_missing() -> None:
    own = {"id": "what-does-it-cost", "q": "Is it dear?", "a": "No."}
    assert "cost" not in _lacks(_start(faq=(own,)))
    assert "cost" in _lacks(_start(faq=({key: own[key] for key in ("id", "q")},)))


@pytest.mark.parametrize(
    ("join", "said"),
    [({}, "No rule about it is written down."), ({"pause": "Say so."}, "This is what hosts")],
)
def test_falling_silent_has_no_consequence_that_nobody_wrote_down(join: dict[str, str], said: str) -> None:
    start = _start(join=join or None)
    assert f"**If you fall silent:** {said}" in start
    assert "hosts.md#quiet" in start


def test_a_greeter_is_found_in_the_channel_they_look_after() -> None:
    channels = ({"id": "hello", "name": "#hello", "owner": "Tess"}, {"id": "b", "name": "#b", "owner": "Jo"})
    start = _start(onboarding={"greeter": "Tess"}, channels=channels)
    assert "welcomed by Tess. Look for them here: [\\#hello](channels.md#channel-hello)." in start


HELP: Final = {"id": "help", "name": "help", "serves": "help"}
HELLO: Final = {"id": "hello", "name": "hello", "serves": "social"}
DOOR: Final = {"id": "door", "name": "door"}
STEPS: Final = (
    {"id": "meet", "do": "come", "when": "first day", "where": "hello"},
    {"id": "knock", "do": "say hello", "when": "10 minutes", "where": "#door"},
)


@pytest.mark.parametrize(
    ("facts", "target"),
    [
        (
            {"channels": (HELP, HELLO, DOOR), "onboarding": {"steps": STEPS}},
            "[door](channels.md#channel-door)",
        ),
        ({"channels": (HELP, HELLO), "onboarding": {"steps": STEPS}}, "[hello](channels.md#channel-hello)"),
        ({"channels": (DOOR, HELP, HELLO)}, "[hello](channels.md#channel-hello)"),
        ({"channels": (DOOR, HELP)}, "[help](channels.md#channel-help)"),
        ({"conduct": {"contacts": (ADA,)}}, "Ada Example ([ada@example.org](mailto:ada@example.org))"),
        ({"founders": ("Mira", "Jo")}, "Mira or Jo"),
        ({"onboarding": {"greeter": "Tess"}, "founders": ("Mira",)}, "Tess"),
    ],
)
def test_a_first_post_goes_where_the_first_step_leads_or_to_somebody(
    facts: dict[str, object], target: str
) -> None:
    assert f"Copy this, fill it in and send it to {target}." in _start(**facts)


def test_a_first_post_without_a_channel_is_read_out_where_people_meet() -> None:
    assert "Read it out at your first meeting.\n" in _start(
        rituals=(EVENING,), onboarding={"first_post": "Hi"}
    )
    both = _start(rituals=(EVENING,), conduct={"contacts": (ADA,)})
    assert "Read it out at your first meeting, or send it to Ada Example (" in both
    assert "give it to whoever told you about Hard Talks" in _start()


def test_what_a_first_post_says_is_told_of_ours_alone() -> None:
    said = "It says what you need and what you can give."
    assert said in _start()
    assert said not in _start(onboarding={"first_post": "A broken ..."})


@pytest.mark.parametrize(
    ("facts", "lacking"),
    [
        ({}, False),
        ({"rituals": (EVENING,)}, False),
        ({"rituals": (EVENING | {"where": "the garden"},)}, False),
        ({"rituals": (EVENING | {"where": "a video room"},)}, True),
        ({"rituals": (EVENING | {"where": "help"},), "channels": (HELP,)}, True),
        ({"access": {"captions": "Always."}}, True),
        ({"access": {"captions": "Always.", "camera": "Off."}}, False),
    ],
)
def test_a_camera_is_asked_about_only_where_people_meet_on_screens(
    facts: dict[str, object], *, lacking: bool
) -> None:
    assert ("camera" in _lacks(_start(**facts))) is lacking


def test_a_meeting_says_where_it_takes_place() -> None:
    rituals = (
        EVENING | {"where": "the back room of the caf\u00e9."},
        {"id": "b", "name": "B", "where": "help"},
    )
    start = _start(rituals=rituals, channels=(HELP,))
    assert "at 17:00 (New York time). Where: the back room of the caf\u00e9.\n" in start
    assert "**: the time is not written down yet. Where: [help](channels.md#channel-help).\n" in start


def test_how_to_join_is_said_to_be_missing_where_one_looks_for_it() -> None:
    part = _start(conduct={"contacts": (ADA,)}).partition("{#join}")[2].partition("\n## ")[0]
    assert "How to join is not written down yet. You can ask Ada Example ([ada@example.org]" in part
    assert "How to join" not in _start(join={"how": "open"})


@pytest.mark.parametrize(
    ("cohort", "said"),
    [
        (
            {"starts": "2027-01-11", "ends": "2027-02-19"},
            "The round starts on January 11, 2027 and ends on Feb",
        ),
        ({"starts": "2027-01-11", "size": 12}, "The round starts on January 11, 2027. It has 12 seats."),
        ({"ends": "2027-02-19", "size": 2}, "The round ends on February 19, 2027. It has 2 seats."),
        ({"size": 12, "apply_by": "2026-12-18"}, "A round has 12 seats. Apply by December 18, 2026."),
    ],
)
def test_a_round_is_told_in_whole_sentences(cohort: dict[str, object], said: str) -> None:
    promise = {"for": ("a",), "outcome": "b", "boundary": {"cohort": cohort}}
    assert said in _start(promise=promise)


def test_somebody_whom_nobody_invites_is_told_where_to_write() -> None:
    invited = _start(join={"how": "invite"}, onboarding={"ask": "#help, or hi@example.org"})
    assert "If you know nobody here, write to [hi@example.org](mailto:hi@example.org?subject=" in invited
    assert "If you know nobody here" not in _start(join={"how": "invite"}, channels=(HELP,))
    assert "If you know nobody here" not in _start(join={"how": "open"}, conduct={"contacts": (ADA,)})


def test_the_clocks_of_the_meetings_and_the_language_of_the_page_are_named() -> None:
    online = EVENING | {"where": "a video room"}
    start = _start(rituals=(online,))
    assert "These pages are in English. Times are New York time. If you live elsewhere, check" in start
    assert "Times are" not in _start(rituals=(online,), status={"state": "closed"})
    assert "Times are" not in _start(rituals=(EVENING | {"where": "the garden"},))


def test_a_role_says_what_it_does_how_to_begin_how_long_and_how_to_stop() -> None:
    role = {"id": "host", "name": "Host", "start_small": "Once.", "term": "a year", "stop": "Say so."}
    does = "Opens the room. Closes it, too."
    start = _start(roles=(role | {"does": does, "open_seats": 2},))
    assert "(roles.md#role-host)**: Opens the room. *To begin:* Once. 2 seats are open.\n" in start
    assert "Held for a year. · To stop: Say so.\n" in start
    assert "(roles.md#role-host)**: *To begin:* Once.\n" in _start(roles=(role,))


def test_a_group_that_rests_does_not_ask_anybody_to_come() -> None:
    start = _start(rituals=(EVENING,), status={"state": "paused"})
    assert "none of this takes place at the moment" in start.split("{#meetings}")[1]
