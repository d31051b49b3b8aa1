"""Values told by the label beside them: texts, numbers, days and choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.compare.places import ANY
from hearthbook.compare.telling_cases import NOTHING, SHORT, both, cut, named, told

if TYPE_CHECKING:
    from hearthbook.compare.telling_cases import Case, Said, View
    from hearthbook.model.changes import Told

_NEW: Final = {"added": "new", "removed": "gone", "changed": "changed"}


def text_told(view: View, case: Case) -> Told | None:
    """A text: that it is new, gone, says something else, or says the same in other words."""
    if case.is_entry or not all(isinstance(each, str | None) for each in (case.old, case.new)):
        return None
    before, after = (view.values.text(case.path, each) for each in (case.old, case.new))
    if case.pattern == ("norms", ANY, "statement") and case.act == "changed":
        key = "norm_worded" if case.kind == "wording" else "norm_reads"
        return told(view, case, key, both(before, after), item=cut(after))
    if max(len(before), len(after)) <= SHORT and "\n" not in before + after:
        return None
    if case.pattern == ("faq", ANY, "a"):
        return _answer(view, case, before, after)
    if case.act == "changed":
        key = "worded" if case.kind == "wording" else "says"
        return _labelled(view, case, key, both(before, after))
    return _labelled(view, case, _NEW.get(case.act, "changed"), both(before, after))


def value_told(view: View, case: Case) -> Told | None:
    """A value with its label: what it is now, and what it was."""
    if case.is_entry or case.act not in _NEW:
        return None
    before = view.values.text(case.path, case.old, view.old)
    after = view.values.text(case.path, case.new, view.new)
    if case.pattern == ("faq", ANY, "a"):
        return _answer(view, case, before, after)
    if before == after:
        return _labelled(view, case, "changed")
    if max(len(before), len(after)) > SHORT:
        return _labelled(view, case, _NEW[case.act], both(before, after))
    key = {"added": "value_new", "removed": "value_gone", "changed": "value"}[case.act]
    return _labelled(view, case, key, before=before, after=after)


def general(view: View, case: Case) -> Told:
    """That something changed, by its label or, where nothing has a name, by its path."""
    found = _labelled(view, case, "changed") if view.values.label(case.path) else None
    return found or told(view, case, "unknown", path=".".join(case.pattern))


def _answer(view: View, case: Case, before: str, after: str) -> Told:
    """The answer to a question."""
    item = view.title(case.path[:-1])
    if case.act != "changed":
        key = "answer_new" if case.act == "added" else "answer_gone"
        return told(view, case, key, both(before, after), item=item)
    key = "answer_worded" if case.kind == "wording" else "answer_says"
    return told(view, case, key, both(before, after), item=item)


def _labelled(view: View, case: Case, key: str, said: Said = NOTHING, /, **values: object) -> Told:
    """A headline with the label in quotes, and the entry that it is in before it."""
    item, label = named(view, case)
    inner = view.voice.sentence(f"change.{key}", what=label, **values)
    if not item:
        return told(view, case, key, said, what=label, **values)
    return told(view, case, "within", said, item=item, text=inner)
