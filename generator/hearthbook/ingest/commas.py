"""Texts that a comma cuts in two inside braces and brackets, and quotes that do not hold them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.ingest.tree import Entry, Scalar
from hearthbook.ingest.wording import in_quotes
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.ingest.tree import Node

_CLOSING: Final = {"“": "”“", "„": "“”", "‘": "’", "«": "»"}  # noqa: RUF001 - these are the point
"""A typographic quote that opens -> those that close it."""
_MARKS: Final = "“”„‘’«»"  # noqa: RUF001
_NARROW: Final = re.compile(r"(?P<key>[^\W\d]\w*):(?P<rest>(?!//).*)")
"""A key whose colon has no blank behind it."""


class Slip(NamedTuple):
    """What is wrong with a text, and how much it matters."""

    fact: str
    hint: str
    severity: Severity = Severity.ERROR


def valueless(before: Node | Entry | None, lost: Sequence[str]) -> Slip:
    """Words inside braces that stand as keys without values, after the entry `before`."""
    if narrow := _NARROW.fullmatch(lost[-1]):
        fact = f"`{lost[-1]}` has no blank behind its colon, so it is a key without a value"
        return Slip(fact, f"write a blank behind the colon: `{narrow['key']}: {narrow['rest'] or '...'}`")
    value = before.value if isinstance(before, Entry) else None
    if not isinstance(before, Entry) or not isinstance(value, Scalar) or not value.text:
        hint = f"write `{lost[-1]}: ...`, or take the braces away if it is a text"
        return Slip(f"`{lost[-1]}` stands in braces as a key without a value", hint)
    fact = f"inside braces a comma ends the text, so `{', '.join(lost)}` is no longer part of `{before.key}`"
    return Slip(fact, f"put the whole text in quotes: `{before.key}: {whole_text([value.text, *lost])}`")


def whole_text(parts: Sequence[str]) -> str:
    """In straight quotes, what commas have cut."""
    return in_quotes(", ".join(part.strip(_MARKS) for part in parts))


def closes(parts: Sequence[str]) -> bool:
    """Whether the typographic quote that opens the first part is closed in the last."""
    return any(mark in parts[-1] for mark in _CLOSING[parts[0][0]])


def typographic(text: str, *, flow: bool) -> Slip | None:
    """What is wrong with a text without quotes of YAML's own that starts with a typographic one."""
    opening = text[:1]
    if opening not in _CLOSING:
        return None
    closing = _CLOSING[opening]
    if text[-1] in closing and len(text) > 1 and not any(mark in text[1:-1] for mark in opening + closing):
        fact = f"the quotes {opening}{text[-1]} are part of the text and are shown on the page"
        hint = f"write it without them, or put straight quotes around all of it: {in_quotes(text)}"
        return Slip(fact, hint, Severity.WARNING)
    if any(mark in text[1:] for mark in closing):
        return None
    if flow:
        fact = f"the text that opens with {opening} ends at the comma: only straight quotes hold it together"
        return Slip(fact, f"put straight quotes around the whole text: {whole_text([text, '...'])}")
    if opening == "‘":  # noqa: RUF001
        return None  # it may as well be an apostrophe
    fact = f"the quote {opening} is never closed and is shown on the page"
    return Slip(fact, f"write {in_quotes(text[1:])}", Severity.WARNING)
