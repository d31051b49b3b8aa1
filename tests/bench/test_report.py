from __future__ import annotations

from bench.report import Result, against_targets, figure, report, section, table
from bench.rows import ROWS, Column

OURS = Column(tool="Hearthbook", values={"check": 0.5, "cold": 4.0, "output": 1234.0})
OTHER = Column(tool="Other", values={"cold": 10.0})


def _result(**changes: int) -> Result:
    sizes = {"communities": 1000, "pages": 16_000, "words": 400, "light": 3, "heavy": 1} | changes
    return Result(**sizes, columns=(OURS, OTHER), notes=("Other, serve: not measured.",))


def test_a_figure_has_about_three_digits() -> None:
    assert [figure(value) for value in (0.4, 9.876, 98.76, 987.6, 12345.6)] == [
        "0.40",
        "9.88",
        "98.8",
        "988",
        "12,346",
    ]


def test_the_table_has_a_column_for_each_tool_and_a_ratio_beside_the_others() -> None:
    assert table([OURS, OTHER]).splitlines() == [
        "|               | Hearthbook |        Other |",
        "| ------------- | ---------: | -----------: |",
        "| check, s      |       0.50 |            – |",
        "| cold build, s |       4.00 | 10.0 (2.50×) |",
        "| output, MB    |      1,234 |            – |",
    ]


def test_a_figure_that_hearthbook_lacks_has_no_ratio() -> None:
    mine, other = Column(tool="Hearthbook", values={}), Column(tool="Other", values={"child": 50.0})
    assert table([mine, other]).endswith("|          – |  50.0 |")


def test_a_section_says_how_many_runs_there_were() -> None:
    assert "Medians of 3 runs; one run for cold builds" in section(_result())
    assert "Medians of 3 runs.\n" in section(_result(heavy=3))


def test_a_section_says_what_could_not_be_measured() -> None:
    assert "Other, serve: not measured." in section(_result())


def test_the_report_explains_every_row_and_describes_the_machine() -> None:
    text = report([_result()], [("Memory", "24 GB")], "2026-11-22")
    assert all(f"- **{row.name}**: {row.meaning}." in text for row in ROWS)
    assert "- Memory: 24 GB" in text
    assert "on 2026-11-22" in text


def test_what_was_aimed_for_stands_beside_what_was_reached() -> None:
    small = _result(communities=10, pages=1_600)
    told = against_targets([small, _result()])
    assert "| check, s | 5.00 | 0.50 |" in told
    assert "| cold build, s | 60.0 | 4.00 |" in told
    assert "| time of a page, cold, to that at 10 | 1.2× | 0.10× |" in told


def test_without_a_large_archive_nothing_is_said_of_targets() -> None:
    assert against_targets([_result(communities=10)]) == ""
