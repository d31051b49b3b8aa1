"""Who may approve a change to a community: its own roles, as accounts on the forge.

An account is a handle that is written with an @: who writes `handle: "@ada"` says that the forge knows them
by that name. A handle without it is what the group calls somebody, and on the forge that may be a stranger.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.compare.policy import ACCOUNT, once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hearthbook.compare.policy import Policy, Rule
    from hearthbook.model.community import Community
    from hearthbook.model.identity import Person

OWNER: Final = "owner"
MAINTAINERS: Final = "maintainers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """The people who may approve something."""

    accounts: tuple[str, ...]
    """Their accounts with @, and teams, in the order in which the policy and the file name them."""
    note: str = ""
    """Why they are not only those whom the policy names; empty where they are."""
    hidden: frozenset[str] = frozenset()
    """Those of them, in small letters, who are not to be named."""

    def shown(self, account: str) -> str:
        """An account as it may be told: empty for somebody who is not to be named."""
        return "" if account.casefold() in self.hidden else account


def account(person: Person) -> str:
    """A person's account on the forge with its @; empty where they have none that we know of."""
    handle = person.handle or ""
    bare = handle.removeprefix("@")
    return handle if handle != bare and ACCOUNT.fullmatch(bare) else ""


def same(one: str, other: str) -> bool:
    """Whether two names are the same account; forges do not tell capitals from small letters."""
    return one.removeprefix("@").casefold() == other.removeprefix("@").casefold()


def person_of(reference: str, community: Community) -> str:
    """The id of the person whom a text names; empty where it is nobody's, or several people's."""
    if reference in community.people:
        return reference
    wanted = reference.partition(",")[0].strip().casefold().removeprefix("@")
    found = {key for key, person in community.people.items() if wanted in _aliases(key, person)}
    return found.pop() if len(found) == 1 else ""


def _aliases(key: str, person: Person) -> set[str]:
    names = (key, person.name, person.handle)
    return {name.casefold().removeprefix("@") for name in names if name}


def references(group: str, community: Community, today: date | None = None) -> Iterator[str]:
    """Whom a community names for a group of the policy; who held a role until some day, only up to it."""
    if group == "founders":
        yield from community.founders
    elif group == "contacts":
        yield from (each.who for each in (community.conduct.contacts if community.conduct else ()))
    elif group == "hosts":
        yield from (each.host for each in community.rituals if each.host and not each.retired)
    elif group == OWNER:
        yield from _owners(community)
    elif group.startswith("role:"):
        held = (one for role in community.roles if role.id == group[5:] for one in role.held_by)
        yield from (one.person for one in held if not (today and one.until and one.until < today))


def _owners(community: Community) -> Iterator[str]:
    """Who keeps the pages true; where nobody is named, who looks after a channel or hosts a ritual."""
    if community.review and community.review.owner:
        yield community.review.owner
        return
    yield from (each.owner for each in community.channels if each.owner)
    yield from (each.host for each in community.rituals if each.host and not each.retired)


def members(
    group: str, community: Community | None, policy: Policy, today: date | None = None
) -> tuple[str, ...]:
    """The accounts in a group of the policy, as a community fills it; without one, the maintainers only."""
    if group == MAINTAINERS:
        return policy.maintainers
    if group.startswith("@"):
        return (group,)
    if not community or not policy.handles:
        return ()
    keys = (person_of(each, community) for each in references(group, community, today))
    found = (account(community.people[key]) for key in keys if key)
    return once(tuple(each for each in found if each))


def circle(
    rule: Rule, community: Community | None, policy: Policy, author: str = "", today: date | None = None
) -> Circle:
    """Who may approve what a rule is about.

    Where fewer than the rule asks for are left without the author, the owner may as well, and then the
    maintainers.
    """
    found = once(tuple(one for each in rule.approve for one in members(each, community, policy, today)))
    if not rule.count:
        return Circle(accounts=())
    hidden = _hidden(community, rule, policy)
    asked, besides = list(found), []
    for group in (OWNER, MAINTAINERS):
        if enough(rule, asked, author) or group in rule.approve:
            continue
        more = [each for each in members(group, community, policy, today) if each not in asked]
        asked += more
        besides += [group] if more else []
    note = _note(rule, found, besides) if community else ""
    return Circle(accounts=once(tuple(asked)), note=note, hidden=hidden)


def _hidden(community: Community | None, rule: Rule, policy: Policy) -> frozenset[str]:
    """The accounts of people who are not to be named, but for those that the policy names itself."""
    people = community.people.values() if community else ()
    found = {account(person).casefold() for person in people if person.show == "nothing"}
    return frozenset(found - {each.casefold() for each in (*policy.maintainers, *rule.approve)})


def enough(rule: Rule, accounts: Iterable[str], author: str) -> bool:
    """Whether a rule can be met by these without the author; how many are in a team is not known here."""
    others = [each for each in accounts if not same(each, author)]
    return len(others) >= rule.count or any("/" in each for each in others)


def _note(rule: Rule, found: tuple[str, ...], besides: list[str]) -> str:
    if not besides:
        return ""
    named = " and ".join(group for group in rule.approve if group != MAINTAINERS) or MAINTAINERS
    lack = "nobody" if not found else "too few"
    return f"{lack} among {named} can approve here, so {' and '.join(besides)} may"
