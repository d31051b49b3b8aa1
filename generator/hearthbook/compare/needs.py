"""What a change needs before it is taken, by the policy: whose approvals, how many, and how much time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hearthbook.compare.affected import affected
from hearthbook.compare.circles import MAINTAINERS, Circle, circle, enough
from hearthbook.compare.policy import CLASSES, Rule, days_in, once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from hearthbook.compare.policy import Class, Policy
    from hearthbook.compare.steps import Step, What
    from hearthbook.model.community import Community

_GRAVE: Final = frozenset({"safety", "boundary", "norms"})
"""Classes in which nobody who is named in the change can be the only one who approves it."""
_TIME: Final = "its code of conduct says that members can object for `{}`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing that a change needs."""

    about: str
    """What it is for: the slug of a community, the path of a file that several extend, or empty."""
    title: str
    """The same for people: the community's name, the path, or the archive."""
    kind: Class
    """The class of the policy."""
    what: tuple[What, ...]
    """The differences that need it, as they stand in the files."""
    rule: Rule
    """Whose approval, how many, how long."""
    circle: Circle
    """Who that is."""
    affected: tuple[str, ...] = ()
    """Accounts of people whom the change is about; they cannot be the only ones who approve."""
    notes: tuple[str, ...] = ()
    """What whoever reads it should know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """By what a change is judged: all of it stands in the version that it changes."""

    policy: Policy
    tip: Mapping[str, Community]
    """Slug -> community, as it is now where the change would go."""
    author: str = ""
    """The account of whoever proposes it; empty where that is not known."""
    today: date | None = None
    """Roles that ended before this day count no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a change to a file that others extend does to one of them."""

    file: str
    step: Step
    what: tuple[What, ...] = field(default=())


def needs_of_step(step: Step, given: Given) -> Iterator[Need]:
    """What the changes of one community need, the weightiest first."""
    if step.act != "changed":
        yield _whole(step, given)
        return
    for kind in CLASSES:
        what = tuple(one for one in step.what if one.kind == kind)
        if what and (need := _need(step, kind, what, given)):
            yield need


def _whole(step: Step, given: Given) -> Need:
    """The need of a community that comes, goes, or cannot be read."""
    kind: Class = "boundary" if step.act == "removed" else "outside"
    community = given.tip.get(step.slug) if step.act == "removed" else None
    rule = given.policy.rules[kind]
    rule = rule if rule.count else replace(rule, approve=(MAINTAINERS,), count=1)
    notes = {
        "added": "nobody speaks for a new community yet, so maintainers take it in",
        "unread": "what changes cannot be told, so a maintainer looks at the file",
    }
    found = circle(rule, community, given.policy, given.author, given.today)
    told = tuple(filter(None, (notes.get(step.act, ""), found.note)))
    return Need(
        about=step.slug, title=step.name, kind=kind, what=step.what, rule=rule, circle=found, notes=told
    )


def _need(step: Step, kind: Class, what: tuple[What, ...], given: Given) -> Need | None:
    """The need of one class of changes; None where the policy asks for nothing."""
    community = given.tip.get(step.slug)
    rule, said = _longer(given.policy.rules[kind], kind, community)
    if not rule.count and not rule.days:
        return None
    found = circle(rule, community, given.policy, given.author, given.today)
    about = affected(what, (community, step.new)) if kind in _GRAVE else ()
    notes = tuple(filter(None, (said, found.note)))
    return Need(
        about=step.slug,
        title=step.name,
        kind=kind,
        what=what,
        rule=rule,
        circle=found,
        affected=about,
        notes=notes,
    )


def _longer(rule: Rule, kind: Class, community: Community | None) -> tuple[Rule, str]:
    """The rule with the time that the community's own code grants, where that is longer, and a word on it."""
    review = community.conduct.review if community and community.conduct else None
    if kind != "safety" or not review or not review.waiting_time:
        return rule, ""
    days = days_in(review.waiting_time)
    if days is None:
        return rule, f"{_TIME.format(review.waiting_time)}, which is no length of time that can be counted"
    if days <= rule.days:
        return rule, ""
    return replace(rule, days=days), _TIME.format(review.waiting_time)


def needs_of_shared(file: str, steps: Iterable[Shared], reach: int, given: Given) -> Iterator[Need]:
    """What a change to a file needs that several communities extend: maintainers, for each class once."""
    several, asked = tuple(steps), False
    for kind in CLASSES:
        rule = given.policy.rules[kind]
        hit = [one for one in several if any(each.kind == kind for each in one.what)]
        # where something weightier asks for a maintainer, they have seen this as well
        if hit and (rule.count or rule.days or not asked):
            asked = True
            yield _shared(file, kind, hit, reach, given)


def _shared(file: str, kind: Class, hit: list[Shared], reach: int, given: Given) -> Need:
    tips = [given.tip.get(one.step.slug) for one in hit]
    longest, said = max(
        (_longer(given.policy.rules[kind], kind, tip) for tip in tips), key=lambda e: e[0].days
    )
    rule = replace(longest, approve=(MAINTAINERS,), count=max(1, longest.count))
    found = Circle(accounts=given.policy.maintainers)
    if not enough(rule, found.accounts, given.author):
        found = _with_theirs(found, given.policy.rules[kind], tips, given)
    what = {(one.place, one.text): one for each in hit for one in each.what if one.kind == kind}
    about = [affected(tuple(what.values()), (t, one.step.new)) for t, one in zip(tips, hit, strict=True)]
    many = f"it reaches {reach} {'community' if reach == 1 else 'communities'}, so maintainers approve it"
    return Need(
        about=file,
        title=file,
        kind=kind,
        what=tuple(what[key] for key in sorted(what)),
        rule=rule,
        circle=found,
        affected=once(tuple(each for some in about for each in some)) if kind in _GRAVE else (),
        notes=tuple(filter(None, (many, said, found.note))),
    )


def _with_theirs(found: Circle, rule: Rule, tips: list[Community | None], given: Given) -> Circle:
    """The maintainers with those who may approve for the communities, where there are too few of them."""
    asked = replace(rule, approve=rule.approve or ("owner",), count=rule.count or 1)
    theirs = [circle(asked, tip, given.policy, given.author, given.today) for tip in tips if tip]
    accounts = once((*found.accounts, *(each for one in theirs for each in one.accounts)))
    more = len(accounts) > len(found.accounts)
    lack = "there are too few maintainers, so those who approve for these communities may as well"
    hidden = frozenset(each for one in theirs for each in one.hidden)
    return Circle(accounts=accounts, note=lack if more else "", hidden=hidden)


def needs_outside(what: tuple[What, ...], given: Given) -> Iterator[Need]:
    """What files need that are no community's: maintainers, whatever changed in them."""
    rule = given.policy.rules["outside"]
    if what and (rule.count or rule.days):
        found = circle(rule, None, given.policy, given.author)
        title = "the rest of the repository"
        yield Need(about="", title=title, kind="outside", what=what, rule=rule, circle=found)


def needs_of_hub(what: Iterable[What], given: Given) -> Iterator[Need]:
    """What pages of prose need that are no community's; maintainers and named accounts speak for them."""
    several = tuple(what)
    for kind in CLASSES:
        rule, some = given.policy.rules[kind], tuple(one for one in several if one.kind == kind)
        if some and (rule.count or rule.days):
            open_to = replace(rule, approve=once((*rule.approve, MAINTAINERS))) if rule.count else rule
            found = circle(open_to, None, given.policy, given.author)
            title = "the pages of the whole archive"
            yield Need(about="content", title=title, kind=kind, what=some, rule=rule, circle=found)
