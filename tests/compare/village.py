"""A small archive to change: one circle that says much, and three that share a base file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearthbook.compare.archives import compare_archives
from hearthbook.compare.voice import Voice
from hearthbook.ingest.archive import load_archive
from hearthbook.render.words import load_words
from hearthbook.resources import themes

if TYPE_CHECKING:
    from babel import Locale

    from hearthbook.calendar.speaking import Say
    from hearthbook.compare.comparison import Comparison

VILLAGE: Final = Path(__file__).parent / "trees"


def spoken(language: str) -> tuple[Say, Locale]:
    """What says the theme's sentences in a language."""
    words = load_words(themes() / "hearth" / "words", language)
    return words.say, words.locale


def english() -> Voice:
    """The theme's words in English, as plain text."""
    return Voice(*spoken("en-GB"))


def compared(old: Path, new: Path) -> Comparison:
    """Two project folders."""
    return compare_archives(load_archive(old), load_archive(new), spoken, english())
