"""`hearthbook explain`: why a rule is there."""

from __future__ import annotations

from click.testing import CliRunner

from hearthbook.cli import main
from hearthbook.lint.explained import pages


def _explain(*codes: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["explain", *codes])
    return result.exit_code, result.output


def test_a_rule_is_explained_with_its_reasons_and_examples() -> None:
    code, output = _explain("hb201")
    assert output.startswith("# HB201 Fewer than two people take reports\n")
    assert "## Why it matters" in output
    assert "**Better:**" in output
    assert code == 0


def test_without_a_code_all_rules_are_listed() -> None:
    code, output = _explain()
    assert [line[:5] for line in output.splitlines() if line.startswith("HB")] == list(pages())
    assert code == 0


def test_a_code_that_no_rule_has_is_told_with_the_nearest() -> None:
    code, output = _explain("HB2O1")
    assert output.startswith("there is no rule HB2O1; did you mean HB2")
    assert code == 2


def test_of_several_codes_the_known_ones_are_explained() -> None:
    code, output = _explain("HB201", "XX")
    assert "there is no rule XX; `hearthbook explain` lists all of them" in output
    assert "# HB201 " in output
    assert code == 2


def test_what_reading_a_file_can_report_is_explained_too() -> None:
    assert _explain("HB009")[0] == 0


def test_the_beginning_of_a_code_lists_its_group() -> None:
    code, output = _explain("hb2")
    assert output.startswith("Safety and conduct\nHB200 ")
    assert "HB301" not in output
    assert code == 0


def test_a_page_fits_a_terminal() -> None:
    prose = _explain("HB201")[1].split("```")[::2]
    assert max(len(line) for part in prose for line in part.split("\n")) <= 80
