"""`hearthbook schema`: what editors need to complete and explain each key."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Literal

import click

from hearthbook.cli.common import project_option
from hearthbook.export.schema import KINDS, schema_text

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.export.schema import Kind


@click.command()
@click.option("--print", "mode", flag_value="print", default=True, help="Print the schema (default).")
@click.option("--write", "mode", flag_value="write", help="Write them all into communities/.schema/.")
@click.option("--check", "mode", flag_value="check", help="Exit with 1 if the files there are not current.")
@click.option(
    "--kind",
    type=click.Choice([*KINDS, "report"]),
    default="community",
    help="Which schema to print: of a community's file, of a base file, of the facts at the top of an"
    " article, or of `check --format json`.",
    show_default=True,
)
@project_option
def schema(mode: Literal["print", "write", "check"], kind: Kind | Literal["report"], root: Path) -> None:
    """Give the JSON Schema of a community's file, so that editors can help.

    \b
    hearthbook schema --write
    hearthbook schema --print --kind base
    hearthbook schema --print --kind article
    hearthbook schema --print --kind report
    """  # noqa: D301 - click reads the backspace
    if mode == "print":
        click.echo(_report() if kind == "report" else schema_text(kind), nl=False)
        return
    folder = root / "communities" / ".schema"
    stale = []
    for each in KINDS:
        path = folder / f"{each}.json"
        text = schema_text(each)
        if mode == "write":
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.is_file() or path.read_bytes() != text.encode():
            stale.append(f"communities/.schema/{each}.json")
    if stale:
        click.echo(f"{', '.join(stale)}: not current; run `hearthbook schema --write`", err=True)
        sys.exit(1)


def _report() -> str:
    from hearthbook.lint.reporters.json import report_schema  # noqa: PLC0415 - takes long to import

    return json.dumps(report_schema(), indent=1, ensure_ascii=False) + "\n"
