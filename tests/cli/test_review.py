"""`hearthbook review`: what a change needs, for people, for programs and for a forge."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from tests.compare.proposed import SETTINGS, repository
from tests.repository import git

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from tests.compare.proposed import Repository

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")

KNOWN = (
    "--author",
    "@sam",
    "--approved-by",
    "@ada",
    "--opened",
    "2026-11-20",
    "--now",
    "2026-11-23T10:00:00Z",
)


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """An archive to which somebody proposes another promise, another contact, and a file besides."""
    made = repository(tmp_path)
    made.oak("carve a spoon", "carve a bowl")
    made.oak("noor@example.org", "oak@example.org")
    made.commit({"a|b.txt": "x"})
    return made


def _review(repo: Repository, *words: str) -> Result:
    return CliRunner().invoke(main, ["review", "main..idea", *words, "--project", str(repo.root)])


def test_without_facts_it_says_what_will_be_needed(repo: Repository) -> None:
    result = _review(repo, "--now", "2026-11-23")
    assert result.exit_code == 0
    said = re.sub(r"(?m)^(  communities/\S+) .*$", r"\1 ...", result.output)
    assert (
        said
        == """\
Oak: safety, needed
  communities/oak.yml:8 ...
  approve: 2 of @Noor, @kim, @ada, @mo, @max
  open: at least 7 days

Oak: boundary, needed
  communities/oak.yml:3 ...
  approve: 1 of @ada, @mo, @max
  open: at least 7 days

the rest of the repository: outside, needed
  a|b.txt:1 a|b.txt added
  approve: 1 of @mo, @max

