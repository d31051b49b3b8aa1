"""HB223: whoever is named for cases about leads is a lead."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from hearthbook.lint.people import insiders, person
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=4, after=("HB215",))
def way_round_leads_back(conduct: Conduct, community: Community) -> Iterator[Slip]:
    """Finds people named for cases about leads who lead themselves."""
    inside = insiders(community)
    for key, named in (("above", conduct.above), ("stand_by", conduct.stand_by)):
        if named and person(named, community) in inside:
            yield Slip(
                pointer("conduct", key),
                f"`{shorten(named, 40, placeholder='...')}` is named for cases about leads, and leads too",
                f"name somebody who leads nothing here, as in `{key}: Ada Example, ada@example.org`",
            )
