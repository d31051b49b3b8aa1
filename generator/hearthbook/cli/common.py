"""What the verbs share."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from platformdirs import user_cache_path

from hearthbook.publish.unchanged import Memory

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")


def project_option(function: F) -> F:
    """The option --project, given to the verb as `root`."""
    return click.option(
        "--project",
        "root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        show_default="here",
        help="The archive's folder, with communities/ and mkdocs.yml in it.",
    )(function)


def format_option(*shapes: str, purpose: str = "For people, or for programs.") -> Callable[[F], F]:
    """The option --format, given to the verb as `shape`; the first of the shapes is the usual one."""
    kinds = click.Choice(list(shapes))
    return click.option("--format", "shape", type=kinds, default=shapes[0], show_default=True, help=purpose)


def count(number: int, one: str, many: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number:,} {one if number == 1 else many}"


def processors() -> int:
    """How many processes can work at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def cache_of(root: Path) -> Path:
    """The folder in which a project's builds leave what saves work.

    It is the user's and not the project's, because what lies in a project may have
    come with a pull request. HEARTHBOOK_CACHE names another place for all projects.
    """
    place = os.environ.get("HEARTHBOOK_CACHE") or user_cache_path("hearthbook", appauthor=False)
    name = hashlib.blake2b(os.fsencode(root.resolve()), digest_size=8).hexdigest()
    return Path(place) / f"{root.resolve().name or 'archive'}-{name}"


def memory_of(root: Path, name: str) -> Memory:
    """What a verb remembers of a project, and of the environment that mkdocs.yml may ask for."""
    return Memory(cache_of(root) / f"{name}.json", os.environ)
