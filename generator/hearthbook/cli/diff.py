"""`hearthbook diff`: what changed between two versions, as a member would notice it."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from hearthbook.cli.common import project_option
from hearthbook.errors import HearthbookError
from hearthbook.model.changes import KINDS

if TYPE_CHECKING:
    from babel import Locale

    from hearthbook.calendar.speaking import Say
    from hearthbook.compare.comparison import Comparison, Entry
    from hearthbook.compare.voice import Voice
    from hearthbook.model.archive import Archive, Defaults

_MOST: Final = 2
"""Versions that can be compared."""


class _Sides(NamedTuple):
    """The two versions that were asked for."""

    old: str
    """A revision, or a path."""
    new: str
    """A revision or a path; empty for the files as they are."""
    kind: str
    """`revisions`, `files` or `folders`."""
    parted: bool = False
    """Whether the old version is where the two parted."""


def _sides(versions: tuple[str, ...]) -> _Sides:
    """What is compared; raises UsageError for what is neither revisions nor two of a kind."""
    if len(versions) > _MOST:
        raise click.UsageError("these are more than two versions; name a revision, a range, or two paths")
    if len(versions) < _MOST:
        return _revisions(versions[0] if versions else "HEAD")
    old, new = versions
    paths = (Path(old), Path(new))
    if all(path.is_file() for path in paths):
        return _Sides(old, new, "files")
    if all(path.is_dir() for path in paths):
        return _Sides(old, new, "folders")
    if any(path.exists() for path in paths):
        raise click.UsageError("one is a file and the other is not; name two files, or two project folders")
    raise click.UsageError(f"neither is there as a file; for two revisions, write `{old}..{new}`")


def _revisions(text: str) -> _Sides:
    from hearthbook.history.snapshot import split_range  # noqa: PLC0415 - takes long to import

    if ".." not in text:
        return _Sides(text, "", "revisions")
    try:
        span = split_range(text)
    except HearthbookError as problem:
        raise click.UsageError(str(problem)) from None
    return _Sides(span.old, span.new, "revisions", span.parted)


def _spoken(language: str) -> tuple[Say, Locale]:
    """What says the theme's sentences in a language."""
    from hearthbook.render.words import load_words  # noqa: PLC0415
    from hearthbook.resources import themes  # noqa: PLC0415

    words = load_words(themes() / "hearth" / "words", language)
    return words.say, words.locale


def _defaults(root: Path) -> Defaults:
    from hearthbook.model.archive import Defaults  # noqa: PLC0415
    from hearthbook.publish.configuration import load, settings  # noqa: PLC0415

    return settings(load(root)) if (root / "mkdocs.yml").is_file() else Defaults()


def _of_revisions(root: Path, sides: _Sides, frame: Voice, defaults: Defaults) -> Comparison:
    """Two revisions, or one and the files as they are."""
    from hearthbook.compare.archives import compare_archives  # noqa: PLC0415
    from hearthbook.compare.narrowed import read_both  # noqa: PLC0415
    from hearthbook.history.snapshot import merge_base, snapshot  # noqa: PLC0415

    with ExitStack() as stack:
        try:
            old = merge_base(root, sides.old, sides.new) if sides.parted else sides.old
            before = stack.enter_context(snapshot(root, old))
            after = stack.enter_context(snapshot(root, sides.new)) if sides.new else root
        except HearthbookError as problem:
            raise click.UsageError(str(problem)) from None
        return compare_archives(*read_both(before, after, defaults), _spoken, frame)


def _read(root: Path, defaults: Defaults) -> Archive:
    from hearthbook.ingest.archive import load_archive  # noqa: PLC0415

    return load_archive(root, defaults)


def _of_folders(sides: _Sides, frame: Voice) -> Comparison:
    """Two project folders, each with its own settings."""
    from hearthbook.compare.archives import compare_archives  # noqa: PLC0415

    before, after = (_read(root, _defaults(root)) for root in (Path(sides.old), Path(sides.new)))
    return compare_archives(before, after, _spoken, frame)


def _of_files(sides: _Sides, defaults: Defaults) -> Comparison:
    """Two files of communities, each with what stands beside it to be extended."""
    from hearthbook.compare.alone import read_alone  # noqa: PLC0415
    from hearthbook.compare.archives import compare_two  # noqa: PLC0415
    from hearthbook.compare.comparison import Broken, Comparison  # noqa: PLC0415

    (old, slips), (new, others) = (read_alone(Path(each), defaults) for each in (sides.old, sides.new))
    broken = (
        *(Broken(version="old", finding=each) for each in slips),
        *(Broken(version="new", finding=each) for each in others),
    )
    found = compare_two(old, new, _spoken) if old and new else Comparison()
    return replace(found, broken=broken)


def _chosen(found: Comparison, kinds: tuple[str, ...], slugs: tuple[str, ...]) -> Comparison:
    """What was asked for of all that was found."""

    def wanted(entry: Entry) -> bool:
        return not kinds or entry.told.kind in kinds

    groups = [
        replace(group, entries=tuple(filter(wanted, group.entries)))
        for group in found.groups
        if not slugs or group.slug in slugs
    ]
    shared = (
        each for each in found.shared if wanted(each.entry) and (not slugs or {*slugs} & {*each.reaches})
    )
    return replace(
        found,
        groups=tuple(group for group in groups if group.entries),
        shared=tuple(shared),
        texts=() if slugs else tuple(filter(wanted, found.texts)),
    )


@click.command()
@click.argument("versions", nargs=-1, metavar="[REV..REV | REV | OLD NEW]")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as a comment on a pull request.",
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(KINDS),
    help="Only what touches this; may be repeated.",
)
@click.option("--community", "slugs", multiple=True, metavar="SLUG", help="Only this one; may be repeated.")
@project_option
def diff(
    *, versions: tuple[str, ...], shape: str, kinds: tuple[str, ...], slugs: tuple[str, ...], root: Path
) -> None:
    """Say in plain words what changed: norms, contacts, times, roles, answers, and not lines.

    Without an argument, the last commit is held against the files as they are; with a revision, that one
    is. REV..REV compares two commits, REV...REV the second with where both parted. OLD NEW are two files of
    communities, or two project folders. People are named only as they wish in both versions.

    Exit code 0, also when there are changes. 1: something could not be read. 2: wrong use.

    \b
    hearthbook diff
    hearthbook diff main..HEAD --format markdown
    hearthbook diff HEAD~5 --kind safety --kind boundary
    hearthbook diff old/oak.yml communities/oak.yml
    """  # noqa: D301 - click reads the backspace
    from hearthbook.compare.reporters import REPORTERS  # noqa: PLC0415 - takes long to import
    from hearthbook.compare.voice import Voice  # noqa: PLC0415

    sides = _sides(versions)
    root = root.resolve()
    defaults = _defaults(root)
    frame = Voice(*_spoken(defaults.language))
    if sides.kind == "files":
        found = _of_files(sides, defaults)
    elif sides.kind == "folders":
        found = _of_folders(sides, frame)
    else:
        found = _of_revisions(root, sides, frame, defaults)
    click.echo(REPORTERS[shape](_chosen(found, kinds, slugs), frame), nl=shape != "markdown")
    if found.broken:
        sys.exit(1)
