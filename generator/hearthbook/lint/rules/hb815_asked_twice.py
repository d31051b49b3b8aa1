"""HB815: a question is asked twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import likeness, spoken, words
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.worth import Answer

ALIKE: Final = 0.8
"""Of five words four are the same: below that, one word more often asks something else."""

_SMALL: Final = frozenset(
    re.findall(
        r"\w+",
        """a an the do does did is are am may can could i we you me us my our your of to for in
        der die das ein eine kann darf ich wir man mich uns mein unser ist sind zu""",
    )
)
"""Words without which a question is still the same. Question words and `not` are none of them."""


@rule(Severity.ADVICE, worth=2)
def asked_twice(faq: tuple[Answer, ...], *, alike: float = ALIKE) -> Iterator[Slip]:
    """Finds each question that is nearly one of those above it."""
    above: list[tuple[frozenset[str], str]] = []
    for number, answer in enumerate(faq):
        gist = _gist(answer.q)
        same = next((q for other, q in above if likeness(gist, other) >= alike), "")
        if same:
            hint = "make one entry of the two, with the answer that is true"
            yield Slip(pointer("faq", number, "q"), f"this is nearly the question `{same[:70]}`", hint)
        above.append((gist, answer.q))


def _gist(question: str) -> frozenset[str]:
    found = (word.casefold() for word in words(spoken(question)))
    return frozenset(word.removesuffix("s") for word in found if word not in _SMALL)
