"""Who holds a role, and who is in the handbook; nobody is named who would not be on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.calendar.speaking import listing
from hearthbook.compare.places import ANY, entries, look
from hearthbook.compare.telling_cases import Said, told
from hearthbook.model.pages import UNNAMED

if TYPE_CHECKING:
    from hearthbook.compare.telling_cases import Case, View
    from hearthbook.model.changes import Facts, Told


def holders_told(view: View, case: Case) -> Told | None:
    """A role that somebody takes, gives up or hands over."""
    if case.pattern != ("roles", ANY, "held_by"):
        return None
    before, after = (_holders(view, case.path, facts) for facts in (view.old, view.new))
    item = view.title(case.path[:-1])
    came, left = (
        [one for one in these if one not in those] for these, those in ((after, before), (before, after))
    )
    names = {"item": item, "before": _listed(view, left), "after": _listed(view, came)}
    if not came and not left:
        return told(view, case, "terms", _texts(view, case), item=item)
    if not after:
        return told(view, case, "vacant", **names)
    if came and left:
        return told(view, case, "handed", **names)
    if left:
        return told(view, case, "left", **names)
    return told(view, case, "joined" if before else "held", **names)


def person_told(view: View, case: Case) -> Told | None:
    """Somebody in the handbook; of somebody who is not shown, only that something changed."""
    if case.pattern[:2] != ("people", ANY):
        return None
    who = view.values.title(case.path[:2], {})
    hidden = who == view.voice.person(UNNAMED)
    if hidden:
        return told(view, case, "person_hidden")
    if case.pattern == ("people", ANY, "show"):
        return told(view, case, "person_shown", item=who)
    if case.pattern[-1] in {"name", "handle"}:
        return told(view, case, "person_changed", item=who)
    return None


def story_told(view: View, case: Case) -> Told | None:
    """A story that nobody agreed to have told: only that there is something about one."""
    hidden = case.path[:1] == ("stories",) and is_untold(case.path, view.old, view.new)
    return told(view, case, "story_hidden") if hidden else None


def is_untold(path: tuple[str, ...], old: Facts, new: Facts) -> bool:
    """Whether a path leads into a story that is not told, before or after."""
    if path[:1] != ("stories",):
        return False
    stories = [one for facts in (old, new) if isinstance(one := look(facts, path[:2]), dict)]
    return not stories or any(one.get("consent") is not True for one in stories)


def _holders(view: View, path: tuple[str, ...], facts: Facts) -> list[str]:
    """Who holds a role, as they are shown."""
    held = view.before(path) if facts is view.old else view.after(path)
    found = held if isinstance(held, list) else entries(facts, path)
    names = [view.values.title((*path, str(at)), one) for at, one in enumerate(found)]
    return [name for name in names if name]


def _listed(view: View, names: list[str]) -> str:
    return str(listing(dict.fromkeys(names), view.voice.locale))


def _texts(view: View, case: Case) -> Said:
    """Since when and until when each holds it, before and after."""
    texts = []
    for held in (view.before(case.path), view.after(case.path)):
        rows = held if isinstance(held, list) else []
        told_ = [
            f"{view.values.title((*case.path, str(at)), one)}: {text}"
            for at, one in enumerate(rows)
            if (text := view.values.text((*case.path, str(at)), one))
        ]
        texts.append("\n".join(told_))
    return Said(before=texts[0], after=texts[1])
