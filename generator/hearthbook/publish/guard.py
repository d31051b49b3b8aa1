"""Looks at pages as members would read them, and stops what must not reach anybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.errors import HearthbookError
from hearthbook.lint.engine import examine_page
from hearthbook.lint.placeholders import placeholder, signs
from hearthbook.lint.registry import all_rules
from hearthbook.lint.rule import Scope
from hearthbook.lint.settings import LintSettings
from hearthbook.model.findings import Finding, Severity, in_order
from hearthbook.publish.configuration import UNTOUCHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hearthbook.model.pages import Page
    from hearthbook.publish.site import CellPages
    from hearthbook.render.theme import Theme

_FILLED: Final = re.compile(r"\{\w+\}")
_IN_FACTS: Final = {"HB802": "HB801"}
"""Rule about pages -> the rule about facts whose reason counts for it as well."""

_REPEATS: Final = frozenset({"handbook"})
"""Pages that say again what others say."""


def guarded(settings: LintSettings) -> tuple[str, ...]:
    """The codes of the rules that look at pages, as far as the archive wants them."""
    rules = all_rules().values()
    return tuple(rule.code for rule in rules if rule.scope is Scope.PAGE and settings.wants(rule.code))


def stop_at_gaps_in_words(theme: Theme, codes: tuple[str, ...]) -> None:
    """Raises HearthbookError where a word of the theme is still to be written; menus and feet hold them."""
    if not codes:
        return
    found = [
        f"{file}:{number} `{gap}` is still to be written"
        for file in sorted((theme.folder / "words").glob("*.yml"))
        for number, gap in _gaps(file.read_text(encoding="utf-8"), file.stem)
    ]
    if found:
        raise HearthbookError("\n".join(found), hint=UNTOUCHED)


def _gaps(text: str, language: str) -> Iterator[tuple[int, str]]:
    """The lines of a file of words that hold a placeholder, and what it is."""
    # what braces hold is filled in when a sentence is said
    bare = _FILLED.sub("", text)
    if signs(bare):
        for number, line in enumerate(bare.splitlines(), 1):
            if gap := placeholder(line.partition(":")[2].strip(" \"'"), language):
                yield number, gap


def stop_at_gaps(cells: Iterable[CellPages], hub: Iterable[Page], codes: tuple[str, ...]) -> None:
    """Raises HearthbookError with every finding that is an error, unless its community ignores it."""
    if not codes:
        return
    settings = LintSettings(select=codes)
    found = [finding for page in hub for finding in examine_page(page, settings)]
    for part in cells:
        lint = part.cell.community.lint
        ignored = lint.ignore if lint else {}
        found += _told(part, settings, ignored)
    errors = in_order([finding for finding in found if finding.severity is Severity.ERROR])
    if errors:
        raise HearthbookError("\n".join(map(str, errors)), hint=UNTOUCHED)


def _told(part: CellPages, settings: LintSettings, ignored: Mapping[str, str]) -> list[Finding]:
    pages = (page for page in part.pages if page.kind not in _REPEATS)
    told = (finding for page in pages for finding in examine_page(page, settings))
    return [f for f in told if not {f.code, _IN_FACTS.get(f.code, f.code)} & set(ignored)]
