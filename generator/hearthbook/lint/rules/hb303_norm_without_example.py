"""HB303: norms without an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.belonging import Norm


@rule(Severity.ADVICE, worth=2)
def norm_without_example(norms: tuple[Norm, ...]) -> Iterator[Slip]:
    """Finds norms that nobody shows at work, and tells of all of them at once."""
    bare = [position for position, norm in enumerate(norms) if not norm.example]
    if bare:
        first = norms[bare[0]]
        name = quoted(first.name or first.statement)
        verb = "has" if len(bare) == 1 else "have"
        fact = f"{len(bare)} of {len(norms)} norms {verb} no example, beginning with {name}"
        yield Slip(pointer("norms", bare[0]), fact, 'add what somebody said: `example: "Ideas, or an ear?"`')
