"""Changes to who may approve: they need what they would open the door to.

Who could make themselves a founder as a mere fact could approve the next change to whom the group is for. So
a change that gives or takes the right to approve a class of changes counts as one of that class at least.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.compare.circles import members
from hearthbook.model.changes import KINDS

if TYPE_CHECKING:
    from hearthbook.compare.policy import Policy
    from hearthbook.model.changes import Change, Kind
    from hearthbook.model.community import Community

_NAMED_BY: Final = frozenset({"who", "host", "owner", "handle", "held_by", "person", "until", "retired"})
_SECTIONS: Final = frozenset({"founders", "conduct", "rituals", "roles", "channels", "review", "people"})
_WHOLE: Final = 2
"""Parts of a path up to which it names a section or an entry, and not a detail of one."""


def moved_rights(old: Community, new: Community, policy: Policy) -> frozenset[Kind]:
    """The classes that other accounts may approve in one version of a community than in the other."""
    return frozenset(kind for kind in KINDS if _may(old, kind, policy) != _may(new, kind, policy))


def _may(community: Community, kind: Kind, policy: Policy) -> frozenset[str]:
    groups = policy.rules[kind].approve
    return frozenset(one.casefold() for group in groups for one in members(group, community, policy))


def raised(change: Change, rights: frozenset[Kind]) -> Kind:
    """The class by which a change is judged: its own, or the weightiest that it gives a say in."""
    if not rights or not _names_somebody(change.path):
        return change.kind
    return min((change.kind, *rights), key=KINDS.index)


def _names_somebody(path: tuple[str, ...]) -> bool:
    if not path or path[0] not in _SECTIONS:
        return False
    short = len(path) <= _WHOLE or (path[:_WHOLE] == ("conduct", "contacts") and len(path) == _WHOLE + 1)
    return short or bool(_NAMED_BY.intersection(path))
