"""A change in plain words, as a member would notice it.

`Teller` finds the one who knows how to tell a change: each of `telling_*` tells changes of one
sort and answers None to all others; what nobody knows is told in general words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.compare.telling_cases import Case, View
from hearthbook.compare.telling_entries import entry_told, list_told, order_told
from hearthbook.compare.telling_groups import grouped
from hearthbook.compare.telling_people import holders_told, person_told, story_told
from hearthbook.compare.telling_rhythm import retired_told, rhythm_told
from hearthbook.compare.telling_texts import general, text_told, value_told
from hearthbook.compare.telling_weighty import article_told, cap_told, contact_told, named_told, status_told
from hearthbook.compare.voice import Voice
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from babel import Locale

    from hearthbook.calendar.speaking import Say
    from hearthbook.model.changes import Change, Facts, Told

    Tell = Callable[[View, Case], Told | None]

_TELLERS: Final[tuple[Tell, ...]] = (
    rhythm_told,
    retired_told,
    holders_told,
    person_told,
    story_told,
    contact_told,
    cap_told,
    named_told,
    status_told,
    article_told,
    order_told,
    entry_told,
    list_told,
    text_told,
    value_told,
)
"""Asked in this order; the first answer counts."""
_ODD: Final = (HearthbookError, KeyError, ValueError, TypeError, AttributeError, IndexError, ArithmeticError)
"""What values that no file could hold may lead to."""


class Teller:
    """Tells changes in the words of one language."""

    def __init__(self, say: Say, locale: Locale) -> None:
        """Speak with the words that `say` finds; days and numbers are written as the locale does."""
        self._voice = Voice(say, locale)

    def tell(self, change: Change, old: Facts, new: Facts) -> Told:
        """One change by itself.

        `old` and `new` are the whole community before and after; people in them are named only as
        they wish in both.
        """
        return self._told((change,), View(self._voice, old, new, (change,)))

    def told(self, changes: Sequence[Change], old: Facts, new: Facts) -> tuple[Told, ...]:
        """All changes between two versions, those that belong together in one.

        A role that is handed over is somebody less and somebody more; a new order is several entries that
        move. The order is that of the changes.
        """
        return tuple(told for _, told in self.gathered(changes, old, new))

    def gathered(
        self, changes: Sequence[Change], old: Facts, new: Facts
    ) -> tuple[tuple[tuple[Change, ...], Told], ...]:
        """The same, each with the changes that it tells."""
        view = View(self._voice, old, new, tuple(changes))
        # what is said in the same words twice, as of people who are not named, says nothing more
        once = {self._told(group, view): group for group in reversed(grouped(changes))}
        return tuple((group, told) for told, group in reversed(once.items()))

    def _told(self, group: tuple[Change, ...], view: View) -> Told:
        case = Case.of(group, view)
        for tell in _TELLERS:
            try:
                told = tell(view, case)
            except _ODD:
                continue
            if told and told.headline:
                return told
        return general(view, case)
