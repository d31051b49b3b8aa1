"""HB205: all contacts hold the same role."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import persons
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Conduct

_PAIR: Final = 2


@rule(Severity.WARNING, worth=3, after=("HB201", "HB202"))
def contacts_alike(conduct: Conduct, community: Community) -> Iterator[Slip]:
    """Finds contacts who all stand in the same place."""
    contacts = persons((each.who for each in conduct.contacts), community)
    if len(contacts) < _PAIR:
        return
    all_of_them = "both" if len(contacts) == _PAIR else f"all {len(contacts)}"
    hint = "let one of them make room for somebody who came later and holds another post, or none"
    for role in community.roles:
        # a role that only the contacts hold is most likely that of taking reports
        if contacts < persons((each.person for each in role.held_by), community):
            name = shorten(role.name, 40, placeholder="...")
            yield Slip("/conduct/contacts", f"{all_of_them} who take reports hold the role `{name}`", hint)
            return
