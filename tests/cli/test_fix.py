"""`hearthbook check --fix`: shown first, written after a yes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import click
import pytest
from click.testing import CliRunner, Result

from hearthbook.cli import fix, main

TEXT: Final = "name: Oak\r\ntagine: One line\r\npromise: {for: people, outcome: mend things}  # ours\r\n"
MENDED: Final = TEXT.replace("tagine", "tagline")
ZONE: Final = (
    "rituals: [{name: Wins, when: every Tuesday at 17:00 CET}, {name: Talk, when: every Monday CET}]\r\n"
)
MKDOCS: Final = """site_name: Ours
theme: {name: material}
docs_dir: content
plugins: [{hearthbook: {zone: Europe/Rome}}]
"""


@pytest.fixture
def oak(tmp_path: Path) -> Path:
    """The file of a community with one slip."""
    file = tmp_path / "communities" / "oak.yml"
    file.parent.mkdir()
    file.write_bytes(TEXT.encode())
    return file


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who can be asked."""
    monkeypatch.setattr(fix, "on_terminal", lambda: True)


def _check(oak: Path, *words: str, said: str = "") -> Result:
    command = ["check", *words, "--select", "HB0", "--project", str(oak.parents[1])]
    return CliRunner().invoke(main, command, input=said)


def test_without_a_terminal_the_change_is_shown_and_not_made(oak: Path) -> None:
    result = _check(oak, "--fix")
    assert "-tagine: One line\n+tagline: One line\n" in result.output
    assert "a/communities/oak.yml" in result.output
    assert "HB006 there is no key `tagine` here" in result.output
    assert result.output.endswith("`hearthbook check --fix --yes` writes what is shown above.\n")
    assert (result.exit_code, oak.read_bytes()) == (1, TEXT.encode())


def test_with_a_yes_given_before_it_is_made_without_asking(oak: Path) -> None:
    result = _check(oak, "--fix", "--yes")
    assert "-tagine: One line\n+tagline: One line\n" in result.output
    assert "1 community checked, nothing to mend.\n\n1 file mended." in result.output
    assert (result.exit_code, oak.read_bytes()) == (0, MENDED.encode())


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(("said", "left"), [("y\n", MENDED), ("n\n", TEXT), ("\n", TEXT)])
def test_on_a_terminal_a_yes_is_waited_for(oak: Path, said: str, left: str) -> None:
    result = _check(oak, "--fix", said=said)
    assert "Write 1 change to 1 file? [y/N]" in result.output
    assert oak.read_bytes() == left.encode()
    assert result.exit_code == (1 if left == TEXT else 0)


@pytest.mark.usefixtures("somebody")
def test_whoever_goes_away_has_said_no(oak: Path) -> None:
    result = _check(oak, "--fix")
    assert result.exit_code == 1
    assert oak.read_bytes() == TEXT.encode()


def test_it_works_on_a_real_terminal(oak: Path) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("hearthbook")), "check", "--fix"]
    with subprocess.Popen(command, cwd=oak.parents[1], stdin=theirs, stdout=theirs, stderr=theirs):
        os.write(ours, b"y\n")
        os.close(theirs)
        _drain(ours)
    assert oak.read_bytes() != TEXT.encode()
    assert b"tagline" in oak.read_bytes()


def _drain(handle: int) -> None:
    try:
        while os.read(handle, 4096):
            pass
    except OSError:
        # the other end is closed
        os.close(handle)


@pytest.mark.usefixtures("somebody")
def test_an_abbreviation_is_asked_about_once(oak: Path) -> None:
    oak.write_bytes((MENDED + ZONE).encode())
    result = _check(oak, "--fix", said="2\ny\n")
    assert result.output.count("Whose clock counts?") == 1
    assert oak.read_bytes() == (MENDED + ZONE.replace("CET", "Europe/Paris")).encode()


@pytest.mark.usefixtures("somebody")
def test_an_abbreviation_that_nobody_explains_stays(oak: Path) -> None:
    oak.write_bytes((MENDED + ZONE).encode())
    result = _check(oak, "--fix", said="\n")
    assert "oak.yml:4: left as it is: only you know which time zone is meant" in result.output
    assert oak.read_bytes() == (MENDED + ZONE).encode()


