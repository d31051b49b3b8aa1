"""Community files written on the spot, and what intake and the rules would mend in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.edit.plan import Plan, plan
from hearthbook.ingest.archive import read_parts
from hearthbook.lint.rule import Document
from hearthbook.lint.rules.hb910_no_help_in_the_editor import no_help_in_the_editor
from hearthbook.lint.rules.hb911_people_in_order import people_in_order

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.edits import Edit

__all__ = ["START", "advised", "arranged", "fixes", "mended", "planned", "put"]

START: Final = "name: Oak\npromise:\n  for: people\n  outcome: mend things\n"
"""Four lines that are a community; what a test adds starts on line 5."""


def put(root: Path, data: bytes, file: str = "communities/oak.yml") -> Path:
    """Writes a file of an archive."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def fixes(root: Path) -> list[Edit]:
    """What intake would mend in an archive."""
    parts = read_parts(root).parts.values()
    return [finding.fix for part in parts for finding in part.findings if finding.fix]


def advised(text: str, file: str = "communities/oak.yml") -> list[Edit]:
    """What the rules would mend in a file."""
    document = Document(name=file, text=text.replace("\r\n", "\n").removeprefix("\ufeff"))
    slips = [*no_help_in_the_editor(document), *people_in_order(document, least=2)]
    return [slip.fix for slip in slips if slip.fix]


def planned(root: Path, edits: list[Edit] | None = None, zone: str = "") -> Plan:
    """The plan for an archive; of several zones this one is chosen."""
    return plan(root, fixes(root) if edits is None else edits, lambda _: zone)


def mended(root: Path, text: str | bytes, zone: str = "") -> bytes:
    """A file's bytes after all that intake would mend; the same where that is nothing."""
    data = text if isinstance(text, bytes) else text.encode()
    put(root, data)
    drafts = planned(root, zone=zone).drafts
    return drafts[0].after if drafts else data


def arranged(root: Path, text: str) -> str:
    """A file's text after all that the rules would mend."""
    put(root, text.encode())
    drafts = planned(root, advised(text)).drafts
    return drafts[0].after.decode() if drafts else text
