"""What the linter says of a community that was read, kept as bytes beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter, ValidationError

from hearthbook.ingest.folder import FOLDER
from hearthbook.lint.audit import audited
from hearthbook.lint.engine import examine, examine_document, mark
from hearthbook.lint.rule import Document
from hearthbook.model.findings import Finding, Place, Severity
from hearthbook.model.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.lint.settings import LintSettings
    from hearthbook.model.archive import Resolved

_SHARED: Final = (
    *("/name", "/promise", "/promise/outcome", "/status", "/translation_of"),
    *("/lineage", "/lineage/split_from", "/lineage/graduates_to"),
)
"""What such rules point at, besides each way to go on."""

_VERDICT: Final = TypeAdapter(Verdict)


def judge(root: Path, stem: str, resolved: Resolved | None, lint: LintSettings) -> Verdict:
    """The verdict on a file of `communities/`, and on the community in it if one can be read."""
    document = _document(root, stem)
    if resolved is None:
        return examine_document(document, lint)
    verdict = examine(resolved, document, lint)
    reasons = resolved.community.lint.ignore if resolved.community.lint else {}
    audit, places = audited(resolved.community), _places(resolved)
    return replace(verdict, audit=audit, ignores=tuple(reasons), places=places)


def _places(resolved: Resolved) -> dict[str, Place]:
    """Where the things stand of which rules over all communities speak."""
    lineage = resolved.community.lineage
    ways = [f"/lineage/graduates_to/{n}" for n in range(len(lineage.graduates_to))] if lineage else []
    wanted = [pointer for pointer in (*_SHARED, *ways) if pointer in resolved.sources.spots]
    return {"": resolved.sources.root} | {pointer: mark(resolved, pointer) for pointer in wanted}


def _document(root: Path, stem: str) -> Document:
    name = f"{FOLDER}/{stem}.yml"
    try:
        text = (root / name).read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        text = ""
    return Document(name=name, text=text)


def errors(verdict: Verdict) -> tuple[Finding, ...]:
    """What keeps a site from being built; errors hold on every day."""
    told = (one.finding for one in verdict.advice if not one.ignored)
    return tuple(finding for finding in told if finding.severity is Severity.ERROR)


def verdict_to_bytes(verdict: Verdict) -> bytes:
    """The verdict as JSON."""
    return _VERDICT.dump_json(verdict, exclude_defaults=True)


def verdict_from_bytes(data: bytes) -> Verdict | None:
    """The verdict in some bytes; None where they are damaged."""
    try:
        return _VERDICT.validate_json(data)
    except ValidationError:
        return None
