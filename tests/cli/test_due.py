"""`hearthbook due`: what is due, for people, for programs, and as an issue."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.publish import due_kept
from hearthbook.publish.due import Dues, dues

if TYPE_CHECKING:
    from pathlib import Path

OAK: Final = """name: Oak
promise: {for: people, outcome: mend things}
people:
  mira: {name: Mira Example, show: name}
  noor: {handle: "@noor"}
  wren: {name: Wren Canary, handle: "@canary", show: nothing}
review: {owner: mira, last: 2026-05-20, every: six months}
norms:
  - statement: "We ask @everybody <b>first</b>, see #12."
    review_by: 2026-12-01
conduct:
  contacts: [{who: noor}, {who: Wren Canary}]
  review: {last: 2026-01-31, every: year}
roles:
  - name: Greeter
    held_by:
      - {person: wren, until: 2026-11-01}
      - {person: "@noor", until: 2026-12-24}
faq:
  - q: May I just listen to you for a month, or for as long as I like, if I am shy?
    a: Yes.
    claim: {basis: experience, by: wren, expires: 2026-11-30}
"""
ELM: Final = """name: Elm
promise:
  for: people
  outcome: mend things
  boundary: {cohort: {apply_by: 2026-11-01, starts: 2026-11-30}}
"""
ARTICLE: Final = """---
title: Mend a chair
author: Wren Canary
date: 2026-01-02
expires: 2026-12-05
---
Glue it.
"""
TEXT: Final = """wren

communities/oak.yml:17  2026-11-01, 22 days ago
  the term as `Greeter` has ended
  → go on, and write the new `until`; or stop, and `Mira Example` finds who is
    next

communities/oak.yml:22  2026-11-30, in 7 days
  the answer to `May I just listen to you for a month, or for as long as I…` is
  to be checked
  → look up what it stands on, then move `checked` and `expires` on; if nobody
    can, take it out

Mira Example

communities/oak.yml:7  2026-11-20, 3 days ago
  the handbook is to be read through
  → read it, mend what is no longer so, and write the day on which you did as
    `last`

communities/oak.yml:10  2026-12-01, in 8 days
  the norm `We ask @everybody <b>first</b>, see #12.` is to be looked at again
  → keep it, change it or drop it, and move `review_by` on

Somebody who is not named

content/oak/chair.md:5  2026-12-05, in 12 days
  the article `Mend a chair` is to be checked
  → read it, then move `reviewed` and `expires` on; if nobody can, take it out

Nobody is named for this

communities/elm.yml:5  2026-11-30, in 7 days
  the round starts
  → see that everybody who has a seat knows where and when

2 overdue, 4 due by 2026-12-23.
"""
ISSUE: Final = """# What is due: 2 overdue, 4 due by 2026-12-23

## Somebody who is not named

- [ ] **2026-11-01, 22 days ago**: the term as `Greeter` has ended (`communities/oak.yml:17`)
  Go on, and write the new `until`; or stop, and `Mira Example` finds who is next.
- [ ] 2026-11-30, in 7 days: the answer to `May I just listen to you for a month, or for as long as I like, if I am shy?` is to be checked (`communities/oak.yml:22`)
  Look up what it stands on, then move `checked` and `expires` on; if nobody can, take it out.
- [ ] 2026-12-05, in 12 days: the article `Mend a chair` is to be checked (`content/oak/chair.md:5`)
  Read it, then move `reviewed` and `expires` on; if nobody can, take it out.

## `Mira Example`

- [ ] **2026-11-20, 3 days ago**: the handbook is to be read through (`communities/oak.yml:7`)
  Read it, mend what is no longer so, and write the day on which you did as `last`.
- [ ] 2026-12-01, in 8 days: the norm `We ask @everybody <b>first</b>, see #12.` is to be looked at again (`communities/oak.yml:10`)
  Keep it, change it or drop it, and move `review_by` on.

## Nobody is named for this

- [ ] 2026-11-30, in 7 days: the round starts (`communities/elm.yml:5`)
  See that everybody who has a seat knows where and when.

