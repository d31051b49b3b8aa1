"""Ways of saying what changed, all from the same comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.compare.reporters.json import as_json
from hearthbook.compare.reporters.markdown import as_markdown
from hearthbook.compare.reporters.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.compare.comparison import Comparison
    from hearthbook.compare.voice import Voice

    Reporter = Callable[[Comparison, Voice], str]

REPORTERS: Final[dict[str, Reporter]] = {"text": as_text, "json": as_json, "markdown": as_markdown}
"""Name of a format -> what writes it; a voice says the headings."""
