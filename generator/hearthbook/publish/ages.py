"""When what a page says was last changed, and when somebody last read it through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hearthbook.model.pages import Cell, Page
    from hearthbook.render.words import Words

_CONDUCT: Final = frozenset({"code-of-conduct", "handling-reports"})
"""Pages that are looked at again in their own time."""
_SAY_IT: Final = frozenset({"start-here", "faq", "changes", "handbook", "article", "articles", "agenda"})
"""Pages that say themselves when they were read through, or that nobody reads through."""
_TELL: Final = "changes"
"""The page that tells every change need not say when the last one was."""


def ages(page: Page, cell: Cell | None, words: Words) -> tuple[str, ...]:
    """Sentences on a page's age, as plain text: when it was last changed, when last read through.

    The hub's own pages are of no cell.
    """
    changed = last_changed(page, cell) if cell else page.changed
    read = last_read(page, cell) if cell else None
    said = [words.say("changes.last", date=changed)] if changed and page.kind != _TELL else []
    return tuple(map(str, [*said, *([words.say("changes.reviewed", date=read)] if read else [])]))


def last_changed(page: Page, cell: Cell) -> date | None:
    """The day of the last change to anything that the page says; None where git does not know.

    A page that says nothing in particular, such as the home, is as old as its community.
    """
    if page.kind == "article":
        return cell.changed.get(f"articles/{page.path.rpartition('/')[2].removesuffix('.md')}")
    said = {entry.pointer.split("/")[1] for entry in page.provenance if entry.pointer}
    return _latest({key: day for key, day in cell.changed.items() if not said or key in said or not key})


def last_read(page: Page, cell: Cell) -> date | None:
    """The day on which somebody last read the page through, where it does not say so itself."""
    community = cell.community
    if page.kind in _CONDUCT:
        review = community.conduct.review if community.conduct else None
        return review.last if review else None
    return community.review.last if community.review and page.kind not in _SAY_IT else None


def _latest(days: Mapping[str, date]) -> date | None:
    return max(days.values(), default=None)
