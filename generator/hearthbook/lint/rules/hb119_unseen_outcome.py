"""HB119: nobody can see whether the outcome was reached."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise

_UNSEEN: Final = re.compile(
    r"(?!.*\d)(?:better )?(?P<en>understand|appreciate|learn (?:about|more)|know (?:about|more)|connect with"
    r"|network(?= with|$)"
    r"|(?:exchange|share) (?:ideas|experiences?|knowledge)|be (?:inspired|part of)|support each other"
    r"|(?:get|become|be) better at|(?:be|become|feel) (?:a )?(?:more|better)|improve your|deepen your"
    r"|gain (?:insights?|knowledge|confidence)|grow (?:as|together|personally|professionally)"
    r"|stay (?:informed|up to date)|raise awareness|explore (?:how|ideas|topics|ways))\b"
    r"|.*\b(?P<de>verstehen|wachsen|mehr erfahren|austauschen|vernetzen|dazugehören|besser werden"
    r"|verbessern|vertiefen|auf dem Laufenden bleiben)$",
    re.IGNORECASE | re.DOTALL,
)
"""Aims that happen inside a head, or never end; a figure makes them visible. In German the verb is last."""


@rule(Severity.ADVICE, worth=3, languages=("en", "de"))
def unseen_outcome(promise: Promise) -> Iterator[Slip]:
    """Finds outcomes of which no bystander could say that they were reached."""
    if found := _UNSEEN.match(promise.outcome.strip(" .")):
        fact = f"nobody can see from outside when {quoted(found['en'] or found['de'])} is done"
        hint = "name what one could watch or count, with a verb such as finish, explain, hold or build"
        yield Slip("/promise/outcome", fact, hint)
