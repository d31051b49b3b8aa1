"""`python -m bench.search 10 100 1000`: how the search is best split, and what the first question costs.

Each archive is built once. Then its pages are indexed in parts of several sizes: what one
part costs when one of its communities changes, what all of them cost, and what a reader
loads for the first question. Ten thousand communities are the thousand, ten times over
under other names, because only their number matters here.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from bench.archive import SEED, write_archive
from bench.ours import copy_program, our_site
from bench.process import MEGA
from bench.search_weight import RESULTS, asked_of, fixed, mean_result, whole_question
from bench.weigh import KILO
from hearthbook.publish import search_index, search_pack
from hearthbook.publish.finished import unpacked
from hearthbook.publish.search_index import Job, index, pages_below
from hearthbook.publish.search_parts import FOLDER, MOST, Part, parts_of
from hearthbook.publish.workers import indexers

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT: Final = Path(__file__).resolve().parents[1]
QUESTIONS: Final = ("newcomers", "newcomers report", "newcomers report meeting")
"""What is asked first, of one word, two and three."""
SIZES: Final = (16, 32, 64, 128)
"""Communities in a part, of which each is tried."""
REAL: Final = 1000
"""The largest archive that is built; larger ones are made of copies of its pages."""
SAMPLES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one way to split an archive costs."""

    most: int
    """Communities in a part at most."""
    parts: int
    pages: int
    """Pages in the largest part."""
    seconds: float
    """To index one part, the median of some."""
    memory: float
    """Megabytes that Pagefind held for the largest."""
    everywhere: tuple[float, ...]
    """Kilobytes of each of the QUESTIONS, asked of the whole archive."""
    here: float
    """Kilobytes of the longest of them, asked of one community."""


