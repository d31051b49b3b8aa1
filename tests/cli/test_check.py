"""`hearthbook check`: every problem in one run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from hearthbook.cli import main

SOUND = "name: Oak\npromise: {for: people, outcome: mend things}\n"
ELEVEN = """name: 2026
tagine: One line
color: #2f6f4f
size: many
status: open
promise:
  for: people
  boundary: {cap: 1}
links:
  Ours: javascript:alert(1)
norms:
  - Be kind
  - Be kind
channels: {help: Ask}
onboarding: {steps: [{do: Say hello, where: hlep}]}
rituals:
  - name: Wins
    when: biweekly
"""
TOLD = [
    "1:7 HB008 `name` is the number 2026",
    "2:1 HB006 there is no key `tagine` here; did you mean `tagline`?",
    "3:8 HB009 `#2f6f4f` is taken for a comment",
    "4:7 HB008 `size` is the text `many`",
    "5:9 HB009 `status` cannot be `open`",
    "6:1 HB007 the key `outcome` is missing under `promise`",
    "8:19 HB009 `cap` is 1; it should be at least 2",
    "10:9 HB009 `javascript:alert(1)` does not start with http",
    "13:5 HB013 two entries share the id `be-kind`",
    "15:45 HB014 `hlep` is not a channel of this community; did you mean `help`?",
    "18:11 HB015 `biweekly` cannot be read as a time without guessing",
]
PLACE = re.compile(r"^[^:]+:\d+:\d+ HB\d{3} ")
LINE = re.compile(r"^[^:]+:\d+:\d+ HB\d{3} [^;]+; .+$")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one sound community."""
    (tmp_path / "communities").mkdir()
    (tmp_path / "communities" / "oak.yml").write_text(SOUND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def broken(archive: Path) -> Path:
    """The same with a second community that has eleven slips."""
    (archive / "communities" / "elm.yml").write_text(ELEVEN, encoding="utf-8")
    return archive


def _check(root: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", *words, "--project", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def _one_line_each(output: str) -> list[str]:
    """The findings in a report, each without the breaks that make it fit a terminal, and its remedy."""
    blocks = (block.split("\n") for block in output.split("\n\n"))
    joined = (" ".join(line.strip() for line in block if "\u2502" not in line) for block in blocks)
    return [line.replace(" \u2192 ", "; ") for line in joined if PLACE.match(line)]


def test_eleven_slips_in_one_file_are_eleven_findings(broken: Path) -> None:
    code, output = _check(broken, "--select", "HB0")
    lines = _one_line_each(output)
    assert [
        line.startswith(f"communities/elm.yml:{start}") for line, start in zip(lines, TOLD, strict=True)
    ] == [True] * 11
    assert "\n2 communities checked: 11 errors.\n" in output
    assert code == 1


def test_every_finding_has_place_code_fact_and_remedy(broken: Path) -> None:
    assert all(LINE.match(line) for line in _one_line_each(_check(broken)[1]))


def test_advice_is_no_error(archive: Path) -> None:
    code, output = _check(archive)
    assert any("HB200 nothing says" in line and "[warning]" in line for line in _one_line_each(output))
    assert code == 0


def test_a_report_ends_with_the_three_best_steps(archive: Path) -> None:
    output = _check(archive)[1]
    steps = output[output.index("What would help oak most") :].split("\n\n")[0]
    assert [line[:2] for line in steps.split("\n") if line[0].isdigit()] == ["1.", "2.", "3."]


def test_an_error_in_reading_is_told_whatever_is_selected(broken: Path) -> None:
    code, output = _check(broken, "--select", "HB5")
    assert "HB008" in output
    assert code == 1


def test_rules_can_be_left_out(archive: Path) -> None:
    assert "HB200" not in _check(archive, "--ignore", "HB2")[1]


def test_another_selection_is_another_answer(archive: Path) -> None:
    first = _check(archive, "--select", "HB1")
    assert _check(archive, "--select", "HB2") != first
    assert _check(archive, "--select", "HB1") == first


def test_a_code_that_no_rule_has_is_told(archive: Path) -> None:
    code, output = _check(archive, "--select", "HB2001")
    assert output.startswith("--select: there is no rule `HB2001`; did you mean HB20")
    assert code == 1


def test_the_installed_command_says_the_same(broken: Path) -> None:
    command = [str(Path(sys.executable).with_name("hearthbook")), "check"]
    result = subprocess.run(command, cwd=broken, capture_output=True, text=True, check=False)
    assert result.stdout == _check(broken)[1]
    assert result.stderr == ""
    assert result.returncode == 1


def test_a_clean_archive_ends_well(archive: Path) -> None:
    assert _check(archive, "--select", "HB0") == (0, "1 community checked, nothing to mend.\n")


def test_the_archive_of_this_repository_is_clean(project_root: Path) -> None:
    assert _check(project_root)[0] == 0


def test_a_warning_alone_ends_well(archive: Path) -> None:
    (archive / "communities" / "notes.txt").touch()
    code, output = _check(archive)
    assert "HB018 this is not read [warning]" in output
    assert code == 0


def test_json_carries_the_same_findings(broken: Path) -> None:
    code, output = _check(broken, "--format", "json")
    told = json.loads(output)
    errors = [
        "{file}:{line}:{column} ".format(**f["place"]) + f"{f['code']} {f['message']}; {f['hint']}"
        for f in told["findings"]
        if f["severity"] == "error"
    ]
    assert errors == _one_line_each(_check(broken, "--select", "HB0")[1])
    assert (told["checked"], code) == (2, 1)
    assert set(told["communities"]) == {"oak"}


def test_one_community_can_be_checked_alone(broken: Path) -> None:
    assert _check(broken, "oak", "--select", "HB0") == (0, "1 community checked, nothing to mend.\n")
    assert "\n1 community checked: 11 errors.\n" in _check(broken, "elm")[1]


def test_articles_belong_to_the_community_that_is_checked(archive: Path) -> None:
    article = archive / "content" / "oak" / "a.md"
    article.parent.mkdir(parents=True)
    article.write_text("---\ntitel: x\n---\n", encoding="utf-8")
    assert "content/oak/a.md:2:1 HB006 " in _check(archive, "oak")[1]


@pytest.mark.parametrize("slug", ["oak-two", "oak-three"])
def test_what_a_community_extends_is_checked_with_it(archive: Path, slug: str) -> None:
    (archive / "communities" / "_base.yml").write_text("size: many\ncolour: x\n", encoding="utf-8")
    for name in ("oak-two", "oak-three"):
        (archive / "communities" / f"{name}.yml").write_text(f"{SOUND}extends: _base\n", encoding="utf-8")
    code, output = _check(archive, slug)
    assert "communities/_base.yml:2:1 HB006 " in output
    assert code == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--nonsense",), "No such option"),
        (("--format", "xml"), "is not one of"),
        (("pine",), "there is no file communities/pine.yml"),
        (("oaks",), "there is no file communities/oaks.yml; did you mean `oak`?"),
    ],
    ids=["option", "format", "slug", "near"],
)
def test_wrong_use_ends_with_2(archive: Path, words: tuple[str, ...], told: str) -> None:
    code, output = _check(archive, *words)
    assert code == 2
    assert told in output


def test_a_project_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    assert _check(tmp_path / "nowhere")[0] == 2


def test_a_folder_without_communities_says_how_to_begin(tmp_path: Path) -> None:
    code, output = _check(tmp_path)
    assert _one_line_each(output)[0].startswith(
        "communities:1:1 HB018 there is no folder communities/ here; run `hearthbook init`"
    )
    assert code == 1


def test_the_zone_of_mkdocs_yml_must_exist(archive: Path) -> None:
    text = (
        "site_name: Ours\ntheme: {name: material}\ndocs_dir: content\nplugins: [{hearthbook: {zone: PT}}]\n"
    )
    (archive / "mkdocs.yml").write_text(text, encoding="utf-8")
    (archive / "content").mkdir()
    code, output = _check(archive)
    assert output.startswith("mkdocs.yml, plugin hearthbook: `PT` is an abbreviation, not a time zone; ")
    assert code == 1


def test_help_shows_an_example() -> None:
    output = CliRunner().invoke(main, ["check", "--help"]).output
    assert "hearthbook check --select HB2 --format json" in output
