"""A review as text for people who have the files, and as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from hearthbook.compare.verdicts import worst
from hearthbook.ingest.reader import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.compare.needs import Need
    from hearthbook.compare.verdicts import Judged, State

VERSION: Final = 1
"""Of the shape of the JSON."""
FEW: Final = 8
"""Differences that are told of one need; of more, how many."""
MOST: Final = 12
"""People who are named of those who may approve; of more, how many."""
SIGNS: Final[dict[State, str]] = {"met": "met", "waiting": "waits", "unmet": "not met", "open": "needed"}
_SUMS: Final[dict[State, str]] = {
    "met": "Everything that this change needs is there.",
    "waiting": "This change is approved and only has to stay open for a while.",
    "unmet": "Something is still missing.",
    "open": "This is what the change will need.",
}
NOTHING: Final = "This change needs nobody's approval and no time."


def summed(several: Sequence[Judged]) -> str:
    """One sentence on how the whole change stands."""
    return _SUMS[worst(several)] if several else NOTHING


def who(need: Need) -> str:
    """Who may approve something: `2 of @ada, @noor and 1 more`; who is not to be named is only counted."""
    if not need.rule.count:
        return "nobody"
    named = [shown for each in need.circle.accounts if (shown := need.circle.shown(each))]
    unnamed = len(need.circle.accounts) - len(named[:MOST])
    listed = ", ".join(named[:MOST]) or ("members" if unnamed else "maintainers, of whom none is named yet")
    more = f" and {unnamed} more" if unnamed and named else f", {unnamed} in all" if unnamed else ""
    return f"{need.rule.count} of {listed}{more}"


def having(judged: Judged) -> tuple[str, ...]:
    """Those whose approval counts, as they may be told."""
    return tuple(judged.need.circle.shown(each) or "a member" for each in judged.has)


def as_text(several: Sequence[Judged]) -> str:
    """A paragraph for each need, and one line that says how it stands."""
    parts = [_paragraph(one) for one in several]
    lines = "\n\n".join([*parts, summed(several)]).split("\n")
    return "\n".join(map(printable, lines))


def _paragraph(one: Judged) -> str:
    need = one.need
    lines = [f"{need.title}: {need.kind}, {SIGNS[one.state]}"]
    lines += [f"  {each.place.file}:{each.place.line} {each.text}" for each in need.what[:FEW]]
    lines += [f"  and {len(need.what) - FEW} more"] if len(need.what) > FEW else []
    lines += [f"  approve: {who(need)}"] if need.rule.count else []
    lines += [f"  has: {', '.join(having(one))}"] if one.has else []
    lines += [f"  open: at least {need.rule.days} {'day' if need.rule.days == 1 else 'days'}"] * bool(
        need.rule.days
    )
    lines += [f"  note: {note}" for note in need.notes]
    lines += [f"  missing: {lack}" for lack in one.lacks]
    return "\n".join(lines)


def as_json(several: Sequence[Judged], base: str, head: str) -> str:
    """The same for programs, with a version of its shape."""
    found = {
        "version": VERSION,
        "base": base,
        "head": head,
        "state": worst(several),
        "needs": [_entry(one) for one in several],
    }
    return json.dumps(found, indent=1, ensure_ascii=False)


def _entry(one: Judged) -> dict[str, object]:
    need = one.need
    return {
        "about": need.about,
        "title": need.title,
        "class": need.kind,
        "state": one.state,
        "count": need.rule.count,
        "approve": [shown for each in need.circle.accounts if (shown := need.circle.shown(each))],
        "has": list(having(one)),
        "days": need.rule.days,
        "open_until": one.until.isoformat() if one.until else None,
        "missing": list(one.lacks),
        "notes": list(need.notes),
        "changes": [
            {"file": each.place.file, "line": each.place.line, "text": each.text} for each in need.what
        ],
    }
