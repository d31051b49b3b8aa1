"""What proposed changes need by the policy, and when that is met."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hearthbook.compare.asked import Approval
from hearthbook.errors import HearthbookError
from tests.compare.proposed import NOW, OAK, SETTINGS, repository, told
from tests.repository import git

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.compare.verdicts import Judged
    from tests.compare.proposed import Repository

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")

OTHER_NORM = ("We ask before we advise.", "Nobody gives advice unasked.")
OTHER_CONTACT = ("{who: kim, reach: kim@example.org}", "{who: kim, reach: other@example.org}")
MORE_PEOPLE = ("for: [beginners]", "for: [beginners, old hands]")


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """An archive with one community, Oak."""
    return repository(tmp_path)


def _only(judged: tuple[Judged, ...]) -> Judged:
    assert len(judged) == 1, told(judged)
    return judged[0]


def test_a_change_that_changes_nothing_needs_nothing(repo: Repository) -> None:
    repo.oak("name: Oak\n", "# a remark\nname: Oak\n")
    assert repo.asked() == ()


def test_wording_needs_nobody(repo: Repository) -> None:
    repo.oak("We ask before we advise.", "We ask before we advise!")
    assert repo.asked() == ()


def test_safety_needs_two_people_and_a_week(repo: Repository) -> None:
    repo.oak(*OTHER_CONTACT)
    one = _only(repo.asked("@noor"))
    assert (one.need.kind, one.need.rule.count, one.need.rule.days) == ("safety", 2, 7)
    assert (one.state, one.lacks) == ("unmet", ("1 more approval is needed",))
    assert _only(repo.asked("@noor", "@ada")).state == "met"


def test_whom_the_group_is_for_needs_a_founder_and_a_host_is_not_enough(repo: Repository) -> None:
    repo.oak(*MORE_PEOPLE)
    assert told(repo.asked("@jonas")) == [("oak", "boundary", "unmet")]
    assert told(repo.asked("@ada")) == [("oak", "boundary", "met")]


def test_a_norm_needs_a_host_or_a_founder(repo: Repository) -> None:
    repo.oak(*OTHER_NORM)
    assert told(repo.asked("@jonas")) == [("oak", "norms", "met")]
    assert told(repo.asked("@noor")) == [("oak", "norms", "unmet")]


def test_accounts_are_the_same_in_capitals_and_small_letters(repo: Repository) -> None:
    repo.oak(*OTHER_CONTACT)
    assert _only(repo.asked("@NOOR", "@Ada")).has == ("@NOOR", "@Ada")


def test_one_person_is_one_person_however_often_they_approve(repo: Repository) -> None:
    repo.oak(*OTHER_CONTACT)
    assert _only(repo.asked("@noor", "@Noor", Approval(by="@NOOR"))).lacks == ("1 more approval is needed",)


def test_each_class_of_one_community_is_asked_for_by_itself(repo: Repository) -> None:
    repo.oak(*OTHER_CONTACT)
    repo.oak(*OTHER_NORM)
    assert told(repo.asked("@ada", "@noor")) == [("oak", "safety", "met"), ("oak", "norms", "met")]


def test_nobody_approves_their_own_change(repo: Repository) -> None:
    repo.oak(*MORE_PEOPLE)
    one = _only(repo.asked("@ada", author="@Ada"))
    assert one.state == "unmet"
    assert "@ada proposed it, and nobody approves their own change" in one.lacks


def test_without_an_author_nobody_can_tell_whether_they_approve_their_own_change(repo: Repository) -> None:
    repo.oak(*MORE_PEOPLE)
    one = _only(repo.asked("@ada", author=""))
    assert (one.state, one.lacks) == ("unmet", ("who proposed it is not known; say it with --author",))


def test_a_change_waits_until_it_was_open_long_enough(repo: Repository) -> None:
    repo.oak(*MORE_PEOPLE)
    early = _only(repo.asked("@ada", opened=NOW - timedelta(days=6)))
    assert (early.state, early.until) == ("waiting", NOW + timedelta(days=1))
    assert early.lacks == ("it stays open for 7 days, until 2026-11-24 10:00 UTC",)
    assert _only(repo.asked("@ada", opened=NOW - timedelta(days=7))).state == "met"
    assert _only(repo.asked("@ada", opened=None)).state == "unmet"


def test_the_code_of_a_community_lengthens_the_time_for_safety_and_never_shortens_it(tmp_path: Path) -> None:
    review = "  review: {waiting_time: three weeks}\nrituals:"
    repo = repository(tmp_path, {"communities/oak.yml": OAK.replace("rituals:", review)})
    repo.oak(*OTHER_CONTACT)
    one = _only(repo.asked("@noor", "@ada"))
    assert one.need.rule.days == 21
    assert one.need.notes == ("its code of conduct says that members can object for `three weeks`",)
    git(tmp_path, "checkout", "-q", "main")
    repo.commit(
        {"communities/oak.yml": OAK.replace("rituals:", review.replace("three weeks", "2 days"))}, "main"
    )
    assert {each.need.rule.days for each in repo.asked() if each.need.kind == "safety"} == {7}


def test_whom_a_change_is_about_cannot_be_the_only_one_who_approves_it(tmp_path: Path) -> None:
    settings = SETTINGS + "        safety: {approve: contacts}\n"
    repo = repository(tmp_path, {"mkdocs.yml": settings})
    repo.oak("    - {who: kim, reach: kim@example.org}\n", "")
    alone = _only(repo.asked("@kim"))
    assert alone.need.affected == ("@kim",)
    assert alone.lacks == ("only people have approved it whom it is about; somebody else has to as well",)
    assert _only(repo.asked("@kim", "@noor")).state == "met"


def test_a_change_cannot_loosen_the_policy_it_is_judged_by(repo: Repository) -> None:
    loose = SETTINGS + "        boundary: {}\n        outside: {}\n"
    repo.commit({"mkdocs.yml": loose})
    repo.oak(*MORE_PEOPLE)
    assert told(repo.asked()) == [("oak", "boundary", "unmet"), ("", "outside", "unmet")]


def test_a_change_that_starts_at_a_loose_policy_is_judged_by_the_strict_one_of_now(tmp_path: Path) -> None:
    repo = repository(tmp_path, {"mkdocs.yml": SETTINGS + "        boundary: {}\n"})
    repo.oak(*MORE_PEOPLE)
    assert repo.asked() == ()
    repo.commit({"mkdocs.yml": SETTINGS}, "main")
    assert told(repo.asked()) == [("oak", "boundary", "unmet")]


def test_who_becomes_a_founder_by_a_change_cannot_approve_it(repo: Repository) -> None:
    repo.oak("founders: [ada]", "founders: [ada, eve]")
    repo.oak("people:\n", 'people:\n  eve: {handle: "@eve"}\n')
    assert "met" not in {each.state for each in repo.asked("@eve")}


def test_a_fact_that_gives_the_right_to_approve_needs_what_that_right_is_about(repo: Repository) -> None:
    repo.oak('ada: {handle: "@ada"}', 'ada: {handle: "@eve"}')
    one = _only(repo.asked("@jonas"))
    assert one.need.kind == "safety"
    assert one.need.what[0].text == "@eve: the name or handle changed. This changes who may approve safety."


def test_a_handle_without_an_at_sign_is_no_account(repo: Repository) -> None:
    repo.oak("purpose: Ask here", "purpose: Ask anything here")
    assert told(repo.asked("@wren")) == [("oak", "facts", "unmet")]


def test_a_group_that_is_empty_falls_back_to_the_owner_and_then_to_maintainers(tmp_path: Path) -> None:
    bare = OAK.replace("founders: [ada]\n", "")
    repo = repository(tmp_path, {"communities/oak.yml": bare, "mkdocs.yml": _policy("boundary: founders")})
    repo.oak(*MORE_PEOPLE)
    one = _only(repo.asked("@mo"))
    assert one.need.notes == ("nobody among founders can approve here, so maintainers may",)
    assert one.state == "met"
    owned = bare.replace("owner: wren", "owner: jonas")
    repo.commit({"communities/oak.yml": owned}, "main")
    git(tmp_path, "branch", "-f", "idea", "main")
    repo.oak(*MORE_PEOPLE)
    assert _only(repo.asked("@jonas")).need.notes == ("nobody among founders can approve here, so owner may",)


def test_a_group_that_is_too_small_is_filled_up_and_that_is_said(tmp_path: Path) -> None:
    repo = repository(tmp_path, {"mkdocs.yml": _policy("boundary: {approve: founders, count: 2}")})
    repo.oak(*MORE_PEOPLE)
    one = _only(repo.asked("@ada", "@max"))
    assert one.need.notes == ("too few among founders can approve here, so maintainers may",)
    assert one.state == "met"


def test_roles_and_accounts_may_be_named_and_a_role_ends_on_its_last_day(tmp_path: Path) -> None:
    roles = (
        "roles:\n  - {id: elder, name: Elder, held_by: [{person: kim}, {person: noor, until: 2026-11-01}]}\n"
    )
    policy = _policy('boundary: ["role:elder", "@guest"]')
    repo = repository(tmp_path, {"mkdocs.yml": policy, "communities/oak.yml": OAK + roles})
    repo.oak(*MORE_PEOPLE)
    assert _only(repo.asked()).need.circle.accounts == ("@kim", "@guest")


def test_who_is_in_a_team_has_to_be_said(tmp_path: Path) -> None:
    policy = SETTINGS.replace('["@mo", "@max"]', '["@town/stewards"]')
    repo = repository(tmp_path, {"mkdocs.yml": policy})
    repo.commit({"README.md": "Town"})
    assert _only(repo.asked("@mo")).lacks == (
        "1 more approval is needed",
        "who is in @town/stewards is not known here; say it with --team",
    )
    assert told(repo.asked("@mo", teams={"@town/stewards": ("@mo",)})) == [("", "outside", "met")]


def test_where_handles_are_no_accounts_only_named_accounts_may_approve(tmp_path: Path) -> None:
    repo = repository(tmp_path, {"mkdocs.yml": _policy("handles: false")})
    repo.oak(*MORE_PEOPLE)
    assert _only(repo.asked("@ada")).state == "unmet"
    assert _only(repo.asked("@mo")).state == "met"


def test_what_can_never_be_met_says_so(tmp_path: Path) -> None:
    repo = repository(tmp_path, {"mkdocs.yml": SETTINGS.replace('["@mo", "@max"]', "[]")})
    repo.commit({"README.md": "Town"})
    assert _only(repo.asked()).lacks == (
        "1 more approval is needed",
        "nobody here may approve it; name people under `maintainers` in the review policy",
    )


def test_an_approval_of_an_earlier_version_does_not_count(repo: Repository) -> None:
    first = repo.oak(*MORE_PEOPLE)
    assert _only(repo.asked(Approval(by="@ada", commit=first))).state == "met"
    repo.oak("old hands", "everybody")
    one = _only(repo.asked(Approval(by="@ada", commit=first)))
    assert one.lacks == (
        "1 more approval is needed",
        "@ada approved an earlier version; ask them to look again",
    )
    assert _only(repo.asked(Approval(by="@ada", commit=None))).state == "unmet"
    assert _only(repo.asked(Approval(by="@ada", commit="0" * 40))).state == "unmet"


def test_an_approval_still_counts_when_only_the_base_was_merged_in(repo: Repository) -> None:
    first = repo.oak(*MORE_PEOPLE)
    repo.commit({"content/index.md": "# Our town\n"}, "main")
    git(repo.root, "checkout", "-q", "idea")
    git(repo.root, "merge", "-q", "-m", "catch up", "main")
    assert _only(repo.asked(Approval(by="@ada", commit=first))).state == "met"


def test_somebody_who_is_not_to_be_shown_may_approve_and_is_not_named(tmp_path: Path) -> None:
    hidden = OAK.replace('ada: {handle: "@ada"}', 'ada: {handle: "@ada", show: nothing}')
    repo = repository(tmp_path, {"communities/oak.yml": hidden})
    repo.oak(*MORE_PEOPLE)
    one = _only(repo.asked("@ada"))
    assert one.state == "met"
    assert one.need.circle.shown("@Ada") == ""


def test_what_differs_is_seen_from_where_the_two_parted(repo: Repository) -> None:
    repo.commit({"README.md": "Town"}, "main")
    repo.oak(*MORE_PEOPLE)
    assert told(repo.asked()) == [("oak", "boundary", "unmet")]


def test_a_revision_that_git_does_not_know_is_told_with_the_cure(repo: Repository) -> None:
    git(repo.root, "branch", "-D", "idea")
    with pytest.raises(HearthbookError, match="git knows no commit `idea`; fetch it first"):
        repo.asked()


def _policy(line: str) -> str:
    return f"{SETTINGS}        {line}\n"
