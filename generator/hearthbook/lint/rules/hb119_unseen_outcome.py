"""HB119: nobody can see whether the outcome was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import UNSEEN_LANGUAGES, quoted, unseen
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise


@rule(Severity.ADVICE, worth=3, languages=UNSEEN_LANGUAGES)
def unseen_outcome(promise: Promise) -> Iterator[Slip]:
    """Finds outcomes of which no bystander could say that they were reached."""
    if found := unseen(promise.outcome):
        fact = f"nobody can see from outside when {quoted(found)} is done"
        hint = "name what one could watch or count, with a verb such as finish, explain, hold or build"
        yield Slip("/promise/outcome", fact, hint)
