"""Whether what a change needs is there: enough approvals of the right people, and enough time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from hearthbook.compare.circles import enough, same
from hearthbook.compare.policy import once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from hearthbook.compare.asked import Approval, Asked
    from hearthbook.compare.needs import Need

State = Literal["met", "waiting", "unmet", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A need, and how far it is met."""

    need: Need
    state: State
    """Met; approved but for its time; not approved; or open, where nothing is known of the change."""
    has: tuple[str, ...] = ()
    """Those whose approval counts, with their @."""
    until: datetime | None = None
    """The moment from which on it has been open long enough; None where no time is asked for, or known."""
    lacks: tuple[str, ...] = ()
    """What is missing, a sentence each without a full stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known when a change is judged."""

    asked: Asked | None
    """What the forge says; None where nobody was asked."""
    now: datetime
    fresh: Callable[[str | None], bool]
    """Whether a commit holds what would be taken now."""
    teams: Mapping[str, tuple[str, ...]]
    """Team, with its @ and in small letters -> accounts of those who are in it."""


def judged(need: Need, known: Known) -> Judged:
    """How far a need is met."""
    if known.asked is None:
        return Judged(need=need, state="open", lacks=tuple(_alone(need, "", known)))
    has = once(tuple(a.by for a in known.asked.approvals if _counts(a, need, known)))
    until = known.asked.opened + timedelta(days=need.rule.days) if known.asked.opened else None
    lacks = [*_approvals(need, has, known), *_alone(need, known.asked.author, known)]
    early = bool(need.rule.days) and (until is None or known.now < until)
    told = [*lacks, *([_time(need, until)] if early else ())]
    state: State = "unmet" if lacks or (early and until is None) else "waiting" if early else "met"
    return Judged(need=need, state=state, has=has, until=until if need.rule.days else None, lacks=tuple(told))


def _counts(approval: Approval, need: Need, known: Known) -> bool:
    asked = known.asked
    if asked and asked.author and same(approval.by, asked.author):
        return False
    return known.fresh(approval.commit) and _among(approval.by, need.circle.accounts, known)


def _among(account: str, accounts: Iterable[str], known: Known) -> bool:
    """Whether an account is one of these, or in one of these teams."""
    return any(
        same(account, each) or any(same(account, one) for one in known.teams.get(each.casefold(), ()))
        for each in accounts
    )


def _approvals(need: Need, has: tuple[str, ...], known: Known) -> list[str]:
    """What is missing in approvals."""
    unknown = need.rule.count and known.asked and not known.asked.author
    found = ["who proposed it is not known; say it with --author"] if unknown else []
    missing = need.rule.count - len(has)
    if missing > 0:
        found.append(f"{missing} more {'approval is' if missing == 1 else 'approvals are'} needed")
    elif has and all(any(same(each, one) for one in need.affected) for each in has):
        found.append("only people have approved it whom it is about; somebody else has to as well")
    if missing > 0 and known.asked:
        found += _not_counted(need, known)
    return found


def _not_counted(need: Need, known: Known) -> list[str]:
    """Why approvals do not count that are there."""
    asked, found = known.asked, []
    for approval in asked.approvals if asked else ():
        if asked and asked.author and same(approval.by, asked.author):
            found.append(f"{approval.by} proposed it, and nobody approves their own change")
        elif _among(approval.by, need.circle.accounts, known) and not known.fresh(approval.commit):
            name = need.circle.shown(approval.by) or "somebody"
            found.append(f"{name} approved an earlier version; ask them to look again")
    unknown = [each for each in need.circle.accounts if "/" in each and each.casefold() not in known.teams]
    if asked and asked.approvals and unknown:
        found.append(f"who is in {', '.join(unknown)} is not known here; say it with --team")
    return found


def _alone(need: Need, author: str, known: Known) -> list[str]:
    """What keeps a need from ever being met."""
    if need.rule.count and not need.circle.accounts:
        return ["nobody here may approve it; name people under `maintainers` in the review policy"]
    people = [one for each in need.circle.accounts for one in known.teams.get(each.casefold(), (each,))]
    if enough(need.rule, people, author):
        return []
    there = len({one.casefold() for one in people if not author or not same(one, author)})
    return [f"only {there} of the {need.rule.count} who must approve it can; name more under `maintainers`"]


def _time(need: Need, until: datetime | None) -> str:
    days = f"{need.rule.days} {'day' if need.rule.days == 1 else 'days'}"
    if until is None:
        return f"it stays open for {days}, and since when it is open is not known; say it with --opened"
    return f"it stays open for {days}, until {until:%Y-%m-%d %H:%M} UTC"


def worst(several: Iterable[Judged]) -> State:
    """How a change stands as a whole."""
    found = {one.state for one in several}
    order: tuple[State, ...] = ("unmet", "waiting", "open", "met")
    return next((state for state in order if state in found), "met")
