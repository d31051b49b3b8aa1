"""What a forge knows of a proposed change: who proposes it, since when it is open, who has approved it.

Read from what `gh pr view --json author,createdAt,reviews` prints; the same with the names of the REST
interfaces of GitHub, Gitea and Forgejo (`user`, `submitted_at`, `commit_id`) counts as well, and GitLab's
merge request with its list `approved_by`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from hearthbook.compare.circles import same
from hearthbook.errors import HearthbookError

_APPROVED: Final = "APPROVED"
_WORDLESS: Final = frozenset({"COMMENTED", "COMMENT", "PENDING", "REQUEST_REVIEW"})
"""States of reviews that neither give an approval nor take one back."""
_EARLIEST: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One person's approval."""

    by: str
    """Their account, with its @."""
    commit: str | None = ""
    """The commit they looked at; empty where that is not said, None where the forge knows it no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known of a proposed change."""

    author: str = ""
    """The account of whoever proposes it, with its @; empty where that is not known."""
    opened: datetime | None = None
    """Since when it is open, in UTC."""
    approvals: tuple[Approval, ...] = ()
    """Who has approved it, each person once."""


def read_moment(text: str) -> datetime | None:
    """The moment that a text in ISO 8601 names, in UTC; a day begins at midnight. None for what is none."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def read_asked(text: str, where: str) -> Asked:
    """What a forge's answer says; raises HearthbookError where it is no such answer.

    Of several reviews of one person only the newest counts that says yes or no.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as problem:
        hint = "write what `gh pr view --json author,createdAt,reviews` prints into it"
        raise HearthbookError(f"this is not JSON: {problem}", where=where, hint=hint) from None
    if not isinstance(found, Mapping):
        raise HearthbookError("this is not about a change", where=where, hint='write {"author": ...}')
    opened = found.get("createdAt") or found.get("created_at")
    moment = read_moment(opened) if isinstance(opened, str) else None
    if opened and not moment:
        raise HearthbookError(
            f"`{opened}` is no moment", where=f"{where}, createdAt", hint="write 2026-11-20T10:00:00Z"
        )
    reviews = _listed(found, "reviews", where)
    besides = (_login(each) for each in _listed(found, "approved_by", where))
    approvals = (*_approvals(reviews), *(Approval(by=each) for each in besides if each))
    return joined(Asked(author=_login(found), opened=moment), Asked(approvals=approvals))


def _listed(found: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    listed = found.get(key)
    if listed is None:
        return []
    if isinstance(listed, list) and all(isinstance(each, Mapping) for each in listed):
        return listed
    hint = "ask for `reviews` with `gh pr view --json author,createdAt,reviews`"
    raise HearthbookError(f"`{key}` is no list of reviews", where=where, hint=hint)


def _approvals(reviews: list[Mapping[str, Any]]) -> list[Approval]:
    newest: dict[str, Mapping[str, Any]] = {}
    for review in sorted(reviews, key=_submitted):
        login = _login(review)
        if login and str(review.get("state", "")).upper() not in _WORDLESS:
            newest[login.casefold()] = review
    return [Approval(by=_login(one), commit=_commit(one)) for one in newest.values() if _approves(one)]


def _approves(review: Mapping[str, Any]) -> bool:
    withdrawn = review.get("dismissed") is True or review.get("stale") is True
    return str(review.get("state", "")).upper() == _APPROVED and not withdrawn


def _submitted(review: Mapping[str, Any]) -> datetime:
    text = review.get("submittedAt") or review.get("submitted_at") or ""
    return (read_moment(text) if isinstance(text, str) else None) or _EARLIEST


def _commit(review: Mapping[str, Any]) -> str | None:
    if "commit" not in review and "commit_id" not in review:
        return ""
    commit = review.get("commit") or review.get("commit_id")
    found = commit.get("oid") if isinstance(commit, Mapping) else commit
    return str(found) if found else None


def _login(table: Mapping[str, Any]) -> str:
    who = table.get("author") or table.get("user")
    name = who.get("login") or who.get("username") if isinstance(who, Mapping) else who
    return f"@{name.removeprefix('@')}" if isinstance(name, str) and name.strip("@ ") else ""


def joined(one: Asked, other: Asked) -> Asked:
    """Both together; what the first says of author and time goes before the other."""
    besides = (a for a in other.approvals if not any(same(a.by, each.by) for each in one.approvals))
    return Asked(
        author=one.author or other.author,
        opened=one.opened or other.opened,
        approvals=(*one.approvals, *besides),
    )
