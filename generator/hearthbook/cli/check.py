"""`hearthbook check`: every problem in one run, each with its place and remedy."""

from __future__ import annotations

import sys
from dataclasses import asdict
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from hearthbook.cli.common import cache_of, processors, project_option
from hearthbook.lint.report import as_json, as_text
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.publish.unchanged import Memory

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.unchanged import Before


def _concerns(finding: Finding, slug: str, ancestors: dict[str, list[str]]) -> bool:
    """Whether a finding is about a community, its articles, or a file that it extends."""
    file = finding.place.file
    files = (f"communities/{slug}.yml", *ancestors.get(slug, ()))
    return finding.community == slug or file in files or file.startswith(f"content/{slug}/")


def _known(slugs: tuple[str, ...], root: Path) -> None:
    known = {path.stem for path in (root / "communities").glob("*.yml")}
    for slug in slugs:
        if slug not in known:
            near = get_close_matches(slug, sorted(known), n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"there is no file communities/{slug}.yml{hint}")


def _fresh(root: Path, memory: Memory, before: Before) -> dict[str, Any]:
    """The archive's findings, by reading what changed."""
    from hearthbook.publish.checked import check_archive  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.store import Store  # noqa: PLC0415
    from hearthbook.publish.workers import readers  # noqa: PLC0415

    checked = check_archive(root, Store(cache_of(root)), readers(processors()))
    answer = {
        "findings": [asdict(finding) for finding in checked.findings],
        "files": checked.files,
        "ancestors": {slug: list(files) for slug, files in checked.ancestors.items() if files},
    }
    memory.remember(answer, before, checked.besides)
    return answer


def _finding(row: dict[str, Any]) -> Finding:
    return Finding(**{**row, "severity": Severity(row["severity"]), "place": Place(**row["place"])})


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
@project_option
def check(slugs: tuple[str, ...], shape: str, root: Path) -> None:
    """Say what is wrong in the archive, or in some communities of it.

    Exit code 0: nothing wrong. 1: there are errors. 2: wrong use.

    \b
    hearthbook check
    hearthbook check book-circle --format json
    """  # noqa: D301 - click reads the backspace
    _known(slugs, root)
    root = root.resolve()
    memory = Memory(cache_of(root) / "checked.json")
    before = memory.begin(root)
    answer = memory.recall(before) or _fresh(root, memory, before)
    findings = [_finding(row) for row in answer["findings"]]
    if slugs:
        findings = [f for f in findings if any(_concerns(f, slug, answer["ancestors"]) for slug in slugs)]
    report = as_json if shape == "json" else as_text
    click.echo(report(findings, len(slugs) or answer["files"]))
    if any(finding.severity is Severity.ERROR for finding in findings):
        sys.exit(1)
