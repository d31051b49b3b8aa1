"""`hearthbook calendar read`: what people wrote, said back, with the YAML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from hearthbook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

TODAY = ("--today", "2026-11-23")


def _calendar(*arguments: str, stdin: str | bytes | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["calendar", "read", *arguments, *TODAY], input=stdin)
    return result.exit_code, result.output


def _facts(*arguments: str) -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = json.loads(_calendar(*arguments, "--format", "json")[1])
    return facts


def test_a_schedule_is_said_back_with_its_question_and_the_yaml() -> None:
    code, output = _calendar("Every other Tuesday at 09:00 PT")
    assert output == (
        "Every other Tuesday at 09:00 PT\n"
        "  reads as: every other Tuesday, at 09:00 (Los Angeles time)\n"
        "  PT: did you mean America/Los_Angeles? It moves by an hour on 14 March 2027. The same\n"
        "    clock: America/Vancouver, America/Tijuana\n"
        "\n"
        '    when: {every: 2 weeks, day: Tuesday, at: "09:00", zone: America/Los_Angeles}\n'
        "    # still to add: from, the first day, such as 2026-11-24 or 2026-12-01, "
        "because somebody must say which week\n"
    )
    assert code == 0


def test_each_choice_is_said_with_its_own_yaml() -> None:
    code, output = _calendar("biweekly on Tuesday at 17:00 UTC")
    assert "biweekly: every two weeks, or twice a week?" in output
    assert "  1. every other Tuesday, at 17:00 (UTC time)\n    when: {every: 2 weeks," in output
    assert "  2. every Tuesday, at 17:00 (UTC time)\n    when: {every: week," in output
    assert code == 0


def test_the_words_can_be_german() -> None:
    assert "reads as: jeden Dienstag" in _calendar("Tuesday 17:00 UTC", "--language", "de")[1]


def test_a_line_that_cannot_be_read_is_refused_with_the_words_left_over() -> None:
    code, output = _calendar("Tuesday 17:00 UTC-ish")
    assert "  not read: `ish` cannot be read" in output
    assert "when:" not in output
    assert code == 1


def test_several_lines_are_counted() -> None:
    code, output = _calendar("Tuesday 17:00 UTC", "every third Wednesday 9:00 UTC", "soon")
    assert output.endswith("\n3 schedules: 2 read, of which 1 in more than one way; 1 refused.\n")
    assert code == 1


def test_a_zone_and_a_first_day_can_be_named_beforehand() -> None:
    output = _calendar("every other Tuesday 9:00 PT", "--zone", "America/Vancouver", "--from", "2026-09-02")[
        1
    ]
    assert "zone: America/Vancouver, from: 2026-09-08}" in output
    assert "did you mean" not in output
    assert "still to add" not in output


def test_a_file_has_one_schedule_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "times.txt"
    path.write_text("\ufeffTuesday 17:00 UTC\n\n  jeden Freitag 19 Uhr \n", encoding="utf-8")
    assert [each["text"] for each in _facts("--file", str(path))] == [
        "Tuesday 17:00 UTC",
        "jeden Freitag 19 Uhr",
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_csv_has_a_column_of_schedules(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "groups.csv"
    path.write_text(f'group{mark}when\nOak{mark}"Tuesday\n17:00 UTC"\nElm{mark}\n', encoding="utf-8")
    assert [each["text"] for each in _facts("--file", str(path), "--column", "when")] == ["Tuesday 17:00 UTC"]


def test_several_columns_of_a_csv_are_read_together(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text(
        "day,time,tz,frequency\nThird Wednesday,09:00,UTC,monthly\nTuesday,10:00,,\n", encoding="utf-8"
    )
    columns = [part for name in ("day", "time", "tz", "frequency") for part in ("--column", name)]
    facts = _facts("--file", str(path), *columns)
    assert [each["text"] for each in facts] == ["Third Wednesday 09:00 UTC monthly", "Tuesday 10:00"]
    assert facts[0]["choices"][0]["meetings"][0]["when"]["day"] == ["third Wednesday"]


def test_schedules_can_come_from_standard_input() -> None:
    code, output = _calendar("--file", "-", stdin="Tuesday 17:00 UTC\n")
    assert "reads as: every Tuesday" in output
    assert code == 0


def test_a_dash_stands_for_standard_input_as_well() -> None:
    code, output = _calendar("-", stdin="Tuesday 17:00 UTC\nsoon\n")
    assert "2 schedules: 1 read" in output
    assert code == 1


def test_programs_are_told_everything() -> None:
    (facts,) = _facts("Wednesday at 08:00 EST")
    assert facts["refusal"] is None
    assert [choice["meetings"][0]["when"]["zone"] for choice in facts["choices"]] == [
        "America/New_York",
        "America/Panama",
    ]
    assert facts["questions"][0]["about"] == "EST"
    assert facts["choices"][1]["answers"] == [
        {"about": "EST", "taken": "America/Panama: its clocks never move"}
    ]
    assert facts["choices"][0]["reads_as"] == "every Wednesday, at 08:00 (New York time)"
    assert facts["choices"][0]["yaml"].startswith("when: {every: week")


def test_programs_are_told_what_was_left_over() -> None:
    (facts,) = _facts("Tuesday 17:00 UTC (Zoom)")
    assert facts["unread"] == ["Zoom"]
    assert facts["choices"] == []


def test_several_meetings_are_a_list_of_rituals() -> None:
    output = _calendar("Wednesday 11:00 PT and 17:00 UTC+8")[1]
    assert "these are 2 meetings in one line, and each is one of its own" in output
    assert "    rituals:\n      - name: Meeting 1\n        when: {every: week, day: Wednesday" in output


def test_times_that_take_turns_are_said_one_by_one() -> None:
    output = _calendar("alternating between Monday 13:00 UTC and Wednesday 9:00 UTC")[1]
    said = " ".join(output.split("reads as: ")[1].split("the times take turns")[0].split())
    assert said.startswith("Monday at 13:00")
    assert "Wednesday at 09:00" in said
    assert "2026" not in said


def test_a_rule_for_calendars_is_said_in_words() -> None:
    output = _calendar("last day of the month 17:00 UTC")[1]
    assert "last day of every month, at 17:00 (UTC time)" in output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name a schedule"),
        (("--file", "groups.csv"), "name the column of the CSV"),
        (("Tuesday", "--from", "0001-01-01"), "0001-01-01 is too far away; check the year"),
        (("Tuesday", "--column", "when"), "--column names a column of a --file"),
        (("Tuesday", "--zone", "PT"), "PT is no time zone; write a place, as in Europe/Berlin"),
        (("Tuesday", "--from", "soon"), "soon is no day; write it as in 2026-09-01"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], message: str) -> None:
    code, output = _calendar(*arguments)
    assert message in output
    assert code == 2


def test_a_file_without_such_a_column_is_told_with_those_it_has(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    path.write_text("group,when\nOak,Tuesday\n", encoding="utf-8")
    code, output = _calendar("--file", str(path), "--column", "time")
    assert output == f"{path}: there is no column `time`; its columns are group, when\n"
    assert code == 1


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, output = _calendar("--file", str(tmp_path / "none.txt"))
    assert "this file cannot be read: No such file or directory; check its name" in output
    assert code == 1


def test_a_file_that_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "times.txt"
    path.write_bytes(b"Tuesday\nf\xfcnf\n")
    code, output = _calendar("--file", str(path))
    assert output == f"{path}:2: this is not UTF-8; save the file as UTF-8\n"
    assert code == 1


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "times.txt"
    path.write_text("\n", encoding="utf-8")
    code, output = _calendar("--file", str(path))
    assert output == f"{path}: there is no schedule in it; write one in each line\n"
    assert code == 1


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert _calendar("--file", str(tmp_path))[0] == 1


def test_what_is_shown_cannot_steer_a_terminal() -> None:
    assert "\x1b" not in _calendar("Tuesday \x1b[2J 17:00")[1]
