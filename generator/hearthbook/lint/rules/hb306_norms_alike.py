"""HB306: two norms say nearly the same."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import gist, likeness, quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Norm

ALIKE: Final = 0.6
"""Three words shared of five: below that, norms of one group share words and still say different things."""


@rule(Severity.ADVICE, worth=1)
def norms_alike(norms: tuple[Norm, ...], *, alike: float = ALIKE) -> Iterator[Slip]:
    """Finds norms that say again what one before them says."""
    gists = [gist(norm.statement) for norm in norms]
    told = set()
    for first, second in combinations(range(len(norms)), 2):
        if second not in told and likeness(gists[first], gists[second]) >= alike:
            told.add(second)
            one, other = quoted(norms[first].statement), quoted(norms[second].statement)
            fact = f"{other} says nearly what {one} says"
            yield Slip(
                pointer("norms", second), fact, f"keep the better of norms {first + 1} and {second + 1}"
            )
