"""What changed, as one comment on a pull request.

Grouped by community and by what a member will notice, the weightiest first. A hidden line at the end lets
a workflow find its comment and update it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.compare.reporters.harmless import harmless, harmless_code
from hearthbook.model.changes import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hearthbook.compare.comparison import Broken, Comparison, Entry, Shared
    from hearthbook.compare.voice import Voice

MARK: Final = "<!-- hearthbook: what this changes -->"
"""The last line, by which a workflow knows its comment."""
LIMIT: Final = 60_000
"""Characters of a comment; the hosts take some more than that."""
_BROKEN: Final = 20
"""Mistakes that are told at most."""
_NAMES: Final = 8
"""Communities that are named for a change which they share."""
_COMMAND: Final = "<code>hearthbook diff</code>"


class _Row(NamedTuple):
    """An entry below its heading."""

    heading: str
    entry: Entry
    shared: Shared | None = None


def as_markdown(found: Comparison, frame: Voice, limit: int = LIMIT) -> str:
    """The comment; what would make it longer than the limit is left out, the least weighty first."""
    rows = sorted(_rows(found, frame), key=lambda row: KINDS.index(row.entry.told.kind))
    whole = _page(found, rows, len(rows), frame)
    if len(whole) <= limit:
        return whole
    fits, most = 0, len(rows)
    while fits < most:
        middle = (fits + most + 1) // 2
        fits, most = (middle, most) if len(_page(found, rows, middle, frame)) <= limit else (fits, middle - 1)
    return _page(found, rows, fits, frame)


def _rows(found: Comparison, frame: Voice) -> Iterator[_Row]:
    """Every entry with the heading that it stands below, in the order of the headings."""
    for group in found.groups:
        yield from (_Row(harmless(group.name), entry) for entry in group.entries)
    yield from (_Row(frame("change.report.shared"), each.entry, each) for each in found.shared)
    yield from (_Row(frame("change.report.texts"), entry) for entry in found.texts)


def _page(found: Comparison, rows: list[_Row], count: int, frame: Voice) -> str:
    """The comment with the first so many of the rows, which are sorted by weight."""
    blocks = [f"## {frame('change.report.title')}"]
    if found.is_empty:
        blocks.append(frame.sentence("change.report.none"))
    order = {
        heading: at for at, heading in enumerate(dict.fromkeys(row.heading for row in _rows(found, frame)))
    }
    kept = sorted(rows[:count], key=lambda row: order[row.heading])
    for heading, some in groupby(kept, lambda row: row.heading):
        blocks += [f"### {heading}", *_kinds(list(some), frame)]
    if len(rows) > count:
        left = frame.sentence("change.report.left_out", count=len(rows) - count, command=_COMMAND)
        blocks.append(f"**{left}**")
    blocks += _broken(found.broken, frame)
    return "\n\n".join([*blocks, MARK]) + "\n"


def _kinds(rows: list[_Row], frame: Voice) -> Iterator[str]:
    """The entries of one heading by what they touch; mere wording is folded."""
    for kind, some in groupby(rows, lambda row: row.entry.told.kind):
        of_kind = list(some)
        items = "\n".join(_item(row, frame) for row in of_kind)
        if kind == "wording":
            title = frame("change.report.wording", count=len(of_kind))
            yield f"<details><summary>{title}</summary>\n\n{items}\n\n</details>"
        else:
            sign = "\N{WARNING SIGN}\N{VARIATION SELECTOR-16} " if kind == "safety" else ""
            yield f"#### {sign}{frame(f'change.report.{kind}')}\n\n{items}"


def _item(row: _Row, frame: Voice) -> str:
    told, place = row.entry.told, row.entry.place
    lines = [f"- **{harmless(told.headline)}**"]
    if row.shared:
        lines.append(f"  - {_reach(row.shared, frame)}")
    lines += [f"  - {line}" for line in _texts(row.entry, frame)]
    lines += [f"  - {harmless(each)}" for each in told.effects]
    if place:
        lines.append(f"  - {harmless_code(f'{place.file}:{place.line}')}")
    return "\n".join(lines)


def _reach(shared: Shared, frame: Voice) -> str:
    named = ", ".join(map(harmless, shared.names[:_NAMES]))
    if more := len(shared.names) - _NAMES:
        named += f", {frame('change.report.others', count=more)}" if more > 0 else ""
    file = harmless_code(shared.file)
    return frame.sentence("change.report.reaches", file=file, count=len(shared.names), names=named)


def _texts(entry: Entry, frame: Voice) -> Iterator[str]:
    """What was said and what is said now, or the text with its words marked."""
    told = entry.told
    if told.spans:
        yield "".join(_marked(mark, text) for mark, text in told.spans).strip()
        return
    for key, text in (("before", told.before), ("now", told.after)):
        label = "" if entry.act in {"added", "removed"} else f"{frame(f'change.report.{key}')}: "
        lines = [harmless(line, inside=bool(label)) for line in text.splitlines() if line.strip()]
        if lines:
            yield label + "<br>".join(lines)


def _marked(mark: str, text: str) -> str:
    """A part of a text, crossed out or underlined, with one blank where it has some at its ends."""
    bare = harmless(text)
    lead = " " if text[:1].isspace() else ""
    if not bare:
        return lead
    tail = " " if text[-1:].isspace() else ""
    tag = {"gone": "del", "new": "ins"}.get(mark)
    return f"{lead}<{tag}>{bare}</{tag}>{tail}" if tag else f"{lead}{bare}{tail}"


def _broken(found: tuple[Broken, ...], frame: Voice) -> Iterator[str]:
    """Files that could not be read, each with what to do."""
    if not found:
        return
    yield f"### {frame('change.report.broken')}"
    yield "\n".join(_slips(found[:_BROKEN], frame))
    if (more := len(found) - _BROKEN) > 0:
        yield frame("change.report.others", count=more)


def _slips(found: Iterable[Broken], frame: Voice) -> Iterator[str]:
    for each in found:
        finding = each.finding
        version = frame(f"change.report.broken_{each.version}")
        place = harmless_code(str(finding.place))
        yield f"- {place} ({version}): {harmless(finding.message)}\n  - {harmless(finding.hint)}"
