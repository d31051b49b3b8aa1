"""What is due, for a terminal."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Final

from click import style

from hearthbook.calendar.due_words import fact, listed, remedy
from hearthbook.calendar.duties import NOBODY, SOMEBODY, by_owner, distance, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.calendar.due import Duty
    from hearthbook.calendar.duties import Agenda

WIDTH: Final = 80
"""Columns of the narrowest terminal that people use."""
LONGEST: Final = 60
"""Characters of what people wrote; a long question is known by its beginning."""
_NAMED: Final = 3
"""Communities that are named beside a line that several share."""
_MORE: Final = "\N{HORIZONTAL ELLIPSIS}"
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069]")
_NONE: Final = (
    "Nothing here has a date yet. A role's `until`, a norm's `review_by`, an answer's `expires` and"
    " `review: {owner: ..., last: ..., every: six months}` give it one."
)


def as_text(found: Agenda) -> str:
    """What is due by owner, with place, day and what to do; the last line counts."""
    found = joined(found)
    blocks = [_block(name, duties, found) for name, duties in by_owner(found)]
    return "\n\n".join([*blocks, _summary(found)])


def shortened(text: str, most: int = LONGEST) -> str:
    """A text of people on one line, without what a terminal would obey, cut where it is long.

    Of a text in which there is nothing to see an ellipsis is left.
    """
    line = " ".join(_UNSEEN.sub(" ", text).split()) or _MORE
    if len(line) <= most:
        return line
    cut = line[:most]
    whole = cut.rpartition(" ")[0] if " " in cut[most // 2 :] else cut[:-1]
    return f"{whole.rstrip(' ,;:')}{_MORE}"


def heading(name: str) -> str:
    """What stands above the duties of nobody, or of somebody who is not named; empty for all others."""
    return {NOBODY: "Nobody is named for this", SOMEBODY: "Somebody who is not named"}.get(name, "")


def _block(name: str, duties: tuple[Duty, ...], found: Agenda) -> str:
    head = heading(name) or shortened(name, WIDTH)
    return "\n\n".join([style(head, bold=True), *(_told(duty, found) for duty in duties)])


def _told(duty: Duty, found: Agenda) -> str:
    over = duty.day < found.today
    day = f"{duty.day}, {distance(duty.day, found.today)}"
    first = f"{where(duty)}  {style(day, fg='red' if over else 'yellow', bold=over)}"
    said = fact(duty, _quoted, over=over)
    return "\n".join(
        [first, _wrapped(said, "  "), _wrapped(remedy(duty, _quoted), "  \N{RIGHTWARDS ARROW} ", "    ")]
    )


def where(duty: Duty) -> str:
    """The file and line, and for which communities where the file is shared."""
    if not duty.place:
        return duty.slug
    file = duty.place.file
    own = file == f"communities/{duty.slug}.yml" or file.startswith(f"content/{duty.slug}/")
    if own and not duty.also:
        return f"{file}:{duty.place.line}"
    slugs = (duty.slug, *duty.also)
    more = [f"{len(slugs) - _NAMED:,} more"] if len(slugs) > _NAMED else []
    return f"{file}:{duty.place.line}, for {listed([*slugs[:_NAMED], *more])}"


def _quoted(text: str) -> str:
    return f"`{shortened(text)}`"


def _wrapped(text: str, first: str, rest: str = "  ") -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _summary(found: Agenda) -> str:
    return "\n".join(_lines(found))


def _lines(found: Agenda) -> Iterator[str]:
    if not (found.all or found.later):
        yield _wrapped(_NONE, "", "")
        return
    line = counted(found)
    yield f"{line[:1].upper()}{line[1:]}."
    if found.later and not found.coming:
        day = f"{found.later.day}, {distance(found.later.day, found.today)}"
        yield _wrapped(f"Next, on {day}: {fact(found.later, _quoted, over=False)} ({found.later.slug}).", "")


def counted(found: Agenda) -> str:
    """`2 overdue, 5 due by 2026-12-23`; without a full stop."""
    overdue, coming = len(found.overdue), len(found.coming)
    if not overdue and not coming:
        return f"nothing is overdue, and nothing falls due by {found.until}"
    past = f"{overdue:,} overdue, " if overdue else ""
    return f"{past}{coming:,} due by {found.until}" if coming else f"{past}nothing more by {found.until}"
