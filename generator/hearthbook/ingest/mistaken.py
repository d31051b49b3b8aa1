"""Short entries that say something else than was meant: addresses, times, texts with a colon."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reader import error
from hearthbook.ingest.shapes import shapes
from hearthbook.ingest.tree import Entry, Mapping, Node, Scalar
from hearthbook.ingest.when import read_when
from hearthbook.ingest.wording import flow, in_quotes

if TYPE_CHECKING:
    from hearthbook.ingest.shapes import Shape
    from hearthbook.model.findings import Finding

_LONGEST: Final = 300
"""Characters; what is longer is no name with an address."""
_WHERE: Final = r"[^\s@<>(),]+@[^\s@<>(),]+\.[^\s@<>(),]+|(?:https?://|mailto:|tel:)[^\s<>]+"
_ADDRESS: Final = re.compile(rf"{_WHERE}|[+0-9][0-9 ()/.-]{{4,}}[0-9]")
"""An e-mail address, a web address or a telephone number, and nothing else."""
_IN_ANGLES: Final = re.compile(rf"(?P<name>.*\S)\s*<(?P<address>{_WHERE})>")
_NO_COMMA: Final = re.compile(
    r"(?P<name>[^,]*[^\W_][^,]*?)[\s(<:\N{EN DASH}\N{EM DASH}-]+"
    rf"(?P<address>{_WHERE}|[+0][0-9 ()/.-]{{5,}}[0-9])[)>]?"
)
"""A name and an address with a blank or a dash between them."""


def name_and_address(text: str) -> tuple[str, str] | None:
    """Both halves of `Cy Example <cy@example.org>` or `Cy Example, cy@example.org`; else None."""
    if len(text) <= _LONGEST and (found := _IN_ANGLES.fullmatch(text.strip())):
        return found["name"].rstrip(" ,"), found["address"]
    before, comma, after = text.rpartition(",")
    return (before.strip(), after.strip()) if comma else None


def only_an_address(node: Node, before: Node | None) -> Finding | None:
    """The finding for a person's entry that lacks the name, or the comma behind it."""
    if not isinstance(node, Scalar) or len(node.text) > _LONGEST:
        return None
    text = node.text.strip()
    if _ADDRESS.fullmatch(text):
        named = isinstance(before, Scalar) and "," not in before.text and not _ADDRESS.fullmatch(before.text)
        name = before.text.strip() if named and isinstance(before, Scalar) else "Ada Example"
        fact = f"`{text}` is an address without a name"
        hint = f"write name, comma and address as one text in quotes: {in_quotes(f'{name}, {text}')}"
        return error("HB009", node.mark.place(), fact, hint)
    if not _IN_ANGLES.fullmatch(text) and (found := _NO_COMMA.fullmatch(text)):
        whole = in_quotes(f"{found['name'].strip()}, {found['address']}")
        fact = f"no comma parts the name from the address in `{text}`"
        return error("HB009", node.mark.place(), fact, f"write a comma between the two: {whole}")
    return None


def several_in_one(node: Scalar, key: str) -> Finding | None:
    """The finding for `tags: work, play`, where each word is an entry of its own."""
    if "," not in node.text:
        return None
    words = [word.strip() for word in node.text.split(",") if word.strip()]
    fact = f"`{node.text[:60]}` is one text, and its comma does not part it"
    return error("HB009", node.mark.place(), fact, f"write a list: `{key}: {flow(words)}`")


def nameless_ritual(node: Node) -> Finding | None:
    """The finding for a ritual that is called by its time."""
    name = node.get("name") if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or not isinstance(name, Scalar) or node.get("when") or node.get("id"):
        return None
    if isinstance(read_when(name.text), str):
        return None
    written = flow({"name": "Weekly wins", "when": name.text.strip()})
    fact = f"`{name.text.strip()}` is a time, but stands where the ritual's name should be"
    return error("HB009", name.mark.place(), fact, f"write both: `{written}`")


def text_with_colon(node: Node, shape: Shape) -> tuple[Scalar, Finding] | None:
    """The text that an entry such as `- Be kind: we ask first` was meant to be, and the finding."""
    entry = node.entries[0] if isinstance(node, Mapping) and len(node.entries) == 1 else None
    if not entry or not isinstance(entry.value, Scalar) or entry.key == "remove":
        return None
    short = shape.model.short if shape.model else None
    known = list(shapes(shape.model)) if shape.model else []
    if shape.model and (not short or short.number or entry.key in known):
        return None
    if get_close_matches(entry.key.lower(), known, n=1, cutoff=0.75):
        return None
    text = f"{entry.key}: {entry.value.text}"
    fact = f"`{text}` holds a colon, so it is read as a key and its value"
    return Scalar(text, entry.mark), error("HB009", entry.mark.place(), fact, _mended(entry, shape))


def _mended(entry: Entry, shape: Shape) -> str:
    value = entry.value.text if isinstance(entry.value, Scalar) else ""
    if shape.keyed:
        written = flow({shape.keyed.key: entry.key, shape.keyed.value: value})
        return f"write `- {written}`, or take the dash away here and from its neighbours"
    if shape.model and shape.model.short and shape.model.short.then:
        return f"write a comma instead: {in_quotes(f'{entry.key}, {value}')}"
    return f"put the whole text in quotes: {in_quotes(f'{entry.key}: {value}')}"
