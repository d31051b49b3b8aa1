"""Which words of a text are gone and which are new."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Mark = Literal["same", "gone", "new"]
Spans = tuple[tuple[Mark, str], ...]

CONTEXT: Final = 12
"""Words that are kept on each side of a change."""
LONGEST: Final = 120
"""Words of one part that was taken out or put in, at most."""
_MOST: Final = 4000
"""Words of a text that are compared; what follows is taken as one."""
ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
_WORD: Final = re.compile(r"\s*\S+|\s+$")


def word_diff(old: str, new: str) -> Spans:
    """The parts of both texts in order: those that stay, those that are gone, those that are new.

    The parts `same` and `gone` together are the old text, `same` and `new` the new one, white
    space included. Where only the space before a word differs, the new one is kept.
    """
    before, after = _words(old), _words(new)
    matcher = SequenceMatcher(
        None, [each.strip() for each in before], [each.strip() for each in after], autojunk=False
    )
    found: list[tuple[Mark, str]] = []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(after[first:last])))
            continue
        found += [("gone", "".join(before[start:end])), ("new", "".join(after[first:last]))]
    return tuple(_joined(found))


def likeness(old: str, new: str) -> float:
    """How much of the words two texts share, from 0.0 to 1.0."""
    before, after = ([each.strip() for each in _words(text)] for text in (old, new))
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def shortened(spans: Spans, context: int = CONTEXT) -> Spans:
    """The parts with an ellipsis in the place of what is far from any change."""
    last = len(spans) - 1
    return tuple(
        (mark, _cut(mark, text, at == 0, at == last, context)) for at, (mark, text) in enumerate(spans)
    )


def clipped(text: str, words: int = LONGEST) -> str:
    """The first words of a text, with an ellipsis where there are more."""
    parts = _WORD.findall(text)
    return "".join(parts[:words]) + f" {ELLIPSIS}" if len(parts) > words else text


def _cut(mark: Mark, text: str, first: bool, last: bool, context: int) -> str:  # noqa: FBT001 - where it stands
    if mark != "same":
        return clipped(text)
    words = _WORD.findall(text)
    head, tail = 0 if first else context, 0 if last else context
    if len(words) <= head + tail + 2:
        return text
    kept = words[len(words) - tail :] if tail else []
    return "".join([*words[:head], f" {ELLIPSIS}" if head else ELLIPSIS, *kept])


def _words(text: str) -> list[str]:
    """Each word with the space before it; the space at the end by itself."""
    words = _WORD.findall(text)
    return [*words[:_MOST], "".join(words[_MOST:])] if len(words) > _MOST else words


def _joined(parts: Iterable[tuple[Mark, str]]) -> Iterator[tuple[Mark, str]]:
    """The parts without empty ones, and neighbours of one mark as one."""
    held: list[tuple[Mark, str]] = []
    for mark, text in parts:
        if held and held[-1][0] == mark:
            held[-1] = (mark, held[-1][1] + text)
        elif text:
            held.append((mark, text))
    yield from held


def only(spans: Sequence[tuple[Mark, str]], mark: Mark) -> str:
    """One side of the parts as a text: `gone` for the old one, `new` for the new one."""
    return "".join(text for each, text in spans if each in {"same", mark})
