"""HB301: no norm is of the kind safety."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import kinds_told
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Norm


@rule(Severity.ADVICE, worth=3)
def no_safety_norm(norms: tuple[Norm, ...]) -> Iterator[Slip]:
    """Finds norms of which some have a kind, and none that of safety."""
    kinds = {norm.kind for norm in norms} - {None}
    if kinds and "safety" not in kinds:
        hint = "write one that says what is never done to a member here, and give it `kind: safety`"
        yield Slip("/norms", f"{kinds_told([norm.kind for norm in norms])}; none keeps people safe", hint)
