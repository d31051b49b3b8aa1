"""Entries of lists: new, gone, renamed, in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.compare.naming import noun_key
from hearthbook.compare.places import ANY, entries
from hearthbook.compare.telling_cases import Said, both, cut, named, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.compare.telling_cases import Case, View
    from hearthbook.model.changes import Facts, Told

_SHOWN: Final = 12
"""Entries of a list whose order is told."""
_NAMES: Final = frozenset({"name", "q"})
"""Keys that hold what people call an entry."""


def order_told(view: View, case: Case) -> Told | None:
    """Entries that stand in another order, all of one list together."""
    if case.act != "moved":
        return None
    path = case.group[0].path[:-1]
    before, after = ("\n".join(_numbered(view, path, facts)) for facts in (view.old, view.new))
    label = view.values.label(path)
    item = named(view, case).item if ANY in case.pattern[:-1] else ""
    said = Said(before=before, after=after)
    if not item:
        return told(view, case, "order", said, what=label)
    return told(view, case, "within", said, item=item, text=view.voice.sentence("change.order", what=label))


def entry_told(view: View, case: Case) -> Told | None:
    """An entry that is new, gone or has another name."""
    if case.act == "renamed":
        return _renamed(view, case)
    if (
        case.pattern[-1:]
        and case.pattern[-1] in _NAMES
        and case.act == "changed"
        and case.pattern[-2:-1] == (ANY,)
    ):
        return _named_anew(view, case)
    noun = noun_key(case.pattern[:-1]) if case.is_entry else ""
    if not noun or case.act == "moved":
        return None
    value, facts = (case.old, view.old) if case.act == "removed" else (case.new, view.new)
    item = cut(view.values.title(case.path, value))
    if not item:
        return None
    rest = view.values.text(case.path, value, facts)
    key = {"added": "item_new", "removed": "item_gone"}.get(case.act, "item_changed")
    before = view.values.text(case.path, case.old, view.old)
    said = {"added": Said(after=rest), "removed": Said(before=rest)}.get(case.act) or both(before, rest)
    return told(view, case, key, said, what=view.voice(noun), item=item)


def list_told(view: View, case: Case) -> Told | None:
    """A value of a list that is new, gone, or says something else."""
    if not case.is_entry or case.act not in {"added", "removed", "changed"}:
        return None
    before = view.values.text(case.path, case.old, view.old)
    after = view.values.text(case.path, case.new, view.new)
    item, label = named(view, case)
    if not (before or after):
        return None
    if case.act == "changed":
        key, said = ("worded" if case.kind == "wording" else "says"), both(before, after)
    else:
        key, said = ("more" if case.act == "added" else "less"), Said()
    values = {"what": label, "item": cut(after or before)}
    if key in {"worded", "says"}:
        del values["item"]
    if not item:
        return told(view, case, key, said, **values)
    return told(view, case, "within", said, item=item, text=view.voice.sentence(f"change.{key}", **values))


def _renamed(view: View, case: Case) -> Told:
    """Another id: another name where people see one, else only another address."""
    path = case.path[:-1]
    before = view.values.title((*path, str(case.old)), view.before((*path, str(case.old))))
    after = view.values.title((*path, str(case.new)), view.after((*path, str(case.new))))
    if before and after and before != after:
        return told(view, case, "called", before=cut(before), after=cut(after))
    return told(view, case, "address", item=cut(after or before))


def _named_anew(view: View, case: Case) -> Told:
    """Another name of the same entry."""
    before = view.values.text(case.path, case.old, view.old)
    after = view.values.text(case.path, case.new, view.new)
    if case.pattern == ("faq", ANY, "q"):
        return told(view, case, "question", Said(before=before), after=cut(after))
    return told(view, case, "called", before=cut(before), after=cut(after))


def _numbered(view: View, path: tuple[str, ...], facts: Facts) -> Iterator[str]:
    """The titles of a list's entries, with their numbers."""
    for at, entry in enumerate(entries(facts, path)[:_SHOWN], start=1):
        name = str(entry.get("id", at - 1)) if isinstance(entry, dict) else str(at - 1)
        yield f"{at}. {cut(view.values.title((*path, name), entry))}"
