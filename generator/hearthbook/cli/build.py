"""`hearthbook build`: the site, or the old one untouched."""

from __future__ import annotations

import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from hearthbook.cli.common import cache_of, count, memory_of, processors, project_option
from hearthbook.cli.progress import shown
from hearthbook.publish.ahead import sealing_ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hearthbook.publish.shards import Share
    from hearthbook.publish.unchanged import Before, Memory
    from hearthbook.publish.workers import Makers

_NOTHING: Final = "all as it was"
"""What a build did that had nothing to do."""


@click.command()
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=processors,
    show_default="one for each core",
    help="How many processes make pages.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Have the workers of a Dask scheduler make the pages. Trust it: it can run programs here.",
)
@click.option(
    "--shard",
    metavar="NUMBER/OF",
    callback=lambda _context, _option, written: _share(written) if written else None,
    help="Build one share of the site, such as 1/4, in a folder without a whole site; "
    "`hearthbook merge` joins them.",
)
@click.option(
    "--portable",
    is_flag=True,
    help="Write a copy besides that opens from a folder by a double click, without a server: "
    "beside the site's folder, as site-portable/.",
)
@project_option
def build(  # noqa: PLR0913 - one for each option
    root: Path,
    jobs: int,
    cluster: str | None,
    shard: Share | None,
    *,
    strict: bool,
    quiet: bool,
    portable: bool,
) -> None:
    """Make the site, into the folder that mkdocs.yml names (site/).

    Only what changed is made again. Readers see each community's pages old or
    new, never half; if anything is wrong, the old ones stay.

    \b
    hearthbook build
    hearthbook build --strict --project ../my-archive
    hearthbook build --cluster tcp://host:8786
    hearthbook build --shard 1/4
    hearthbook build --portable
    """  # noqa: D301 - click reads the backspace
    if portable and shard:
        raise click.UsageError("a share is no whole site: join the shards first, then build with --portable")
    start = time.monotonic()
    root = root.resolve()
    memory = memory_of(root, "built")
    before = memory.begin(root)
    answer = None if shard else memory.recall(before)
    if answer is None or (strict and answer["warnings"]):
        answer = _built(root, memory, before, _Order(jobs, cluster, shard, strict, quiet))
    copied = _portable(root, answer["site"]) if portable else ""
    for warning in answer["warnings"]:
        click.echo(f"warning: {warning}", err=True)
    if not quiet:
        click.echo(_summary(answer, time.monotonic() - start))
        if copied:
            click.echo(f"a copy to open without a server: {copied}")


def _share(written: str) -> Share:
    from hearthbook.publish.shards import share  # noqa: PLC0415 - takes long to import

    try:
        return share(written)
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from None


def _portable(root: Path, site: str) -> str:
    """Writes the copy for reading from a folder; returns the page with which one begins."""
    from hearthbook.publish.configuration import load  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.portable import write_portable  # noqa: PLC0415

    return str(write_portable(Path(site), load(root).site_url or "", _waiting) / "index.html")


def _waiting() -> None:
    click.echo("another build of this site is at work; waiting for it", err=True)


class _Order(NamedTuple):
    """Which pages to make, who makes them, and how it is told."""

    jobs: int
    cluster: str | None
    shard: Share | None
    strict: bool
    quiet: bool

    @property
    def makers(self) -> Makers:
        """Workers elsewhere, or processes here."""
        from hearthbook.publish import cluster, workers  # noqa: PLC0415 - takes long to import

        return cluster.makers(self.cluster) if self.cluster else workers.makers(self.jobs)


def _built(root: Path, memory: Memory, before: Before, order: _Order) -> dict[str, Any]:
    """Builds, and remembers what there is to say if nothing changes."""
    seal = sealing_ahead(memory.outputs())
    from hearthbook.publish.builder import Wishes, build_site  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.news import done  # noqa: PLC0415
    from hearthbook.publish.store import Store  # noqa: PLC0415
    from hearthbook.publish.workers import indexers, readers  # noqa: PLC0415

    with shown(quiet=order.quiet) as tell, _stopped_in_words() as moving:
        wishes = Wishes(
            strict=order.strict,
            store=Store(cache_of(root)),
            makers=order.makers,
            readers=readers(order.jobs),
            indexers=indexers(order.jobs),
            jobs=order.jobs,
            seal=seal,
            share=order.shard,
            tell=tell,
            moving=moving,
            wait=_waiting,
        )
        built = build_site(root, wishes)
    answer = {
        "pages": built.pages,
        "communities": built.communities,
        "site": str(built.site_dir),
        "warnings": built.warnings,
        "done": _NOTHING,
    }
    # a share is no whole site
    if order.shard:
        memory.forget()
    else:
        memory.remember(answer, before, built.besides, built.outputs, built.variables)
    anything = built.made or built.dressed or built.around or built.removed
    return {**answer, "done": done(built) if anything else _NOTHING}


@contextmanager
def _stopped_in_words() -> Iterator[Callable[[], None]]:
    """Says after Ctrl+C what became of the site; what it yields is called when new pages begin to move in."""
    said = "the old site is untouched"

    def moving() -> None:
        nonlocal said
        said = "each community's pages are the old ones or the new ones; build again"

    try:
        yield moving
    except KeyboardInterrupt:
        click.echo(f"stopped; {said}", err=True)
        raise


def _summary(answer: dict[str, Any], seconds: float) -> str:
    pages = count(answer["pages"], "page", "pages")
    communities = count(answer["communities"], "community", "communities")
    done = f", {answer['done']}" if answer["done"] else ""
    return f"{pages} for {communities}{done} in {seconds:.1f} s: {answer['site']}"
