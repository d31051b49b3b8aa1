"""HB105: nothing says whom the group is not for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Promise


@rule(Severity.ADVICE, worth=3)
def no_not_for(promise: Promise) -> Iterator[Slip]:
    """Finds promises that turn nobody away."""
    if not promise.not_for:
        hint = "name who would be let down, and a better place: `not_for: [{ who: ..., instead: ... }]`"
        yield Slip("/promise", "nothing says whom the group is not for", hint)