Made by `hearthbook due --within 30d --today 2026-11-23 --format github-issue`.
"""  # noqa: E501 - as it is written


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of two communities with days, and an article; one of its people is not to be shown."""
    for name, text in {
        "communities/oak.yml": OAK,
        "communities/elm.yml": ELM,
        "content/oak/chair.md": ARTICLE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def _due(root: Path, *words: str) -> tuple[int, str, str]:
    known = ["due", *words, "--project", str(root)]
    result = CliRunner().invoke(main, known if "--today" in words else [*known, "--today", "2026-11-23"])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


def _json(root: Path, *words: str) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(_due(root, "--format", "json", *words)[1])
    return whole


def test_text_is_by_owner_with_place_day_and_what_to_do(archive: Path) -> None:
    assert _due(archive) == (0, TEXT, "")


def test_an_issue_has_a_title_and_a_box_for_each(archive: Path) -> None:
    assert _due(archive, "--format", "github-issue") == (0, ISSUE, "")


def test_json_says_the_same_with_all_keys_for_each(archive: Path) -> None:
    whole = _json(archive)
    assert {key: value for key, value in whole.items() if key != "duties"} == {
        "schema": 1,
        "today": "2026-11-23",
        "until": "2026-12-23",
    }
    assert whole["duties"][0] == {
        "community": "oak",
        "day": "2026-11-01",
        "days": -22,
        "overdue": True,
        "kind": "term",
        "about": "Greeter",
        "fact": "the term as `Greeter` has ended",
        "remedy": "go on, and write the new `until`; or stop, and `Mira Example` finds who is next",
        "owners": ["somebody who is not named"],
        "finder": "Mira Example",
        "pointer": "/roles/0/held_by/0/until",
        "file": "communities/oak.yml",
        "line": 17,
    }
    assert [(one["day"], one["community"], one["owners"], one["line"]) for one in whole["duties"][1:]] == [
        ("2026-11-20", "oak", ["Mira Example"], 7),
        ("2026-11-30", "elm", [], 5),
        ("2026-11-30", "oak", ["somebody who is not named"], 22),
        ("2026-12-01", "oak", ["Mira Example"], 10),
        ("2026-12-05", "oak", ["somebody who is not named"], 5),
    ]


def test_every_duty_has_the_same_keys(archive: Path) -> None:
    assert len({tuple(one) for one in _json(archive, "--within", "1y")["duties"]}) == 1


@pytest.mark.parametrize("shape", ["json", "github-issue"])
@pytest.mark.parametrize("more", [(), ("--within", "2y"), ("--owner", "wren")])
def test_what_travels_names_nobody_who_wishes_not_to_be_shown(
    archive: Path, shape: str, more: tuple[str, ...]
) -> None:
    code, output, _ = _due(archive, "--format", shape, *more)
    assert code == 0
    assert "somebody who is not named" in output.casefold()
    assert not [name for name in ("wren", "canary") if name in output.casefold()]


def _outside_code(markdown: str) -> str:
    return re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", markdown)


def test_an_issue_calls_nobody_and_holds_no_html(archive: Path) -> None:
    _, output, _ = _due(archive, "--format", "github-issue", "--within", "2m")
    assert "@everybody" in output
    assert "@noor" in output
    assert not re.search(r"[@<>]|#\d", _outside_code(output))


def test_words_that_would_break_out_of_an_issue_stay_in_it(archive: Path) -> None:
    words = "``` `a` @all <script> [x](y) `"
    oak = archive / "communities/oak.yml"
    oak.write_text(OAK.replace("We ask @everybody <b>first</b>, see #12.", words), encoding="utf-8")
    _, output, unread = _due(archive, "oak", "--format", "github-issue")
    assert not unread
    assert f"the norm ```` {words} ```` is" in output
    assert not re.search(r"[@<>]|x\]", _outside_code(output))


def test_no_text_of_people_commands_a_terminal(archive: Path) -> None:
    oak = archive / "communities/oak.yml"
    oak.write_text(OAK.replace("We ask @", "We\u202e \u200b ask @"), encoding="utf-8")
    assert "`We ask @everybody" in _due(archive, "oak")[1]


def test_the_same_twice_is_the_same(archive: Path) -> None:
    first = _due(archive, "--format", "github-issue")
    assert _due(archive, "--format", "github-issue") == first


@pytest.mark.parametrize("owner", ["mira", "Mira Example", "MIRA", " mira example "])
def test_an_owner_is_found_by_every_name(archive: Path, owner: str) -> None:
    found = _json(archive, "--owner", owner)["duties"]
    assert [one["kind"] for one in found] == ["handbook", "norm"]


def test_who_shares_a_duty_is_its_owner_too(archive: Path) -> None:
    found = _json(archive, "--owner", "@noor", "--within", "3m")["duties"]
    assert [(one["kind"], one["day"]) for one in found] == [("term", "2026-12-24"), ("code", "2027-01-31")]
    assert "together with `wren`" in _due(archive, "--owner", "noor", "--within", "3m")[1]


def test_what_is_nobodys_can_be_asked_for(archive: Path) -> None:
    assert [one["community"] for one in _json(archive, "--owner", "nobody")["duties"]] == ["elm"]


def test_an_owner_with_nothing_to_do_is_no_error(archive: Path) -> None:
    code, output, _ = _due(archive, "--owner", "noor", "--within", "0d")
    assert code == 0
    assert output == (
        "Nothing is overdue, and nothing falls due by 2026-11-23.\n"
        "Next, on 2026-12-24, in 31 days: the term as `Greeter` ends (oak).\n"
    )


def test_some_communities_can_be_asked_for(archive: Path) -> None:
    assert {one["community"] for one in _json(archive, "elm")["duties"]} == {"elm"}
    _json(archive)
    assert {one["community"] for one in _json(archive, "oak")["duties"]} == {"oak"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--within", "0d"), 2),
        (("--within", "1w"), 4),
        (("--within", "7 days"), 4),
        (("--within", "ten days"), 5),
        (("--within", "6w"), 7),
    ],
)
def test_a_span_says_how_far_to_look(archive: Path, words: tuple[str, ...], expected: int) -> None:
    assert len(_json(archive, *words)["duties"]) == expected


