"""HB905: a translation is in the language of its original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.verdict import Outline


@rule(Severity.WARNING, worth=2)
def translated_into_itself(archive: tuple[Outline, ...]) -> Iterator[Slip]:
    """Finds translations whose language is that of what they translate."""
    languages = {one.slug: one.language.casefold() for one in archive}
    for one in archive:
        if one.translation_of and languages.get(one.translation_of) == one.language.casefold():
            fact = f"this translates `{one.translation_of}`, and both are in `{one.language}`"
            hint = "write this file's own `language`, or take `translation_of` out"
            yield Slip("/translation_of", fact, hint, slug=one.slug)
