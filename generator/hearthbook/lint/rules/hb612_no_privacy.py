"""HB612: nothing says what is public and what stays inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community


@rule(Severity.ADVICE, worth=3)
def no_privacy(community: Community) -> Iterator[Slip]:
    """Finds communities without the section `privacy`."""
    if not community.privacy:
        hint = "write two lines: `privacy: What is said here stays here. To have a text removed, ask a host`"
        yield Slip("", "no `privacy` says what is public and what stays inside", hint)