This is what the change will need.
"""
    )


def test_with_facts_it_says_what_is_met_and_what_is_missing(repo: Repository) -> None:
    result = _review(repo, *KNOWN)
    assert result.exit_code == 0
    assert "Oak: safety, not met" in result.output
    assert "  has: @ada\n  open: at least 7 days\n  missing: 1 more approval is needed\n" in result.output
    assert "Oak: boundary, waits" in result.output
    assert "  missing: it stays open for 7 days, until 2026-11-27 00:00 UTC\n" in result.output
    assert result.output.endswith("Something is still missing.\n")


def test_checking_exits_with_1_when_something_is_missing_and_with_0_when_nothing_is(repo: Repository) -> None:
    assert _review(repo, *KNOWN, "--check").exit_code == 1
    assert _review(repo, *KNOWN, "--strict").exit_code == 1
    enough = ("--approved-by", "@noor", "--approved-by", "@mo", "--now", "2026-11-27")
    assert _review(repo, *KNOWN, *enough, "--check").exit_code == 0
    early = ("--approved-by", "@noor", "--approved-by", "@mo", "--now", "2026-11-26T23:59:59Z")
    assert _review(repo, *KNOWN, *early, "--check").exit_code == 1


def test_checking_without_facts_is_wrong_use(repo: Repository) -> None:
    result = _review(repo, "--check")
    assert result.exit_code == 2
    assert "--check needs to know what there is: give --facts" in result.output


def test_what_gh_prints_can_be_handed_over_as_it_is(repo: Repository, tmp_path: Path) -> None:
    head = git(repo.root, "rev-parse", "idea")
    reviews = [
        {
            "author": {"login": who},
            "state": "APPROVED",
            "submittedAt": "2026-11-21T08:00:00Z",
            "commit": {"oid": head},
        }
        for who in ("ada", "noor", "mo")
    ]
    facts = {"author": {"login": "sam"}, "createdAt": "2026-11-01T10:00:00Z", "reviews": reviews}
    file = tmp_path / ".git" / "facts.json"
    file.write_text(json.dumps(facts), encoding="utf-8")
    assert _review(repo, "--facts", str(file), "--now", "2026-11-23", "--check").exit_code == 0
    file.write_text(json.dumps(facts | {"author": {"login": "mo"}}), encoding="utf-8")
    assert _review(repo, "--facts", str(file), "--now", "2026-11-23", "--check").exit_code == 1


def test_a_forge_gets_an_annotation_for_each_need_at_its_line(repo: Repository) -> None:
    result = _review(repo, *KNOWN, "--format", "github")
    assert result.output == (
        "::error file=communities/oak.yml,line=8,title=Review%3A safety%2C not met::"
        "Oak: 2 of @Noor, @kim, @ada, @mo, @max must approve this; 1 more approval is needed; "
        "it stays open for 7 days, until 2026-11-27 00:00 UTC\n"
        "::warning file=communities/oak.yml,line=3,title=Review%3A boundary%2C waits::"
        "Oak: 1 of @ada, @mo, @max must approve this; it stays open for 7 days, until 2026-11-27 00:00 UTC\n"
        "::error file=a|b.txt,line=1,title=Review%3A outside%2C not met::"
        "the rest of the repository: 1 of @mo, @max must approve this; 1 more approval is needed\n"
    )


def test_a_comment_gets_a_table_that_calls_nobody(repo: Repository) -> None:
    result = _review(repo, *KNOWN, "--format", "markdown")
    at = "@\N{ZERO WIDTH SPACE}"
    assert result.output == (
        "## Review\n\nSomething is still missing.\n\n"
        "| | What | Needs | Has | Open until |\n| --- | --- | --- | --- | --- |\n"
        f"| ❌ not met | Oak: safety | 2 of {at}Noor, {at}kim, {at}ada, {at}mo, {at}max | {at}ada "
        "| 2026-11-27 00:00 UTC |\n"
        f"| ⌛ waits | Oak: boundary | 1 of {at}ada, {at}mo, {at}max | {at}ada | 2026-11-27 00:00 UTC |\n"
        f"| ❌ not met | the rest of the repository: outside | 1 of {at}mo, {at}max |  |  |\n\n"
        "- Oak (safety); the rest of the repository (outside): 1 more approval is needed.\n"
        "- Oak (safety, boundary): it stays open for 7 days, until 2026-11-27 00:00 UTC.\n"
    )


def test_programs_get_json(repo: Repository) -> None:
    found = json.loads(_review(repo, *KNOWN, "--format", "json").output)
    assert (found["version"], found["state"]) == (1, "unmet")
    assert found["head"] == git(repo.root, "rev-parse", "idea")
    assert found["needs"][0]["changes"][0].pop("text")
    assert found["needs"][0] == {
        "about": "oak",
        "title": "Oak",
        "class": "safety",
        "state": "unmet",
        "count": 2,
        "approve": ["@Noor", "@kim", "@ada", "@mo", "@max"],
        "has": ["@ada"],
        "days": 7,
        "open_until": "2026-11-27T00:00:00+00:00",
        "missing": ["1 more approval is needed", "it stays open for 7 days, until 2026-11-27 00:00 UTC"],
        "notes": [],
        "changes": [{"file": "communities/oak.yml", "line": 8}],
    }


def test_words_of_people_stay_words_in_a_comment(tmp_path: Path) -> None:
    made = repository(tmp_path)
    made.oak("name: Oak\n", 'name: "[Oak](http://x.example) | @everybody <b>"\n')
    made.oak("for: [beginners]", "for: [everybody]")
    output = _review(made, "--format", "markdown").output
    written = "\\[Oak\\](http:\u200b//x.example) \\| @\u200beverybody &lt;b&gt;"
    assert f"| {written}: boundary |" in output


@pytest.mark.parametrize("shape", ["text", "json", "markdown", "github"])
def test_who_is_not_to_be_shown_is_not_named_anywhere(tmp_path: Path, shape: str) -> None:
    made = repository(tmp_path)
    hidden = ('ada: {handle: "@ada"}', 'ada: {handle: "@ada", name: Ada Canary, show: nothing}')
    made.oak(*hidden)
    git(tmp_path, "branch", "-f", "main", "idea")
    made.oak("for: [beginners]", "for: [everybody]")
    output = _review(made, *KNOWN, "--format", shape).output
    assert "waiting" in output or "waits" in output
    assert "ada" not in output.casefold()


@pytest.mark.parametrize("shape", ["text", "markdown"])
def test_a_change_that_needs_nothing_says_so(tmp_path: Path, shape: str) -> None:
    made = repository(tmp_path)
    result = _review(made, *KNOWN, "--check", "--format", shape)
    assert (result.exit_code, "This change needs nobody's approval and no time." in result.output) == (
        0,
        True,
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--author", "@a b"), "is no account"),
        (("--opened", "soon"), "soon is no moment"),
        (("--team", "@stewards"), "is no team"),
    ],
)
def test_options_that_mean_nothing_are_wrong_use(repo: Repository, words: tuple[str, ...], told: str) -> None:
    result = _review(repo, *words)
    assert (result.exit_code, told in result.output) == (2, True)


def test_two_revisions_have_to_be_given(repo: Repository) -> None:
    result = CliRunner().invoke(main, ["review", "main", "--project", str(repo.root)])
    assert result.exit_code == 2
    assert "does not say which two revisions to compare" in result.output


def test_a_wrong_policy_is_told_with_place_and_remedy(tmp_path: Path) -> None:
    wrong = "plugins:\n  - hearthbook:\n      review: {safty: {}}\n"
    result = _review(repository(tmp_path, {"mkdocs.yml": wrong}))
    assert result.exit_code == 1
    place = "mkdocs.yml, plugin hearthbook, review: "
    assert result.output == f"{place}there is no class of changes `safty`; did you mean `safety`?\n"


def test_of_many_who_may_approve_some_are_named(tmp_path: Path) -> None:
    crowd = ", ".join(f'"@m{number}"' for number in range(20))
    settings = SETTINGS.replace('"@mo", "@max"', crowd)
    made = repository(tmp_path, {"mkdocs.yml": settings})
    made.commit({"README.md": "Town"})
    assert "approve: 1 of @m0, @m1," in _review(made).output
    assert "@m11 and 8 more\n" in _review(made).output
    assert len(json.loads(_review(made, "--format", "json").output)["needs"][0]["approve"]) == 20


@pytest.mark.usefixtures("repo")
def test_a_shallow_clone_is_told_with_the_cure(tmp_path: Path) -> None:
    clone = tmp_path / ".git" / "clone"
    git(tmp_path, "checkout", "-q", "idea")
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{tmp_path}", str(clone))
    words = ["review", "origin/main..HEAD", "--project", str(clone)]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 1
    assert "check out with the whole history (`fetch-depth: 0`)" in result.output
