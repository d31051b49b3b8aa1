"""`hearthbook mix` plans rounds, keeps them private, and says what is in its way."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from hearthbook.cli import main
from hearthbook.ingest.archive import load_archive
from hearthbook.publish.builder import build_site
from tests.publish.hamlet import write_lone

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

NAMES = ["Ada", "Ben", "Cem", "Dia", "Eli", "Fay", "Gus", "Hal"]
YML = """\
name: Oak
promise: { for: neighbours, outcome: meet once a week, within: a month }
people: { ada: "@Ada", ben: "@Ben" }
roles:
  - { id: greeter, name: Greeter, held_by: [ada, ben] }
mixing: { how: pairs, every: week, from: 2026-12-01, opt_out: Tell the host. }
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An archive with one community of eight who mix in pairs."""
    (tmp_path / "communities").mkdir()
    (tmp_path / "members").mkdir()
    _write(tmp_path, YML)
    _members(tmp_path, *NAMES)
    return tmp_path


def _write(root: Path, text: str) -> None:
    (root / "communities" / "oak.yml").write_text(text, encoding="utf-8")


def _members(root: Path, *rows: str, head: str = "name,tags,from,until,pause,out") -> None:
    (root / "members" / "oak.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")


def _mix(root: Path, *words: str, slug: str = "oak") -> Result:
    today = () if "--today" in words else ("--today", "2026-11-23")
    result = CliRunner().invoke(main, ["mix", slug, *words, *today, "--project", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def _rounds(root: Path, file: str = "members/oak-rounds.csv") -> list[dict[str, str]]:
    with (root / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_it_plans_rounds_and_prints_the_next_one_to_paste(root: Path) -> None:
    done = _mix(root, "--rounds", "7")
    assert done.exit_code == 0
    assert done.output.startswith(
        "8 members take part on 2027-01-12, in pairs.\n"
        "7 rounds are planned, from 2026-12-01 to 2027-01-12.\n"
        "After 7 rounds, 28 of 28 pairs have met (100%), none of them twice.\n"
        "Each member has met 7 others.\n"
        "All have met after 7 rounds; the known minimum is 7.\n"
        "wrote  members/oak-rounds.csv\n"
        "wrote  members/oak-rounds.md\n"
        "wrote  members/oak-rounds.ics\n"
        "\nRound 1 begins on December 1, 2026. These people meet:\n\n- Ada and "
    )
    assert done.output.endswith(
        "\n\nWrite to each other, and find a time that suits you all.\nTell the host.\n\n"
    )
    assert len(_rounds(root)) == 7 * 8
    assert sorted(path.name for path in (root / "members").iterdir()) == [
        "oak-rounds.csv",
        "oak-rounds.ics",
        "oak-rounds.md",
        "oak.csv",
    ]


def test_the_same_command_gives_the_same_bytes_and_another_seed_other_pairs(root: Path) -> None:
    def files() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (root / "members").iterdir()}

    _mix(root, "--rounds", "3")
    first = files()
    assert "same   members/oak-rounds.ics" in _mix(root, "--rounds", "3").output
    assert files() == first
    _mix(root, "--rounds", "3", "--seed", "winter")
    assert files() != first


def test_what_has_begun_stays_and_the_rest_is_planned_for_who_is_there(root: Path) -> None:
    _mix(root, "--rounds", "4")
    before = _rounds(root)
    _members(root, *NAMES[1:], "Ida,,2026-12-15")
    done = _mix(root, "--rounds", "3", "--today", "2026-12-09")
    assert "2 rounds have begun and stay as they are." in done.output
    after = _rounds(root)
    assert after[:16] == before[:16]
    there = [{row["member"] for row in after if row["round"] == at} for at in "345"]
    assert there == [{*NAMES[1:], "Ida"}] * 3
    pairs = [
        frozenset(row["member"] for row in after if (row["round"], row["group"]) == (at, group))
        for at in "12345"
        for group in "1234"
    ]
    assert len(set(pairs)) == len(pairs) == 20


def test_without_rounds_it_says_how_things_stand_and_writes_nothing(root: Path) -> None:
    done = _mix(root)
    assert (done.exit_code, done.output) == (0, "8 members take part on 2026-11-23, in pairs.\n")
    _mix(root, "--rounds", "2")
    before = (root / "members" / "oak-rounds.csv").read_bytes()
    done = _mix(root, "--today", "2026-12-02")
    assert "1 round has begun and stays as it is." in done.output
    assert "Round 2 begins on December 8, 2026." in done.output
    assert (root / "members" / "oak-rounds.csv").read_bytes() == before


def test_circles_have_the_size_that_the_file_says_or_four(root: Path) -> None:
    _write(root, YML.replace("how: pairs", "how: circles"))
    assert "in circles of 4." in _mix(root, "--rounds", "1").output
    groups = [row["group"] for row in _rounds(root)]
    assert groups == list("11112222")


def test_odd_numbers_rest_or_make_three(root: Path) -> None:
    _members(root, *NAMES[:5])
    assert " sits this round out.\n" in _mix(root, "--rounds", "5").output
    assert [row["group"] for row in _rounds(root)].count("rest") == 5
    _mix(root, "--rounds", "5", "--odd", "three")
    assert [row["group"] for row in _rounds(root)].count("rest") == 0


@pytest.mark.parametrize(
    ("among", "who", "said"),
    [
        ("host", {"Cem", "Dia"}, "`among: host` is a tag: those who have it take part.\n"),
        (
            "Greeter",
            {"Ada", "Ben", "Hal"},
            "`among: Greeter` is a role: those who hold it, or have it as a tag, take part.\n",
        ),
        (
            "whoever likes",
            set(NAMES),
            (
                "`among: whoever likes` is neither a tag in the members file nor a role, "
                "so everybody in it takes part.\n"
            ),
        ),
    ],
)
def test_among_is_understood_as_a_tag_a_role_or_everybody(
    root: Path, among: str, who: set[str], said: str
) -> None:
    _write(root, YML.replace("how: pairs", f"how: pairs, among: {among}"))
    _members(root, "Ada", "Ben", "Cem,host", "Dia,old HOST", "Eli", "Fay", "Gus", "Hal,greeter")
    done = _mix(root, "--rounds", "1")
    assert done.output.startswith(said)
    assert {row["member"] for row in _rounds(root)} == who


def test_the_calendar_has_a_day_for_each_round_and_ids_that_last(root: Path) -> None:
    _mix(root, "--rounds", "2")
    first = Calendar.from_ical((root / "members" / "oak-rounds.ics").read_bytes())
    _mix(root, "--rounds", "2", "--seed", "other")
    second = Calendar.from_ical((root / "members" / "oak-rounds.ics").read_bytes())
    events = list(first.walk("VEVENT"))
    assert [event.decoded("dtstart") for event in events] == [date(2026, 12, 1), date(2026, 12, 8)]
    assert [event.decoded("dtstamp").isoformat() for event in events] == [
        "2026-12-01T00:00:00+00:00",
        "2026-12-08T00:00:00+00:00",
    ]
    assert [str(event["uid"]) for event in events] == [str(event["uid"]) for event in second.walk("VEVENT")]
    assert str(events[0]["summary"]) == "Oak: round 1"
    assert str(events[0]["description"]).count(" and ") == 4


def test_pages_and_texts_speak_the_language_of_the_community(root: Path) -> None:
    _write(root, f"language: de\n{YML}")
    done = _mix(root, "--rounds", "1")
    assert "Runde 1 beginnt am 1. Dezember 2026." in done.output
    assert (root / "members" / "oak-rounds.md").read_text(encoding="utf-8").startswith("# Wer wen trifft\n")


def test_names_mean_nothing_but_themselves_on_a_page(root: Path) -> None:
    _members(root, "*Ada*", "<script>alert(1)</script>", "[x](y)")
    _mix(root, "--rounds", "1", "--odd", "three")
    page = (root / "members" / "oak-rounds.md").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "*Ada*" not in page.replace("\\*", "")
    assert "[x](y)" not in page


def test_nothing_leaves_the_folder_unless_it_may_be_published(root: Path) -> None:
    _mix(root, "--rounds", "2")
    assert not (root / "content").exists()
    _write(root, YML.replace("how: pairs", "how: pairs, publish: true"))
    assert "wrote  content/oak/rounds.md\n" in _mix(root, "--rounds", "2").output
    archive = load_archive(root)
    assert archive.findings == ()
    (article,) = archive.communities[0].articles
    assert (article.title, article.date) == ("Who meets whom", date(2026, 12, 1))
    assert "same   content/oak/rounds.md\n" in _mix(root, "--rounds", "2").output


def test_an_article_of_that_name_by_a_person_is_kept(root: Path) -> None:
    _write(root, YML.replace("how: pairs", "how: pairs, publish: true"))
    (root / "content" / "oak").mkdir(parents=True)
    (root / "content" / "oak" / "rounds.md").write_text("# Mine\n", encoding="utf-8")
    done = _mix(root, "--rounds", "2")
    assert done.exit_code == 1
    assert done.stderr.startswith("content/oak/rounds.md: somebody wrote this article by hand; rename it")
    assert (root / "content" / "oak" / "rounds.md").read_text(encoding="utf-8") == "# Mine\n"
    assert not (root / "members" / "oak-rounds.csv").exists()


def test_another_folder_may_be_named_but_none_that_is_published(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    _mix(root, "--rounds", "2", "--to", str(elsewhere))
    assert len(_rounds(elsewhere, "oak-rounds.csv")) == 16
    assert not (root / "members" / "oak-rounds.csv").exists()
    done = _mix(root, "--rounds", "2", "--to", str(elsewhere), "--today", "2026-12-02")
    assert "1 round has begun" in done.output
    done = _mix(root, "--rounds", "2", "--to", str(root / "content" / "oak"))
    assert done.exit_code == 1
    assert (
        "what lies in this folder is published; name a folder outside communities/, content/" in done.stderr
    )


def test_start_writes_an_example_and_keeps_it_out_of_git(root: Path) -> None:
    (root / "members" / "oak.csv").unlink()
    (root / ".gitignore").write_text("/site/", encoding="utf-8")
    done = _mix(root, "--start")
    assert done.output == (
        "new    members/oak.csv\nnew    .gitignore\n"
        "Write over members/oak.csv, then run `hearthbook mix oak --rounds 6`.\n"
    )
    assert (root / ".gitignore").read_text(encoding="utf-8").startswith("/site/\n# ")
    assert (root / ".gitignore").read_text(encoding="utf-8").endswith("\n/members/\n")
    mine = (root / "members" / "oak.csv").read_bytes()
    assert _mix(root, "--start").output.startswith("Write over")
    assert (root / "members" / "oak.csv").read_bytes() == mine
    assert _mix(root, "--rounds", "1").exit_code == 0


def test_a_new_archive_keeps_members_out_of_git_from_the_beginning(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["init", str(tmp_path)])
    assert "/members/" in (tmp_path / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert ".gitignore" not in _mix(tmp_path, "--start", slug="first-circle").output


def test_the_same_people_are_heard_in_the_rounds_and_in_who_actually_met(root: Path) -> None:
    lines = [f"2026-0{month}-{day:02},Ada,Ben,Cem" for month in (1, 2) for day in range(1, 9)]
    (root / "met.csv").write_text("\n".join(lines), encoding="utf-8")
    done = _mix(root, "--met", str(root / "met.csv"))
    assert done.exit_code == 0
    assert (
        f"{root}/met.csv: the same people keep meeting, Ada, Ben, Cem (two of them 16 times); " in done.output
    )
    assert "Follow the next rounds of `hearthbook mix oak --rounds 6`" in done.output
    rows = [
        f"{at},2026-0{1 + at // 28}-{1 + at % 28:02},{1 + place // 2},{name}"
        for at in range(1, 21)
        for place, name in enumerate(NAMES)
    ]
    text = "\n".join(["round,date,group,member", *rows])
    (root / "members" / "oak-rounds.csv").write_text(text, encoding="utf-8")
    assert "members/oak-rounds.csv: the same people keep meeting" in _mix(root).output


def test_a_name_that_nobody_knows_is_told_because_it_may_be_a_slip(root: Path) -> None:
    (root / "met.csv").write_text("2026-01-01,Ada,Bne\n2026-01-02,Cem,Dia\n", encoding="utf-8")
    done = _mix(root, "--met", str(root / "met.csv"))
    assert f"{root}/met.csv: not in members/oak.csv: Bne; look for slips in the names.\n" in done.output


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            YML[YML.index("mixing") :],
            "",
            (
                "communities/oak.yml:1:1: nothing says how members are mixed; add "
                "`mixing: {how: pairs, every: month, from: 2026-12-01}`\n"
            ),
        ),
        (
            "how: pairs",
            "how: prompts",
            (
                "communities/oak.yml:6:9: prompts go to everybody, so there are no rounds to "
                "plan; write `how: pairs` or `how: circles`\n"
            ),
        ),
        (
            " every: week,",
            "",
            (
                "communities/oak.yml:6:9: `mixing` does not say how often people are mixed; add how "
                "often, as in `every: month`\n"
            ),
        ),
        (
            " from: 2026-12-01,",
            "",
            (
                "communities/oak.yml:6:9: nothing says on which day the first round is; add "
                "`from: 2026-11-23` there, or say --from 2026-11-23\n"
            ),
        ),
        (
            "name: Oak\n",
            "name: 3\n",
            (
                "communities/oak.yml: the file has errors; run `hearthbook check oak` and mend "
                "what it names first\n"
            ),
        ),
    ],
)
def test_what_the_community_does_not_say_is_told(root: Path, old: str, new: str, said: str) -> None:
    _write(root, YML.replace(old, new))
    done = _mix(root, "--rounds", "2")
    assert (done.exit_code, done.stderr) == (1, said)


def test_mistakes_of_all_files_are_told_at_once_and_nothing_is_written(root: Path) -> None:
    _members(root, "Ada", ",x", "=1+1")
    (root / "members" / "oak-rounds.csv").write_text("round,date,group,member\n1,x,1,A\n", encoding="utf-8")
    (root / "met.csv").write_text("x,A,B\n", encoding="utf-8")
    done = _mix(root, "--rounds", "2", "--met", str(root / "met.csv"))
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert [line.split(" ")[0] for line in lines[:4]] == [
        "members/oak.csv:3:1",
        "members/oak.csv:4:1",
        "members/oak-rounds.csv:2:3",
        f"{root}/met.csv:1:1",
    ]
    assert lines[4] == "4 mistakes; nothing was written"
    assert not (root / "members" / "oak-rounds.md").exists()


def test_without_a_members_file_the_first_step_is_told(root: Path) -> None:
    (root / "members" / "oak.csv").unlink()
    done = _mix(root, "--rounds", "2")
    assert done.exit_code == 1
    assert done.stderr == (
        "members/oak.csv: there is no such file; "
        "`hearthbook mix oak --start` writes an example to begin with\n"
    )


@pytest.mark.parametrize("rows", [(), ("Ada",), ("Ada", "Ben,,,,,yes"), ("Ada", "Ben,,2030-01-01")])
def test_one_person_alone_cannot_be_mixed(root: Path, rows: tuple[str, ...]) -> None:
    _members(root, *rows)
    done = _mix(root, "--rounds", "2")
    assert done.exit_code == 1
    assert done.stderr.startswith(
        "members/oak.csv: fewer than two members take part; two are needed; look at `out`"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--rounds", "0"), "0 is not in the range 1<=x<=400"),
        (("--rounds", "2", "--from", "2026-11-01"), "--from 2026-11-01 lies before 2026-11-23"),
        (("--rounds", "2", "--from", "1.12.2026"), "1.12.2026 is no day; write it as in 2026-09-01"),
        (("--rounds", "2", "--today", "2026-02-30"), "2026-02-30 is no day"),
        (("--met", "nowhere.csv"), "'nowhere.csv' does not exist"),
        (("--odd", "four"), "'four' is not one of 'rest', 'three'"),
    ],
)
def test_a_wrong_use_is_told_with_code_two(root: Path, words: tuple[str, ...], said: str) -> None:
    done = _mix(root, *words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_slug_that_is_not_there_is_told_with_one_that_is(root: Path) -> None:
    done = _mix(root, slug="oka")
    assert (done.exit_code, "there is no file communities/oka.yml; did you mean `oak`?" in done.stderr) == (
        2,
        True,
    )
    assert _mix(root, slug="../oak").exit_code == 2


def test_links_are_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text("mine", encoding="utf-8")
    (root / "members" / "oak-rounds.md").symlink_to(outside)
    done = _mix(root, "--rounds", "1")
    assert (done.exit_code, "this is a symbolic link" in done.stderr) == (1, True)
    assert outside.read_text(encoding="utf-8") == "mine"


def test_help_has_an_example() -> None:
    assert "hearthbook mix book-circle --rounds 6\n" in CliRunner().invoke(main, ["mix", "--help"]).output


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_check_refuses_members_that_git_tracks_and_mix_says_so_too(root: Path) -> None:
    def check() -> Result:
        return CliRunner().invoke(main, ["check", "--format", "json", "--project", str(root)])

    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True)  # noqa: S607

    git("init", "-q")
    assert check().exit_code == 0
    assert ".gitignore: members/ is not in it, so git could take it in; " in _mix(root).stderr
    git("add", "members/oak.csv")
    found = check()
    assert found.exit_code == 1
    errors = [each for each in json.loads(found.output)["findings"] if each["severity"] == "error"]
    assert [each["code"] for each in errors] == ["HB022"]
    assert "git rm --cached members/oak.csv" in _mix(root).stderr
    git("rm", "-q", "--cached", "members/oak.csv")
    assert check().exit_code == 0


def test_no_page_of_a_site_holds_a_name_from_the_members_folder(tmp_path: Path) -> None:
    root = write_lone(tmp_path / "hamlet")
    slug = next((root / "communities").glob("[a-z]*.yml")).stem
    with (root / "communities" / f"{slug}.yml").open("a", encoding="utf-8") as stream:
        stream.write("mixing: { how: pairs, every: week, from: 2026-12-01, opt_out: Tell us. }\n")
    (root / "members").mkdir()
    names = [f"Xyzzyplugh{at}" for at in range(4)]
    (root / "members" / f"{slug}.csv").write_text("\n".join(["name", *names]), encoding="utf-8")
    assert _mix(root, "--rounds", "2", slug=slug).exit_code == 0
    build_site(root)
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"xyzzyplugh" in path.read_bytes().lower()]
    assert not [path for path in files if "members" in path.parts or path.name.endswith("-rounds.ics")]