def test_a_round_that_one_could_apply_to_has_passed_by_itself(archive: Path) -> None:
    assert [one["kind"] for one in _json(archive, "elm", "--today", "2026-11-10")["duties"]] == ["starts"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--within", "soon"), "`soon` is no span of time; write it as 30d, 6w, 3m or 1y"),
        (("--within", "-3d"), "`-3d` is no span of time"),
        (("--within", ""), "`` is no span of time"),
        (("--within", "9999y"), "`9999y` is no span of time"),
        (("--today", "9999-12-20"), "9999-12-20 is too far away; check the year"),
        (("--today", "tomorrow"), "tomorrow is no day; write it as in 2026-09-01"),
        (("--today", "2026-02-30"), "2026-02-30 is no day"),
        (("--today", "20261123"), "20261123 is no day"),
        (("--format", "yaml"), "'yaml' is not one of 'text', 'json', 'github-issue'"),
        (("--owner", "mria"), "is called `mria`; did you mean `mira`?"),
        (("--owner", "xyz"), "is called `xyz`; write an id from `people`, a handle or a name"),
        (("--owner", ""), "is called ``"),
        (("oka",), "there is no file communities/oka.yml; did you mean `oak`?"),
        (("../oak",), "there is no file communities/../oak.yml"),
        (("--project", "nowhere"), "'nowhere' does not exist"),
    ],
)
def test_wrong_use_is_told_with_its_remedy(archive: Path, words: tuple[str, ...], told: str) -> None:
    arguments = ["due", "--project", str(archive), *words]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())


def test_a_folder_without_communities_says_so(tmp_path: Path) -> None:
    code, output, told = _due(tmp_path)
    assert (code, output) == (1, "")
    assert "there is no folder communities/ here" in told


def test_an_archive_without_days_says_how_to_give_some(tmp_path: Path) -> None:
    (tmp_path / "communities").mkdir()
    sound = "name: Oak\npromise: {for: people, outcome: mend things}\n"
    (tmp_path / "communities" / "oak.yml").write_text(sound, encoding="utf-8")
    code, output, _ = _due(tmp_path, "--strict")
    assert code == 0
    assert output.startswith("Nothing here has a date yet. A role's `until`")
    assert _due(tmp_path, "--format", "github-issue")[1].startswith(
        "# What is due: nothing is overdue, and nothing falls due by 2026-12-23\n\nMade by `hearthbook due"
    )


