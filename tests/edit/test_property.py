"""Whatever a community's file holds: a misspelt key is mended, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hearthbook.edit.mend import mended
from hearthbook.ingest.archive import parse
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.folder import Source
from hearthbook.ingest.reader import decode
from hearthbook.ingest.tree import Entry, Listing, Mapping
from hearthbook.ingest.validate import validate
from tests.edit.given import START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.ingest.tree import Node
    from hearthbook.model.findings import Finding

OAK: Final = "communities/oak.yml"
WORDS: Final = st.text(st.characters(categories=["L", "N", "So"], codec="utf-8"), min_size=1, max_size=12)
OURS: Final = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).resolve().parents[2] / "communities").glob("[!_]*.yml"))
)
LINES: Final = st.lists(
    st.one_of(
        WORDS.map(lambda words: f'tagline: "{words}"  # tagline: here\n'),
        WORDS.map(lambda words: f"size: {{members: 30, as_of: 2026-11-01}}  # {words}\n"),
        WORDS.map(lambda words: f'place: {{city: "{words}", country: "{words}"}}\n'),
        WORDS.map(lambda words: f'norms:\n  - "{words}"\n  - {{statement: "b {words}", "why": x}}\n'),
        WORDS.map(lambda words: f'channels:\n- name: "{words}"\n  serves:  help\n  "purpose"  : "x"\n'),
        WORDS.map(lambda words: f'people:\n  b: {{handle: "{words}"}}\n  a: {{show: nothing}}\n'),
        WORDS.map(lambda words: f"privacy: >-\n  {words} tagline: x\n\n  more\n"),
        WORDS.map(lambda words: f"# {words}\n\n"),
    ),
    max_size=6,
    unique_by=lambda lines: lines.partition(":")[0].partition(" ")[0],
)


def _keys(node: Node) -> Iterator[Entry]:
    below = list(node.entries) if isinstance(node, Mapping) else []
    yield from below
    for each in node.items if isinstance(node, Listing) else [entry.value for entry in below]:
        yield from _keys(each)


def _told(data: bytes) -> list[Finding]:
    """What intake says of a file."""
    text = decode(data, OAK)
    assert isinstance(text, str)
    file = parse(text, Source(stem="oak", path=Path(OAK), name=OAK))
    return [*file.findings, *(validate(file.tree, whole=not file.parent)[1] if file.tree else [])]


@st.composite
def _misspelt(draw: st.DrawFn) -> tuple[str, str]:
    """A valid file, and the same with a letter of one key left out, doubled or turned around."""
    text = draw(st.sampled_from(OURS) | LINES.map(lambda lines: START + "".join(lines)))
    tree, findings = read_tree(text, OAK)
    assume(tree is not None and not findings)
    assert tree is not None
    keys = [entry for entry in _keys(tree) if len(entry.key) > 3 and entry.key.islower()]
    entry = draw(st.sampled_from(keys))
    at = draw(st.integers(0, len(entry.key) - 2))
    head, two, tail = entry.key[:at], entry.key[at : at + 2], entry.key[at + 2 :]
    key = draw(st.sampled_from([head + two[1] + tail, head + two[0] + two + tail, head + two[::-1] + tail]))
    assume(key != entry.key)
    rows = text.split("\n")
    row, column = rows[entry.mark.line - 1], entry.mark.column - 1
    rows[entry.mark.line - 1] = row[:column] + row[column:].replace(entry.key, key, 1)
    return text, "\n".join(rows)


@settings(max_examples=50)
@given(_misspelt(), st.sampled_from(["\n", "\r\n"]), st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_the_fix_for_a_misspelt_key_gives_the_file_before_the_slip(
    texts: tuple[str, str], end: str, mark: bytes
) -> None:
    right, wrong = (mark + text.replace("\n", end).encode() for text in texts)
    assume(not _told(right))
    edits = [finding.fix for finding in _told(wrong) if finding.fix]
    assume(edits)
    made = mended(wrong, OAK, edits)
    assert made.data == right
    assert not made.left
