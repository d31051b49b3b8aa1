"""Which words on a page are ours and which the founder's.

The theme's sentences are rendered in Deseret letters, which no founder writes;
they have capitals, so that all of the program works on them as on Latin ones.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any, Final

from ruamel.yaml import YAML

from hearthbook.render.theme import Theme
from tests.words.pages import words

if TYPE_CHECKING:
    from pathlib import Path

_LATIN: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_DESERET: Final = "".join(chr(base + offset) for base in (0x10400, 0x10428) for offset in range(26))
_MARK: Final = str.maketrans(_LATIN, _DESERET)
_UNMARK: Final = str.maketrans(_DESERET, _LATIN)
_PLACE: Final = re.compile(r"(\{\w+\})")


def _marked(tree: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    if isinstance(tree, dict):
        return {key: _marked(value) for key, value in tree.items()}
    parts = _PLACE.split(str(tree))
    return "".join(part if part.startswith("{") else part.translate(_MARK) for part in parts)


def marked_theme(theme: Theme, folder: Path) -> Theme:
    """A copy of the theme in an empty folder, its English sentences in Deseret letters."""
    shutil.copytree(theme.folder / "pages", folder / "pages")
    tree = YAML(typ="safe").load(theme.folder / "words/en.yml")
    (folder / "words").mkdir()
    with (folder / "words/en.yml").open("w", encoding="utf-8") as stream:
        YAML(typ="safe").dump(_marked(tree), stream)
    return Theme(folder=folder)


def readable(text: str) -> str:
    """The text in Latin letters again."""
    return text.translate(_UNMARK)


def our_words(text: str) -> int:
    """How many of its words are the theme's."""
    return sum(any(sign in _DESERET for sign in word) for word in words(text))


def is_ours(sentence: str) -> bool:
    """Whether more than half of the sentence is the theme's; the rest are names and facts."""
    return 2 * our_words(sentence) > len(words(sentence))
