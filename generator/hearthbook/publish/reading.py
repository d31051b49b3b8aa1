"""A community as it was read, as bytes: to load it again costs a twentieth of parsing its YAML."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hearthbook.model.archive import Resolved
from hearthbook.model.community import Community
from hearthbook.model.findings import Place
from hearthbook.model.pages import Article
from hearthbook.model.sources import SourceMap, Spot

if TYPE_CHECKING:
    from collections.abc import Mapping

DAMAGED: Final = (ValueError, KeyError, TypeError, zlib.error)
"""What `loaded` raises for bytes that are none of these."""
_BLOCKS: Final = ("", "|", ">", "-")
"""How a value may stand below its key; a spot says so by a number."""
_DAYS: Final = ("date", "reviewed", "expires")
"""The facts of an article that are days."""


def dumped(resolved: Resolved, *, lines: bool) -> bytes:
    """The community as bytes; with `lines` every value's place as well."""
    files: dict[str, int] = {}
    spots = _spots(resolved.sources, files) if lines else None
    facts = {
        "slug": resolved.slug,
        "community": resolved.community.model_dump_json(by_alias=True),
        "articles": [_written(article) for article in resolved.articles],
        "pictures": resolved.files,
        "root": asdict(resolved.sources.root),
        "files": list(files),
        "spots": spots,
    }
    return zlib.compress(json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), 1)


def loaded(data: bytes, *, lines: bool) -> Resolved | None:
    """The community in some bytes; None where its places are wanted and are not there."""
    facts = json.loads(zlib.decompress(data))
    if lines and facts["spots"] is None:
        return None
    return Resolved(
        slug=facts["slug"],
        community=Community.model_validate_json(facts["community"]),
        sources=SourceMap(_places(facts["spots"] or {}, facts["files"]), Place(**facts["root"])),
        articles=tuple(_article(article) for article in facts["articles"]),
        files=tuple(facts["pictures"]),
    )


def _written(article: Article) -> dict[str, Any]:
    facts = asdict(article)
    return facts | {key: facts[key].isoformat() for key in _DAYS if facts[key]}


def _article(facts: dict[str, Any]) -> Article:
    more = {key: date.fromisoformat(facts[key]) for key in _DAYS if facts[key]}
    several = {"sources": tuple(facts["sources"]), "tags": tuple(facts["tags"])}
    return Article(**{**facts, **more, **several, "place": Place(**facts["place"])})


def _spots(sources: SourceMap, files: dict[str, int]) -> dict[str, tuple[int, ...]]:
    rows: dict[str, tuple[int, ...]] = {}
    for pointer, spot in sources.spots.items():
        file = files.setdefault(spot.value.file, len(files))
        block = _BLOCKS.index(spot.block)
        rows[pointer] = (file, spot.key.line, spot.key.column, spot.value.line, spot.value.column, block)
    return rows


def _places(rows: Mapping[str, list[int]], files: list[str]) -> dict[str, Spot]:
    return {
        pointer: Spot(
            Place(file=files[file], line=a, column=b),
            Place(file=files[file], line=c, column=d),
            _BLOCKS[block],
        )
        for pointer, (file, a, b, c, d, block) in rows.items()
    }
