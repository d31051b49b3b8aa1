"""`hearthbook calendar list`: the meetings to come."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner

from hearthbook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

OAK = """\
name: Oak
promise: {for: people, outcome: mend things}
rituals:
  - name: Workshop
    when:
      {every: week, day: Tuesday, at: "22:00", zone: America/New_York, minutes: 90, from: 2026-11-03,
       moved: {2026-12-01: 2026-12-02}}
  - name: Old round
    when: {every: week, day: Tuesday, at: "08:00", zone: UTC}
    retired: 2026-11-24
  - name: Picnic
    when: {from: 2026-11-28, until: 2026-11-28}
  - name: Sometimes
    when: {every: 2 weeks, day: Friday, at: "08:00", zone: UTC}
"""
ELM = """\
name: Elm
promise: {for: people, outcome: read}
rituals:
  - name: Early page
    when: {every: week, day: Wednesday, at: "03:30", zone: UTC}
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two communities without a mkdocs.yml."""
    folder = tmp_path / "communities"
    folder.mkdir()
    (folder / "oak.yml").write_text(OAK, encoding="utf-8")
    (folder / "elm.yml").write_text(ELM, encoding="utf-8")
    return tmp_path


def _list(archive: Path, *arguments: str) -> tuple[int, str, str]:
    asked = ["calendar", "list", *arguments, "--today", "2026-11-23", "--project", str(archive)]
    result = CliRunner().invoke(main, asked)
    return result.exit_code, result.stdout, result.stderr


def _facts(archive: Path, *arguments: str) -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = json.loads(_list(archive, *arguments, "--format", "json")[1])
    return facts


LISTED: Final = """\
Tuesday, 24 November 2026
  08:00 UTC               Oak: Old round
  22:00 New York          Oak: Workshop (90 minutes)

Wednesday, 25 November 2026
  03:30 UTC               Elm: Early page

Saturday, 28 November 2026
  all day                 Oak: Picnic

Wednesday, 2 December 2026
  03:30 UTC               Elm: Early page
  22:00 New York          Oak: Workshop (90 minutes; moved from 1 December 2026)

No days follow from what is written for: oak: Sometimes.
"""


def test_meetings_stand_below_their_days_on_the_clocks_of_their_place(archive: Path) -> None:
    assert _list(archive, "--days", "10") == (0, LISTED, "")


def test_all_times_can_be_shown_on_the_clocks_of_one_place(archive: Path) -> None:
    shown = _list(archive, "--days", "3", "--zone", "UTC")[1]
    assert shown.startswith(
        "Tuesday, 24 November 2026\n"
        "  08:00 UTC               Oak: Old round\n"
        "\n"
        "Wednesday, 25 November 2026\n"
        "  03:00 UTC               Oak: Workshop (90 minutes)\n"
        "  03:30 UTC               Elm: Early page\n"
    )


def test_a_meeting_of_the_evening_before_is_there_where_it_is_morning(archive: Path) -> None:
    days = {each["ritual"]: each["day"] for each in _facts(archive, "--days", "3", "--zone", "Asia/Tokyo")}
    assert days == {"Old round": "2026-11-24", "Workshop": "2026-11-25", "Early page": "2026-11-25"}


def test_programs_are_told_the_instant(archive: Path) -> None:
    workshop = next(each for each in _facts(archive, "oak") if each["ritual"] == "Workshop")
    assert workshop == {
        "community": "oak",
        "ritual": "Workshop",
        "day": "2026-11-24",
        "at": "22:00",
        "zone": "America/New_York",
        "start": "2026-11-25T03:00:00+00:00",
        "minutes": 90,
        "moved_from": None,
        "note": None,
    }


def test_one_community_can_be_asked_for(archive: Path) -> None:
    assert {each["community"] for each in _facts(archive, "elm")} == {"elm"}


def test_days_without_a_meeting_are_told(archive: Path) -> None:
    assert _list(archive, "elm", "--days", "1")[1] == "No meeting in 1 day from 2026-11-23 on.\n"


def test_a_community_with_errors_is_named_and_the_others_are_listed(archive: Path) -> None:
    (archive / "communities" / "ash.yml").write_text("name: [\n", encoding="utf-8")
    code, shown, told = _list(archive)
    assert told == "not read because of errors: ash; `hearthbook check` tells them\n"
    assert "Elm: Early page" in shown
    assert code == 0


def test_a_community_that_is_not_there_is_told_with_the_nearest(archive: Path) -> None:
    code, _, told = _list(archive, "oka")
    assert "there is no file communities/oka.yml; did you mean `oak`?" in told
    assert code == 2


def test_an_archive_without_communities_has_no_meetings(tmp_path: Path) -> None:
    assert _list(tmp_path)[:2] == (0, "No meeting in 14 days from 2026-11-23 on.\n")
