"""What an import placed, and what it could not place; nothing is lost without a word."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from hearthbook.bring.draft import Draft, Entry, Group, made_from, plain, with_value
from hearthbook.bring.emit import text_of
from hearthbook.bring.judged import checked
from hearthbook.ingest.reader import SIZE_LIMIT, printable
from hearthbook.ingest.slugs import slug_problem
from hearthbook.lint.rules.hb910_no_help_in_the_editor import MODELINE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hearthbook.bring.draft import Plain
    from hearthbook.model.archive import Defaults

_NEEDED: Final = {
    "name": "name: ...",
    "for": "for: people who ...",
    "outcome": "outcome: ...",
}
"""What a file cannot do without -> the line that stands there as a comment until somebody writes it."""
_SHOWN: Final = 80
_WIDTH: Final = 96
"""Of a comment, without its sign."""
_SPARE: Final = 64 * 1024
"""Bytes that are kept for the comments in a file."""
_LONGEST: Final = 57
"""Letters of a slug that a number still fits behind."""


def free_slug(wanted: str, taken: Collection[str]) -> str:
    """The slug, or one like it where an archive cannot have it or another community has it."""
    base = f"{wanted}-group" if slug_problem(wanted) else wanted
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base[:_LONGEST].rstrip('-')}-{number}", number + 1
    return slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """Something of the source that has no place in a file."""

    where: str
    """Where it stands in the source: `groups.csv, row 3, column mood`."""
    what: str
    """Its words."""
    why: str
    """Why it has no place, with the remedy where there is one."""

    def __str__(self) -> str:
        """All of it in one line."""
        short = self.what if len(self.what) <= _SHOWN else f"{self.what[:_SHOWN]}\N{HORIZONTAL ELLIPSIS}"
        # what steers a terminal is shown, and not obeyed
        return printable(f"{self.where}: `{short}`: {self.why}")


@dataclass(slots=True)
class Ledger:
    """One community while it is brought in."""

    slug: str
    source: str
    """Where it comes from, for the comment at the top of its file."""
    defaults: Defaults | None = None
    draft: Draft = field(default_factory=Draft)
    placed: int = 0
    """How many values of the source have a place."""
    unplaced: list[Unplaced] = field(default_factory=list)
    doubts: list[Unplaced] = field(default_factory=list)
    """What has a place, and was read in a way that somebody should look at."""
    notes: list[str] = field(default_factory=list)
    """What the source says that helps to write the promise."""

    def place(self, pointer: str, value: Plain, where: str, what: str = "") -> bool:
        """Whether a value took its place; where it did not, that is noted with the reason.

        What stands there already stays: a list may only grow.
        """
        if isinstance(value, str | list) and not value:
            self.refuse(where, what, "it says nothing")
            return False
        there = _there(self.draft, pointer)
        if there is not None and not (isinstance(there, list) and _begins(value, there)):
            self.refuse(where, what or str(value), f"{_brief(there)} stands in its place already")
            return False
        draft = with_value(self.draft, pointer, value)
        problem = _problem(draft, self.slug, self.defaults)
        if problem:
            self.refuse(where, what or str(value), problem)
            return False
        self.draft = draft
        self.placed += 1
        return True

    def add(self, key: str, entry: Any, where: str, what: str = "") -> bool:  # noqa: ANN401 - an entry as JSON
        """The same for one more entry of a list."""
        there = plain(self.draft).get(key, [])
        return self.place(f"/{key}", [*there, entry], where, what)

    def add_all(self, key: str, entries: Sequence[tuple[Any, str, str]]) -> None:
        """The same for several, each with its place and its words; those that fit are looked at together."""
        alone = len(entries) == 1
        there = plain(self.draft).get(key, [])
        draft = with_value(self.draft, f"/{key}", [*there, *(entry for entry, _, _ in entries)])
        if alone or not entries:
            for entry, where, what in entries:
                self.add(key, entry, where, what)
        elif _problem(draft, self.slug, self.defaults):
            half = len(entries) // 2
            self.add_all(key, entries[:half])
            self.add_all(key, entries[half:])
        else:
            self.draft = draft
            self.placed += len(entries)

    def refuse(self, where: str, what: str, why: str) -> None:
        """Notes what has no place."""
        self.unplaced.append(Unplaced(where=where, what=" ".join(what.split()), why=why))

    def doubt(self, where: str, what: str, why: str) -> None:
        """Notes what should be looked at, if there is anything."""
        if why:
            self.doubts.append(Unplaced(where=where, what=" ".join(what.split()), why=why))

    @property
    def missing(self) -> tuple[str, ...]:
        """The needed facts that the source does not hold: `name`, `for`, `outcome`."""
        data = plain(self.draft)
        promise = data.get("promise", {})
        there = {"name": data.get("name"), "for": promise.get("for"), "outcome": promise.get("outcome")}
        return tuple(key for key, value in there.items() if not value)

    def text(self) -> str:
        """The file; what is missing stands in it as a comment."""
        draft = made_from(plain(self.draft))
        said = tuple(line for note in self.notes for line in _wrapped(f"The source says: {note}"))
        body = _with_gaps(draft.body, self.missing, said)
        head = (MODELINE.removeprefix("# "), "", *_wrapped(f"Brought in from {self.source}."))
        return text_of(Draft(body=body, head=head))


def _wrapped(text: str) -> tuple[str, ...]:
    """The lines of a comment; what YAML does not take is shown in it."""
    words = printable(" ".join(text.split()))
    return tuple(textwrap.wrap(words, _WIDTH, subsequent_indent="  ", break_long_words=False))


def _there(draft: Draft, pointer: str) -> Plain | None:
    """What stands at a pointer; None for nothing."""
    found: Any = plain(draft)
    for key in pointer.split("/")[1:]:
        found = found.get(key.replace("~1", "/").replace("~0", "~")) if isinstance(found, dict) else None
    there: Plain | None = found
    return there


def _begins(value: Plain, there: list[Any]) -> bool:
    return isinstance(value, list) and value[: len(there)] == there


def _brief(value: Plain) -> str:
    """What stands there, if it is short enough to be said."""
    return (
        f"`{value:.40}`"
        if isinstance(value, str)
        else f"`{value}`"
        if isinstance(value, int)
        else "something"
    )


def _problem(draft: Draft, slug: str, defaults: Defaults | None) -> str:
    """What the intake says against a draft, but for what is missing."""
    data = plain(draft)
    promise = {"for": "somebody", "outcome": "something", **data.get("promise", {})}
    whole = made_from({"name": slug, **data, "promise": promise})
    text = text_of(whole)
    if len(text.encode(errors="replace")) > SIZE_LIMIT - _SPARE:
        return f"the file would have more than {SIZE_LIMIT // 1024} kB; keep the longest in an article"
    wrong = checked(text, slug, defaults)
    return f"{wrong[0].message}; {wrong[0].hint}" if wrong else ""


def _with_gaps(body: Group, missing: tuple[str, ...], said: tuple[str, ...]) -> Group:
    entries = list(body.entries)
    lacking = tuple(Entry(key, None, (), (_NEEDED[key],)) for key in ("for", "outcome") if key in missing)
    promise = next((entry.value for entry in entries if entry.key == "promise"), None)
    others = [entry for entry in entries if entry.key != "promise"]
    if isinstance(promise, Group):
        whole = Entry("promise", Group((*lacking, *promise.entries)), said)
    else:
        lines = ("promise:", *(f"  {entry.off[0]}" for entry in lacking))
        whole = Entry("promise", None, said, lines)
    if "name" in missing:
        others.insert(0, Entry("name", None, (), (_NEEDED["name"],)))
    at = next((n for n, entry in enumerate(others) if entry.key not in _IDENTITY), len(others))
    return Group((*others[:at], whole, *others[at:]))


_IDENTITY: Final = frozenset(
    {
        *("$schema", "name", "tagline", "language", "translation_of", "color", "tags", "place", "links"),
        *("founders", "status", "visibility", "size", "extends"),
    }
)
"""Keys that stand before the promise."""
