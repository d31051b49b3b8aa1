"""`hearthbook mix` plans rounds, keeps them private, and says what is in its way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from hearthbook.cli import main
from hearthbook.ingest.archive import load_archive
from tests.cli.eight import NAMES, YML, eight, members, mix, rounds_of, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return eight(tmp_path)


def test_it_plans_rounds_and_prints_the_next_one_to_paste(root: Path) -> None:
    done = mix(root, "--rounds", "7")
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
    assert len(rounds_of(root)) == 7 * 8
    assert sorted(path.name for path in (root / "members").iterdir()) == [
        "oak-rounds.csv",
        "oak-rounds.ics",
        "oak-rounds.md",
        "oak.csv",
    ]


def test_the_same_command_gives_the_same_bytes_and_another_seed_other_pairs(root: Path) -> None:
    def files() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (root / "members").iterdir()}

    mix(root, "--rounds", "3")
    first = files()
    assert "same   members/oak-rounds.ics" in mix(root, "--rounds", "3").output
    assert files() == first
    mix(root, "--rounds", "3", "--seed", "winter")
    assert files() != first


def test_what_has_begun_stays_and_the_rest_is_planned_for_who_is_there(root: Path) -> None:
    mix(root, "--rounds", "4")
    before = rounds_of(root)
    members(root, *NAMES[1:], "Ida,,2026-12-15")
    done = mix(root, "--rounds", "3", "--today", "2026-12-09")
    assert "2 rounds have begun and stay as they are." in done.output
    after = rounds_of(root)
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
    done = mix(root)
    assert (done.exit_code, done.output) == (0, "8 members take part on 2026-11-23, in pairs.\n")
    mix(root, "--rounds", "2")
    before = (root / "members" / "oak-rounds.csv").read_bytes()
    done = mix(root, "--today", "2026-12-02")
    assert "1 round has begun and stays as it is." in done.output
    assert "Round 2 begins on December 8, 2026." in done.output
    assert (root / "members" / "oak-rounds.csv").read_bytes() == before


def test_circles_have_the_size_that_the_file_says_or_four(root: Path) -> None:
    write(root, YML.replace("how: pairs", "how: circles"))
    assert "in circles of 4." in mix(root, "--rounds", "1").output
    groups = [row["group"] for row in rounds_of(root)]
    assert groups == list("11112222")


def test_odd_numbers_rest_or_make_three(root: Path) -> None:
    members(root, *NAMES[:5])
    assert " sits this round out.\n" in mix(root, "--rounds", "5").output
    assert [row["group"] for row in rounds_of(root)].count("rest") == 5
    mix(root, "--rounds", "5", "--odd", "three")
    assert [row["group"] for row in rounds_of(root)].count("rest") == 0


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
    write(root, YML.replace("how: pairs", f"how: pairs, among: {among}"))
    members(root, "Ada", "Ben", "Cem,host", "Dia,old HOST", "Eli", "Fay", "Gus", "Hal,greeter")
    done = mix(root, "--rounds", "1")
    assert done.output.startswith(said)
    assert {row["member"] for row in rounds_of(root)} == who


def test_the_calendar_has_a_day_for_each_round_and_ids_that_last(root: Path) -> None:
    mix(root, "--rounds", "2")
    first = Calendar.from_ical((root / "members" / "oak-rounds.ics").read_bytes())
    mix(root, "--rounds", "2", "--seed", "other")
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
    write(root, f"language: de\n{YML}")
    done = mix(root, "--rounds", "1")
    assert "Runde 1 beginnt am 1. Dezember 2026." in done.output
    assert (root / "members" / "oak-rounds.md").read_text(encoding="utf-8").startswith("# Wer wen trifft\n")


def test_names_mean_nothing_but_themselves_on_a_page(root: Path) -> None:
    members(root, "*Ada*", "<script>alert(1)</script>", "[x](y)")
    mix(root, "--rounds", "1", "--odd", "three")
    page = (root / "members" / "oak-rounds.md").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "*Ada*" not in page.replace("\\*", "")
    assert "[x](y)" not in page


def test_nothing_leaves_the_folder_unless_it_may_be_published(root: Path) -> None:
    mix(root, "--rounds", "2")
    assert not (root / "content").exists()
    write(root, YML.replace("how: pairs", "how: pairs, publish: true"))
    assert "wrote  content/oak/rounds.md\n" in mix(root, "--rounds", "2").output
    archive = load_archive(root)
    assert archive.findings == ()
    (article,) = archive.communities[0].articles
    assert (article.title, article.date) == ("Who meets whom", date(2026, 12, 1))
    assert "same   content/oak/rounds.md\n" in mix(root, "--rounds", "2").output


def test_an_article_of_that_name_by_a_person_is_kept(root: Path) -> None:
    write(root, YML.replace("how: pairs", "how: pairs, publish: true"))
    (root / "content" / "oak").mkdir(parents=True)
    (root / "content" / "oak" / "rounds.md").write_text("# Mine\n", encoding="utf-8")
    done = mix(root, "--rounds", "2")
    assert done.exit_code == 1
    assert done.stderr.startswith("content/oak/rounds.md: somebody wrote this article by hand; rename it")
    assert (root / "content" / "oak" / "rounds.md").read_text(encoding="utf-8") == "# Mine\n"
    assert not (root / "members" / "oak-rounds.csv").exists()


def test_another_folder_may_be_named_but_none_that_is_published(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    mix(root, "--rounds", "2", "--to", str(elsewhere))
    assert len(rounds_of(elsewhere, "oak-rounds.csv")) == 16
    assert not (root / "members" / "oak-rounds.csv").exists()
    done = mix(root, "--rounds", "2", "--to", str(elsewhere), "--today", "2026-12-02")
    assert "1 round has begun" in done.output
    done = mix(root, "--rounds", "2", "--to", str(root / "content" / "oak"))
    assert done.exit_code == 1
    assert (
        "what lies in this folder is published; name a folder outside communities/, content/" in done.stderr
    )


def test_start_writes_an_example_and_keeps_it_out_of_git(root: Path) -> None:
    (root / "members" / "oak.csv").unlink()
    (root / ".gitignore").write_text("/site/", encoding="utf-8")
    done = mix(root, "--start")
    assert done.output == (
        "new    members/oak.csv\nnew    .gitignore\n"
        "Write over members/oak.csv, then run `hearthbook mix oak --rounds 6`.\n"
    )
    assert (root / ".gitignore").read_text(encoding="utf-8").startswith("/site/\n# ")
    assert (root / ".gitignore").read_text(encoding="utf-8").endswith("\n/members/\n")
    mine = (root / "members" / "oak.csv").read_bytes()
    assert mix(root, "--start").output.startswith("Write over")
    assert (root / "members" / "oak.csv").read_bytes() == mine
    assert mix(root, "--rounds", "1").exit_code == 0


def test_a_new_archive_keeps_members_out_of_git_from_the_beginning(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["init", str(tmp_path)])
    assert "/members/" in (tmp_path / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert ".gitignore" not in mix(tmp_path, "--start", slug="first-circle").output


def test_the_same_people_are_heard_in_the_rounds_and_in_who_actually_met(root: Path) -> None:
    lines = [f"2026-0{month}-{day:02},Ada,Ben,Cem" for month in (1, 2) for day in range(1, 9)]
    (root / "met.csv").write_text("\n".join(lines), encoding="utf-8")
    done = mix(root, "--met", str(root / "met.csv"))
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
    assert "members/oak-rounds.csv: the same people keep meeting" in mix(root).output


def test_a_name_that_nobody_knows_is_told_because_it_may_be_a_slip(root: Path) -> None:
    (root / "met.csv").write_text("2026-01-01,Ada,Bne\n2026-01-02,Cem,Dia\n", encoding="utf-8")
    done = mix(root, "--met", str(root / "met.csv"))
    assert f"{root}/met.csv: not in members/oak.csv: Bne; look for slips in the names.\n" in done.output
