"""`hearthbook owners`: whom the forge asks about which file, from the roles in the communities."""

from __future__ import annotations

import os
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from hearthbook.cli.common import processors, project_option
from hearthbook.errors import HearthbookError
from hearthbook.export.codeowners import FILES, FORGES, READ_BEFORE

if TYPE_CHECKING:
    from hearthbook.export.codeowners import Forge

_SHADOWED = "the forge reads this file instead of {}"


def _forge(top: Path) -> Forge:
    """The forge whose file is there already, else the one whose folder is, else GitHub."""
    by_file = [forge for forge in FORGES if (top / FILES[forge]).is_file()]
    by_folder = [forge for forge in FORGES if (top / FILES[forge]).parent.is_dir()]
    gitlab: list[Forge] = ["gitlab"] if (top / ".gitlab-ci.yml").is_file() else []
    return next(iter([*by_file, *by_folder, *gitlab]), "github")


def _write(path: Path, text: str) -> None:
    """Puts the file there in one move, so that nobody reads half of it."""
    if path.is_symlink() or path.parent.is_symlink():
        raise HearthbookError("this is a link, and links are not followed", where=str(path), hint="remove it")
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".owners-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _alone(top: Path, forge: Forge) -> None:
    """Raises HearthbookError where a file lies in the way that the forge would read instead."""
    for name in READ_BEFORE[forge]:
        if (top / name).exists():
            hint = "take what you need over and delete it"
            raise HearthbookError(_SHADOWED.format(FILES[forge]), where=name, hint=hint)


def _differs(path: Path, name: str, text: str) -> str:
    """How the file differs from what it should be; empty where it does not."""
    try:
        there = path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        there = ""
    lines = unified_diff(there.splitlines(), text.splitlines(), name, f"{name} as it should be", lineterm="")
    return "\n".join(lines) or ("" if there == text else f"{name}: its line ends differ")


@click.command()
@click.option("--print", "mode", flag_value="print", default=True, help="Print CODEOWNERS (default).")
@click.option("--write", "mode", flag_value="write", help="Write it to where the forge looks for it.")
@click.option("--check", "mode", flag_value="check", help="Exit with 1 if the file there is not current.")
@click.option(
    "--forge",
    type=click.Choice(FORGES),
    help="In whose syntax.  [default: whose folder is there, else github]",
)
@project_option
def owners(mode: Literal["print", "write", "check"], forge: Forge | None, root: Path) -> None:
    """Give CODEOWNERS: founders, hosts and whoever keeps a handbook true are asked about its files.

    Whoever has an account on the forge says so with an @, as in `handle: "@ada"`. People
    with `show: nothing` are left out, because everybody can read the file.

    \b
    hearthbook owners
    hearthbook owners --write
    hearthbook owners --check --forge gitlab
    """  # noqa: D301 - click reads the backspace
    from hearthbook.history.differing import top_of  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.owning import owners as owning  # noqa: PLC0415

    chosen = forge or _forge(top_of(root))
    found = owning(root, chosen, processors())
    for warning in found.warnings:
        click.echo(warning, err=True)
    if mode == "print":
        click.echo(found.text, nl=False)
        return
    name = FILES[chosen]
    _alone(found.top, chosen)
    if mode == "write":
        _write(found.top / name, found.text)
        click.echo(f"{name} is written")
    elif told := _differs(found.top / name, name, found.text):
        click.echo(told)
        click.echo(f"{name}: not current; run `hearthbook owners --write --forge {chosen}`", err=True)
        sys.exit(1)
