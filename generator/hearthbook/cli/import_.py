"""`hearthbook import`: communities that are written down elsewhere."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from hearthbook.bring.importing.groups import from_groups
from hearthbook.bring.importing.health import from_health
from hearthbook.bring.importing.health_files import read_folder
from hearthbook.bring.importing.sheets import read_sheets
from hearthbook.bring.importing.table import from_sheets
from hearthbook.bring.starter import write_schemas
from hearthbook.cli.common import count, project_option
from hearthbook.errors import HearthbookError
from hearthbook.ingest.folder import FOLDER
from hearthbook.ingest.reader import SIZE_LIMIT, read_text
from hearthbook.model.archive import Defaults
from hearthbook.model.findings import Finding
from hearthbook.publish.configuration import load, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from hearthbook.bring.importing.ledger import Ledger, Unplaced

_TOLD: Final = 40
"""Lines of what has no place; all of them stand in the report."""


@click.group("import")
def import_() -> None:
    """Bring in communities that are written down elsewhere. Nothing is overwritten, nothing invented.

    What has a place in a community's file is written there; the rest is told, with the reason.

    \b
    hearthbook import table groups.csv
    hearthbook import health ../our-organisation
    hearthbook import groups sigs.yaml --dry-run
    """  # noqa: D301 - click reads the backspace


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """What all kinds share."""
    target = click.option(
        "--to",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        help="The folder to write into.  [default: the archive's communities/]",
    )
    dry = click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
    report = click.option(
        "--report",
        type=click.Path(dir_okay=False, path_type=Path),
        help="Write the whole list of what has no place into this file, as JSON.",
    )
    return target(dry(report(project_option(function))))


_PATH: Final = click.argument("path", type=click.Path(exists=True, path_type=Path))


@import_.command()
@_PATH
@_options
def table(path: Path, folder: Path | None, root: Path, report: Path | None, *, dry_run: bool) -> None:
    """Read a spreadsheet: CSV, or a workbook (`pip install 'hearthbook[xlsx]'`).

    Each row is a community, and the first row says what the columns hold: name, for, outcome, within,
    cap, contacts, norms, channels, when, city and more, in English or German. Several entries in a
    cell stand on lines of their own, or with ; between. Or each sheet is a section of one community:
    norms, channels, rituals, roles, people, faq, with its keys as columns.

    \b
    hearthbook import table groups.csv
    hearthbook import table our-group.xlsx --dry-run
    """  # noqa: D301 - click reads the backspace
    sheets = read_sheets(path)
    for remark in dict.fromkeys(remark for sheet in sheets for remark in sheet.remarks):
        click.echo(remark, err=True)
    ledgers = from_sheets(sheets, path.name, _today(), _defaults(root))
    _bring(ledgers, folder, root, report, dry_run=dry_run)


@import_.command()
@_PATH
@_options
def health(path: Path, folder: Path | None, root: Path, report: Path | None, *, dry_run: bool) -> None:
    """Read README, CONTRIBUTING, SUPPORT and CODE_OF_CONDUCT of a folder, as forges show them.

    \b
    hearthbook import health ../our-organisation
    """  # noqa: D301 - click reads the backspace
    files, unread, guessed = read_folder(path)
    ledger = from_health(files, path.resolve().name, _defaults(root), unread, guessed)
    _bring([ledger], folder, root, report, dry_run=dry_run)


@import_.command()
@_PATH
@_options
def groups(path: Path, folder: Path | None, root: Path, report: Path | None, *, dry_run: bool) -> None:
    """Read a list of groups in YAML, as Kubernetes keeps its own (sigs.yaml).

    \b
    hearthbook import groups sigs.yaml
    """  # noqa: D301 - click reads the backspace
    if path.is_dir():
        raise HearthbookError(
            "this is a folder", where=str(path), hint="name the file in it that lists the groups"
        )
    if path.stat().st_size > SIZE_LIMIT:
        fact = f"this file is larger than {SIZE_LIMIT // 1024} kB"
        raise HearthbookError(fact, where=str(path), hint="split it into several lists of groups")
    text = read_text(path, str(path))
    if isinstance(text, Finding):
        raise HearthbookError(text.message, where=str(path), hint=text.hint)
    ledgers = from_groups(text, path.name, _today(), _defaults(root))
    _bring(ledgers, folder, root, report, dry_run=dry_run)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the reader's own calendar


def _defaults(root: Path) -> Defaults:
    return settings(load(root)) if (root / "mkdocs.yml").is_file() else Defaults()


def _bring(
    ledgers: Sequence[Ledger], folder: Path | None, root: Path, report: Path | None, *, dry_run: bool
) -> None:
    """Writes the files, and says what became of the source."""
    target = folder or root / FOLDER
    if not dry_run and folder is None and not target.is_dir():
        hint = "run `hearthbook init` first, or say where to write with --to"
        raise HearthbookError("there is no folder communities/ here", where=str(root), hint=hint)
    if not ledgers:
        raise HearthbookError(
            "there is nothing in it to bring in", hint="look whether it has rows below the first"
        )
    if report and (report.exists() or report.is_symlink()):
        hint = "name another file, or take this one away"
        raise HearthbookError("it is there already, and is not overwritten", where=str(report), hint=hint)
    kept = {ledger.slug for ledger in ledgers if _is_there(target / f"{ledger.slug}.yml")}
    # all is written before a word is said: whoever reads along may stop listening, as `head` does
    lines = [_written(ledger, target, kept=ledger.slug in kept, dry_run=dry_run) for ledger in ledgers]
    if not dry_run and folder is None:
        write_schemas(root)
    if report:
        report.write_text(_as_json(ledgers, kept), encoding="utf-8", newline="\n")
    click.echo("\n".join(lines))
    _tell(ledgers, kept, report)


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _written(ledger: Ledger, target: Path, *, kept: bool, dry_run: bool) -> str:
    """What became of one file, in a line."""
    path = target / f"{ledger.slug}.yml"
    facts = count(ledger.placed, "fact", "facts")
    if not ledger.placed:
        return f"left   {path}: it would hold no fact, so it is not written"
    if kept:
        left = f"{facts} {'was' if ledger.placed == 1 else 'were'} left out"
        return f"kept   {path}: it is there already, so {left}"
    if dry_run:
        return f"would  {path}: {facts}"
    target.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(ledger.text())
    return f"new    {path}: {facts}"


def _tell(ledgers: Sequence[Ledger], kept: set[str], report: Path | None) -> None:
    unplaced = [each for ledger in ledgers for each in ledger.unplaced]
    brought = [ledger for ledger in ledgers if ledger.placed and ledger.slug not in kept]
    placed = sum(ledger.placed for ledger in brought)
    without = f"{len(unplaced):,} {'has' if len(unplaced) == 1 else 'have'} none"
    click.echo(f"\n{count(placed, 'fact has', 'facts have')} a place, {without}.")
    _list(unplaced, report)
    if doubts := [each for ledger in brought for each in ledger.doubts]:
        click.echo("\nPlease look at these; they were read with a guess:")
        _list(doubts, report)
    if lacking := [ledger for ledger in brought if ledger.missing]:
        some = ", ".join(f"{ledger.slug}.yml" for ledger in lacking[:3])
        more = f" and {len(lacking) - 3:,} more" if len(lacking) > 3 else ""  # noqa: PLR2004 - named above
        click.echo(f"\nTo be written by you: the lines that are switched off in {some}{more}.")
    if brought:
        click.echo("\nNext: read the files, then run `hearthbook check`.")


def _list(several: Sequence[Unplaced], report: Path | None) -> None:
    for each in several[:_TOLD]:
        click.echo(f"- {each}")
    if len(several) > _TOLD:
        where = f"all are in {report}" if report else "--report FILE writes them all"
        click.echo(f"and {len(several) - _TOLD:,} more; {where}")


def _as_json(ledgers: Sequence[Ledger], kept: set[str]) -> str:
    data = [
        {
            "file": f"{ledger.slug}.yml",
            "source": ledger.source,
            "placed": ledger.placed,
            "kept": ledger.slug in kept,
            "missing": list(ledger.missing),
            "unplaced": [{"where": one.where, "what": one.what, "why": one.why} for one in ledger.unplaced],
            "doubts": [{"where": one.where, "what": one.what, "why": one.why} for one in ledger.doubts],
        }
        for ledger in ledgers
    ]
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"
