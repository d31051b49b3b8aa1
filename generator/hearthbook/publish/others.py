"""What hooks and plugins of others do wrong, told with the place in their files."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import jinja2
import markdown
import mkdocs
from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException

from hearthbook.errors import HearthbookError
from hearthbook.resources import PACKAGE, themes

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIBRARY: Final = f"{Path(os.__file__).parent}{os.sep}"
_KNOWN: Final = tuple(
    f"{folder}{os.sep}"
    for folder in (PACKAGE, themes(), *(Path(str(one.__file__)).parent for one in (jinja2, markdown, mkdocs)))
)
"""Files that are neither hooks nor plugins of others."""


@contextmanager
def answering_for_others() -> Iterator[None]:
    """Raises HearthbookError where a hook or a plugin of others fails inside the block."""
    try:
        yield
    except (HearthbookError, MkDocsException, TemplateError):
        # these tell by themselves what is wrong
        raise
    except Exception as problem:
        place = place_of_others(problem)
        if not place:
            raise
        message = f"this hook or plugin failed with {type(problem).__name__}: {problem}"
        hint = "mend it, or take it out of mkdocs.yml"
        raise HearthbookError(message, where=place, hint=hint) from problem


def place_of_others(problem: BaseException) -> str:
    """File and line by which a hook or plugin of others went wrong; empty where none took part."""
    if isinstance(problem, SyntaxError) and _of_others(problem.filename or ""):
        return f"{problem.filename}:{problem.lineno}"
    trace = problem.__traceback__
    while trace:
        # the first of them, not the last: what it calls is hardly to blame
        if _of_others(trace.tb_frame.f_code.co_filename):
            return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return ""


def _of_others(file: str) -> bool:
    if not Path(file).is_absolute() or file.startswith(_KNOWN):
        return False
    return "-packages" in file or not file.startswith(_LIBRARY)
