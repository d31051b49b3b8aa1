"""HB220: nobody has written down what hosts do about spam or disrespect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community

_HINTS: Final = {
    "spam": "write it down, as in `facilitation: { spam: Remove it, then say so. }`",
    "disrespect": "write it down, as in `facilitation: { disrespect: Name it calmly, at once. }`",
}


@rule(Severity.ADVICE, worth=1)
def hosts_left_alone(community: Community) -> Iterator[Slip]:
    """Finds groups that meet or talk, and leave their hosts to find out what to do."""
    said = community.facilitation
    strangers = bool(community.channels and community.join and community.join.how == "open")
    lacks = ["spam"] if strangers and not (said and said.spam) else []
    if (community.channels or community.rituals) and not (said and said.disrespect):
        lacks.append("disrespect")
    if lacks:
        yield Slip(
            "/facilitation" if said else "",
            f"nobody has written down what hosts do about {' and '.join(lacks)}",
            _HINTS[lacks[-1]],
        )