def _copied(site: Path, many: int, room: Path) -> Path:
    """The pages of a site so often that there are `many` communities, by links to the same files."""
    slugs = [path.parent.parent.name for path in sorted(site.glob("*/faq/index.html"))]
    for number in range(many // len(slugs)):
        for slug in slugs:
            for name in pages_below(str(site), slug):
                to = room / name.replace(slug, f"{slug}-{number}", 1)
                to.parent.mkdir(parents=True, exist_ok=True)
                os.link(site / name, to)
    return room


@contextmanager
def _chunks_as_they_come() -> Iterator[None]:
    """Leaves Pagefind's own chunks as they are."""
    before = search_pack._KNOWN  # noqa: SLF001 - what is measured is what it is good for
    search_pack._KNOWN = "none"  # type: ignore[misc]  # noqa: SLF001 - the same
    try:
        yield
    finally:
        search_pack._KNOWN = before  # type: ignore[misc]  # noqa: SLF001 - the same


def _write(folder: Path, job: Job) -> float:
    """Indexes a part into a folder; returns the seconds."""
    start = time.perf_counter()
    files = unpacked(index(job)).files
    taken = time.perf_counter() - start
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return taken


def _megabytes(job: Job) -> float:
    """The most memory that Pagefind holds while it indexes a part."""
    with tempfile.TemporaryDirectory(prefix="hearthbook-bench-") as name:
        source = Path(name, "pages")
        search_index._write_pages(job, source)  # noqa: SLF001 - the program alone is measured
        command = [search_index._program(), "--site", str(source), "--silent"]  # noqa: SLF001 - the same
        with subprocess.Popen(command) as running:
            _, _, used = os.wait4(running.pid, 0)
            running.returncode = 0
    return used.ru_maxrss * 1024 / MEGA


def _job(site: Path, part: Part) -> Job:
    return Job(folder=part.folder, site=str(site), language=part.language, slugs=part.slugs)


def cost(site: Path, pages: Path, most: int) -> Cost:
    """What an archive costs in parts of this size: `site` has the scripts, `pages` the pages."""
    slugs = [path.parent.parent.name for path in sorted(pages.glob("*/faq/index.html"))]
    parts = sorted(parts_of(dict.fromkeys(slugs, "en"), most=most), key=lambda part: -len(part.slugs))
    with tempfile.TemporaryDirectory(prefix="hearthbook-bench-") as name:
        room = Path(name)
        some = parts[: 1 if len(parts) == 1 else SAMPLES]
        taken = sorted(_write(room, _job(pages, part)) for part in some)
        memory = _megabytes(_job(pages, parts[0]))
        base = fixed(site)[0]
        hub = [asked_of(site / FOLDER / "en", question)[0] for question in QUESTIONS]
        shown = RESULTS * mean_result(room / parts[0].folder)
        sums = [
            sum(asked_of(room / part.folder, question)[0] for part in some) / len(some)
            for question in QUESTIONS
        ]
        return Cost(
            most=most,
            parts=len(parts),
            pages=sum(len(pages_below(str(pages), slug)) for slug in parts[0].slugs),
            seconds=taken[len(taken) // 2],
            memory=memory,
            everywhere=tuple(
                (base + own + one * len(parts) + shown) / KILO for own, one in zip(hub, sums, strict=True)
            ),
            here=(base + hub[-1] + sums[-1] + shown) / KILO,
        )


def table(rows: list[Cost]) -> str:
    """The costs as a table in Markdown."""
    head = (
        "part",
        "parts",
        "pages",
        "re-index, s",
        "memory, MB",
        "1 word, kB",
        "2 words",
        "3 words",
        "in one",
    )
    lines = [head, ("---:",) * len(head)]
    for row in rows:
        asked = [f"{kilo:.0f}" for kilo in (*row.everywhere, row.here)]
        plain = (f"{row.most}", f"{row.parts}", f"{row.pages}", f"{row.seconds:.2f}", f"{row.memory:.0f}")
        lines.append((*plain, *asked))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def cold(site: Path, pages: Path, jobs: int = 2) -> tuple[float, int]:
    """Seconds to index a whole archive in so many processes, and its pages."""
    slugs = [path.parent.parent.name for path in sorted(pages.glob("*/faq/index.html"))]
    parts = parts_of(dict.fromkeys(slugs, "en"))
    start = time.perf_counter()
    count = sum(
        1
        for data in indexers(jobs)([_job(pages, part) for part in parts])
        for name in unpacked(data).files
        if "/fragment/" in name
    )
    del site
    return time.perf_counter() - start, count


def measure(communities: int) -> str:
    """The section about an archive of one size."""
    with tempfile.TemporaryDirectory(prefix="hearthbook-bench-") as name:
        room = Path(name).resolve()
        archive = write_archive(room / "archive", min(communities, REAL), SEED)
        ours = our_site(copy_program(CHECKOUT, room / "program"), archive, room / "cache")
        ours.build_with()
        site = ours.output
        pages = _copied(site, communities, room / "copies") if communities > REAL else site
        rows = [cost(site, pages, most) for most in SIZES if most == SIZES[0] or most // 2 < communities]
        lines = [f"## {communities:,} communities\n", table(rows)]
        with _chunks_as_they_come():
            lines += [
                f"With Pagefind's own chunks, {MOST} communities a part:\n",
                table([cost(site, pages, MOST)]),
            ]
        if communities <= REAL:
            seconds, count = cold(site, pages)
            size, requests = whole_question(site, QUESTIONS[1])
            lines.append(
                f"All {count:,} pages in parts of {MOST}, two processes: {seconds:.1f} s. As it is built, "
                f"the first question of two words takes {size / KILO:.0f} kB in {requests} requests.\n"
            )
        return "\n".join(lines)


@click.command()
@click.argument("sizes", nargs=-1, type=click.IntRange(1), metavar="[COMMUNITIES]...")
def main(sizes: tuple[int, ...]) -> None:
    """Print the tables for archives of so many COMMUNITIES (default: 10 100 1000)."""
    click.echo(f"Pagefind: {search_index.make()}\n")
    for size in sizes or (10, 100, REAL):
        click.echo(measure(size))


if __name__ == "__main__":
    main()
