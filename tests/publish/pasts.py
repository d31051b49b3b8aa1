"""Repositories made in one go, commit by commit, and what is told of their communities."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hearthbook.model.archive import Defaults
from hearthbook.publish.configuration import default_theme
from hearthbook.publish.history import Past
from hearthbook.publish.history_kept import Kept
from hearthbook.publish.register import survey
from hearthbook.publish.stamps import Digests
from tests.repository import git

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearthbook.model.changes import Event
    from hearthbook.publish.register import Register
    from hearthbook.publish.store import Store

FIRST = 1_772_000_000
"""The second of the first commit; the others are a day apart."""
DAY = 86_400


@dataclass
class Repository:
    """A project folder whose commits are written down first and made when somebody looks."""

    root: Path
    stream: list[bytes] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    commits: int = 0

    def commit(
        self, changes: dict[str, str | None], why: str = "A change", who: str = "Guest <guest@example.org>"
    ) -> None:
        """One commit more; None takes a file away."""
        when = f"{who} {FIRST + self.commits * DAY} +0000"
        self.stream.append(f"commit refs/heads/main\nauthor {when}\ncommitter {when}\n".encode() + _data(why))
        for path, text in changes.items():
            if text is None:
                self.stream.append(f"D {path}\n".encode())
                del self.files[path]
            else:
                self.stream.append(f"M 100644 inline {path}\n".encode() + _data(text))
                self.files[path] = text
        self.commits += 1

    def say(
        self, slug: str, text: str, why: str = "A change", who: str = "Guest <guest@example.org>"
    ) -> None:
        """Another version of a community's file, to which its name and promise are added."""
        head = "name: Oak\npromise: {for: [readers], outcome: read a book}\n"
        self.commit({f"communities/{slug}.yml": head + text}, why, who)

    def make(self) -> None:
        """Makes the commits; the folder holds the last of them."""
        self.root.mkdir(parents=True, exist_ok=True)
        if not (self.root / ".git").exists():
            git(self.root, "init", "-q", "-b", "main")
            (self.root / "communities").mkdir(exist_ok=True)
        stream = b"".join(self.stream)
        if git(self.root, "rev-parse", "--verify", "--quiet", "main", check=False):
            # what is there already is gone on with
            stream = b"reset refs/heads/main\nfrom refs/heads/main^0\n\n" + stream
        subprocess.run(
            ["git", "fast-import", "--quiet", "--force"],  # noqa: S607
            cwd=self.root,
            input=stream,
            check=True,
        )
        self.stream.clear()
        git(self.root, "reset", "-q", "--hard")

    def register(self) -> Register:
        """What the archive says now."""
        return survey(self.root, Defaults(), default_theme(), Digests(self.root))

    def past(self, store: Store | None = None) -> Past:
        """What is told of it."""
        if self.stream:
            self.make()
        kept = Kept(store)
        return Past(self.root, self.register(), kept.history(self.root), kept)

    def events(self, slug: str = "oak") -> tuple[Event, ...]:
        """The events of one community."""
        return self.past().events(slug)


def told(event: Event) -> list[tuple[str, str]]:
    """Act and path of each change."""
    return [(change.act, "/".join(change.path)) for change in event.changes]


def strings(value: object) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for each in pair for text in strings(each))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in strings(each))


def everything(past: Past, slug: str) -> str:
    """All that is told of a community, as one text."""
    found = []
    for happening in past.happenings(slug):
        event = happening.event
        found += [event.who, event.why]
        for change in event.changes:
            found += [*change.path, *strings(change.old), *strings(change.new), change.before, change.after]
        for part in happening.parts:
            found += [*strings(part.old), *strings(part.new)]
    return "\n".join(found)


def _data(text: str) -> bytes:
    data = text.encode()
    return b"data %d\n%s\n" % (len(data), data)
