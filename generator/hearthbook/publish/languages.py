"""Communities in a language that the theme has no words for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hearthbook.model.findings import Finding, Severity, in_order

if TYPE_CHECKING:
    from hearthbook.model.archive import Archive, Resolved
    from hearthbook.render.theme import Theme


def wordless(resolved: Resolved, theme: Theme) -> Finding | None:
    """A warning where the sentences around a community's own would be in another language."""
    language = resolved.community.language or "en"
    if language.partition("-")[0] == theme.words(language).language.partition("-")[0]:
        return None
    return Finding(
        code="HB021",
        severity=Severity.WARNING,
        place=resolved.sources.place("/language"),
        message=f"there are no words in {language} yet, so the sentences around yours are in English",
        hint="write in English, or help to add the words to Hearthbook",
        pointer="/language",
        community=resolved.slug,
    )


def with_missing_words(archive: Archive, theme: Theme) -> Archive:
    """The archive with a finding for each community whose pages would speak two languages."""
    found = (wordless(resolved, theme) for resolved in archive.communities)
    missing = [finding for finding in found if finding]
    return replace(archive, findings=in_order([*archive.findings, *missing])) if missing else archive
