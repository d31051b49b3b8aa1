"""HB302: no norm is of the kind contribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import kinds_told
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Norm


@rule(Severity.ADVICE, worth=2)
def no_contribution_norm(norms: tuple[Norm, ...]) -> Iterator[Slip]:
    """Finds norms of which some have a kind, and none that of contribution."""
    kinds = {norm.kind for norm in norms} - {None}
    if kinds and "contribution" not in kinds:
        hint = "write one such as `We answer one page for each page we post.`, with `kind: contribution`"
        yield Slip(
            "/norms", f"{kinds_told([norm.kind for norm in norms])}; none says what members give", hint
        )
