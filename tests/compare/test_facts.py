from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.compare.facts import community_of, facts_of

if TYPE_CHECKING:
    from hearthbook.model.changes import Facts

SMALL: Facts = {"name": "Oak", "promise": {"for": ["new managers"], "outcome": "hold a talk"}}


def test_what_holds_anyway_is_left_out() -> None:
    given: Facts = {
        **SMALL,
        "visibility": "public",
        "tags": [],
        "care": {},
        "promise": {**_promise(), "boundary": {}},
    }
    assert facts_of(community_of(given)) == SMALL


def _promise() -> Facts:
    return {"for": ["new managers"], "outcome": "hold a talk"}


def test_a_person_of_whom_nothing_is_said_stays() -> None:
    assert facts_of(community_of({**SMALL, "people": {"mira": {}}}))["people"] == {"mira": {}}


def test_dates_and_times_are_text_under_the_keys_of_the_file() -> None:
    when: Facts = {
        "every": "week",
        "day": ["Tuesday"],
        "at": "17:00",
        "from": "2026-09-01",
        "moved": {"2026-12-22": "2026-12-23"},
    }
    given: Facts = {**SMALL, "rituals": [{"id": "wins", "name": "Wins", "when": when}]}
    assert facts_of(community_of(given)) == given


def test_keys_stand_in_the_order_of_the_model() -> None:
    assert list(facts_of(community_of({**dict(reversed(SMALL.items())), "tagline": "Slow"}))) == [
        "name",
        "tagline",
        "promise",
    ]


def test_an_answers_empty_claim_is_left_out() -> None:
    given: Facts = {**SMALL, "metrics": [{"id": "m", "name": "M"}], "join": {}}
    assert facts_of(community_of(given)) == {**SMALL, "metrics": [{"id": "m", "name": "M"}]}
