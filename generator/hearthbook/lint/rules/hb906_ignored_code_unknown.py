"""HB906: an ignored code belongs to no rule."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.lint.rule import Outcome


@rule(Severity.WARNING, worth=1, even_closed=True)
def ignored_code_unknown(outcome: Outcome) -> Iterator[Slip]:
    """Finds codes under `lint.ignore` that no rule has."""
    for code in outcome.ignores:
        if code not in outcome.known:
            near = get_close_matches(code.upper(), sorted(outcome.known), n=1)
            hint = f"write {near[0]} if that is meant, or take the line out" if near else "take the line out"
            yield Slip(pointer("lint", "ignore", code), f"there is no rule `{code[:40]}` to ignore", hint)
