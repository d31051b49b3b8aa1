"""A review for a forge: a table for a comment, and annotations beside the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.compare.reporters.harmless import harmless
from hearthbook.compare.review_told import NOTHING, SIGNS, having, summed, who
from hearthbook.ingest.reader import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.compare.verdicts import Judged, State

_LEVELS: Final[dict[State, str]] = {"met": "notice", "waiting": "warning", "unmet": "error", "open": "notice"}
_BOXES: Final[dict[State, str]] = {
    "met": "\N{WHITE HEAVY CHECK MARK}",
    "waiting": "\N{HOURGLASS}",
    "unmet": "\N{CROSS MARK}",
    "open": "\N{WHITE LARGE SQUARE}",
}
_HEAD: Final = "| | What | Needs | Has | Open until |\n| --- | --- | --- | --- | --- |"


def as_markdown(several: Sequence[Judged]) -> str:
    """A heading, a table of what is needed and what is there, and what is missing; nobody is called by it."""
    if not several:
        return f"## Review\n\n{NOTHING}"
    rows = "\n".join(_row(one) for one in several)
    return "\n\n".join(
        part for part in ("## Review", summed(several), f"{_HEAD}\n{rows}", _missing(several)) if part
    )


def _missing(several: Sequence[Judged]) -> str:
    """What is missing, each once, with all that it is missing for."""
    found: dict[str, dict[str, list[str]]] = {}
    for one in several:
        for text in (*one.need.notes, *one.lacks):
            found.setdefault(text, {}).setdefault(one.need.title, []).append(one.need.kind)
    return "\n".join(
        f"- {'; '.join(map(_whose, places.items()))}: {harmless(text)}." for text, places in found.items()
    )


def _whose(place: tuple[str, Sequence[str]]) -> str:
    """A community and its kinds of change: `Oak (safety, norms)`."""
    title, kinds = place
    return f"{harmless(title)} ({', '.join(kinds)})"


def _row(one: Judged) -> str:
    need = one.need
    days = f"{need.rule.days} days" if need.rule.days != 1 else "1 day"
    until = f"{one.until:%Y-%m-%d %H:%M} UTC" if one.until else days if need.rule.days else ""
    cells = (
        f"{_BOXES[one.state]} {SIGNS[one.state]}",
        f"{harmless(need.title)}: {need.kind}",
        harmless(who(need)) if need.rule.count else "only time",
        harmless(", ".join(having(one))),
        until,
    )
    return f"| {' | '.join(cells)} |"


def as_github(several: Sequence[Judged]) -> str:
    """A workflow command for each need, at the first line that it is about."""
    return "\n".join(_command(one) for one in several)


def _command(one: Judged) -> str:
    need = one.need
    place = need.what[0].place
    title = f"Review: {need.kind}, {SIGNS[one.state]}"
    rest = [*one.lacks, *need.notes]
    asks = (
        f"{who(need)} must approve this" if need.rule.count else f"this stays open for {need.rule.days} days"
    )
    text = printable(f"{need.title}: {'; '.join([asks, *rest])}")
    where = {"file": place.file, "line": str(place.line), "title": title}
    properties = ",".join(f"{key}={_escaped(value, inside=True)}" for key, value in where.items())
    return f"::{_LEVELS[one.state]} {properties}::{_escaped(text)}"


def _escaped(text: str, *, inside: bool = False) -> str:
    """Text as GitHub's runner reads it back; in properties `:` and `,` are encoded as well."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if inside else text
