"""What the verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

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


def count(number: int, one: str, many: str) -> str:
    """`1 page`, `2 pages`."""
    return f"{number:,} {one if number == 1 else many}"
