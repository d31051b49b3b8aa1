"""What a forge says of a proposed change."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from hearthbook.compare.asked import Approval, Asked, joined, read_asked, read_moment
from hearthbook.errors import HearthbookError

# as `gh pr view --json author,createdAt,reviews` prints it
GH = {
    "author": {"id": "MDQ6", "is_bot": False, "login": "sam", "name": "Sam"},
    "createdAt": "2026-11-20T10:00:00Z",
    "reviews": [
        {
            "id": "PRR_1",
            "author": {"login": "ada"},
            "authorAssociation": "MEMBER",
            "body": "",
            "submittedAt": "2026-11-21T08:00:00Z",
            "includesCreatedEdit": False,
            "reactionGroups": [],
            "state": "APPROVED",
            "commit": {"oid": "a" * 40},
        }
    ],
}


def _review(who: str, state: str, hour: int) -> dict[str, Any]:
    return {"author": {"login": who}, "state": state, "submittedAt": f"2026-11-21T{hour:02}:00:00Z"}


def _asked(*reviews: dict[str, Any]) -> Asked:
    return read_asked(json.dumps(GH | {"reviews": list(reviews)}), "facts.json")


def test_what_gh_prints_is_read_as_it_is() -> None:
    assert read_asked(json.dumps(GH), "facts.json") == Asked(
        author="@sam",
        opened=datetime(2026, 11, 20, 10, tzinfo=UTC),
        approvals=(Approval(by="@ada", commit="a" * 40),),
    )


def test_of_several_reviews_of_one_person_only_the_newest_counts() -> None:
    assert _asked(_review("ada", "APPROVED", 8), _review("Ada", "CHANGES_REQUESTED", 9)).approvals == ()
    assert _asked(_review("ada", "APPROVED", 9), _review("ada", "CHANGES_REQUESTED", 8)).approvals
    assert _asked(_review("ada", "DISMISSED", 9)).approvals == ()


def test_a_comment_takes_no_approval_back() -> None:
    found = _asked(_review("ada", "APPROVED", 8), _review("ada", "COMMENTED", 9))
    assert [each.by for each in found.approvals] == ["@ada"]


def test_the_names_of_the_rest_interfaces_are_known_as_well() -> None:
    review = {
        "user": {"login": "ada"},
        "state": "APPROVED",
        "submitted_at": "2026-11-21T08:00:00+01:00",
        "commit_id": "b" * 40,
    }
    table = {"user": {"login": "sam"}, "created_at": "2026-11-20", "reviews": [review]}
    found = read_asked(json.dumps(table), "facts.json")
    assert found.author == "@sam"
    assert found.opened == datetime(2026, 11, 20, tzinfo=UTC)
    assert found.approvals == (Approval(by="@ada", commit="b" * 40),)
    stale = table | {"reviews": [review | {"stale": True}, review | {"dismissed": True}]}
    assert read_asked(json.dumps(stale), "facts.json").approvals == ()


def test_a_merge_request_of_gitlab_is_known_with_those_who_approved_it() -> None:
    approved = [{"user": {"username": "ada"}}, {"user": {"username": "noor"}}, {"user": None}]
    table = {"author": {"username": "sam"}, "created_at": "2026-11-20T10:00:00.000Z", "approved_by": approved}
    found = read_asked(json.dumps(table), "facts.json")
    assert (found.author, found.opened) == ("@sam", datetime(2026, 11, 20, 10, tzinfo=UTC))
    assert [each.by for each in found.approvals] == ["@ada", "@noor"]


def test_a_commit_that_the_forge_knows_no_more_is_told_from_one_it_does_not_say() -> None:
    gone = _review("ada", "APPROVED", 8) | {"commit": None}
    assert [each.commit for each in _asked(gone, _review("noor", "APPROVED", 9)).approvals] == [None, ""]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "facts.json: this is not JSON"),
        ("[" * 100_000, "this is not JSON"),
        ("[]", "this is not about a change"),
        ('{"reviews": "none"}', "`reviews` is no list of reviews"),
        ('{"reviews": [1]}', "`reviews` is no list of reviews"),
        ('{"createdAt": "yesterday"}', "facts.json, createdAt: `yesterday` is no moment"),
    ],
)
def test_whatever_is_no_answer_of_a_forge_is_told(text: str, words: str) -> None:
    with pytest.raises(HearthbookError, match=words.replace("`", ".")):
        read_asked(text, "facts.json")


def test_what_is_missing_is_not_made_up() -> None:
    assert read_asked('{"author": null, "reviews": null}', "facts.json") == Asked()
    assert _asked({"author": None, "state": "APPROVED"}, {"author": {"login": 3}}).approvals == ()


def test_options_and_a_file_add_up_and_the_option_decides() -> None:
    mine = Asked(author="@ina", approvals=(Approval(by="@Ada"),))
    both = joined(mine, read_asked(json.dumps(GH), "facts.json"))
    assert (both.author, both.opened) == ("@ina", datetime(2026, 11, 20, 10, tzinfo=UTC))
    assert both.approvals == (Approval(by="@Ada"),)


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01"])
def test_words_that_are_no_moment_are_none(text: str) -> None:
    assert read_moment(text) is None
