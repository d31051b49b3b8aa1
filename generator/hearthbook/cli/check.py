"""`hearthbook check`: every problem and all advice in one run, each with its place and remedy."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from hearthbook.cli.common import cache_of, memory_of, processors, project_option
from hearthbook.cli.kept import report_of
from hearthbook.history.tracked import tracked_members
from hearthbook.model.findings import Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from hearthbook.model.findings import Finding
    from hearthbook.model.report import Report
    from hearthbook.publish.checked import Chosen
    from hearthbook.publish.unchanged import Before, Memory


def _known(slugs: tuple[str, ...], root: Path) -> None:
    known = {path.stem for path in (root / "communities").glob("*.yml")}
    for slug in slugs:
        if slug not in known:
            near = get_close_matches(slug, sorted(known), n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"there is no file communities/{slug}.yml{hint}")


def _chosen(select: Iterable[str], ignore: Iterable[str]) -> Chosen:
    """The codes on the command line; raises HearthbookError for one that fits no rule."""
    from hearthbook.lint.explained import pages  # noqa: PLC0415 - takes long to import
    from hearthbook.lint.settings import codes  # noqa: PLC0415
    from hearthbook.publish.checked import Chosen  # noqa: PLC0415

    def read(written: Iterable[str], option: str) -> tuple[str, ...]:
        parts = [part for each in written for part in each.split(",") if part.strip()]
        return codes(parts, pages(), option) if parts else ()

    return Chosen(select=read(select, "--select"), ignore=read(ignore, "--ignore"))


def _fresh(root: Path, memory: Memory, before: Before, asked: dict[str, Any]) -> dict[str, Any]:
    """The archive's report, by reading what changed."""
    from hearthbook.publish.checked import check_archive  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.store import Store  # noqa: PLC0415
    from hearthbook.publish.workers import readers  # noqa: PLC0415

    today = date.fromisoformat(asked["today"])
    chosen = _chosen(asked["select"], asked["ignore"])
    checked = check_archive(root, today, Store(cache_of(root)), readers(processors()), chosen)
    answer = {
        "asked": asked,
        "report": asdict(checked.report),
        "ancestors": {slug: list(files) for slug, files in checked.ancestors.items() if files},
    }
    memory.remember(answer, before, checked.besides, variables=checked.variables)
    return answer


def _concerns(finding: Finding, slug: str, ancestors: Mapping[str, list[str]]) -> bool:
    """Whether a finding is about a community, its articles, or a file that it extends."""
    file = finding.place.file
    files = (f"communities/{slug}.yml", *ancestors.get(slug, ()))
    return finding.community == slug or file in files or file.startswith(f"content/{slug}/")


def _narrowed(report: Report, slugs: tuple[str, ...], ancestors: Mapping[str, list[str]]) -> Report:
    """What a report says of some communities."""
    if not slugs:
        return report
    findings = tuple(f for f in report.findings if any(_concerns(f, slug, ancestors) for slug in slugs))
    there = {slug: one for slug, one in report.communities.items() if slug in slugs}
    return replace(report, checked=len(slugs), findings=findings, communities=there)


def _look(root: Path, asked: dict[str, Any], slugs: tuple[str, ...]) -> Report:
    """The report on an archive, from memory if nothing has changed."""
    memory = memory_of(root, "checked")
    before = memory.begin(root)
    answer = memory.recall(before)
    if not answer or answer["asked"] != asked:
        answer = _fresh(root, memory, before, asked)
    report = _narrowed(report_of(answer["report"]), slugs, answer["ancestors"])
    # asked anew each time: what git tracks changes without any file of the archive
    leaks = tracked_members(root)
    return replace(report, findings=in_order([*report.findings, *leaks])) if leaks else report


def _wrong_use(shape: str, *, fix: bool, yes: bool) -> None:
    if yes and not fix:
        raise click.UsageError("--yes answers what --fix asks; write both")
    if fix and shape != "text":
        raise click.UsageError("--fix shows people what it does; leave --format out")


def _offer(report: Report) -> str:
    """A line for founders who need not do everything themselves; empty where there is nothing to offer."""
    fixes = {finding.fix for finding in report.findings if finding.fix}
    if not fixes:
        return ""
    asks = sum(len(fix.new) > 1 for fix in fixes)
    once = "once you say whose clock counts"
    how = once if asks == len(fixes) else f"for you, {asks} of them {once}" if asks else "for you"
    return f"`hearthbook check --fix` can mend {len(fixes)} of these {how}."


class _Source:
    """The lines of the archive's files, each file read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, Sequence[str]] = {}

    def __call__(self, file: str) -> Sequence[str]:
        """The lines of a file; none where it cannot be read."""
        if file not in self._read:
            try:
                self._read[file] = (self._root / file).read_text(encoding="utf-8-sig").splitlines()
            except (OSError, ValueError):
                self._read[file] = ()
        return self._read[file]


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "sarif", "github", "gitlab", "junit"]),
    default="text",
    show_default=True,
    help="For people, for programs, for code hosts, for GitHub's and GitLab's lines, for build servers.",
)
@click.option("--select", multiple=True, metavar="CODE", help="Only these rules: HB203, or HB2 for a group.")
@click.option("--ignore", multiple=True, metavar="CODE", help="All but these rules.")
@click.option("--all", "whole", is_flag=True, help="Every piece of advice, not only the best for each file.")
@click.option("--fix", is_flag=True, help="Show what can be mended for you, and write it after a yes.")
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
@project_option
def check(  # noqa: PLR0913 - one for each option
    *,
    slugs: tuple[str, ...],
    shape: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    whole: bool,
    fix: bool,
    yes: bool,
    root: Path,
) -> None:
    """Say what is wrong in the archive, or in some communities of it, and what would help.

    Exit code 0: no errors; advice is no error. 1: there are errors. 2: wrong use.

    \b
    hearthbook check
    hearthbook check book-circle
    hearthbook check --select HB2 --format json
    hearthbook check --fix
    hearthbook explain HB201
    """  # noqa: D301 - click reads the backspace
    from hearthbook.lint.reporters import REPORTERS  # noqa: PLC0415 - takes long to import
    from hearthbook.lint.reporters.text import as_text  # noqa: PLC0415

    _wrong_use(shape, fix=fix, yes=yes)
    _known(slugs, root)
    root = root.resolve()
    asked = {"today": date.today().isoformat(), "select": list(select), "ignore": list(ignore)}  # noqa: DTZ011 - the day on the reader's own calendar
    report = _look(root, asked, slugs)
    end = "" if fix or shape != "text" else _offer(report)
    if fix:
        from hearthbook.cli.fix import mend  # noqa: PLC0415

        written, end = mend(root, report, yes=yes)
        report = _look(root, asked, slugs) if written else report
    source = _Source(root)
    click.echo(as_text(report, source, whole=whole) if shape == "text" else REPORTERS[shape](report, source))
    if end:
        click.echo(f"\n{end}")
    if any(finding.severity is Severity.ERROR for finding in report.findings):
        sys.exit(1)
