"""HB223: whoever is named for cases about leads is a lead or a contact."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from hearthbook.lint.people import independent, insiders, person, takes_reports
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=4, after=("HB215",))
def way_round_leads_back(conduct: Conduct, community: Community) -> Iterator[Slip]:
    """Finds people named for cases about leads who lead themselves, or take the reports."""
    inside, contacts = insiders(community), takes_reports(community)
    for key, named in (("above", conduct.above), ("stand_by", conduct.stand_by)):
        who = person(named, community) if named else ""
        # a contact who leads nothing can hear cases about those who lead, but is not above the contacts
        taking = contacts - _outside(conduct, community) if key == "stand_by" else contacts
        if named and who in inside | taking:
            too = "leads too" if who in inside else "takes the reports too"
            work = "leads nothing here" if who in inside else "takes no reports"
            yield Slip(
                pointer("conduct", key),
                f"`{shorten(named, 40, placeholder='...')}` is named for cases about leads, and {too}",
                f"name somebody who {work}, as in `{key}: Ada Example, ada@example.org`",
            )


def _outside(conduct: Conduct, community: Community) -> set[str]:
    """The contacts who lead nothing."""
    return {person(one.who, community) for one in conduct.contacts if independent(one, community)}
