"""A community of eight who mix, in a folder of its own, and the command to mix them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from click.testing import CliRunner

from hearthbook.cli import main

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


def eight(root: Path) -> Path:
    """An archive with one community of eight who mix in pairs."""
    (root / "communities").mkdir()
    (root / "members").mkdir()
    write(root, YML)
    members(root, *NAMES)
    return root


def write(root: Path, text: str) -> None:
    """Writes the community's file."""
    (root / "communities" / "oak.yml").write_text(text, encoding="utf-8")


def members(root: Path, *rows: str, head: str = "name,tags,from,until,pause,out") -> None:
    """Writes the file of its members, a row each."""
    (root / "members" / "oak.csv").write_text("\n".join([head, *rows, ""]), encoding="utf-8")


def mix(root: Path, *words: str, slug: str = "oak") -> Result:
    """What `hearthbook mix` says, on the same day each time."""
    today = () if "--today" in words else ("--today", "2026-11-23")
    result = CliRunner().invoke(main, ["mix", slug, *words, *today, "--project", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def rounds_of(root: Path, file: str = "members/oak-rounds.csv") -> list[dict[str, str]]:
    """The rounds as they were written, a row each."""
    with (root / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
