"""HB225: a founder is marked as independent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.people import founders, person
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=5)
def founder_as_independent(conduct: Conduct, community: Community) -> Iterator[Slip]:
    """Finds founders who are said to stand outside the circle that leads."""
    started = founders(community)
    for number, contact in enumerate(conduct.contacts):
        if contact.independent and person(contact.who, community) in started:
            yield Slip(
                pointer("conduct", "contacts", number, "independent"),
                f"{quoted(contact.who)} is a founder and is marked as independent",
                "write `independent: false`, and name somebody outside",
            )
