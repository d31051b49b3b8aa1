"""Ids made from words, and the names a community's file may have."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache
from typing import Final

from babel import Locale

from hearthbook.model.texts import SLUG_PATTERN

_ID_LENGTH: Final = 60
_SLUG_LENGTH: Final = 63

HUB_FOLDERS: Final = frozenset(
    "about guides directory a-z map agenda search rules start change assets feeds tags api 404 "
    "sitemap robots llms".split()
)
"""First parts of addresses that belong to the hub."""

_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))]
)


def words_to_id(text: str) -> str:
    """The words in lower case, joined by hyphens, at most 60 characters.

    Latin letters lose their accents; other scripts stay as they are; a text
    without letters or digits gets a short hash.
    """
    folded = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    kept = bare if bare.isascii() else unicodedata.normalize("NFC", folded)
    parts = re.findall(r"[^\W_]+", kept.lower().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
    result = ""
    for part in parts:
        longer = f"{result}-{part}" if result else part[:_ID_LENGTH]
        if len(longer) > _ID_LENGTH:
            break
        result = longer
    return result or "x" + hashlib.sha256(text.encode()).hexdigest()[:8]


@cache
def language_codes() -> frozenset[str]:
    """All two-letter language codes."""
    return frozenset(code for code in Locale("en").languages if len(code) == 2)  # noqa: PLR2004


def slug_problem(slug: str) -> tuple[str, str] | None:
    """Why a community cannot have this slug, and what to do; None when it can."""
    if not re.match(SLUG_PATTERN, slug) or len(slug) > _SLUG_LENGTH:
        better = words_to_id(slug) if re.search(r"[A-Za-z0-9]", slug) else "my-group"
        better = better if re.match(SLUG_PATTERN, better) else "my-group"
        return (
            f"`{slug}` cannot be part of an address: only a-z, 0-9 and single hyphens can",
            f"rename the file to {better}.yml",
        )
    hint = f"rename the file, for example to {slug}-group.yml"
    if slug in HUB_FOLDERS:
        return f"`{slug}` is an address of the archive itself", hint
    if slug in language_codes():
        return f"`{slug}` is a language code, kept for translations", hint
    if slug in _DEVICES:
        return f"`{slug}` is the name of a device on Windows, where it cannot be a folder", hint
    return None
