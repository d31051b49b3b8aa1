"""The small scripts of a page: each is there only where the page has what it works on."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from hearthbook.render.words import Words

SCRIPTS: Final = {
    "path": ("data-hb-path",),
    "fit": ("data-hb-fit",),
    "times": ("data-hb-rule", "data-hb-due", "data-hb-agenda"),
    "clock": ("data-hb-rule", "data-hb-due", "data-hb-agenda"),
    "dates": ("data-hb-dates", "data-hb-agenda"),
    "agenda": ("data-hb-agenda",),
    "directory": ("data-hb-directory",),
    "since": ("data-hb-since",),
    "start": ("data-hb-begin",),
    "edit": ("data-hb-said",),
}
"""Name of a script in `assets/hearth/` -> the attributes that ask for it; what others need comes first."""

LOST: Final = "lost"
"""The script of 404.html, which stands for whatever page is not there."""


class Script(NamedTuple):
    """A script as its tag in the head of a page names it."""

    name: str
    """Its file's name, without `.js`."""
    locale: str
    """The language of the page with its region, BCP 47, for dates, numbers and plural forms."""
    words: str
    """Its words in the language of the page, as JSON: key -> text, or plural category -> text."""


def scripts_of(html: str, words: Words, kind: str = "") -> list[Script]:
    """The scripts that this part of a page of some kind asks for, in the order of `SCRIPTS`.

    The whole handbook repeats what can be changed on pages of its own. Text that shows such an attribute
    asks for a script that then finds nothing to do.
    """
    if " data-hb-" not in html:
        return []
    asked = (name for name, hooks in SCRIPTS.items() if any(f" {hook}=" in html for hook in hooks))
    return [script(name, words) for name in asked if (kind, name) != ("handbook", "edit")]


@cache
def script(name: str, words: Words) -> Script:
    """A script with the words that stand under `script.<name>` in this language."""
    prefix = f"script.{name}."
    own = {key.removeprefix(prefix): leaf for key, leaf in words.leaves.items() if key.startswith(prefix)}
    text = json.dumps(own, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Script(name, words.spoken, text)
