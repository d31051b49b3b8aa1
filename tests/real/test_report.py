"""What `make real` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.real.__main__ import run
from tests.real.measure import Measured, apart
from tests.real.report import row, table, told
from tests.real.schedules import read
from tests.real.writing import Conversion, Cover, write_facts, write_frame

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MADE = Conversion(
    slugs=("oak", "elm"),
    told=("PT means somewhere",),
    schedules=(read("oak", "Tuesday at 08:00 UTC"), read("elm", "Wednesday at 08:00 EST")),
)
CHECK = Measured(seconds=0.21, megabytes=60.4, communities=2, pages=0, findings={"error": 1})
BUILD = Measured(seconds=12.34, megabytes=118.9, communities=2, pages=1234, findings={})


def test_a_row_counts_what_was_read_refused_found_and_built() -> None:
    cells = ("woods", "2", "1,234", "1", "0", "0", "1", "1", "0.2", "12.3", "119")
    assert row("woods", MADE, CHECK, BUILD) == cells


def test_the_columns_stand_below_each_other() -> None:
    head, line = table([row("woods", MADE, CHECK, BUILD)])
    assert len(head) == len(line)
    assert head.index("pages") + len("pages") == line.index("1,234") + len("1,234")


def test_a_refused_time_is_told_with_its_words_and_its_reason() -> None:
    lines = list(told("woods", MADE))
    assert "  PT means somewhere" in lines
    assert lines[-3] == "woods: 1 time refused"
    assert lines[-2] == '  elm: "Wednesday at 08:00 EST"'
    assert lines[-1].strip().startswith("EST is New York's clock in winter")


def test_a_check_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "SOURCE.txt").write_text("made up for a test\n", encoding="utf-8")
    cover = Cover(site="Woods", title="Woods", summary="Trees", body="Trees.")
    write_frame(tmp_path / "woods", cover, tmp_path)
    oak = {"name": "Oak", "promise": {"for": ["trees"], "outcome": "grow"}}
    write_facts(tmp_path / "woods" / "communities" / "oak.yml", oak, {})
    measured = apart("check", tmp_path / "woods")
    assert measured["communities"] == 1
    assert measured["findings"].get("error", 0) == 0
    assert measured["megabytes"] > 1


def test_data_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "nothing", tmp_path / "out") == 0
    assert "there is no folder shared/data/nodeschool beside the checkout" in capsys.readouterr().out
