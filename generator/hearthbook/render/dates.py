"""What a page carries for clock.js: rules of meetings, and days after which its words are late.

Pages know no today. The script knows the reader's, and adds what has changed since.
A late day is written as `<what>:<day>`, several with blanks between them, earlier ones first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.calendar.due import next_review
from hearthbook.calendar.rule import rule_of
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from hearthbook.model.belonging import Holder
    from hearthbook.model.community import Community
    from hearthbook.model.rhythm import Ritual
    from hearthbook.model.worth import Claim
    from hearthbook.render.meetings import Meetings


class Dates:
    """What templates may ask about the days of one community."""

    def __init__(self, community: Community, meetings: Meetings) -> None:
        """Bind the community and what is known of its meetings."""
        self._community = community
        self._meetings = meetings

    def rests(self) -> bool:
        """Whether the group does not meet at present, or any more."""
        status = self._community.status
        return bool(status and status.state in {"paused", "closed"})

    def rule(self, ritual: Ritual) -> str:
        """The rule by which a ritual takes place; empty where it is not sure or past, or the group rests."""
        if not ritual.when or ritual.retired or self.rests():
            return ""
        return rule_of(ritual.when, in_person=bool(ritual.where) and not self._meetings.on_screen(ritual))

    def in_person(self) -> bool:
        """Whether any ritual has a place to come to."""
        return any(each.where and not self._meetings.on_screen(each) for each in self._community.rituals)

    def review_due(self) -> str:
        """The day by which the handbook is to be read through again."""
        due = next_review(self._community.review)
        return f"review:{due}" if due else ""

    def review_asks(self) -> str:
        """Whom to ask about it, as they may be shown; empty for who is not named, and without such a day."""
        review = self._community.review
        return review.owner if review and review.owner not in {None, UNNAMED} and self.review_due() else ""

    def code_due(self) -> str:
        """The day by which the code of conduct is to be reviewed again."""
        conduct = self._community.conduct
        due = next_review(conduct.review) if conduct else None
        return f"code:{due}" if due else ""

    def round_due(self) -> str:
        """The days of the round: the last one to apply, the first one and the last one."""
        boundary = self._community.promise.boundary
        cohort = boundary.cohort if boundary else None
        if not cohort or self.rests():
            return ""
        # a round has begun on its first day; the other two days are over when they have passed
        named = (("starts", cohort.starts), ("apply", cohort.apply_by), ("ends", cohort.ends))
        days = sorted((day, what) for what, day in named if day)
        return " ".join(f"{what}:{day}" for day, what in days)

    @staticmethod
    def term_due(holder: Holder) -> str:
        """The day on which somebody's time in a role ends."""
        return f"term:{holder.until}" if holder.until else ""

    @staticmethod
    def claim_due(claim: Claim) -> str:
        """The day by which an answer is to be checked again."""
        return f"term:{claim.expires}" if claim.expires else ""
