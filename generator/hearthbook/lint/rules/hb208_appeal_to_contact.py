"""HB208: the appeal goes to somebody who decided."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from hearthbook.lint.people import back_to_contacts
from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Conduct


@rule(Severity.WARNING, worth=4)
def appeal_to_contact(conduct: Conduct, community: Community) -> Iterator[Slip]:
    """Finds appeals that come back to those who took the report."""
    if not conduct.appeal:
        return
    to = conduct.appeal.to
    if back_to_contacts(to, community):
        yield Slip(
            "/conduct/appeal/to",
            f"the appeal goes to `{shorten(to, 50, placeholder='...')}`, back to those who take reports",
            'name others, as in `appeal: { to: "The library board, board@example.org" }`',
        )
