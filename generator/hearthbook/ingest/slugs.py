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
    {
        "404",
        "a-z",
        "about",
        "agenda",
        "api",
        "assets",
        "change",
        "directory",
        "feeds",
        "guides",
        "llms",
        "map",
        "robots",
        "rules",
        "search",
        "sitemap",
        "start",
        "tags",
    }
)
"""First parts of addresses that belong to the hub."""

MADE_PAGES: Final = HUB_FOLDERS - {"about", "guides", "start"}
"""Of these, the ones that hold pages and files made by the program, and none written by people."""

_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))]
)


def words_to_id(text: str) -> str:
    """The words in lower case, joined by hyphens, at most 60 characters.

    Latin letters lose their accents; other scripts stay as they are; a text
    without letters or digits gets a short hash.
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    kept = bare if bare.isascii() else unicodedata.normalize("NFC", folded)
    closed = kept.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    parts = re.findall(r"[^\W_]+", closed)
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
    codes: list[str] = [str(code) for code in Locale("en").languages]
    return frozenset(code for code in codes if len(code) == 2)  # noqa: PLR2004 - the two letters


def address_word(text: str, otherwise: str) -> str:
    """The text as part of an address; `otherwise` where it has no Latin letters or digits."""
    # dashes and emoji are no other script, for whose sake accents would stay
    letters = re.sub(r"[^\w'\N{RIGHT SINGLE QUOTATION MARK}]+", " ", unicodedata.normalize("NFC", text))
    better = words_to_id(letters) if re.search(r"[^\W_]", text) else otherwise
    return better if re.fullmatch(SLUG_PATTERN, better) else otherwise


def form_problem(word: str) -> str:
    """Why this cannot be part of an address anywhere; empty when it can."""
    if not re.fullmatch(SLUG_PATTERN, word):
        return f"`{word}` cannot be part of an address: only a-z, 0-9 and single hyphens can"
    if len(word) > _SLUG_LENGTH:
        return f"`{word}` has more than {_SLUG_LENGTH} characters, too many for an address"
    if word in _DEVICES:
        return f"`{word}` is the name of a device on Windows, where it cannot be a folder"
    return ""


def slug_problem(slug: str) -> tuple[str, str] | None:
    """Why a community cannot have this slug, and what to do; None when it can."""
    problem = form_problem(slug)
    if problem and slug not in _DEVICES:
        return problem, f"rename the file to {address_word(slug, 'my-group')}.yml"
    hint = f"rename the file, for example to {slug}-group.yml"
    if slug in HUB_FOLDERS:
        return f"`{slug}` is an address of the archive itself", hint
    if slug in language_codes():
        return f"`{slug}` is a language code, kept for translations", hint
    return (problem, hint) if problem else None