def test_what_cannot_be_read_is_told_beside_the_rest(archive: Path) -> None:
    (archive / "communities" / "ash.yml").write_text("name: [", encoding="utf-8")
    code, output, told = _due(archive)
    assert (code, output) == (0, TEXT)
    assert told == "not read because of errors: ash; `hearthbook check` tells them\n"
    assert _due(archive, "elm")[2] == ""


def test_only_strict_makes_an_overdue_day_a_failure(archive: Path) -> None:
    assert _due(archive)[0] == 0
    assert _due(archive, "--strict")[0] == 1
    assert _due(archive, "elm", "--strict")[0] == 0
    (archive / "communities" / "elm.yml").write_text("name: [", encoding="utf-8")
    assert _due(archive, "elm", "--strict")[0] == 1


def test_only_what_changed_is_read_again(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _due(archive)
    read: list[str] = []

    def watched(root: Path, slugs: list[str], jobs: int) -> tuple[Dues, ...]:
        read.extend(slugs)
        return dues(root, slugs, jobs)

    monkeypatch.setattr(due_kept, "dues", watched)
    assert _due(archive) == first
    article = archive / "content/oak/chair.md"
    article.write_text(ARTICLE.replace("2026-12-05", "2026-12-06"), encoding="utf-8")
    assert "content/oak/chair.md:5  2026-12-06" in _due(archive)[1]
    (archive / "communities" / "elm.yml").unlink()
    assert "elm" not in _due(archive)[1]
    assert read == ["oak"]


def test_a_base_file_that_changed_is_read_again(archive: Path) -> None:
    base, elm = archive / "communities/_base.yml", archive / "communities/elm.yml"
    base.write_text("review: {owner: Ada, last: 2026-06-01, every: six months}\n", encoding="utf-8")
    elm.write_text(f"extends: _base\n{ELM}", encoding="utf-8")
    assert "communities/_base.yml:1, for elm  2026-12-01" in _due(archive, "elm")[1]
    base.write_text("review: {owner: Ada, last: 2026-06-02, every: six months}\n", encoding="utf-8")
    assert "communities/_base.yml:1, for elm  2026-12-02" in _due(archive, "elm")[1]


def test_a_line_that_many_share_is_told_once(archive: Path) -> None:
    (archive / "communities/_base.yml").write_text(
        "conduct: {contacts: [Ada], review: {last: 2025-12-01, every: year}}\n", encoding="utf-8"
    )
    for name in ("ash", "elm", "fir", "yew"):
        text = f"extends: _base\n{ELM}" + (
            "" if name == "ash" else f"conduct: {{contacts: [Ada, {name}s]}}\n"
        )
        (archive / f"communities/{name}.yml").write_text(text, encoding="utf-8")
    output = _due(archive, "ash", "elm", "fir", "yew", "--owner", "ada")[1]
    assert (
        output
        == """Ada

communities/_base.yml:1, for ash, elm, fir and 1 more  2026-12-01, in 8 days
  the code of conduct is to be reviewed, together with `elms`, `firs` and `yews`
  \N{RIGHTWARDS ARROW} read it, try each address once, and write the day on which you did as `last`

1 due by 2026-12-23.
"""
    )
    assert len(_json(archive, "ash", "elm", "fir", "yew", "--owner", "ada")["duties"]) == 4


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"communities": {}}', "\x00"])
def test_what_was_kept_badly_only_costs_time(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    monkeypatch.setenv("HEARTHBOOK_CACHE", str(tmp_path / "cache"))
    first = _due(archive)
    kept = next((tmp_path / "cache").rglob("due.json"))
    whole = kept.read_text(encoding="utf-8")
    kept.write_text(damage, encoding="utf-8")
    assert _due(archive) == first
    kept.write_text(whole.replace('"told": [[', '"told": [["x", ['), encoding="utf-8")
    assert _due(archive) == first
    kept.write_text(whole.replace("2026-11-01", "some day"), encoding="utf-8")
    assert _due(archive) == first


def test_many_communities_are_read_in_parts(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(120):
        (archive / "communities" / f"elm-{number}.yml").write_text(ELM, encoding="utf-8")
    monkeypatch.setattr("hearthbook.publish.due._MANY", 1_000)
    found = _json(archive)["duties"]
    assert sum(one["kind"] == "starts" for one in found) == 121
