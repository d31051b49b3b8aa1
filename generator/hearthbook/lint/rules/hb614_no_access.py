"""HB614: the group meets, and nothing says how it makes room for different needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import listed
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.rhythm import Ritual


@rule(Severity.ADVICE, worth=3)
def no_access(rituals: tuple[Ritual, ...], community: Community) -> Iterator[Slip]:
    """Finds groups that meet and have no section `access`."""
    if not community.access:
        fact = f"no `access` says who can come, and how, to {listed([one.name for one in rituals])}"
        hint = "begin with `access: { just_listening: Always welcome, other: Tell a host what you need }`"
        yield Slip("/rituals", fact, hint)
