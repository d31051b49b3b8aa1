"""`hearthbook merge`: one site from the shards that several machines built."""

from __future__ import annotations

from pathlib import Path

import click

from hearthbook.cli.common import cache_of, count, processors, project_option


@click.command()
@click.argument(
    "shards",
    nargs=-1,
    required=True,
    metavar="DIR...",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@click.option(
    "--to",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    show_default="the folder that mkdocs.yml names",
    help="Where the site goes.",
)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
@project_option
def merge(shards: tuple[Path, ...], target: Path | None, root: Path, *, strict: bool, quiet: bool) -> None:
    """Join the shards in DIR... into one site, the same as one build makes.

    Each DIR is the site folder of a `hearthbook build --shard 1/4`, 2/4 and so
    on. All shards of one commit have to be there; if anything is wrong, the old
    site stays.

    \b
    hearthbook merge shards/1 shards/2 shards/3 shards/4
    hearthbook merge shards/* --to public
    """  # noqa: D301 - click reads the backspace
    from hearthbook.publish.builder import own_folder  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.configuration import load  # noqa: PLC0415
    from hearthbook.publish.joining import merge as join  # noqa: PLC0415
    from hearthbook.publish.store import Store  # noqa: PLC0415
    from hearthbook.publish.workers import indexers  # noqa: PLC0415

    root = root.resolve()
    joined = join(
        shards,
        own_folder(root, target or Path(load(root).site_dir)),
        store=Store(cache_of(root)),
        strict=strict,
        indexers=indexers(processors()),
        wait=lambda: click.echo("another build of this site is at work; waiting for it", err=True),
    )
    for warning in joined.warnings:
        click.echo(f"warning: {warning}", err=True)
    if not quiet:
        pages, communities = joined.pages, joined.communities
        shown = f"{count(pages, 'page', 'pages')} for {count(communities, 'community', 'communities')}"
        folders = len({folder.resolve() for folder in shards})
        click.echo(f"{shown} from {count(folders, 'shard', 'shards')}: {joined.site_dir}")
