"""HB613: nothing says how the group decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=2)
def no_decisions(community: Community) -> Iterator[Slip]:
    """Finds communities without the section `decisions`."""
    if not community.decisions:
        hint = "write a line: `decisions: Hosts propose, members object within a week, ties go by lot`"
        yield Slip("", "no `decisions` say how the group decides, and who breaks ties", hint)
