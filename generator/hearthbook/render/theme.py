"""Where templates and words are read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearthbook.render.words import Words, load_words

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's folder."""

    folder: Path
    """Holds `pages/` (Markdown templates), `words/` and `html/` (overrides and assets)."""
    bytecode: str = ""
    """A folder to keep compiled templates in; empty for none."""

    def words(self, language: str) -> Words:
        """The words of a language, or the nearest there are."""
        return load_words(self.folder / "words", language)
