"""HB719: members are mixed and not told how to sit a round out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.rhythm import Mixing


@rule(Severity.ADVICE, worth=2)
def no_way_to_sit_out(mixing: Mixing) -> Iterator[Slip]:
    """Finds pairs and circles without a way to sit a round out; a prompt to all needs none."""
    if mixing.how != "prompts" and not mixing.opt_out:
        fact = f"nothing says how a member sits out a round of {mixing.how}"
        yield Slip(
            "/mixing", fact, "add one line, as in `opt_out: Write pause to the host; no reason needed.`"
        )
