"""What the page's scripts know of a community before they search: words, synonyms, and whom to ask."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from hearthbook.ingest.slugs import words_to_id
from hearthbook.publish.forges import forge_of, letter_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.model.pages import Page
    from hearthbook.publish.forges import Forge
    from hearthbook.publish.site import CellPages
    from hearthbook.render.words import Words

CELL: Final = "search.json"
"""In a community's folder."""
HUB: Final = "search/hub.json"

_PREFIX: Final = "script.search."
_QUERY: Final = "{query}"


def cell_facts(part: CellPages, words: Words, config: MkDocsConfig) -> bytes:
    """What search needs to know of one community, as JSON."""
    cell, pages = part.cell, {page.kind: page for page in part.pages}
    community = cell.community
    faq = f"{cell.slug}/faq/"
    said: dict[str, object] = {"slug": cell.slug, "name": community.name, **_common(words, cell.language)}
    if part.unlisted:
        said["alone"] = True
    if community.synonyms:
        said["synonyms"] = {word: list(others) for word, others in community.synonyms.items()}
    if "faq" in pages and community.glossary:
        said["words_page"] = f"{faq}#words"
        said["glossary"] = list(_terms(community.glossary, f"{faq}#glossary-"))
    if "faq" in pages and _has(pages["faq"], "ask"):
        said["ask"] = f"{faq}#ask"
    asked = community.onboarding.ask if community.onboarding else ""
    if to := suggestion(forge_of(config), asked or "", words, community.name):
        said["suggest"] = to
    return _json(said)


def hub_facts(site_name: str, language: str, words: Words, config: MkDocsConfig) -> bytes:
    """What search needs to know of the archive, as JSON."""
    said: dict[str, object] = {"slug": "", "name": site_name, **_common(words, language)}
    if to := suggestion(forge_of(config), "", words, site_name):
        said["suggest"] = to
    return _json(said)


def suggestion(forge: Forge | None, asked: str, words: Words, name: str) -> str:
    """The address of a form, or of a letter, that says what was not found; `{query}` stands for it.

    Empty where there is neither a forge nor an address in `asked`. Nothing is sent by itself.
    """
    title = quote(words.raw(f"{_PREFIX}suggest_title"), safe="").replace(quote(_QUERY, safe=""), _QUERY)
    body = words.raw(f"{_PREFIX}suggest_body").replace("{name}", name)
    body = quote(body, safe="").replace(quote(_QUERY, safe=""), _QUERY)
    form = forge.issue if forge else letter_form(asked)
    return form.replace("{title}", title).replace("{body}", body)


def _common(words: Words, language: str) -> dict[str, object]:
    own = {key.removeprefix(_PREFIX): leaf for key, leaf in words.leaves.items() if key.startswith(_PREFIX)}
    direction = words.locale.text_direction
    return {"language": language, "locale": words.spoken, "direction": direction, "words": own}


def _terms(glossary: Iterable[str], address: str) -> Iterable[tuple[str, str]]:
    """Each word of the glossary with its address; two that look alike lead to the first."""
    return ((word, f"{address}{words_to_id(word)}") for word in glossary)


def _has(page: Page, anchor: str) -> bool:
    return f"{{#{anchor}}}" in page.markdown


def _json(said: dict[str, object]) -> bytes:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
