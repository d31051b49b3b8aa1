"""HB418: one applies, and nothing says where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.promise import Join

_ADDRESS: Final = re.compile(r"https?://|\S@\S")


@rule(Severity.WARNING, worth=3)
def nowhere_to_apply(join: Join) -> Iterator[Slip]:
    """Finds doors at which one applies, without an address to apply to."""
    if join.how == "apply" and not join.url and not _ADDRESS.search(join.chosen_by or ""):
        hint = "give the form or an address: `url: https://example.org/apply`"
        yield Slip("/join/how", "one applies here, and nothing says where", hint)
