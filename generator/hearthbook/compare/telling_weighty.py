"""What nobody should miss: whom one can report to, how large the group may be, what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.compare.places import ANY, entries, look
from hearthbook.compare.telling_cases import Said, cut, told

if TYPE_CHECKING:
    from hearthbook.compare.telling_cases import Case, View
    from hearthbook.model.changes import Told

_CAP = ("promise", "boundary", "cap")


def contact_told(view: View, case: Case) -> Told | None:
    """A contact that comes or goes, with how many there are then; or another way to reach one."""
    if case.pattern == ("conduct", "contacts", ANY, "reach"):
        before, after = (view.values.text(case.path, each) for each in (case.old, case.new))
        return told(view, case, "reach", Said(before=before, after=after), item=view.title(case.path[:-1]))
    if case.pattern != ("conduct", "contacts", ANY) or case.act not in {"added", "removed"}:
        return None
    left = len(entries(view.new, case.path[:-1]))
    entry, facts = (case.old, view.old) if case.act == "removed" else (case.new, view.new)
    item, rest = cut(view.values.title(case.path, entry)), view.values.text(case.path, entry, facts)
    if case.act == "added":
        return told(view, case, "contact_new", Said(after=rest), item=item, count=left)
    said = Said(before=rest)
    return told(view, case, "contact_gone" if left else "contact_last", said, item=item, count=left)


def cap_told(view: View, case: Case) -> Told | None:
    """How many members there may be; also where the whole section is new or gone."""
    if case.pattern not in {_CAP, _CAP[:2]}:
        return None
    old, new = (view.before(_CAP), view.after(_CAP))
    if case.pattern != _CAP and (old == new or len(_keys(case.old) | _keys(case.new)) > 1):
        return None
    before, after = (view.values.text(_CAP, each) for each in (old, new))
    key = "cap" if before and after else "cap_new" if after else "cap_gone"
    return told(view, case, key, before=before, after=after)


def named_told(view: View, case: Case) -> Told | None:
    """Another name of the group."""
    if case.path != ("name",) or case.act != "changed":
        return None
    before, after = (view.values.text(case.path, each) for each in (case.old, case.new))
    return told(view, case, "group_name", Said(before=before), after=cut(after))


def _keys(value: object) -> set[str]:
    return set(value) if isinstance(value, dict) else set()


def article_told(view: View, case: Case) -> Told | None:
    """An article, of which only the title is known."""
    if case.path[:1] != ("articles",):
        return None
    before, after = (each if isinstance(each, str) else "" for each in (case.old, case.new))
    if before and after and before != after:
        return told(view, case, "called", before=cut(before), after=cut(after))
    key = {"added": "new", "removed": "gone"}.get(case.act, "says")
    return told(view, case, f"report.article_{key}", title=cut(after or before or case.path[-1]))


def status_told(view: View, case: Case) -> Told | None:
    """Another state of the group."""
    if case.path != ("status",):
        return None
    states = [
        view.values.text(("status", "state"), look(facts, ("status", "state")))
        for facts in (view.old, view.new)
    ]
    if not all(states) or states[0] == states[1]:
        return None
    texts = [view.values.text(case.path, value) for value in (case.old, case.new)]
    label = view.values.label(case.path)
    said = Said(before=texts[0], after=texts[1])
    return told(view, case, "value", said, what=label, before=states[0], after=states[1])
