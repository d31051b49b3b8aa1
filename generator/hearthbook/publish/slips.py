"""A slip while previewing is told in words, and the last good pages stay."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateError
from mkdocs.exceptions import Abort, MkDocsException

from hearthbook.errors import HearthbookError
from hearthbook.publish.configuration import template_place

if TYPE_CHECKING:
    from collections.abc import Callable

_LOG: Final = logging.getLogger("mkdocs.hearthbook")
EXPECTED: Final = (HearthbookError, MkDocsException, SystemExit, TemplateError, OSError)
"""How a build may end because of what somebody wrote, or of the disk."""


def in_words(problem: BaseException) -> str:
    """What went wrong, with the place where a template tells it."""
    if not isinstance(problem, TemplateError):
        return str(problem)
    place, fact = template_place(problem), problem.message or str(problem)
    return f"{place}: {fact}" if place else fact


def forgiving(builder: Callable[[], None]) -> Callable[[], None]:
    """The builder of plain `mkdocs serve`, except that it returns where it would have raised.

    After an exception MkDocs' server answers nobody until a build succeeds; when
    the builder returns it goes on serving the pages that are there.
    """

    def build() -> None:
        try:
            builder()
        except Abort:
            # MkDocs has told the reason before it gives up this way
            return
        except EXPECTED as problem:
            _LOG.error(in_words(problem))
        except Exception:  # noqa: BLE001 - whatever it is, the server must go on
            _LOG.exception("a mistake in Hearthbook or in what it is built on:")

    return build