def test_the_archives_own_zone_is_taken_without_asking(oak: Path) -> None:
    oak.write_bytes((MENDED + ZONE).encode())
    (oak.parents[1] / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (oak.parents[1] / "content").mkdir()
    assert _check(oak, "--fix", "--yes").exit_code == 0
    assert oak.read_bytes() == (MENDED + ZONE.replace("CET", "Europe/Rome")).encode()


def test_nothing_to_mend_is_said(oak: Path) -> None:
    oak.write_bytes(MENDED.encode())
    result = _check(oak, "--fix")
    assert result.output.endswith("There is nothing that can be mended without you.\n")
    assert result.exit_code == 0


def test_advice_is_taken_too(oak: Path) -> None:
    people = [f"  {letter}: {letter.upper()}\r\n".encode() for letter in "abcdefghijkl"]
    oak.write_bytes(MENDED.encode() + b"people:\r\n" + b"".join(reversed(people)))
    CliRunner().invoke(
        main, ["check", "--fix", "--yes", "--select", "HB91", "--project", str(oak.parents[1])]
    )
    first = b"# yaml-language-server: $schema=.schema/community.json\r\n"
    assert oak.read_bytes() == first + MENDED.encode() + b"people:\r\n" + b"".join(people)


def test_only_the_communities_that_are_named_are_mended(oak: Path) -> None:
    elm = oak.with_name("elm.yml")
    elm.write_bytes(TEXT.encode())
    assert _check(elm, "elm", "--fix", "--yes").exit_code == 0
    assert (oak.read_bytes(), elm.read_bytes()) == (TEXT.encode(), MENDED.encode())


def test_a_file_that_is_read_only_is_named(oak: Path) -> None:
    oak.chmod(0o444)
    result = _check(oak, "--fix", "--yes")
    assert "communities/oak.yml:2: left as it is: the file is read-only" in result.output
    assert (result.exit_code, oak.read_bytes()) == (1, TEXT.encode())


@pytest.mark.usefixtures("somebody")
def test_a_file_that_changes_while_it_is_shown_is_left_alone(
    oak: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(_question: str) -> bool:
        oak.write_bytes(b"name: Elm\n")
        return True

    monkeypatch.setattr(click, "confirm", meanwhile)
    result = _check(oak, "--fix")
    assert "communities/oak.yml: not written: the file has changed meanwhile" in result.output
    assert oak.read_bytes() == b"name: Elm\n"


def test_a_plain_check_offers_it(oak: Path) -> None:
    assert _check(oak).output.endswith("`hearthbook check --fix` can mend 1 of these for you.\n")


def test_a_plain_check_says_what_it_has_to_know_first(oak: Path) -> None:
    oak.write_text(f"{TEXT}{ZONE}", encoding="utf-8", newline="")
    said = (
        "`hearthbook check --fix` can mend 3 of these for you, 2 of them once you say whose clock counts.\n"
    )
    assert _check(oak).output.endswith(said)


def test_programs_are_told_what_it_would_write(oak: Path) -> None:
    fresh, kept = (json.loads(_check(oak, "--format", "json").output)["findings"][0] for _ in range(2))
    assert fresh == kept
    assert fresh["fix"] == {
        "kind": "key",
        "file": "communities/oak.yml",
        "line": 2,
        "column": 1,
        "old": "tagine",
        "new": ["tagline"],
    }


@pytest.mark.parametrize("words", [("--yes",), ("--fix", "--format", "json")])
def test_wrong_use_ends_with_2(oak: Path, words: tuple[str, ...]) -> None:
    assert _check(oak, *words).exit_code == 2


def test_what_is_shown_cannot_steer_a_terminal(oak: Path) -> None:
    oak.write_bytes(MENDED.replace("One", "\u202eOne").replace("tagline", "tagine").encode())
    assert "\u202e" not in _check(oak, "--fix").output
