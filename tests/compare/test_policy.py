"""The review policy of an archive: what may be said, and what it means."""

from __future__ import annotations

from typing import Any

import pytest

from hearthbook.compare.policy import CLASSES, DEFAULT, Rule, days_in, read_policy
from hearthbook.errors import HearthbookError


def test_a_table_says_who_how_many_and_how_long() -> None:
    policy = read_policy(
        {
            "safety": {"approve": ["contacts", "maintainers"], "count": 2, "open": "14 days"},
            "boundary": {"approve": "founders", "open": "a week"},
            "norms": "hosts",
            "facts": ["owner", "role:greeter", "@Ada"],
            "wording": {},
            "outside": {"approve": "maintainers"},
            "maintainers": ["@ada", "noor", "@our-group/stewards", "@ADA"],
        },
        "here",
    )
    assert policy.rules == {
        "safety": Rule(approve=("contacts", "maintainers"), count=2, days=14),
        "boundary": Rule(approve=("founders",), count=1, days=7),
        "norms": Rule(approve=("hosts",), count=1),
        "facts": Rule(approve=("owner", "role:greeter", "@Ada"), count=1),
        "wording": Rule(),
        "outside": Rule(approve=("maintainers",), count=1),
    }
    assert policy.maintainers == ("@ADA", "@noor", "@our-group/stewards")


def test_a_class_that_is_not_named_keeps_what_holds_anyway() -> None:
    policy = read_policy({"norms": {"open": "2 days"}}, "here")
    assert policy.rules["norms"] == Rule(days=2)
    assert {kind: policy.rules[kind] for kind in CLASSES if kind != "norms"} == {
        kind: DEFAULT.rules[kind] for kind in CLASSES if kind != "norms"
    }


def test_without_a_policy_safety_needs_two_people_and_a_week_and_wording_needs_nobody() -> None:
    assert DEFAULT.rules["safety"].count == 2
    assert DEFAULT.rules["safety"].days == 7
    assert DEFAULT.rules["wording"] == Rule()
    assert DEFAULT.rules["outside"] == Rule(approve=("maintainers",), count=1)


@pytest.mark.parametrize(("span", "days"), [("three weeks", 21), ("14 days", 14), ("zwei Wochen", 14)])
def test_lengths_are_read_in_the_words_that_founders_use(span: str, days: int) -> None:
    assert days_in(span) == days


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"saftey": {}}, "here: there is no class of changes `saftey`; did you mean `safety`?"),
        (
            {"money": {}},
            "boundary, norms, facts, wording, outside, maintainers, handles",
        ),
        ({"norms": "founder"}, "here, norms: there is no group `founder`; did you mean `founders`?"),
        ({"norms": "everybody"}, "owner, maintainers, `role:<id>` or"),
        ({"norms": {"aprove": "hosts"}}, "here, norms: `aprove` means nothing here; did you mean `approve`?"),
        ({"norms": {"open": "a while"}}, "here, norms: `a while` is no length of time; write how long"),
        ({"norms": {"open": 14}}, "`14` is no length of time"),
        ({"norms": {"count": 2}}, "2 must approve, and nothing says who may; write who"),
        ({"norms": {"approve": "hosts", "count": "two"}}, "`two` is no such number"),
        ({"norms": {"approve": "hosts", "count": -1}}, "`-1` is no such number"),
        ({"norms": {"approve": "hosts", "count": True}}, "`True` is no such number"),
        ({"norms": {"approve": {"role": "greeter"}}}, "these are no names of groups or accounts"),
        ({"norms": {"approve": "@not an account"}}, "`@not an account` cannot be the name of an account"),
        ({"maintainers": ["@-"]}, "`@-` cannot be the name of an account"),
        ({"maintainers": 3}, "these are no names"),
        ({"handles": "no"}, "`handles` is neither true nor false"),
        ([], "`review` is not a table"),
    ],
)
def test_whatever_is_not_known_is_told_with_what_it_could_be(table: Any, words: str) -> None:  # noqa: ANN401
    with pytest.raises(HearthbookError) as caught:
        read_policy(table, "here")
    assert words in str(caught.value)
