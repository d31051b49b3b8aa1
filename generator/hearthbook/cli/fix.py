"""`hearthbook check --fix`: shows what can be mended without a thought, and writes it after a yes."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

import click

from hearthbook.cli.common import count
from hearthbook.edit.files import write
from hearthbook.edit.plan import plan
from hearthbook.lint.reporters.text import harmless

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.edit.plan import Plan
    from hearthbook.model.edits import Edit
    from hearthbook.model.report import Report

_COLOURS: Final = {"+": "green", "-": "red", "@": "cyan"}
_NOTHING: Final = "There is nothing that can be mended without you."
_HOW: Final = "Nothing is written yet. `hearthbook check --fix --yes` writes what is shown above."


def on_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


@dataclass(frozen=True)
class _Chooser:
    """Knows which time zone an abbreviation stands for: the archive's own, or what the founder says."""

    root: Path
    ask: bool
    said: dict[tuple[str, str], str] = field(default_factory=dict)
    """File and abbreviation -> the answer, so that each is asked for once."""

    def __call__(self, edit: Edit) -> str:
        """One of the zones, or nothing."""
        if self._own in edit.new or not self.ask:
            return self._own if self._own in edit.new else ""
        key = (edit.file, edit.old)
        if key not in self.said:
            self.said[key] = _asked(edit)
        return self.said[key]

    @cached_property
    def _own(self) -> str:
        from hearthbook.publish.configuration import load, settings  # noqa: PLC0415 - takes long to import

        return settings(load(self.root)).zone or "" if (self.root / "mkdocs.yml").is_file() else ""


def _asked(edit: Edit) -> str:
    click.echo(f"{edit.file}:{edit.line}: `{harmless(edit.old)}` is not a place. Whose clock counts?")
    for number, zone in enumerate(edit.new, 1):
        click.echo(f"  {number}  {zone}")
    click.echo("  0  none of these, leave it as it is")
    number = click.prompt("Number", type=click.IntRange(0, len(edit.new)), default=0)
    return edit.new[number - 1] if number else ""


def mend(root: Path, report: Report, *, yes: bool) -> tuple[bool, str]:
    """Shows what can be mended and writes it if it may; whether it did, and what to say at the end."""
    ask = not yes and on_terminal()
    fixes = [finding.fix for finding in report.findings if finding.fix]
    made = plan(root, fixes, _Chooser(root, ask))
    _show(made)
    if not made.drafts:
        return False, _NOTHING
    changes = count(sum(len(draft.done) for draft in made.drafts), "change", "changes")
    files = count(len(made.drafts), "file", "files")
    if ask and not click.confirm(f"Write {changes} to {files}?"):
        return False, "Nothing is written."
    return _write(root, made) if yes or ask else (False, _HOW)


def _show(made: Plan) -> None:
    for draft in made.drafts:
        for line in draft.diff():
            colour = _COLOURS.get(line[:1]) if line[:3] not in {"+++", "---"} else None
            click.echo(click.style(harmless(line), fg=colour) if colour else harmless(line))
        click.echo()
    for one in made.left:
        click.echo(f"{one.edit.file}:{one.edit.line}: left as it is: {one.why}")
    if made.left:
        click.echo()


def _write(root: Path, made: Plan) -> tuple[bool, str]:
    written = []
    for draft in made.drafts:
        if why := write(root, draft.file, draft.before, draft.after):
            click.echo(f"{draft.file}: not written: {why}", err=True)
        else:
            written.append(draft.file)
            click.echo(f"mended {draft.file}")
    click.echo()
    if not written:
        return False, "Nothing is written."
    git = any((folder / ".git").exists() for folder in (root, *root.parents))
    back = " `git diff` shows it; `git restore` goes back to your last commit." if git else ""
    return True, f"{count(len(written), 'file', 'files')} mended.{back}"
