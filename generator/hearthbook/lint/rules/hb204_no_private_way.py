"""HB204: a contact cannot be reached in private."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import mailboxes
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Conduct

_AROUND: Final = re.compile(
    r"\b(?:in|on|the|our|channel|post|ask|write|to|im|unser|unserem|kanal|schreib)\b|[#\"'`.]"
)
"""What may stand around the name of a channel."""


@rule(Severity.WARNING, worth=5)
def no_private_way(conduct: Conduct, community: Community) -> Iterator[Slip]:
    """Finds contacts without a way to them, or with one that everybody reads."""
    names = (name for each in community.channels for name in (each.name, each.id, each.url or ""))
    public = {_bare(name) for name in names} - {""}
    for number, contact in enumerate(conduct.contacts):
        where, who = pointer("conduct", "contacts", number), shorten(contact.who, 40, placeholder="...")
        hint = "write how to reach them alone, as in `reach: noor@example.org`"
        if not contact.reach and not mailboxes(contact.who):
            yield Slip(where, f"nothing says how to reach `{who}` in private", hint)
        elif contact.reach and _bare(contact.reach) in public:
            reach = shorten(contact.reach, 40, placeholder="...")
            yield Slip(f"{where}/reach", f"`{who}` is reached through `{reach}`, which the group reads", hint)


def _bare(place: str) -> str:
    return " ".join(_AROUND.sub(" ", place.casefold()).split())
