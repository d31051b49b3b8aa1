"""HB202: everybody who takes reports also leads."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from hearthbook.lint.people import independent, leads
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=4, after=("HB201",))
def no_independent_contact(conduct: Conduct, community: Community) -> Iterator[Slip]:
    """Finds codes of conduct whose contacts are all of the circle that leads."""
    if not conduct.contacts or any(independent(each, community) for each in conduct.contacts):
        return
    names = ", ".join(f"`{shorten(each.who, 30, placeholder='...')}`" for each in conduct.contacts[:3])
    hint = (
        "add somebody who leads nothing: `{ who: Noor Example, reach: noor@example.org, independent: true }`"
    )
    fact = f"all who take reports belong to those who lead: {names}"
    if not leads(community):
        fact = f"nothing says whether {names} stand outside the circle that leads"
        hint = "write `independent: true` beside whoever leads nothing, or add somebody who does not"
    yield Slip("/conduct/contacts", fact, hint)
