"""HB304: more than ten norms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Norm

MOST: Final = 10
"""Few people could name more than these from memory, and a norm works from memory or not at all."""


@rule(Severity.ADVICE, worth=2)
def many_norms(norms: tuple[Norm, ...], *, most: int = MOST) -> Iterator[Slip]:
    """Finds lists of norms that are too long to be known by heart."""
    if len(norms) > most:
        hint = "keep the five to seven that somebody breaks now and then, and let the others go"
        yield Slip("/norms", f"there are {len(norms)} norms, more than anybody keeps in mind", hint)
