"""`python -m bench 10 100`: measures, prints a table, and writes it to a file of Markdown."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, TypedDict, Unpack

import click

from bench.archive import SEED, Archive, write_archive
from bench.calendars import measure as calendars
from bench.calendars import section as calendars_section
from bench.history import measure as history
from bench.history import section as history_section
from bench.machine import machine
from bench.mixing import measured
from bench.mixing import section as mixing_section
from bench.ours import Program, copy_program, our_site, our_values
from bench.pages import example_pages
from bench.preview import reload_seconds
from bench.process import CommandError
from bench.report import Result, report, section
from bench.rows import Column, Key
from bench.site import Line, Repeats, Site, build_values
from bench.weigh import words_per_page
from bench.yardsticks import YARDSTICKS, installed, yardstick_site

CHECKOUT: Final = Path(__file__).resolve().parents[1]
MANY: Final = 1000
"""From this size on, what builds everything is measured once."""


class Options(TypedDict):
    """What one may choose, beside the sizes."""

    runs: int
    yardsticks_up_to: int
    seed: int
    date: str
    checkout: Path
    target: Path


def say(text: str) -> None:
    """Tells what is going on, beside the table."""
    click.echo(text, err=True)


def _told(tool: str, what: str, problem: CommandError) -> str:
    """What could not be measured, for the report; all of it is told at once."""
    say(str(problem))
    return f"{tool}, {what}: not measured, because {str(problem).splitlines()[0]}."


def _column(site: Site, values: dict[Key, float], runs: int, notes: list[str]) -> Column:
    """A tool's figures together with its preview's, where it has one and it works."""
    if site.serve:
        try:
            values["reload"] = reload_seconds(site, runs)
        except CommandError as problem:
            notes.append(_told(site.tool, "serve", problem))
    return Column(tool=site.tool, values=values)


def _yardsticks(plain: Path, line: Line, room: Path, runs: int, notes: list[str]) -> list[Column]:
    """What the installed tools cost; what goes wrong with one of them stops nothing."""
    columns = []
    for yardstick in YARDSTICKS:
        program = installed(yardstick)
        if not program:
            continue
        say(f"  {yardstick.name}")
        folder = room / yardstick.program
        try:
            site = yardstick_site(yardstick, program, plain, folder, line)
            values = build_values(site, again=runs, cold=runs)
            columns.append(_column(site, values, runs, notes))
        except CommandError as problem:
            notes.append(_told(yardstick.name, "build", problem))
        shutil.rmtree(folder, ignore_errors=True)
    return columns


def _plain(program: Program, site: Site, archive: Archive, room: Path) -> tuple[Path, Line]:
    """The archive as plain Markdown, and the sentence in it that will be changed."""
    plain = room / "plain"
    site.run(*program.command, "render", "--to", plain)
    return plain, Line(plain / "docs" / site.slug / "norms.md", archive.statement)


def measure(communities: int, options: Options) -> Result:
    """Everything about an archive of one size, in a folder that is gone afterwards."""
    notes: list[str] = []
    runs = options["runs"]
    repeats = Repeats(light=runs, heavy=1 if communities >= MANY else runs)
    with tempfile.TemporaryDirectory(prefix="hearthbook-bench-") as name:
        room = Path(name).resolve()
        say(f"{communities:,} communities")
        archive = write_archive(room / "archive", communities, options["seed"])
        program = copy_program(options["checkout"], room / "program")
        site = our_site(program, archive, room / "cache")
        plain, line = _plain(program, site, archive, room)
        pages, words = words_per_page(plain / "docs")
        say("  Hearthbook")
        columns = [_column(site, our_values(site, program, repeats), runs, notes)]
        site.forget()
        if communities <= options["yardsticks_up_to"]:
            columns += _yardsticks(plain, line, room, repeats.heavy, notes)
    return Result(
        communities=communities,
        pages=pages,
        words=words,
        light=repeats.light,
        heavy=repeats.heavy,
        columns=tuple(columns),
        notes=tuple(notes),
    )


@click.command()
@click.argument("sizes", nargs=-1, type=click.IntRange(1), metavar="[COMMUNITIES]...")
@click.option("--runs", type=click.IntRange(1), default=3, show_default=True, help="Runs for each median.")
@click.option(
    "--yardsticks-up-to",
    type=click.IntRange(0),
    default=100,
    show_default=True,
    help="The largest archive that other tools build as well.",
)
@click.option("--seed", default=SEED, show_default=True, help="Another one gives other archives.")
@click.option("--date", default=lambda: time.strftime("%Y-%m-%d"), help="The date to write down.")
@click.option(
    "--checkout",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=CHECKOUT,
    show_default="this one",
    help="The Hearthbook to measure.",
)
@click.option(
    "--to",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    default=CHECKOUT / "bench" / "RESULTS.md",
    show_default="bench/RESULTS.md",
    help="The file to write.",
)
def main(sizes: tuple[int, ...], **options: Unpack[Options]) -> None:
    """Measure archives of so many COMMUNITIES (default: 10 100 1000).

    \b
    python -m bench 10 100
    python -m bench 10000 --runs 1
    """  # noqa: D301 - click reads the backspace
    described = machine()
    results: list[Result] = []
    try:
        pages = example_pages(options["checkout"])
    except CommandError as problem:
        sys.exit(str(problem))
    say("calendars")
    pages = f"{pages}\n{calendars_section(calendars())}"
    say("mixing")
    pages = f"{pages}\n{mixing_section(measured())}"
    say("what changed")
    pages = f"{pages}\n{history_section(history())}"
    click.echo(pages)
    for size in sizes or (10, 100, MANY):
        try:
            found = measure(size, options)
        except CommandError as problem:
            sys.exit(str(problem))
        results.append(found)
        click.echo(section(found))
        options["target"].write_text(
            report(results, described, options["date"], pages), encoding="utf-8", newline="\n"
        )
    say(f"written to {options['target'].name}")


if __name__ == "__main__":
    main()
