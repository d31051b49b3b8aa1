"""A finished cell: its pages as readers get them, but for their lines; and as bytes to keep or send."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hearthbook.publish.links import Link
from hearthbook.publish.stamps import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping

HUB: Final = ""
"""Stands for the hub where slugs name cells."""

RULES: Final = "rules"
"""Stands for the reference of the rules, which is a folder as cells are, but no community's."""

_LISTS: Final = ("/directory", "/a-z", "/agenda", "/map", "/start/form")

TOLD: Final = "/told"
"""Stands for what MkDocs told of no page, where slugs name cells."""

_MARK: Final = b"hearthbook cell 1\n"
_SIZE: Final = 8


def is_sheet(slug: str) -> bool:
    """Whether this names a sheet of the hub's lists, such as `/directory/2`, which is made by itself."""
    return slug.startswith(_LISTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The pages of a cell, or of the hub, ready but for their lines."""

    slug: str
    """The cell's slug, HUB or TOLD."""
    files: Mapping[str, bytes]
    """Path below the site -> content."""
    anchors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Address of a page -> the ids on it."""
    links: tuple[Link, ...] = ()
    """Links that lead out of it, or nowhere."""
    found: tuple[str, ...] = ()
    """The addresses that search engines may list."""
    told: tuple[str, ...] = ()
    """What MkDocs warned about."""


def packed(finished: Finished) -> bytes:
    """A finished cell as bytes: its facts as JSON, then its files, compressed together."""
    facts = {
        "slug": finished.slug,
        "files": [(path, len(content)) for path, content in finished.files.items()],
        "anchors": finished.anchors,
        "links": [(link.page, link.written, link.said) for link in finished.links],
        "found": finished.found,
        "told": finished.told,
    }
    head = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    body = zlib.compress(b"".join(finished.files.values()), 1)
    rest = len(head).to_bytes(_SIZE, "big") + head + body
    return _MARK + digest_of(rest).encode("ascii") + rest


def unpacked(data: bytes) -> Finished:
    """The finished cell in some bytes; raises ValueError where they are damaged."""
    start = len(_MARK) + len(digest_of(b""))
    rest = data[start:]
    if not data.startswith(_MARK) or data[len(_MARK) : start] != digest_of(rest).encode("ascii"):
        raise ValueError("these bytes are no finished cell")
    split = _SIZE + int.from_bytes(rest[:_SIZE], "big")
    facts = json.loads(rest[_SIZE:split])
    content, files, at = zlib.decompress(rest[split:]), {}, 0
    for path, size in facts["files"]:
        files[path] = content[at : at + size]
        at += size
    return Finished(
        slug=facts["slug"],
        files=files,
        anchors={page: tuple(ids) for page, ids in facts["anchors"].items()},
        links=tuple(Link(page=page, written=written, said=said) for page, written, said in facts["links"]),
        found=tuple(facts["found"]),
        told=tuple(facts["told"]),
    )
