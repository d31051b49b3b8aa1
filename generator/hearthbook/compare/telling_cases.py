"""What those who tell changes are given, and what they answer with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.compare.marks import both_unmarked, unmarked
from hearthbook.compare.naming import title_keys
from hearthbook.compare.persons import Persons
from hearthbook.compare.places import ANY, look, spot_of
from hearthbook.compare.values import Values
from hearthbook.compare.worddiff import clipped, likeness, shortened, word_diff
from hearthbook.model.changes import KINDS, Told

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hearthbook.compare.places import Spot
    from hearthbook.compare.voice import Voice
    from hearthbook.compare.worddiff import Spans
    from hearthbook.model.changes import Act, Change, Facts, Kind

SHORT: Final = 60
"""Characters of a value that fits into a headline."""
TITLE: Final = 110
"""Characters of what somebody wrote that stand in a headline."""
_WORDS: Final = 4
"""Words from which on a text is compared word by word."""
_ALIKE: Final = 0.35
"""How alike two texts are that are worth comparing so."""


class View:
    """Both versions of a community, and how values of them are said."""

    def __init__(self, voice: Voice, old: Facts, new: Facts, changes: tuple[Change, ...]) -> None:
        """Look at two versions; `changes` tell which entries have another id in the new one."""
        self.voice = voice
        self.old = old
        self.new = new
        self.values = Values(voice, Persons(old, new))
        self._ids = {
            (*change.path[:-1], str(change.old)): str(change.new)
            for change in changes
            if change.act == "renamed"
        }

    def before(self, path: tuple[str, ...]) -> JsonValue:
        """The value at a path in the old version; None where there is none."""
        back = {(*path_[:-1], new): path_[-1] for path_, new in self._ids.items()}
        return _first_found(self.old, path, back)

    def after(self, path: tuple[str, ...]) -> JsonValue:
        """The value at a path in the new version; None where there is none."""
        return _first_found(self.new, path, self._ids)

    def title(self, path: tuple[str, ...]) -> str:
        """What the entry at a path is called, without a stop at its end; in the new version if there."""
        entry = self.after(path)
        entry = self.before(path) if entry is None else entry
        return cut(self.values.title(path, entry, brief=True)).rstrip(".")


def _first_found(facts: Facts, path: tuple[str, ...], ids: dict[tuple[str, ...], str]) -> JsonValue:
    found = look(facts, path)
    if found is not None or not ids:
        return found
    other = list(path)
    for end in range(1, len(path) + 1):
        other[end - 1] = ids.get((*path[: end - 1], path[end - 1]), path[end - 1])
    return look(facts, tuple(other))


def cut(text: str) -> str:
    """The text as it is read, on one line, with an ellipsis where it would not fit into a headline."""
    line = " ".join(unmarked(text).split())
    return (
        line
        if len(line) <= TITLE
        else line[:TITLE].rsplit(" ", 1)[0].rstrip(",;:.") + "\N{HORIZONTAL ELLIPSIS}"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A change to tell, or several that are one."""

    act: Act
    """What happened; `changed` where several changes are one."""
    path: tuple[str, ...]
    """The path of the change, or what several have in common."""
    spot: Spot
    """What the model says of the path."""
    kind: Kind
    """The weightiest kind."""
    old: JsonValue
    """The value before."""
    new: JsonValue
    """The value after."""
    group: tuple[Change, ...]
    """The changes."""

    @classmethod
    def of(cls, group: tuple[Change, ...], view: View) -> Case:
        """The case of changes that are told together."""
        kind = min((change.kind for change in group), key=KINDS.index)
        named = [change for change in group if change.act != "renamed"]
        if len(named) < len(group):
            # another id of an entry whose name changed says nothing more
            group = tuple(named or group)
        first = group[0]
        path = _common([change.path for change in group])
        if path[2:3] in {("when",), ("held_by",)} and path[0] in {"rituals", "roles"}:
            path = path[:3]
        old, new = (first.old, first.new) if path == first.path else (view.before(path), view.after(path))
        act = first.act if len(group) == 1 and path == first.path else "changed"
        act = "moved" if first.act == "moved" else act
        return cls(act=act, path=path, spot=spot_of(path), kind=kind, old=old, new=new, group=group)

    @property
    def pattern(self) -> tuple[str, ...]:
        """The path with `*` for each entry."""
        return self.spot.pattern

    @property
    def is_entry(self) -> bool:
        """Whether it is about an entry of a list as a whole."""
        return self.pattern[-1:] == (ANY,)


def _common(paths: list[tuple[str, ...]]) -> tuple[str, ...]:
    """What paths begin with alike."""
    first, last = min(paths), max(paths)
    end = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), None)
    return first if first == last else first[: len(first) if end is None else end]


class Said(NamedTuple):
    """What was said before and after, or which words differ."""

    before: str = ""
    after: str = ""
    spans: Spans = ()
    effects: tuple[str, ...] = ()


NOTHING: Final = Said()


def both(before: str, after: str) -> Said:
    """Two texts side by side, or word by word where they are long and alike."""
    before, after = both_unmarked(before, after)
    if min(len(before.split()), len(after.split())) >= _WORDS and likeness(before, after) >= _ALIKE:
        return Said(spans=shortened(word_diff(before, after)))
    return Said(before=clipped(before), after=clipped(after))


def told(view: View, case: Case, key: str, said: Said = NOTHING, /, **values: object) -> Told:
    """The change with a headline of the theme."""
    before, after = both_unmarked(said.before, said.after)
    return Told(
        kind=case.kind,
        headline=view.voice.sentence(f"change.{key}", **values),
        before=view.voice.person(before),
        after=view.voice.person(after),
        spans=tuple((mark, view.voice.person(text)) for mark, text in said.spans),
        effects=said.effects,
    )


class Named(NamedTuple):
    """How a value within an entry is called."""

    item: str
    """What the entry around it is called; empty outside of lists."""
    label: str
    """What stands beside the value on its page."""


def named(view: View, case: Case) -> Named:
    """The label of a value and the entry that it is in."""
    at = max((at for at, part in enumerate(case.pattern[:-1]) if part == ANY), default=-1)
    path = case.path
    is_title = at == len(path) - 2 and case.pattern[-1] in title_keys(case.pattern[:at])
    item = view.title(path[: at + 1]) if at >= 0 and not is_title else ""
    if case.is_entry:
        path = path[:-1]
        at = max((at for at, part in enumerate(spot_of(path).pattern[:-1]) if part == ANY), default=-1)
        item = view.title(path[: at + 1]) if at >= 0 else ""
    return Named(item, view.values.label(path))
