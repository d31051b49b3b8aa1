"""What changed, for people at a terminal."""

from __future__ import annotations

import re
import textwrap
from itertools import groupby
from typing import TYPE_CHECKING, Final

from click import style

from hearthbook.ingest.reader import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearthbook.compare.comparison import Comparison, Entry
    from hearthbook.compare.voice import Voice
    from hearthbook.model.changes import Told

WIDTH: Final = 90
"""Columns of a line."""
_COLOURS: Final = {
    "safety": "red",
    "boundary": "magenta",
    "norms": "blue",
    "facts": "cyan",
    "wording": "white",
}
_MARKED: Final = re.compile(r"\[-.*?-\]|\{\+.*?\+\}", re.DOTALL)
_MARKS: Final = {"[": "red", "{": "green"}


def as_text(found: Comparison, frame: Voice) -> str:
    """The changes by community and by what they touch, what is gone in brackets with a minus.

    Nothing in it can make a terminal do anything.
    """
    blocks = [*_blocks(found, frame)]
    if found.is_empty and not found.broken:
        return frame.sentence("change.report.none")
    return "\n\n".join(blocks)


def _blocks(found: Comparison, frame: Voice) -> Iterator[str]:
    for group in found.groups:
        head = f"{style(printable(group.name), bold=True)} (/{printable(group.slug)}/)"
        yield "\n\n".join([head, *_kinds(group.entries, frame)])
    if found.shared:
        rows = [style(frame("change.report.shared"), bold=True)]
        rows += [_told(each.entry, frame, _reach(each.file, each.names, frame)) for each in found.shared]
        yield "\n\n".join(rows)
    if found.texts:
        rows = [style(frame("change.report.texts"), bold=True)]
        yield "\n\n".join([*rows, *(_told(each, frame) for each in found.texts)])
    if found.broken:
        rows = [style(frame("change.report.broken"), bold=True)]
        for each in found.broken:
            version, finding = frame(f"change.report.broken_{each.version}"), each.finding
            said = f"{finding.place} {finding.code} {finding.message} ({version})"
            rows.append(f"{_wrapped(said, '  ')}\n{_wrapped(finding.hint, '    → ')}")
        yield "\n".join(rows)


def _reach(file: str, names: tuple[str, ...], frame: Voice) -> str:
    return frame.sentence("change.report.reaches", file=file, count=len(names), names=", ".join(names))


def _kinds(entries: Iterable[Entry], frame: Voice) -> Iterator[str]:
    """The entries below the name of what they touch."""
    for kind, some in groupby(entries, lambda entry: entry.told.kind):
        of_kind = list(some)
        key = f"change.report.{kind}"
        title = frame(key, count=len(of_kind)) if kind == "wording" else frame(key)
        yield "\n\n".join([style(title, fg=_COLOURS[kind]), *(_told(each, frame) for each in of_kind)])


def _told(entry: Entry, frame: Voice, more: str = "") -> str:
    told = entry.told
    rows = [_wrapped(told.headline, "- ", "  ")]
    rows += [_wrapped(more, "  ")] if more else []
    rows += _words(told)
    for key, text in (("before", told.before), ("now", told.after)):
        lines = text.splitlines()
        label = "  " if entry.act in {"added", "removed"} else f"  {frame(f'change.report.{key}')}: "
        rows += [_wrapped(line, label if at == 0 else "    ", "    ") for at, line in enumerate(lines)]
    rows += [_wrapped(each, "  → ", "    ") for each in told.effects]
    if entry.place:
        rows.append(style(f"  {printable(str(entry.place))}", dim=True))
    return "\n".join(rows)


def _words(told: Told) -> list[str]:
    """The text with what is gone and what is new marked in it."""
    if not told.spans:
        return []
    parts = [_marked(mark, " ".join(text.split()), text) for mark, text in told.spans]
    text = "".join(parts)
    return [_MARKED.sub(lambda match: style(match[0], fg=_MARKS[match[0][0]]), _wrapped(text, "  "))]


def _marked(mark: str, bare: str, text: str) -> str:
    lead, tail = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    if not bare:
        return " " if text else ""
    return {"gone": f"{lead}[-{bare}-]{tail}", "new": f"{lead}{{+{bare}+}}{tail}"}.get(
        mark, f"{lead}{bare}{tail}"
    )


def _wrapped(text: str, first: str, rest: str | None = None) -> str:
    bare = printable(" ".join(text.split()))
    rest = " " * len(first) if rest is None else rest
    return textwrap.fill(
        bare,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
