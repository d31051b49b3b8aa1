"""HB201: fewer people than two take reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.people import person, persons
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.conduct import Conduct

LEAST: Final = 2
"""With two, nobody has to report somebody to that very person."""


@rule(Severity.WARNING, worth=5)
def one_contact(conduct: Conduct, community: Community, *, least: int = LEAST) -> Iterator[Slip]:
    """Finds codes of conduct with too few people to turn to."""
    found = len(persons((each.who for each in conduct.contacts), community))
    if found < least:
        fact = "nobody is named who takes reports"
        if found:
            takers = "one person takes" if found == 1 else f"{found} people take"
            twice = _twice(conduct, community)
            fact = f"{twice}, so {takers} reports" if twice else f"only {takers} reports"
        yield Slip("/conduct/contacts", fact, "name two people, one of them outside the circle that leads")


def _twice(conduct: Conduct, community: Community) -> str:
    """Who stands there more than once; empty where nobody does."""
    who = [person(each.who, community) for each in conduct.contacts]
    again = next((each for number, each in enumerate(who) if each in who[:number]), None)
    if again is None:
        return ""
    times = "twice" if who.count(again) == LEAST else f"{who.count(again)} times"
    return f"{quoted(conduct.contacts[who.index(again)].who)} stands there {times}"
