"""Measures how Hearthbook's costs compare with plain MkDocs and Material on the same machine.

`python -m tests.bench` writes an archive of made-up communities into a temporary
folder and measures, each in a process of its own:

- check: `hearthbook check`, nothing cached; seconds and peak memory
- build: `hearthbook build` into an empty folder; seconds, pages a second, peak
  memory, size of the output
- the yardstick: the same pages as plain Markdown (`hearthbook render`), built by
  MkDocs and Material alone, and by Zensical where it is installed
- a page: what one reader's first page weighs, compressed: its HTML and the style
  sheets and scripts that it names, without fonts and pictures

Ratios hold from machine to machine; seconds do not. Peak memory is the resident
set of the largest process, as the system counts it.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import click

from tests.publish.sites import BIN, read

MEGA: Final = 1_000_000
WHO: Final = (
    "night nurses",
    "new fathers",
    "retired sailors",
    "people who learn Danish",
    "first-time managers",
)
WHAT: Final = (
    "finish a page a week",
    "repair what broke",
    "hold a hard talk",
    "cook for ten",
    "swim in winter",
)
WHERE: Final = ("help", "wins", "shelf", "plans", "tea")
WHEN: Final = ("every Tuesday at 17:00", "every Sunday at 09:30", "every Friday at 12:00")
COLOURS: Final = ("#8a4b2d", "#2f6f4f", "#31588a", "#7a3b69")
SETTINGS: Final = (
    "site_name: Bench\ndocs_dir: content\ntheme: {name: material}\n"
    "plugins: [hearthbook: {zone: Europe/Berlin}]\n"
)


@dataclass(frozen=True, kw_only=True)
class Run:
    """What one process cost."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, kw_only=True)
class Site:
    """What one site tool made of the archive, at what cost."""

    name: str
    run: Run
    pages: int
    output: float
    """Megabytes of all files together."""
    page: float
    """Kilobytes of one page with its styles and scripts, compressed."""


def community(number: int) -> str:
    """A community's file; neighbours in the archive differ in most facts."""
    who, what = WHO[number % len(WHO)], WHAT[number // 2 % len(WHAT)]
    norms = "\n".join(
        f"  - {{name: Habit {n}, statement: We {what} and leave number {n} to the others., "
        f"example: A story about habit {n}., kind: {('safety', 'pace')[n % 2]}}}"
        for n in range(3 + number % 4)
    )
    channels = "\n".join(f"  {name}: Where {who} talk about {name}" for name in WHERE[: 2 + number % 4])
    answers = "\n".join(f"  - {{q: What about {n} of us?, a: Ask in number {n}.}}" for n in range(number % 7))
    return f"""name: Group {number:05}
color: "{COLOURS[number % len(COLOURS)]}"
size: {10 + number % 90}
promise: {{for: [{who}], outcome: {what}, within: {2 + number % 8} weeks, boundary: {{cap: 100}}}}
norms:
{norms}
channels:
{channels}
rituals: {{The hour: {WHEN[number % len(WHEN)]}}}
roles: {{Host: Opens the door in week {number % 50}.}}
conduct: {{contacts: ["Ada {number}, ada{number}@example.org", "Bo {number}, bo@example.net"]}}
faq:
  - {{q: How do I begin?, a: Say hello to number {number}.}}
{answers}
"""


def write_archive(root: Path, communities: int) -> None:
    """An archive of that many communities."""
    (root / "communities").mkdir(parents=True)
    (root / "content").mkdir()
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    for number in range(communities):
        path = root / "communities" / f"group-{number:05}.yml"
        path.write_text(community(number), encoding="utf-8")


def measure(folder: Path, *words: str) -> Run:
    """Runs a command of this environment in a folder; stops the benchmark when it fails."""
    start = time.perf_counter()
    with (folder / "bench.log").open("wb") as log:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(
            [BIN / words[0], *words[1:]], cwd=folder, env=environment, stdout=log, stderr=log
        )
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        click.echo((folder / "bench.log").read_text(encoding="utf-8")[-3000:], err=True)
        sys.exit(f"{' '.join(words)} failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds=seconds, megabytes=usage.ru_maxrss * unit / MEGA)


def weight(page: Path) -> float:
    """Kilobytes of a page with the style sheets and scripts it names, compressed."""
    elements = read(page).elements
    named = [e.attributes["href"] for e in elements if e.attributes.get("rel") == "stylesheet"]
    named += [e.attributes["src"] for e in elements if e.tag == "script" and "src" in e.attributes]
    files = [page, *(page.parent / name for name in named if not urlsplit(name).netloc)]
    return sum(len(gzip.compress(file.read_bytes())) for file in files) / 1000


def site(name: str, folder: Path, *words: str) -> Site:
    """The site that a command builds into `folder/site`."""
    run = measure(folder, *words)
    built = folder / "site"
    return Site(
        name=name,
        run=run,
        pages=sum(1 for _ in built.rglob("index.html")),
        output=sum(path.stat().st_size for path in built.rglob("*") if path.is_file()) / MEGA,
        page=weight(built / "group-00000" / "start-here" / "index.html"),
    )


def table(sites: list[Site]) -> str:
    """The sites side by side, each with its ratio to the first."""
    rows = [f"{'':<22}{'seconds':>16}{'pages/s':>10}{'memory MB':>16}{'output MB':>16}{'page kB':>15}"]
    first = sites[0]
    for one in sites:
        cells = [
            _cell(one.run.seconds, first.run.seconds),
            f"{one.pages / one.run.seconds:.0f}".rjust(10),
            _cell(one.run.megabytes, first.run.megabytes),
            _cell(one.output, first.output),
            _cell(one.page, first.page, width=15),
        ]
        rows.append(f"{one.name:<22}" + "".join(cells))
    return "\n".join(rows)


def _cell(value: float, base: float, width: int = 16) -> str:
    ratio = "" if value is base else f" ({value / base:.1f}x)"
    return f"{value:.1f}{ratio:>8}".rjust(width)


@click.command()
@click.option("--communities", type=click.IntRange(1), default=100, show_default=True)
def main(communities: int) -> None:
    """Print what checking, building and reading an archive costs."""
    with tempfile.TemporaryDirectory(prefix="hearthbook-bench-") as folder:
        root, plain = Path(folder, "archive"), Path(folder, "plain")
        write_archive(root, communities)
        checked = measure(root, "hearthbook", "check")
        sites = [site("hearthbook", root, "hearthbook", "build")]
        click.echo(
            f"{communities:,} communities, {sites[0].pages:,} pages; "
            f"check: {checked.seconds:.1f} s, {checked.megabytes:.0f} MB"
        )
        measure(root, "hearthbook", "render", "--to", str(plain))
        sites.append(site("mkdocs + material", plain, "mkdocs", "build", "--quiet"))
        if (BIN / "zensical").is_file():
            sites.append(site("zensical", plain, "zensical", "build", "--clean"))
        click.echo(table(sites))


if __name__ == "__main__":
    main()
