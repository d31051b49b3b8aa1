"""When a ritual takes place: moved, with what that means elsewhere; days off; no longer done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.calendar.describe import describe
from hearthbook.calendar.occurrences import usual
from hearthbook.calendar.speaking import listing, long_date
from hearthbook.compare.effects import effects, moment
from hearthbook.compare.places import ANY, entries
from hearthbook.compare.telling_cases import Said, told
from hearthbook.compare.values import when_of
from hearthbook.model.recurrence import When

if TYPE_CHECKING:
    from datetime import date

    from hearthbook.compare.telling_cases import Case, View
    from hearthbook.model.changes import Told


def rhythm_told(view: View, case: Case) -> Told | None:
    """Another time, or days that are off, moved or besides."""
    if case.pattern != ("rituals", ANY, "when"):
        return None
    old, new = (when_of(each) for each in (view.before(case.path), view.after(case.path)))
    item, voice = view.title(case.path[:-1]), view.voice
    texts = [describe(when, voice, voice.locale) if when else "" for when in (old, new)]
    if not old or not new:
        known = {"item": item, "before": texts[0], "after": texts[1]}
        return told(view, case, "time_new" if new else "time_gone", **known)
    differ = {key for key in When.model_fields if getattr(old, key) != getattr(new, key)}
    said = Said(before=texts[0], after=texts[1])
    if differ <= {"except_", "also", "moved"}:
        return _single_days(view, case, (old, new), said, item)
    if differ == {"until"} and new.until:
        return told(view, case, "ends", item=item, day=long_date(new.until, voice.locale))
    if differ == {"minutes"} and new.minutes:
        return told(view, case, "lasts", said, item=item, count=new.minutes)
    said = said._replace(effects=effects(old, new, _zones(view), voice))
    before, after = moment(old, voice), moment(new, voice)
    if before and after and before != after:
        return told(view, case, "moves", said, item=item, before=before, after=after)
    return told(view, case, "rhythm", said, item=item)


def retired_told(view: View, case: Case) -> Told | None:
    """A ritual that is not done any more, or done again."""
    if case.pattern[:3] != ("rituals", ANY, "retired"):
        return None
    path = case.path[:3]
    item, after = view.title(path[:-1]), view.after(path)
    if not isinstance(after, dict):
        return told(view, case, "again", item=item)
    day, why = (view.values.text((*path, key), after.get(key)) for key in ("on", "why"))
    return told(view, case, "retired", Said(after=why), item=item, date=day)


def _single_days(view: View, case: Case, pair: tuple[When, When], said: Said, item: str) -> Told:
    """Days that are left out, put in or moved, where that is all that happened."""
    old, new = pair
    locale = view.voice.locale

    def dates(days: set[date]) -> str:
        return str(listing([long_date(day, locale) for day in sorted(days)], locale))

    off = set(new.except_) - set(old.except_)
    extra = {each.date for each in new.also} - {each.date for each in old.also}
    moved = [(day, to) for day, to in sorted(new.moved.items()) if old.moved.get(day) != to]
    more = bool(off) + bool(extra) + bool(moved)
    fewer = (
        set(old.except_) - set(new.except_)
        or len(new.also) < len(old.also)
        or len(new.moved) < len(old.moved)
    )
    if more != 1 or fewer or len(moved) > 1:
        return told(view, case, "days", said, item=item)
    if moved:
        was, now = (long_date(day, locale) for day in moved[0])
        return told(view, case, "shifted", item=item, old=str(was), day=str(now))
    key = "off" if off else "extra"
    return told(view, case, key, item=item, days=dates(off or extra))


def _zones(view: View) -> list[str]:
    """The zones that the community's rituals name, in their order."""
    found: list[str] = []
    for facts in (view.new, view.old):
        for ritual in entries(facts, ("rituals",)):
            when = when_of(ritual.get("when")) if isinstance(ritual, dict) else None
            zone = usual(when)[1] if when else None
            found += [zone] if zone else []
    return list(dict.fromkeys(found))
