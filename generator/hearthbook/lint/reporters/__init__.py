"""Ways of saying what a check found, all from the same report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.reporters.github import as_github
from hearthbook.lint.reporters.gitlab import as_gitlab
from hearthbook.lint.reporters.json import as_json
from hearthbook.lint.reporters.junit import as_junit
from hearthbook.lint.reporters.sarif import as_sarif
from hearthbook.lint.reporters.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.lint.reporters.text import Source
    from hearthbook.model.report import Report

    Reporter = Callable[[Report, Source], str]

REPORTERS: Final[dict[str, Reporter]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "gitlab": as_gitlab,
    "junit": as_junit,
}
"""Name of a format -> what writes it; a source gives the lines of a file."""
