"""HB908: the reason for ignoring a rule gives none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.placeholders import placeholder
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import words
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.rule import Outcome

LEAST: Final = 3
"""A reason has at least somebody, a verb and something: `We meet outdoors`."""

_NO_BLANKS: Final = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Thai, Lao, Japanese and Chinese write words without blanks between them."""


@rule(Severity.ADVICE, worth=1, even_closed=True)
def reason_gives_none(outcome: Outcome, *, least: int = LEAST) -> Iterator[Slip]:
    """Finds reasons that are too short to be one, or are to be written later."""
    for code, reason in outcome.ignores.items():
        count = len([word for word in words(reason) if word.upper() != code])
        short = count < least and not _NO_BLANKS.search(reason)
        if short or placeholder(reason):
            fact = f"`{reason[:40]}` does not say why {code} does not count here"
            hint = "write a sentence for whoever hosts next: `Most of us live in one time zone.`"
            yield Slip(pointer("lint", "ignore", code), fact, hint)
