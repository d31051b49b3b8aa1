"""The way in: what fits into three minutes, what follows in order, and what is not written down."""

from __future__ import annotations

import re
from typing import Final

import pytest

from tests.render import support

ORDER: Final = (
    "three-minutes",
    "for",
    "outcome",
    "expected",
    "join",
    "steps",
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
    ({"access": {"camera": "Off."}}, "camera"),
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


def test_a_first_post_goes_where_people_say_hello() -> None:
    channels = ({"id": "help", "name": "help"}, {"id": "hello", "name": "hello", "serves": "social"})
    assert "send it to [hello](channels.md#channel-hello)" in _start(channels=channels)


def test_the_clocks_of_the_meetings_and_the_language_of_the_page_are_named() -> None:
    start = _start(rituals=(EVENING,))
    assert "These pages are in English. Times are those of New York." in start
    assert "Times are those of" not in _start(rituals=(EVENING,), status={"state": "closed"})
    assert "Times are those of" not in _start()


def test_a_role_says_how_long_and_how_to_stop() -> None:
    role = {"id": "host", "name": "Host", "start_small": "Once.", "term": "a year", "stop": "Say so."}
    assert "Held for a year. · To stop: Say so.\n" in _start(roles=(role,))


def test_a_group_that_rests_does_not_ask_anybody_to_come() -> None:
    start = _start(rituals=(EVENING,), status={"state": "paused"})
    assert "none of this takes place at the moment" in start.split("{#meetings}")[1]
