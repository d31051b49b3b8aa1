"""HB202: everybody who takes reports also leads."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from hearthbook.lint.people import independent
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
    yield Slip(
        "/conduct/contacts",
        f"all who take reports belong to those who lead: {names}",
        "add somebody who leads nothing: `{ who: Noor Example, reach: noor@example.org, independent: true }`",
    )
